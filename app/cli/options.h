// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

#include <tl/expected.hpp>

#include <optional>

namespace cli {

enum class Command { Run, Estimate, Validate, Models, Sandbox };

/// What the command line asks for. `run`, `estimate` and `validate` take the same options, so
/// that the price of a run is one changed word away.
struct Options
{
    Command command = Command::Run;
    bool json = false; ///< one JSON document on stdout, nothing else there

    // run, estimate, validate
    QString file;
    QString outputDir;              ///< empty: the batch's own
    std::optional<int> concurrency; ///< slots, in place of the batch's
    QUrl baseUrl;                   ///< empty: see account/access.h
    bool sandbox = false;
    double sandboxSpeed = 1;
    std::optional<double> timeScale; ///< the sandbox's speed where it isn't given

    // sandbox
    quint16 port = 0; ///< 0: any free one
    bool articleDialect = false;
    quint32 seed = 1;
    QStringList faults; ///< NAME=PROBABILITY
    QString logFile;
};

/// Reads the command line. Prints help, the version, or what is wrong by itself; the exit code to
/// leave with comes as the error then.
tl::expected<Options, int> parseOptions(int argc, char **argv);

} // namespace cli
