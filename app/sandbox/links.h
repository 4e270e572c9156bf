// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/studio/studio.h"

#include <QDateTime>
#include <QHash>
#include <QRandomGenerator>
#include <QString>

#include <chrono>

namespace sandbox {

/// A file that was uploaded, and its link.
struct Upload
{
    QString token;
    Work work;
    QDateTime at;    ///< UTC
    QDateTime until; ///< UTC; invalid: for ever
};

/// The addresses that files are fetched from: `/files/TOKEN/NAME`, no key needed. A link may die,
/// or its time be over; then a result gets another.
class Links
{
public:
    struct Link
    {
        Work work;
        bool isResult = true; ///< of a generation; else an upload
        QDateTime until;      ///< UTC; invalid: for ever
        int dead = 0;         ///< the status that it answers for good

        /// What it answers; 0: it is alive, and the file's own.
        int death() const
        {
            const bool isOver = until.isValid() && QDateTime::currentDateTimeUtc() >= until;
            return dead == 0 && isOver ? 403 : dead;
        }
    };

    /// Not above zero: for ever.
    Links(std::chrono::milliseconds resultLife, std::chrono::milliseconds uploadLife)
        : m_resultLife(resultLife)
        , m_uploadLife(uploadLife)
    {
    }

    /// A fresh token for the result of a generation, unlike any of an earlier life.
    QString addResult(const Work &work)
    {
        const QString token = newToken();
        m_links.insert(token, {work, true, after(m_resultLife), 0});
        return token;
    }
    Upload addUpload(const Work &work)
    {
        const Upload upload{newToken(), work, QDateTime::currentDateTimeUtc(), after(m_uploadLife)};
        restore(upload);
        return upload;
    }
    /// One of another life. One that is known stays as it is.
    void restore(const Upload &upload)
    {
        if (!m_links.contains(upload.token))
            m_links.insert(upload.token, {upload.work, false, upload.until, 0});
    }
    void remove(const QString &token) { m_links.remove(token); }
    /// Null where there is no such token.
    const Link *find(const QString &token) const
    {
        const auto link = m_links.constFind(token);
        return link == m_links.cend() ? nullptr : &*link;
    }
    void kill(const QString &token, int status) { m_links[token].dead = status; }
    /// All that there are.
    void killAll()
    {
        for (Link &link : m_links)
            link.dead = link.dead == 0 ? 403 : link.dead;
    }

private:
    static QString newToken()
    {
        const quint64 bits = QRandomGenerator::system()->generate64();
        return QStringLiteral("%1").arg(bits, 16, 16, QLatin1Char('0'));
    }
    static QDateTime after(std::chrono::milliseconds life)
    {
        return life.count() > 0 ? QDateTime::currentDateTimeUtc().addMSecs(life.count())
                                : QDateTime();
    }

    std::chrono::milliseconds m_resultLife;
    std::chrono::milliseconds m_uploadLife;
    QHash<QString, Link> m_links;
};

} // namespace sandbox
