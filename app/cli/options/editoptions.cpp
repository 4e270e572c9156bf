// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/editoptions.h"

#include "cli/options/batchoptions.h"
#include "cli/options/optionchecks.h"
#include "sheet/encoding.h"

#include <QCoreApplication>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

// Unqualified below: lupdate takes `CLI` for the context of the texts inside.
using CLI::App;
using CLI::IsMember;
using CLI::Option;
using CLI::Validator;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Options)
};

Option *addText(App &command, const char *name, QString &text, const QString &description,
                const char *typeName)
{
    return command
        .add_option_function<std::string>(
            name, [&text](const std::string &given) { text = fromArgument(given); },
            utf8(description))
        ->type_name(typeName);
}

Option *addTexts(App &command, const char *name, QStringList &texts, const QString &description,
                 const char *typeName)
{
    return command
        .add_option_function<std::vector<std::string>>(
            name,
            [&texts](const std::vector<std::string> &given) {
                for (const std::string &text : given)
                    texts.append(fromArgument(text));
            },
            utf8(description))
        ->type_name(typeName);
}

/// KEY=VALUE.
Validator assignment()
{
    return Validator(
        [](std::string &text) {
            const QString given = fromArgument(text);
            return given.indexOf(u'=') > 0 ? std::string()
                                           : utf8(Words::tr("%1: expected KEY=VALUE").arg(given));
        },
        {});
}

Validator encoding()
{
    return Validator(
        [](std::string &text) {
            const auto known = sheet::encodingFromKey(fromArgument(text));
            return known && sheet::isSupported(*known)
                ? std::string()
                : utf8(Words::tr("%1 is no encoding that is known here").arg(fromArgument(text)));
        },
        {});
}

void addJob(App &command, Options &options)
{
    addText(command, "JOB", options.job, Words::tr("Its name, as the file says it"), "JOB")
        ->required();
}

void addClean(App &command, Options &options)
{
    command.add_flag("--clean", options.clean,
                     utf8(Words::tr("Write the file anew, with all values but without the comments "
                                    "and the layout within")));
}

void addSeparator(App &command, Options &options)
{
    command
        .add_option_function<std::string>(
            "--separator",
            [&options](const std::string &given) {
                const QString text = fromArgument(given);
                options.separator = text == u"tab" || text == u"\\t" ? QChar(u'\t') : text.at(0);
            },
            utf8(Words::tr("One character, or “tab”")))
        ->check(Validator(
            [](std::string &text) {
                const QString given = fromArgument(text);
                return given.size() == 1 || given == u"tab" || given == u"\\t"
                    ? std::string()
                    : utf8(Words::tr("A separator is one character"));
            },
            {}))
        ->type_name("CHARACTER");
}

void addQuotes(App &command, Options &options)
{
    command
        .add_option_function<std::string>(
            "--quotes",
            [&options](const std::string &given) {
                options.quote = given == "double" ? QChar(u'"')
                    : given == "single"           ? QChar(u'\'')
                                                  : QChar();
            },
            utf8(Words::tr("What cells with separators or line breaks are put in: double, single, "
                           "or none, where quotes are plain text")))
        ->check(IsMember({"double", "single", "none"}).description({}))
        ->type_name("KIND");
}

void addHeader(App &command, Options &options)
{
    Option *header = command.add_flag_callback(
        "--header", [&options] { options.hasHeader = true; },
        utf8(Words::tr("The first row names the columns")));
    command
        .add_flag_callback(
            "--no-header", [&options] { options.hasHeader = false; },
            utf8(Words::tr("The first row is a job like all others")))
        ->excludes(header);
}

} // namespace

void addSetOptions(App &command, Options &options)
{
    addFile(command, options);
    addJob(command, options);
    addText(command, "KEY", options.key,
            Words::tr("A key of the job, such as prompt, params.seed or vars.colour"), "KEY")
        ->required();
    Option *value = command
                        .add_option_function<std::string>(
                            "VALUE",
                            [&options](const std::string &given) {
                                options.value = fromArgument(given);
                                options.hasValue = true;
                            },
                            utf8(Words::tr("What it is to say; for keys that are no texts, as "
                                           "YAML")))
                        ->type_name("VALUE");
    command.add_flag("--unset", options.unsets, utf8(Words::tr("Take the key out of the file")))
        ->excludes(value);
    addClean(command, options);
    addJson(command, options);
}

void addAddOptions(App &command, Options &options)
{
    addFile(command, options);
    addJob(command, options);
    addTexts(command, "KEY=VALUE", options.assignments,
             Words::tr("What the job says, such as type=image; the defaults say the rest"),
             "KEY=VALUE")
        ->check(assignment());
    addClean(command, options);
    addJson(command, options);
}

void addRemoveOptions(App &command, Options &options)
{
    addFile(command, options);
    addTexts(command, "JOB", options.words, Words::tr("Their names, as the file says them"), "JOB")
        ->required();
    addClean(command, options);
    addJson(command, options);
}

void addImportOptions(App &command, Options &options)
{
    addFile(command, options);
    addText(command, "TABLE", options.table, Words::tr("A CSV or TSV file; - reads stdin"), "TABLE")
        ->required();
    addTexts(command, "--set", options.assignments,
             Words::tr("What all rows share, such as type=image or prompt=\"A {product}\"; may be "
                       "repeated"),
             "KEY=VALUE")
        ->check(assignment())
        ->allow_extra_args(false);
    addTexts(command, "--column", options.columns,
             Words::tr("What a column becomes, in place of what was found out: a key, {variable}, "
                       "params.NAME, or nothing; may be repeated"),
             "COLUMN=KEY")
        ->check(assignment())
        ->allow_extra_args(false);
    addText(command, "--encoding", options.encoding,
            Words::tr("Such as utf-8, utf-16le or big5, in place of what was found out"), "NAME")
        ->check(encoding());
    addSeparator(command, options);
    addQuotes(command, options);
    addHeader(command, options);
    command.add_flag("--dry-run", options.onlyShows,
                     utf8(Words::tr("Say what would come of it and what it would cost; write "
                                    "nothing")));
    addClean(command, options);
    addJson(command, options);
}

void addExpandOptions(App &command, Options &options)
{
    addFile(command, options);
    command.add_flag("--json", options.json, utf8(Words::tr("As JSON in place of YAML")));
}

} // namespace cli
