// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include "cli/exitcode.h"
#include "cli/output/helpformatter.h"
#include "cli/output/terminal.h"
#include "sandbox/faults.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

#include <cmath>
#include <sstream>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Options)
};

std::string utf8(const QString &text)
{
    return text.toStdString();
}

QString fromArgument(const std::string &argument)
{
    return QString::fromLocal8Bit(argument.data(), static_cast<qsizetype>(argument.size()));
}

// Unqualified below: lupdate takes `CLI` for the context of the texts inside.
using CLI::Validator;

/// CLI11's own Range lets "nan" through.
Validator factor()
{
    CLI::Validator validator;
    validator.operation([](std::string &text) -> std::string {
        bool ok = false;
        const double value = fromArgument(text).toDouble(&ok);
        if (ok && std::isfinite(value) && value >= 0.001 && value <= 100'000)
            return {};
        return utf8(
            Words::tr("“%1”: expected a number from 0.001 to 100000.").arg(fromArgument(text)));
    });
    return validator;
}

Validator serverAddress()
{
    CLI::Validator validator;
    validator.operation([](std::string &text) -> std::string {
        const QUrl url(fromArgument(text), QUrl::StrictMode);
        if (url.isValid() && url.scheme().startsWith("http"_L1) && !url.host().isEmpty())
            return {};
        return utf8(Words::tr("“%1”: expected an address such as %2.")
                        .arg(fromArgument(text), u"https://api.atlascloud.ai/api/v1"_s));
    });
    return validator;
}

void addJson(CLI::App &command, Options &options)
{
    command.add_flag("--json", options.json,
                     utf8(Words::tr("One JSON document on stdout and nothing else there")));
}

void addBatchOptions(CLI::App &command, Options &options)
{
    command
        .add_option_function<std::string>(
            "FILE,--config",
            [&options](const std::string &file) { options.file = fromArgument(file); },
            utf8(Words::tr("The batch: YAML or JSON")))
        ->required()
        ->type_name("FILE");
    addJson(command, options);
    command
        .add_option_function<std::string>(
            "--output-dir",
            [&options](const std::string &folder) { options.outputDir = fromArgument(folder); },
            utf8(Words::tr("Where the results go, in place of the batch's output_dir")))
        ->type_name("DIR");
    command
        .add_option("--concurrency", options.concurrency,
                    utf8(Words::tr("How many jobs at once, in place of the batch's max_workers")))
        ->check(CLI::Range(1, 1000).description({}))
        ->type_name("N");
    CLI::Option *baseUrl =
        command
            .add_option_function<std::string>(
                "--base-url",
                [&options](const std::string &url) { options.baseUrl = QUrl(fromArgument(url)); },
                utf8(Words::tr("Another server than Atlas Cloud's; the key is sent there")))
            ->check(serverAddress())
            ->type_name("URL");
    CLI::Option *sandbox = command.add_flag(
        "--sandbox", options.sandbox,
        utf8(Words::tr("A pretend server on this machine: free, and needs no key")));
    sandbox->excludes(baseUrl);
    command
        .add_option(
            "--sandbox-speed", options.sandboxSpeed,
            utf8(Words::tr("With --sandbox: it works, and every wait passes, X times as fast")))
        ->check(factor())
        ->needs(sandbox)
        ->type_name("X");
    command
        .add_option("--time-scale", options.timeScale,
                    utf8(Words::tr("Divide every wait by X, for servers faster than life")))
        ->check(factor())
        ->type_name("X");
}

void addSandboxOptions(CLI::App &command, Options &options)
{
    addJson(command, options);
    command
        .add_option("--port", options.port, utf8(Words::tr("The port; any free one if not given")))
        ->type_name("PORT");
    command
        .add_option_function<std::string>(
            "--dialect",
            [&options](const std::string &dialect) {
                options.articleDialect = dialect == "article";
            },
            utf8(Words::tr("How it answers: live (as Atlas Cloud does today) or article")))
        ->check(CLI::IsMember({"live", "article"}).description({}))
        ->type_name("DIALECT");
    command.add_option("--speed", options.sandboxSpeed, utf8(Words::tr("Work X times as fast")))
        ->check(factor())
        ->type_name("X");
    command.add_option("--seed", options.seed, utf8(Words::tr("Seed of the faults and times")))
        ->type_name("N");
    command
        .add_option_function<std::vector<std::string>>(
            "--fault",
            [&options](const std::vector<std::string> &faults) {
                for (const std::string &fault : faults)
                    options.faults.append(fromArgument(fault));
            },
            utf8(Words::tr("Fail like this with probability P (0 to 1); may be repeated")))
        ->type_name("NAME=P");
    command
        .add_option_function<std::string>(
            "--log", [&options](const std::string &file) { options.logFile = fromArgument(file); },
            utf8(Words::tr("Write what was accepted and charged, one JSON line each")))
        ->type_name("FILE");
    command.footer(utf8(Words::tr("Faults:") + "\n  "_L1 + sandbox::Faults::names().join(' ')));
}

QString examples()
{
    return Words::tr(R"(Examples:
  rushes-cli run weekly.yaml                      make everything in the batch
  rushes-cli run weekly.yaml --sandbox --sandbox-speed 20
                                                  try it out: free, without a key
  rushes-cli estimate weekly.yaml                 what it will cost
  rushes-cli validate weekly.yaml                 every mistake, with line and column
  rushes-cli run weekly.yaml --json > result.json

The key is read from ATLAS_CLOUD_API_KEY or ATLASCLOUD_API_KEY, in the environment or in a .env
file beside the batch file. It is never an argument.

Exit codes:
  0    all jobs succeeded          3    no key, or it was refused
  1    some job did not            4    the budget or the balance is used up
  2    bad usage or a bad file     130  interrupted)");
}

void translateLabels(CLI::App &app)
{
    const auto formatter = std::make_shared<HelpFormatter>();
    formatter->label("Usage", utf8(Words::tr("Usage")));
    formatter->label("OPTIONS", "OPTIONS");
    formatter->label("SUBCOMMAND", "COMMAND");
    formatter->label("Positionals", utf8(Words::tr("Arguments")));
    formatter->label("Options", utf8(Words::tr("Options")));
    formatter->column_width(26);
    app.formatter(formatter);
}

/// Prints what CLI11 has to say and gives the code to leave with.
int report(const CLI::App &app, const CLI::ParseError &error)
{
    std::ostringstream out;
    std::ostringstream ignored;
    if (app.exit(error, out, ignored) == 0) {
        print(fromArgument(out.str()).trimmed());
        return Succeeded;
    }
    printError(fromArgument(error.what()));
    printError(Words::tr("Run “rushes-cli --help” to see what there is."));
    return BadInput;
}

} // namespace

