// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/secrecy.h"
#include "cli/commands/commands.h"
#include "cli/options/options.h"
#include "cli/output/terminal.h"
#include "language/language.h"

#include <QGuiApplication>

#include <csignal>

namespace {

void dropWarnings(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        cli::printError(message);
}

int execute(const cli::Options &options)
{
    switch (options.command) {
    case cli::Command::Run:
        return cli::runBatch(options);
    case cli::Command::Resume:
        return cli::resumeBatch(options);
    case cli::Command::Retry:
        return cli::retryBatch(options);
    case cli::Command::Status:
        return cli::showStatus(options);
    case cli::Command::Resolve:
        return cli::resolveJob(options);
    case cli::Command::Estimate:
        return cli::estimateBatch(options);
    case cli::Command::Validate:
        return cli::validateBatch(options);
    case cli::Command::Expand:
        return cli::expandBatch(options);
    case cli::Command::Set:
        return cli::setKey(options);
    case cli::Command::Add:
        return cli::addJob(options);
    case cli::Command::Remove:
        return cli::removeJobs(options);
    case cli::Command::Import:
        return cli::importSheet(options);
    case cli::Command::Schema:
        return cli::printSchema(options);
    case cli::Command::Models:
        return cli::listModels(options);
    case cli::Command::Sandbox:
        return cli::serveSandbox(options);
    }
    Q_UNREACHABLE();
}

} // namespace

int main(int argc, char **argv)
{
    account::forbidCoreDumps();
    // Whoever read our output may leave first; the run goes on.
    std::signal(SIGPIPE, SIG_IGN);

    // The sandbox draws pictures, which takes Qt's fonts and so a QGuiApplication, though never a
    // window. Its arguments are ours alone.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int appArgc = 1;
    // Under cron there is no UTF-8 locale; Qt switches to one by itself, and says so at length.
    const QtMessageHandler handler = qInstallMessageHandler(dropWarnings);
    QGuiApplication app(appArgc, argv);
    qInstallMessageHandler(handler);
    QCoreApplication::setApplicationName(QStringLiteral("rushes-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RUSHES_VERSION));
    language::install(app);

    const auto options = cli::parseOptions(argc, argv);
    return options ? execute(*options) : options.error();
}
