// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/table/jobtablemodel.h"

#include <QTableView>

namespace ui {

class BatchDocument;
class RowHint;

/// The job table as it looks and feels: its columns and delegates, rows of two lines, keys (Enter
/// and F2 edit, Space switches the selected jobs on or off, Right and Left open and close an entry
/// of several jobs), rows dragged to another place, results dropped onto a job, and a few words
/// where there is no job yet.
class JobTableView : public QTableView
{
    Q_OBJECT
public:
    JobTableView(JobTableModel *model, const BatchDocument *document, QWidget *parent = nullptr);
    ~JobTableView() override;

    /// Ascending.
    QList<int> selectedRows() const;
    void selectRows(int first, int count);
    /// Rows that need not be neighbours; ascending.
    void selectRows(const QList<int> &rows);
    /// Takes what is being typed in a cell and closes its editor.
    void finishEditing();

signals:
    /// Enter or a double click on a job's state.
    void openRequested(batch::JobId job);
    /// A person wants to see an included file.
    void openFileRequested(const QString &path);
    void selectionChangedByAnyone();
    /// A person editing that row's model wants to see all models.
    void allModelsRequested(int row);
    /// A person gave a job that model.
    void modelChosen(const QString &model);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
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
    bool openOrClose(Qt::Key key);
    void sayWhereToEdit(const QModelIndex &index);
    void goToMaker(int row);
    void drawHint(QPainter *painter) const;
    void drawFiles(QPainter *painter) const;
    /// What is wrong with an included file, behind the link in its heading.
    void drawProblem(QPainter *painter, const QRect &link, const QModelIndex &cell) const;
    QRect fileLink(int row) const;
    int fileLinkAt(const QPoint &position) const;
    int dropRowAt(const QPoint &position) const;
    void setDropRow(int row);
    void setDropOnto(int row);

    JobTableModel *m_jobs;
    RowHint *m_hint;
    bool m_fitting = false;
    bool m_widthsChosen = false; ///< a person dragged a column: widths are theirs from then on
    int m_dropRow = -1;          ///< while dragging: the rows would come before this one
    int m_dropOnto = -1;         ///< while dragging: the row that a result would go to
};

} // namespace ui