tl::expected<Options, int> parseOptions(int argc, char **argv)
{
    Options options;
    CLI::App app(utf8(Words::tr("Makes AI images and videos in batches through Atlas Cloud.")),
                 "rushes-cli");
    translateLabels(app);
    app.set_help_flag("-h,--help", utf8(Words::tr("Show this help")));
    app.set_version_flag("--version", "rushes-cli " RUSHES_VERSION,
                         utf8(Words::tr("Show the version")));
    app.footer(utf8(examples()));
    app.require_subcommand(1);

    const auto add = [&](const char *name, const QString &description, Command command) {
        CLI::App *sub = app.add_subcommand(name, utf8(description));
        sub->group(utf8(Words::tr("Commands")));
        sub->footer(std::string());
        sub->callback([&options, command] { options.command = command; });
        return sub;
    };
    addBatchOptions(*add("run", Words::tr("Make everything in a batch"), Command::Run), options);
    addBatchOptions(*add("estimate", Words::tr("Say what a batch will cost"), Command::Estimate),
                    options);
    addBatchOptions(*add("validate", Words::tr("Check a batch file"), Command::Validate), options);
    addJson(*add("models", Words::tr("List the models, their prices and times"), Command::Models),
            options);
    addSandboxOptions(*add("sandbox",
                           Words::tr("Serve a pretend Atlas Cloud on this machine until Ctrl-C"),
                           Command::Sandbox),
                      options);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return tl::unexpected(report(app, error));
    }
    return options;
}

} // namespace cli
