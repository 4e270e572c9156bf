// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"
#include "catalog/search.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <tl/expected.hpp>

#include <optional>

namespace cli {

enum class Command {
    Run,
    Resume,
    Retry,
    Status,
    Resolve,
    Estimate,
    Validate,
    Expand,
    Set,
    Add,
    Remove,
    Import,
    Schema,
    Models,
    Sandbox,
};

/// What the command line asks for. `estimate` and `validate` take the options that say what a run
/// is to make, so that its price is one changed word away.
struct Options
{
    Command command = Command::Run;
    bool json = false; ///< one JSON document on stdout, nothing else there

    // all but schema and sandbox; models: empty, or whose models are meant
    QString file;

    // run, resume, retry, status, resolve, estimate, validate
    QString outputDir;              ///< empty: the batch's own
    std::optional<int> concurrency; ///< slots, in place of the batch's
    QUrl baseUrl;                   ///< empty: see account/access.h; also of models: whose list
    bool sandbox = false;
    double sandboxSpeed = 1;
    std::optional<double> timeScale; ///< the sandbox's speed where it isn't given

    // run, resume, retry, resolve
    bool again = false;          ///< makes also anew what is there
    bool despiteBalance = false; ///< begins without asking for the balance
    bool waits = false;          ///< for another program that is at work on the batch
    bool watches = false;        ///< looks on at what that one does
    bool newLedger = false;      ///< keeps a damaged ledger aside

    // resolve, set, add
    QString job; ///< its name; for resolve also the id of its submission

    // resolve: one of both
    bool submitsAgain = false;
    bool forgets = false;

    // set, add, remove, import
    bool clean = false; ///< writes the file in the house's layout

    // set, add, import
    QString key;
    QString value;
    bool hasValue = false;   ///< it may be empty
    bool unsets = false;     ///< takes the key out
    QStringList assignments; ///< KEY=VALUE

    // import
    QString table;                 ///< a file; "-": stdin
    QStringList columns;           ///< COLUMN=KEY
    QString encoding;              ///< sheet::encodingFromKey; empty: found out
    QChar separator;               ///< null: found out
    std::optional<QChar> quote;    ///< null: quotes are plain text; nothing: found out
    std::optional<bool> hasHeader; ///< nothing: found out
    bool onlyShows = false;        ///< writes nothing

    // models, remove
    QStringList words; ///< to search for, or one model's id; the jobs to remove

    // models
    std::optional<batch::MediaType> type;
    std::optional<catalog::ModelKind> kind;
    catalog::ModelOrder order = catalog::ModelOrder::Relevance;
    bool refreshes = false; ///< fetches the live list first

    // sandbox
    quint16 port = 0; ///< 0: any free one
    bool articleDialect = false;
    quint32 seed = 1;
    QStringList faults; ///< NAME=PROBABILITY
    QString logFile;
    QString stateFile;                  ///< what was accepted, for the next sandbox
    QString modelsFile;                 ///< its models, a snapshot; empty: the built-in ones
    std::optional<batch::Cost> balance; ///< what may be spent, in place of the usual
};

/// Reads the command line. Prints help, the version, or what is wrong by itself; the exit code to
/// leave with comes as the error then.
tl::expected<Options, int> parseOptions(int argc, char **argv);

} // namespace cli
