// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "batch/problem.h"
#include "catalog/model.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

namespace ui {

class BatchDocument;
class RunSession;

/// A document's jobs as a table: a row a job, a column a part of it. Reads the document and the
/// session and keeps no copy; every edit goes through the document, as one step of undo.
/// While a run goes on, the progress of the jobs that are worked on is told anew four times a
/// second.
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
        JobIdRole = Qt::UserRole, ///< batch::JobId
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

    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    /// Moves the dragged rows. There is no removeRows on purpose: a view would call it after the
    /// move, to take away what stands where the rows were.
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

    /// Switches these rows on, or off where all of them are on.
    void toggleEnabled(const QList<int> &rows);

signals:
    /// A change of model or type took parameters from a job that the new model doesn't have; in
    /// words, for people.
    void parametersDropped(const QString &words);

private:
    void watchDocument();
    void watchSession();
    void saveOrder();
    void restoreOrder();
    void updateJob(batch::JobId id);
    void updateAll();
    void noteActive(batch::JobId id);
    void tick();

    /// There is something to set of it with its model.
    bool hasSize(const batch::Job &job) const;
    const catalog::Model *modelOf(const batch::Job &job) const;
    QVariant cellData(int row, Column column, int role) const;
    QVariant editData(const batch::Job &job, Column column) const;
    QVariant sortData(int row, Column column) const;
    QString displayText(int row, Column column) const;
    QString accessibleText(int row, Column column) const;
    QString toolTip(int row, Column column) const;
    QStringList modelDetails(const batch::Job &job) const;
    QStringList costDetails(const batch::Job &job) const;
    QList<batch::Problem> problemsAt(int row, Column column) const;
    QString problemText(int row, Column column) const;
    QVariant severity(int row, Column column) const;

    BatchDocument *m_document;
    RunSession *m_session;
    QTimer m_ticker;
    QSet<batch::JobId> m_active;      ///< being generated
    QList<batch::JobId> m_persistent; ///< while reordering: the jobs of the persistent indexes
};

} // namespace ui
