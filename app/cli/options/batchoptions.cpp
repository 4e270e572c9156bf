// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/batchoptions.h"

#include "cli/options/optionchecks.h"

#include <QCoreApplication>

namespace cli {

namespace {

// Unqualified below: lupdate takes `CLI` for the context of the texts inside.
using CLI::Option;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Options)
};

void addOutputDir(CLI::App &command, Options &options)
{
    command
        .add_option_function<std::string>(
            "--output-dir",
            [&options](const std::string &folder) { options.outputDir = fromArgument(folder); },
            utf8(Words::tr("Where the results go, in place of the batch's output_dir")))
        ->type_name("DIR");
}

/// Which server. The answer is the option --sandbox.
Option *addServer(CLI::App &command, Options &options)
{
    Option *baseUrl =
        command
            .add_option_function<std::string>(
                "--base-url",
                [&options](const std::string &url) { options.baseUrl = QUrl(fromArgument(url)); },
                utf8(Words::tr("Another server than Atlas Cloud's; the key is sent there")))
            ->check(serverAddress())
            ->type_name("URL");
    Option *sandbox = command.add_flag(
        "--sandbox", options.sandbox,
        utf8(Words::tr("A pretend server on this machine: free, and needs no key")));
    return sandbox->excludes(baseUrl);
}

void addPace(CLI::App &command, Options &options, Option *sandbox)
{
    command
        .add_option("--concurrency", options.concurrency,
                    utf8(Words::tr("How many jobs at once, in place of the batch's max_workers")))
        ->check(CLI::Range(1, 1000).description({}))
        ->type_name("N");
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

Option *addWait(CLI::App &command, Options &options)
{
    return command.add_flag(
        "--wait", options.waits,
        utf8(Words::tr("If another program is at work on the batch, wait for it")));
}

void addNewLedger(CLI::App &command, Options &options)
{
    command.add_flag("--new-ledger", options.newLedger,
                     utf8(Words::tr("If the ledger is damaged, keep it aside and begin a new one "
                                    "with what can still be read of it")));
}

void addBalance(CLI::App &command, Options &options)
{
    command.add_flag("--despite-balance", options.despiteBalance,
                     utf8(Words::tr("Begin even if the balance falls short of the whole batch")));
}

} // namespace

void addFile(CLI::App &command, Options &options)
{
    command
        .add_option_function<std::string>(
            "FILE,--config",
            [&options](const std::string &file) { options.file = fromArgument(file); },
            utf8(Words::tr("The batch: YAML or JSON")))
        ->required()
        ->type_name("FILE");
}

void addJson(CLI::App &command, Options &options)
{
    command.add_flag("--json", options.json,
                     utf8(Words::tr("One JSON document on stdout and nothing else there")));
}

void addBatchOptions(CLI::App &command, Options &options)
{
    addFile(command, options);
    addJson(command, options);
    addOutputDir(command, options);
    addPace(command, options, addServer(command, options));
}

void addContinueOptions(CLI::App &command, Options &options)
{
    addBatchOptions(command, options);
    addBalance(command, options);
    Option *wait = addWait(command, options);
    command
        .add_flag("--watch", options.watches,
                  utf8(Words::tr("If another program is at work on the batch, look on until it "
                                 "has ended")))
        ->excludes(wait);
    addNewLedger(command, options);
}

void addRunOptions(CLI::App &command, Options &options)
{
    addContinueOptions(command, options);
    command.add_flag("--again", options.again,
                     utf8(Words::tr("Make everything anew, also what is there and unchanged")));
}

void addStatusOptions(CLI::App &command, Options &options)
{
    addFile(command, options);
    addJson(command, options);
    addOutputDir(command, options);
    addServer(command, options);
}

void addResolveOptions(CLI::App &command, Options &options)
{
    addFile(command, options);
    command
        .add_option_function<std::string>(
            "JOB", [&options](const std::string &job) { options.job = fromArgument(job); },
            utf8(Words::tr("Its name, or the id of its submission")))
        ->required()
        ->type_name("JOB");
    Option *again = command.add_flag(
        "--submit-again", options.submitsAgain,
        utf8(
            Words::tr("Send it once more: if the first was accepted after all, both are charged")));
    Option *forget =
        command.add_flag("--forget", options.forgets,
                         utf8(Words::tr("Give it up: the next run makes it. No money is counted "
                                        "for it, unless it is known to be paid for")));
    again->excludes(forget);
    addJson(command, options);
    addOutputDir(command, options);
    addPace(command, options, addServer(command, options));
    addBalance(command, options);
    addWait(command, options);
    addNewLedger(command, options);
}

} // namespace cli
