// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "session/document/madejobs.h"

#include <QHash>
#include <QList>
#include <QString>

#include <utility>

namespace ui {

class BatchDocument;

/// A row of the job table.
struct JobRow
{
    enum class Kind {
        File,     ///< the heading above what an included file makes
        Included, ///< a job of an included file
        Entry,    ///< an entry of the batch, with the one job or the jobs that it makes
        Made,     ///< one of several jobs that the entry above makes
    };

    Kind kind = Kind::Entry;
    batch::JobId id{}; ///< of the entry or the job; of a file none
    QString file = {}; ///< the path of an included file; else empty
    int number = 0;    ///< of a file that stands there more than once, from 0

    bool isHeading() const { return kind == Kind::File || kind == Kind::Entry; }
    friend bool operator==(const JobRow &, const JobRow &) = default;
    friend size_t qHash(const JobRow &row, size_t seed = 0)
    {
        return qHashMulti(seed, int(row.kind), row.id, row.file, row.number);
    }
};

/// A document's entries and what they make as one flat list of rows: included files first, then
/// the entries, each with the jobs that it makes below it where it is open. An entry or file with
/// more than one job is open at first where it has few, and then as a person left it.
///
/// The list is what it was last told to be: whoever keeps it makes it follow the document.
class JobRows
{
public:
    /// The document must outlive this.
    explicit JobRows(const BatchDocument *document);

    int count() const { return static_cast<int>(m_rows.size()); }
    const JobRow &at(int row) const { return m_rows.at(row); }
    const QList<JobRow> &all() const { return m_rows; }
    // -1 where there is no row: it is gone, or what makes it is closed. One of the jobs of an
    // entry may have the entry's own id: it is the one that was there before the others.
    int rowOfEntry(batch::JobId id) const;
    /// Of a job that has a row of its own below an entry or a file.
    int rowOfJob(batch::JobId id) const;
    int rowOfFile(const MadeJobs::IncludedFile &file) const;
    /// The file that this row belongs to; null where that is none, or it is gone.
    const MadeJobs::IncludedFile *fileOf(int row) const;
    /// The row after the last one that belongs to this entry or file.
    int blockEnd(int row) const;
    /// Where an entry or file stands that this row belongs to; the row itself where it is one.
    int headingOf(int row) const;
    /// It has rows below it, or would have if it were open.
    bool canOpen(int row) const;
    bool isOpen(int row) const;
    /// Any row can be opened.
    bool hasFolds() const;

    // What the rows ought to be by what the document says now.

    QList<JobRow> wanted() const;
    QList<JobRow> wantedFor(int entry) const;

    // Changes of the list.

    void setOpen(int row, bool open);
    void forgetOpen() { m_open.clear(), m_openFiles.clear(); }
    void replace(const QList<JobRow> &rows);
    void insert(int row, const QList<JobRow> &rows);
    void remove(int row, int count);

private:
    bool isOpenAtFirst(int jobs) const;
    void index() const;
    void forgetIndex() { m_entryRows.clear(), m_jobRows.clear(); }

    const BatchDocument *m_document;
    QList<JobRow> m_rows;
    mutable QHash<batch::JobId, bool> m_open;                 ///< entries
    mutable QHash<std::pair<QString, int>, bool> m_openFiles; ///< by path and number
    mutable QHash<batch::JobId, int> m_entryRows;
    mutable QHash<batch::JobId, int> m_jobRows;
};

/// What turns one list of rows into another: one piece taken out, one put in at its place.
struct RowSplice
{
    int at = 0;
    int removed = 0;
    QList<JobRow> inserted;
};
RowSplice spliceOf(const QList<JobRow> &before, const QList<JobRow> &after);

/// The same in steps that leave the rows alone that stay: pieces are taken out, from below; what is
/// left is brought into its new order; and pieces are put in, from above.
struct RowSteps
{
    struct Removal
    {
        int at = 0;
        int count = 0;
    };
    struct Insertion
    {
        int at = 0;
        QList<JobRow> rows;
    };
    QList<Removal> removals;
    QList<JobRow> reordered; ///< all that is left; empty: it stands in its order
    QList<Insertion> insertions;
};
RowSteps stepsBetween(const QList<JobRow> &before, const QList<JobRow> &after);

} // namespace ui
