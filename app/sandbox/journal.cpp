// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/journal.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>

namespace sandbox {

using namespace Qt::StringLiterals;

tl::expected<void, QString> Journal::open(const QString &file)
{
    m_file.setFileName(file);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append)) {
        return tl::unexpected(
            QCoreApplication::translate("sandbox::Journal", "The log %1 can't be written: %2.")
                .arg(file, m_file.errorString()));
    }
    return {};
}

void Journal::note(QLatin1StringView event, QJsonObject fields)
{
    if (!m_file.isOpen())
        return;
    fields.insert("time"_L1, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    fields.insert("event"_L1, event);
    m_file.write(QJsonDocument(fields).toJson(QJsonDocument::Compact) + '\n');
    m_file.flush();
}

void Journal::count(const std::function<void(Sandbox::Tally &)> &change)
{
    const QMutexLocker lock(&m_mutex);
    change(m_tally);
}

Sandbox::Tally Journal::tally() const
{
    const QMutexLocker lock(&m_mutex);
    return m_tally;
}

} // namespace sandbox
