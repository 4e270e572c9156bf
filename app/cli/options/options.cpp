// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/options.h"

#include "cli/exitcode.h"
#include "cli/options/batchoptions.h"
#include "cli/options/editoptions.h"
#include "cli/options/modeloptions.h"
#include "cli/options/optionchecks.h"
#include "cli/output/helpformatter.h"
#include "cli/output/terminal.h"
#include "sandbox/faults.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

#include <sstream>
#include <string>
#include <vector>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Options)
};

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
    command
        .add_option_function<std::string>(
            "--state",
            [&options](const std::string &file) { options.stateFile = fromArgument(file); },
            utf8(Words::tr("Keep there what was accepted, and go on with it after a restart")))
        ->type_name("FILE");
    command
        .add_option_function<std::string>(
            "--models",
            [&options](const std::string &file) { options.modelsFile = fromArgument(file); },
            utf8(Words::tr("Serve the models of that file, a list with its schemas, in place of "
                           "the built-in ones")))
        ->type_name("FILE");
    command
        .add_option_function<std::string>(
            "--balance",
            [&options](const std::string &usd) {
                options.balance = batch::Cost::fromDecimal(fromArgument(usd));
            },
            utf8(Words::tr("How much may be spent before it answers 402")))
        ->check(amount())
        ->type_name("USD");
    command.footer(utf8(Words::tr("Faults:") + "\n  "_L1 + sandbox::Faults::names().join(' ')));
}

QString examples()
{
    return Words::tr(R"(Examples:
  rushes-cli run weekly.yaml                      make what the batch has no result of yet
  rushes-cli run weekly.yaml --sandbox --sandbox-speed 20
                                                  try it out: free, without a key
  rushes-cli status weekly.yaml                   how it stands, job by job
  rushes-cli resume weekly.yaml                   fetch what was paid for; submits nothing
  rushes-cli retry weekly.yaml                    only what failed
  rushes-cli resolve weekly.yaml "Opening" --submit-again
                                                  decide on a job of unknown fate
  rushes-cli estimate weekly.yaml                 what it will cost
  rushes-cli validate weekly.yaml                 every mistake, with line and column
  rushes-cli run weekly.yaml --json > result.json
  rushes-cli models seedance --type video         find a model; by its id: all about it
  rushes-cli expand weekly.yaml                   the jobs that variables and lists make
  rushes-cli set weekly.yaml "Opening" prompt "Dawn over the sea"
                                                  change a key; comments and order stay
  rushes-cli import weekly.yaml products.csv --set type=image
                                                  one job for each row of a table

The key is read from ATLAS_CLOUD_API_KEY or ATLASCLOUD_API_KEY, in the environment or in a .env
file beside the batch file, or from the keychain. It is never an argument.

Exit codes:
  0    all jobs succeeded          4    the budget, the month's limit or the balance is used up
  1    some job did not            5    another program is at work on this batch
  2    bad usage or a bad file     130  interrupted; “resume” goes on
  3    no key, or it was refused)");
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
        print(withoutGuards(out.str()).trimmed());
        return Succeeded;
    }
    printError(withoutGuards(error.what()));
    printError(Words::tr("Run “rushes-cli --help” to see what there is."));
    return BadInput;
}

/// All that the program can do, in the order of its help.
void addCommands(CLI::App &app, Options &options)
{
    const auto add = [&](const char *name, const QString &description,
                         Command command) -> CLI::App & {
        CLI::App *sub = app.add_subcommand(name, utf8(description));
        sub->group(utf8(Words::tr("Commands")));
        sub->footer(std::string());
        sub->callback([&options, command] { options.command = command; });
        return *sub;
    };
    addRunOptions(add("run", Words::tr("Make what a batch has no result of yet"), Command::Run),
                  options);
    addContinueOptions(add("resume",
                           Words::tr("Fetch what was paid for and not fetched; submits nothing"),
                           Command::Resume),
                       options);
    addContinueOptions(
        add("retry", Words::tr("Make what failed, and nothing else"), Command::Retry), options);
    addStatusOptions(add("status", Words::tr("Say how a batch stands"), Command::Status), options);
    addResolveOptions(add("resolve",
                          Words::tr("Decide on a job of which nobody knows whether it was "
                                    "accepted, or give up what was paid for"),
                          Command::Resolve),
                      options);
    addBatchOptions(add("estimate", Words::tr("Say what a batch will cost"), Command::Estimate),
                    options);
    addBatchOptions(add("validate", Words::tr("Check a batch file"), Command::Validate), options);
    addExpandOptions(add("expand",
                         Words::tr("Print the plain batch: every job that it makes, one by one"),
                         Command::Expand),
                     options);
    addSetOptions(add("set", Words::tr("Change one key of a job in the file"), Command::Set),
                  options);
    addAddOptions(add("add", Words::tr("Add a job to the file"), Command::Add), options);
    addRemoveOptions(add("remove", Words::tr("Take jobs out of the file"), Command::Remove),
                     options);
    addImportOptions(add("import", Words::tr("Add a job for each row of a table"), Command::Import),
                     options);
    add("schema", Words::tr("Print the batch file's JSON Schema, for text editors"),
        Command::Schema);
    addModelOptions(add("models", Words::tr("Find models: their prices, times and parameters"),
                        Command::Models),
                    options);
    addSandboxOptions(add("sandbox",
                          Words::tr("Serve a pretend Atlas Cloud on this machine until Ctrl-C"),
                          Command::Sandbox),
                      options);
}

/// The arguments as CLI11 takes them: the last one first.
std::vector<std::string> argumentsOf(int argc, char **argv)
{
    std::vector<std::string> arguments;
    for (int i = argc; --i > 0;)
        arguments.push_back(guarded(argv[i]));
    return arguments;
}

/// What no option alone can be asked; empty: all is said.
QString whatIsMissing(const Options &options)
{
    if (options.command == Command::Set && !options.unsets && !options.hasValue)
        return Words::tr("Say what it is to be: a VALUE, or --unset.");
    if (options.command == Command::Resolve && !options.submitsAgain && !options.forgets)
        return Words::tr("Say what to do with it: --submit-again or --forget.");
    return {};
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
    addCommands(app, options);
    try {
        app.parse(argumentsOf(argc, argv));
    } catch (const CLI::ParseError &error) {
        return tl::unexpected(report(app, error));
    }
    if (const QString missing = whatIsMissing(options); !missing.isEmpty()) {
        printError(missing);
        return tl::unexpected(static_cast<int>(BadInput));
    }
    return options;
}

} // namespace cli
