// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/expansion/levels.h"
#include "config/batchfile.h"
#include "config/reading/findings.h"
#include "config/reading/keys/settingsreader.h"
#include "config/reading/tree/node.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace config {

/// Where a sound entry of `jobs` stands.
struct ReadEntry
{
    NodePtr node;
    qsizetype index = 0; ///< in the file's list
};

/// One file on its way into the memory: the batch file, or one that it includes. Call its steps in
/// their order; what is wrong gathers in `findings`.
class FileReading
{
public:
    /// Of errors and of warnings at most `most` are kept.
    FileReading(const QByteArray &text, Format format, const QString &path,
                qsizetype most = Findings::usualMost);

    /// Reads the syntax; false: there is nothing to go on with.
    bool parse();
    /// Reads all but the jobs. A batch file must have a list of jobs, included ones may.
    void readKeys(bool needsJobs);
    /// Reads the jobs, as far as they are sound. `levels` are the defaults that may say what is
    /// missing; null: any may.
    void readEntries(const batch::Levels *levels);

    const QString &path() const { return m_path; }
    const FileKeys &keys() const { return m_keys; }
    const QList<ReadEntry> &entries() const { return m_entries; }
    /// What those entries say, in their order; they are not here any more then.
    QList<batch::JobSource> takeSources() { return std::exchange(m_sources, {}); }
    Findings &findings() { return m_findings; }
    int lineOf(const ReadEntry &entry) const { return m_findings.lineOf(entry.node->at); }

    /// Says something of an entry at the nearest key that is there: "matrix.product", "matrix",
    /// the entry itself. `job` is what it is called.
    void report(const ReadEntry &entry, const QString &key, const QString &job,
                batch::Severity severity, const QString &message);

private:
    bool refuse(int at, const QString &message);

    QByteArray m_body;
    Format m_format;
    QString m_path;
    Findings m_findings;
    NodePtr m_root;
    FileKeys m_keys;
    QList<ReadEntry> m_entries;
    QList<batch::JobSource> m_sources;
};

} // namespace config
