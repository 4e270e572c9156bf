// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/studio/studio.h"

#include <QHash>
#include <QRandomGenerator>
#include <QString>

namespace sandbox {

/// The addresses that files are fetched from: `/files/TOKEN/NAME`, no key needed. A link may die;
/// then the file gets another.
class Links
{
public:
    struct Link
    {
        Work work;
        bool isResult = true; ///< of a generation; else an upload
        int dead = 0;         ///< the status that it answers for good; 0: it is alive
    };

    /// A fresh token for that file, unlike any of an earlier life.
    QString add(const Work &work, bool isResult)
    {
        const quint64 bits = QRandomGenerator::system()->generate64();
        const QString token = QStringLiteral("%1").arg(bits, 16, 16, QLatin1Char('0'));
        m_links.insert(token, {work, isResult, 0});
        return token;
    }
    /// Null where there is no such token.
    const Link *find(const QString &token) const
    {
        const auto link = m_links.constFind(token);
        return link == m_links.cend() ? nullptr : &*link;
    }
    void kill(const QString &token, int status) { m_links[token].dead = status; }

private:
    QHash<QString, Link> m_links;
};

} // namespace sandbox
