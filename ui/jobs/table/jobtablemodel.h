// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "batch/problem.h"
#include "catalog/model.h"
#include "catalog/request/modelchange.h"
#include "jobs/rows/jobrows.h"
#include "jobs/rows/rowsummary.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

namespace ui {

class BatchDocument;
class RunSession;

/// A document's entries and the jobs that they make as a table: a column a part of them. An entry
/// that makes one job is one row; one that makes several is a row that speaks of all of them, with
/// a row for each below it while it is open. What included files make stands first, below a
/// heading with the file's name, and can only be looked at.
///
/// A row of one job shows what is made, with its variables and defaults put in, and edits what is
/// written. Reads the document and the session and keeps no copy but the order of the rows; every
/// edit goes through the document, as one step of undo. While a run goes on, the progress of the
/// jobs that are worked on is told anew four times a second.
class JobTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        EnabledColumn, ///< check state
        NameColumn,    ///< edited as QString
        TypeColumn,    ///< edited as int, a batch::MediaType
        ModelColumn,   ///< edited as QString, the model's id
        PromptColumn,  ///< edited as QString
        SizeColumn,    ///< edited as ui::JobSize (jobs/jobsize.h)
        CostColumn,    ///< what it is estimated to cost, or did cost
        StateColumn,   ///< how it stands in the run
        ColumnCount,
    };

    enum Role {
        JobIdRole = Qt::UserRole, ///< batch::JobId, of the job or the entry
        SortRole,                 ///< what the column sorts by: a number or a text
        SeverityRole,   ///< int, the worst batch::Severity at this cell; invalid: no problem
        ProblemsRole,   ///< QString, the cell's problems in words, a line each
        MediaTypeRole,  ///< int, a batch::MediaType
        EnabledRole,    ///< bool
        CostMicrosRole, ///< qint64
        CostGuessRole,  ///< bool: the price isn't known
        StateRole,      ///< int, a batch::JobState
        FractionRole,   ///< double, 0 to 1; invalid where there is no telling
        DetailRole,     ///< QString: why it failed, what it waits for, what keeps it from running
        DetailIsErrorRole, ///< bool: the detail tells of something that went wrong
        RowKindRole,       ///< int, a JobRow::Kind
        JobCountRole,      ///< QString, "24 jobs"; empty for a row of one job
        OpenRole,          ///< bool: its rows are there; invalid: it has none to show
        IndentRole,        ///< int, steps that a name stands to the right
        FromDefaultsRole,  ///< bool: the entry doesn't say this itself
    };

    /// Without a session every job is a draft. Both must outlive the model.
    JobTableModel(BatchDocument *document, RunSession *session, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QHash<int, QByteArray> roleNames() const override;

    Qt::DropActions supportedDropActions() const override
    {
        return Qt::MoveAction | Qt::CopyAction;
    }
    QStringList mimeTypes() const override;
    /// Of entries alone: what they make goes with them.
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    /// Moves the dragged entries; or onto a row takes a job's result as that row's picture. There
    /// is no removeRows on purpose: a view would call it after the move, to take away what stands
    /// where the rows were.
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

    const JobRow &rowAt(int row) const { return m_rows.at(row); }
    /// The document's row that a row of the table is part of; -1 for included files.
    int entryOf(int row) const;
    /// -1 where there is none.
    int rowOfEntry(int entry) const;
    /// Of the job, or of what makes it where that is closed; -1 where there is none.
    int rowOfJob(batch::JobId job) const;
    /// Every job that the row stands for.
    QList<batch::JobId> jobsOf(int row) const;
    /// The row after the last one of the entry or file that this row is part of.
    int blockEnd(int row) const { return m_rows.blockEnd(m_rows.headingOf(row)); }
    /// The name of the entry that makes a row's job, or of the file that it comes from.
    QString makerOf(int row) const;
    /// Rows can be opened: names stand a step to the right.
    bool hasFolds() const { return m_folds; }
    bool canOpen(int row) const { return m_rows.canOpen(row); }
    bool isOpen(int row) const { return m_rows.isOpen(row); }
    void setOpen(int row, bool open);

    /// Switches these rows on, or off where all of them are on.
    void toggleEnabled(const QList<int> &rows);

signals:
    /// A change of model or type took parameters from a job that the new model doesn't have; in
    /// words, for people.
    void parametersDropped(const QString &words);
    void foldsChanged();

private:
    void watchDocument();
    void watchSession();
    void saveOrder();
    void restoreOrder();
    void insertEntries(int first, int last);
    void removeEntries(int first, int last);
    void followMade(int entry);
    void followAll();
    /// Rows that stay keep their selection, and an editor that is open in them.
    void take(const QList<JobRow> &rows);
    void reorderTo(const QList<JobRow> &rows);
    void splice(int from, const RowSplice &splice);
    void noteFolds();
    void tellRows(int first, int last, Column from = EnabledColumn, Column to = StateColumn);
    void updateEntry(int entry);
    void updateJob(batch::JobId id);
    void updateAll();
    void noteActive(batch::JobId id);
    void tick();

    /// The one job that a row is of; null where it stands for several, or for none.
    const batch::Job *jobAt(int row) const;
    /// What a row shows: that job, or the entry as it is written.
    batch::Job shownAt(int row) const;
    const RowSummary &summaryAt(int row) const;
    bool isSummed(int row) const { return m_rows.at(row).isHeading() && !jobAt(row); }
    bool canEdit(int row, Column column) const;
    bool canSwitch(int row) const;
    bool isEnabled(int row) const;
    batch::JobState stateAt(int row) const;
    catalog::Estimate costAt(int row) const;
    QString detailAt(int row) const;
    bool detailIsError(int row) const;
    QVariant fractionAt(int row) const;
    bool isFromDefaults(int row, Column column) const;

    /// There is something to set of it with its model.
    bool hasSize(const batch::Job &job) const;
    const catalog::Model *modelOf(const batch::Job &job) const;
    QVariant rowData(int row, int role) const;
    QVariant cellData(int row, Column column, int role) const;
    QVariant checkState(int row) const;
    QVariant editData(int row, Column column) const;
    QVariant sortData(int row, Column column) const;
    QString displayText(int row, Column column) const;
    QString summedText(int row, Column column) const;
    QString jobCountText(int row) const;
    QString accessibleText(int row, Column column) const;
    QString toolTip(int row, Column column) const;
    QStringList details(int row, Column column) const;
    QStringList modelDetails(const batch::Job &job) const;
    QStringList costDetails(int row) const;
    QList<batch::Problem> problemsOf(int row) const;
    /// What is wrong with the entries of an included file. All of it stands at its name.
    QList<batch::Problem> fileProblems(int row) const;
    QList<batch::Problem> problemsAt(int row, Column column) const;
    QString problemText(int row, Column column) const;
    QVariant severity(int row, Column column) const;

    bool change(int row, Column column, const QVariant &value, batch::Job *job, QString *text,
                QList<catalog::Dropped> *dropped) const;
    bool dropResult(const QString &address, int row);

    BatchDocument *m_document;
    RunSession *m_session;
    JobRows m_rows;
    bool m_folds = false;
    mutable QHash<batch::JobId, RowSummary> m_summaries; ///< by entry
    /// By the path and number of included files.
    mutable QHash<std::pair<QString, int>, RowSummary> m_fileSummaries;
    QTimer m_ticker;
    QSet<batch::JobId> m_active; ///< being generated
    QList<JobRow> m_persistent;  ///< while reordering: the rows of the persistent indexes
};

} // namespace ui
