// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/findings.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace config {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(config::Findings)
};

/// Editors count characters; offsets count bytes.
qsizetype charactersIn(QByteArrayView text)
{
    return std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    });
}

} // namespace

Findings::Findings(const QString &file, const QByteArray &text, qsizetype most)
    : m_file(file)
    , m_text(text)
    , m_most(most)
    , m_lineStarts{0}
    , m_characters{0}
{
    for (qsizetype at = m_text.indexOf('\n'); at >= 0; at = m_text.indexOf('\n', at + 1))
        m_lineStarts.push_back(at + 1);
}

void Findings::error(int at, const QString &key, const QString &message)
{
    add(m_errors, batch::Severity::Error, at, key, message);
}

void Findings::warning(int at, const QString &key, const QString &message)
{
    add(m_warnings, batch::Severity::Warning, at, key, message);
}

int Findings::lineOf(int at) const
{
    const auto next = std::upper_bound(m_lineStarts.begin(), m_lineStarts.end(), at);
    return int(next - m_lineStarts.begin());
}

QList<Diagnostic> Findings::takeErrors()
{
    return take(m_errors);
}

QList<Diagnostic> Findings::takeWarnings()
{
    return take(m_warnings);
}

bool Findings::skips(Collection &collection) const
{
    const bool isFull = collection.list.size() >= m_most;
    collection.more += isFull ? 1 : 0;
    return isFull;
}

void Findings::add(Collection &collection, batch::Severity severity, int at, const QString &key,
                   const QString &message)
{
    if (skips(collection))
        return;
    Diagnostic result{severity, m_file, 0, 0, key, m_job, message};
    if (at >= 0) {
        result.line = lineOf(at);
        result.column = columnOf(at, result.line);
    }
    collection.list.append(result);
}

QList<Diagnostic> Findings::take(Collection &collection) const
{
    Collection taken = std::exchange(collection, {});
    QList<Diagnostic> &list = taken.list;
    std::ranges::stable_sort(list, [](const Diagnostic &a, const Diagnostic &b) {
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    if (taken.more > 0) {
        Diagnostic last = list.constLast();
        last.key.clear();
        last.job.clear();
        const auto more = static_cast<int>(taken.more);
        last.message = last.severity == batch::Severity::Error
            ? Words::tr("%n more errors are not listed.", nullptr, more)
            : Words::tr("%n more warnings are not listed.", nullptr, more);
        list.append(last);
    }
    return list;
}

int Findings::columnOf(int at, int line) const
{
    const qsizetype start = m_lineStarts[size_t(line) - 1];
    return int(1 + charactersBefore(at) - charactersBefore(start));
}

/// A line may be as long as the file, so nothing is counted twice but a few kilobytes.
qsizetype Findings::charactersBefore(qsizetype at) const
{
    constexpr qsizetype step = 4096;
    const qsizetype end = std::min(at, m_text.size());
    const QByteArrayView text(m_text);
    while (qsizetype(m_characters.size()) * step <= end) {
        const qsizetype from = qsizetype(m_characters.size() - 1) * step;
        m_characters.push_back(m_characters.back() + charactersIn(text.sliced(from, step)));
    }
    const qsizetype from = end / step * step;
    return m_characters[size_t(end / step)] + charactersIn(text.sliced(from, end - from));
}

} // namespace config
