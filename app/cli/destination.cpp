// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/destination.h"

#include "account/access.h"
#include "cli/exitcode.h"

#include <QCoreApplication>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Destination)
};

tl::expected<Destination, int> startSandbox(const Options &options)
{
    sandbox::Options sandboxOptions;
    sandboxOptions.speed = options.sandboxSpeed;
    sandboxOptions.catalog = catalog::Catalog::builtIn();

    Destination destination;
    destination.sandbox = std::make_unique<sandbox::Sandbox>(sandboxOptions);
    if (const auto started = destination.sandbox->start(); !started)
        return tl::unexpected(fail(options, BadInput, started.error()));
    destination.connection.baseUrl = destination.sandbox->baseUrl();
    destination.connection.key = atlas::ApiKey("sandbox");
    destination.timeScale = options.timeScale.value_or(options.sandboxSpeed);
    return destination;
}

} // namespace

tl::expected<Destination, int> findDestination(const Options &options, const BatchInput &input)
{
    if (options.sandbox)
        return startSandbox(options);

    const account::Access access =
        account::findAccess(options.file, input.file.batch.settings, options.baseUrl);
    if (access.isRefused())
        return tl::unexpected(fail(options, BadInput, access.refusal));
    if (!access.hasKey()) {
        const QString message =
            Words::tr("There is no key. Put it into the variable %1 (or %2), or into a .env file "
                      "beside the batch file. To try the batch out for free, without a key, add "
                      "--sandbox.")
                .arg(account::keyVariables().value(0), account::keyVariables().value(1));
        return tl::unexpected(fail(options, NoKey, message));
    }
    Destination destination;
    destination.connection = access.connection;
    destination.timeScale = options.timeScale.value_or(1);
    return destination;
}

} // namespace cli
