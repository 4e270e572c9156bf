// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/diagnostic.h"

#include <QByteArray>
#include <QList>

#include <vector>

namespace config {

/// Collects what is wrong in one file, and knows which line and column a byte of it stands at.
class Findings
{
public:
    Findings(const QString &file, const QByteArray &text);

    /// `at` is a byte's offset in the text; -1: the file as a whole.
    void error(int at, const QString &key, const QString &message);
    void warning(int at, const QString &key, const QString &message);

    /// The job that the next findings are about; empty: none.
    void setJob(const QString &name) { m_job = name; }

    int lineOf(int at) const; ///< from 1

    qsizetype errorCount() const { return m_errors.size(); }
    /// In the order of the file; the collection is empty afterwards.
    QList<Diagnostic> takeErrors();
    QList<Diagnostic> takeWarnings();

private:
    Diagnostic diagnostic(batch::Severity severity, int at, const QString &key,
                          const QString &message) const;

    QString m_file;
    QByteArray m_text;
    std::vector<qsizetype> m_lineStarts;
    QString m_job;
    QList<Diagnostic> m_errors;
    QList<Diagnostic> m_warnings;
};

} // namespace config
