// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/progressline.h"

#include "cli/output/durationtext.h"
#include "cli/output/terminal.h"

#include <QCoreApplication>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastBar = 8; // columns
constexpr int mostBar = 30;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::ProgressLine)
};

/// What there is to say, the most important first.
QStringList parts(const engine::BatchProgress &progress)
{
    const batch::BillLine &bill = progress.bill.all;
    QStringList list{Words::tr("%1/%2").arg(progress.ended()).arg(progress.total),
                     Words::tr("%1 of %2").arg(bill.spent.toDisplay(), bill.total().toDisplay())};
    const int failed = progress.failed + progress.unresolved;
    if (failed > 0)
        list.append(Words::tr("%1 failed").arg(failed));
    const int active = progress.submitting + progress.generating + progress.downloading;
    if (progress.paused == engine::PauseReason::Network)
        list.append(Words::tr("waiting for the network"));
    if (progress.stopping)
        list.append(Words::tr("stopping, %1 to wait for").arg(active));
    else if (progress.remaining)
        list.append(
            Words::tr("about %1 left")
                .arg(durationText(static_cast<double>(progress.remaining->count()) / 1000)));
    if (active > 0 && !progress.stopping)
        list.append(Words::tr("%1 under way").arg(active));
    return list;
}

QString bar(int done, int total, int columns)
{
    const int full = total > 0 ? columns * done / total : 0;
    return u'[' + QString(full, u'#') + QString(columns - full, u'-') + u']';
}

} // namespace

QString ProgressLine::text(const engine::BatchProgress &progress, int columns)
{
    // A bar whose width depends on the terminal alone does not jump when the words change.
    const int barColumns = std::min(columns / 3, mostBar);
    const bool showsBar = barColumns >= leastBar;
    const int room = showsBar ? columns - barColumns - 4 : columns; // brackets, two blanks
    QStringList list = parts(progress);
    while (list.size() > 1 && columnsOf(list.join("  "_L1)) > room)
        list.removeLast();
    const QString words = fitted(list.join("  "_L1), room);
    if (!showsBar)
        return words;
    return bar(progress.ended(), progress.total, barColumns) + "  "_L1 + words;
}

void ProgressLine::log(const QString &)
{
    // A person who watches the line sees the counts move; the log is for files.
}

void ProgressLine::jobEnded(const batch::JobResult &result)
{
    if (result.state != batch::JobState::Succeeded)
        printAbove(endText(result));
}

void ProgressLine::update(const engine::BatchProgress &progress)
{
    // The last column stays free: some terminals wrap as soon as it is written to.
    m_line = text(progress, terminalWidth() - 1);
    redrawLine(m_line);
}

void ProgressLine::notice(const QString &words)
{
    printAbove(words);
}

void ProgressLine::close()
{
    redrawLine({});
}

void ProgressLine::printAbove(const QString &line)
{
    redrawLine({});
    printError(line);
    redrawLine(m_line);
}

} // namespace cli
