// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/diagnostic.h"

#include <QByteArray>
#include <QList>

#include <vector>

namespace config {

/// Collects what is wrong in one file, and knows which line and column a byte of it stands at.
///
/// A file may be wrong in a million places: beyond `most` errors, and as many warnings, they are
/// only counted, and a last finding says how many there are.
class Findings
{
public:
    static constexpr qsizetype usualMost = 1000;

    Findings(const QString &file, const QByteArray &text, qsizetype most = usualMost);

    /// `at` is a byte's offset in the text; -1: the file as a whole.
    void error(int at, const QString &key, const QString &message);
    void warning(int at, const QString &key, const QString &message);
    /// Where no more are kept: counts one more and answers true. Its words need not be found then.
    bool skipsError() { return skips(m_errors); }
    bool skipsWarning() { return skips(m_warnings); }

    /// The job that the next findings are about; empty: none.
    void setJob(const QString &name) { m_job = name; }

    int lineOf(int at) const; ///< from 1

    /// All that there were, kept or not.
    qsizetype errorCount() const { return m_errors.list.size() + m_errors.more; }
    /// In the order of the file; the collection is empty afterwards.
    QList<Diagnostic> takeErrors();
    QList<Diagnostic> takeWarnings();

private:
    struct Collection
    {
        QList<Diagnostic> list;
        qsizetype more = 0; ///< that were not kept
    };

    bool skips(Collection &collection) const;
    void add(Collection &collection, batch::Severity severity, int at, const QString &key,
             const QString &message);
    QList<Diagnostic> take(Collection &collection) const;
    int columnOf(int at, int line) const;
    qsizetype charactersBefore(qsizetype at) const;

    QString m_file;
    QByteArray m_text;
    qsizetype m_most;
    std::vector<qsizetype> m_lineStarts;
    mutable std::vector<qsizetype> m_characters; ///< before each so many bytes of the text
    QString m_job;
    Collection m_errors;
    Collection m_warnings;
};

} // namespace config
