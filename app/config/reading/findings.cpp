// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/findings.h"

#include <algorithm>
#include <utility>

namespace config {

namespace {

QList<Diagnostic> inFileOrder(QList<Diagnostic> list)
{
    std::stable_sort(list.begin(), list.end(), [](const Diagnostic &a, const Diagnostic &b) {
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    return list;
}

} // namespace

Findings::Findings(const QString &file, const QByteArray &text)
    : m_file(file)
    , m_text(text)
    , m_lineStarts{0}
{
    for (qsizetype at = m_text.indexOf('\n'); at >= 0; at = m_text.indexOf('\n', at + 1))
        m_lineStarts.push_back(at + 1);
}

void Findings::error(int at, const QString &key, const QString &message)
{
    m_errors.append(diagnostic(batch::Severity::Error, at, key, message));
}

void Findings::warning(int at, const QString &key, const QString &message)
{
    m_warnings.append(diagnostic(batch::Severity::Warning, at, key, message));
}

int Findings::lineOf(int at) const
{
    const auto next = std::upper_bound(m_lineStarts.begin(), m_lineStarts.end(), at);
    return int(next - m_lineStarts.begin());
}

QList<Diagnostic> Findings::takeErrors()
{
    return inFileOrder(std::exchange(m_errors, {}));
}

QList<Diagnostic> Findings::takeWarnings()
{
    return inFileOrder(std::exchange(m_warnings, {}));
}

Diagnostic Findings::diagnostic(batch::Severity severity, int at, const QString &key,
                                const QString &message) const
{
    Diagnostic result{severity, m_file, 0, 0, key, m_job, message};
    if (at >= 0) {
        result.line = lineOf(at);
        const qsizetype start = m_lineStarts[size_t(result.line) - 1];
        // Editors count characters; the offset counts bytes.
        const QByteArray before = m_text.mid(start, at - start);
        result.column = 1 + int(std::count_if(before.begin(), before.end(), [](char byte) {
                            return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u;
                        }));
    }
    return result;
}

} // namespace config
