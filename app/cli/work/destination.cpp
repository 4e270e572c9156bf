// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/work/destination.h"

#include "account/access.h"
#include "account/keychain.h"
#include "cli/exitcode.h"
#include "store/submission.h"

#include <QCoreApplication>

#include <chrono>
#include <utility>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

/// A locked keychain may be showing a prompt that nobody sees.
constexpr std::chrono::seconds keychainPatience{5};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Destination)
};

} // namespace

QString serverOf(const Options &options, const BatchInput &input)
{
    if (options.sandbox)
        return store::ownSandbox.toString();
    const account::Access access =
        account::findAccess(options.file, input.file.batch.settings, options.baseUrl);
    return store::serverName(access.connection.baseUrl);
}

tl::expected<Destination, int> findDestination(const Options &options, const BatchInput &input)
{
    Destination destination;
    destination.server = serverOf(options, input);
    if (options.sandbox) {
        destination.timeScale = options.timeScale.value_or(options.sandboxSpeed);
        return destination;
    }

    account::Access access =
        account::findAccess(options.file, input.file.batch.settings, options.baseUrl);
    if (access.takesStoredKey()) {
        access = account::withStoredKey(
            std::move(access),
            {account::keyFromKeychain(keychainPatience), account::KeySource::Keychain});
    }
    if (access.isRefused())
        return tl::unexpected(fail(options, BadInput, access.refusal));
    if (!access.hasKey()) {
        const QString message =
            Words::tr("There is no key: not in the environment, not beside the batch file, and "
                      "not in the keychain. Put it into the variable %1 (or %2) or into a .env "
                      "file beside the batch file, or keep it in the keychain by the window's "
                      "preferences. To try the batch out for free, without a key, add --sandbox.")
                .arg(account::keyVariables().value(0), account::keyVariables().value(1));
        return tl::unexpected(fail(options, NoKey, message));
    }
    destination.connection = access.connection;
    destination.timeScale = options.timeScale.value_or(1);
    return destination;
}

tl::expected<void, int> startSandbox(Destination &destination, const Options &options,
                                     const catalog::Catalog &catalog)
{
    sandbox::Options sandboxOptions = sandbox::ownOptions();
    sandboxOptions.speed = options.sandboxSpeed;
    sandboxOptions.models = catalog.toSnapshot();

    destination.sandbox = std::make_unique<sandbox::Sandbox>(sandboxOptions);
    if (const auto started = destination.sandbox->start(); !started)
        return tl::unexpected(fail(options, BadInput, started.error()));
    destination.connection.baseUrl = destination.sandbox->baseUrl();
    destination.connection.key = atlas::ApiKey("sandbox");
    return {};
}

} // namespace cli
