// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/eventlog.h"

#include "cli/output/terminal.h"

#include <QDateTime>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

void write(QLatin1StringView level, const QString &text)
{
    QString line = text;
    line.replace(u'\n', u' ');
    const QString time = QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
    printError(time + " ["_L1 + level + "] "_L1 + line);
}

} // namespace

void EventLog::log(const QString &line)
{
    write("INFO"_L1, line);
}

void EventLog::jobEnded(const batch::JobResult &result)
{
    const bool good = result.state == batch::JobState::Succeeded;
    write(good ? "INFO"_L1 : "ERROR"_L1, endText(result));
}

void EventLog::update(const engine::BatchProgress &)
{
    // Every change that matters comes as an event.
}

void EventLog::notice(const QString &text)
{
    write("WARNING"_L1, text);
}

void EventLog::close() { }

} // namespace cli
