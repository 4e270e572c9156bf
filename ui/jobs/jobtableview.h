// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobtablemodel.h"

#include <QTableView>

namespace ui {

class BatchDocument;

/// The job table as it looks and feels: its columns and delegates, rows of two lines, keys (Enter
/// and F2 edit, Space switches the selected jobs on or off), rows dragged to another place, and a
/// few words where there is no job yet.
class JobTableView : public QTableView
{
    Q_OBJECT
public:
    JobTableView(JobTableModel *model, const BatchDocument *document, QWidget *parent = nullptr);

    /// Ascending.
    QList<int> selectedRows() const;
    void selectRows(int first, int count);

signals:
    /// Enter or a double click on a job's state.
    void openRequested(batch::JobId job);
    void selectionChangedByAnyone();
    /// A person editing that row's model wants to see all models.
    void allModelsRequested(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

protected slots:
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    void setUpDelegates(const BatchDocument *document);
    void setUpHeaders();
    void applyMetrics();
    void fitColumns();
    void drawHint(QPainter *painter) const;
    void setDropRow(int row);

    JobTableModel *m_jobs;
    bool m_fitting = false;
    bool m_widthsChosen = false; ///< a person dragged a column: widths are theirs from then on
    int m_dropRow = -1;          ///< while dragging: the rows would come before this one
};

} // namespace ui
