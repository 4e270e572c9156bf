// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output/runview.h"

namespace cli {

/// One line with a bar, the counts and the bill, drawn anew at every change and never wider than
/// the terminal. Jobs that end without a result, and notices, are printed above it.
class ProgressLine : public RunView
{
public:
    void log(const QString &line) override;
    void jobEnded(const batch::JobResult &result) override;
    void update(const engine::BatchProgress &progress) override;
    void notice(const QString &text) override;
    void close() override;

    /// The line for that progress, `columns` wide at most.
    static QString text(const engine::BatchProgress &progress, int columns);

private:
    void printAbove(const QString &line);

    QString m_line;
};

} // namespace cli
