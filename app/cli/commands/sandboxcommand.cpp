// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/access.h"
#include "catalog/catalog.h"
#include "cli/batchinput.h"
#include "cli/commands/commands.h"
#include "cli/exitcode.h"
#include "cli/output/terminal.h"
#include "cli/work/interrupt.h"
#include "sandbox/sandbox.h"

#include <QCoreApplication>
#include <QFile>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Sandbox)
};

/// The models that are to be served, as a snapshot; the error is for people.
tl::expected<QByteArray, QString> findModels(const Options &options)
{
    if (options.modelsFile.isEmpty())
        return catalog::Catalog::builtIn().toSnapshot();
    QFile file(options.modelsFile);
    const QByteArray models = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    if (file.error() != QFile::NoError) {
        return tl::unexpected(Words::tr("The list of models %1 can't be read: %2.")
                                  .arg(options.modelsFile, file.errorString()));
    }
    if (models.trimmed().isEmpty())
        return tl::unexpected(Words::tr("The list of models %1 is empty.").arg(options.modelsFile));
    return models;
}

} // namespace

int serveSandbox(const Options &options)
{
    const auto faults = sandbox::Faults::parse(options.faults);
    if (!faults)
        return fail(options, BadInput, faults.error());
    const auto models = findModels(options);
    if (!models)
        return fail(options, BadInput, models.error());

    sandbox::Options sandboxOptions;
    sandboxOptions.dialect =
        options.articleDialect ? sandbox::Dialect::Article : sandbox::Dialect::Live;
    sandboxOptions.speed = options.sandboxSpeed;
    sandboxOptions.seed = options.seed;
    sandboxOptions.faults = *faults;
    sandboxOptions.logFile = options.logFile;
    sandboxOptions.stateFile = options.stateFile;
    if (options.balance)
        sandboxOptions.balance = *options.balance;
    sandboxOptions.port = options.port;
    sandboxOptions.models = *models;

    // Before the address is printed: whoever reads it may send a signal at once.
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::requested, qApp, &QCoreApplication::quit);

    sandbox::Sandbox server(sandboxOptions);
    if (const auto started = server.start(); !started)
        return fail(options, BadInput, started.error());

    const QString url = server.baseUrl().toString();
    if (options.json)
        printJson({{u"base_url"_s, url}});
    else
        print(url);
    printError(Words::tr("The sandbox serves here until Ctrl-C. Any key will do, for example:\n"
                         "    %1=sandbox rushes-cli run FILE --base-url %2 --time-scale %3")
                   .arg(account::keyVariables().constFirst(), url)
                   .arg(options.sandboxSpeed));
    QCoreApplication::exec();
    return Succeeded;
}

} // namespace cli
