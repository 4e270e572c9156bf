// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that JobTableView moves, and results that are dropped onto its jobs.
#include "jobs/table/jobtableview.h"
#include "session/jobmime.h"

#include <QDropEvent>
#include <QMimeData>

namespace ui {

void JobTableView::setDropRow(int row)
{
    if (m_dropRow == row)
        return;
    m_dropRow = row;
    viewport()->update();
}

void JobTableView::setDropOnto(int row)
{
    if (m_dropOnto == row)
        return;
    m_dropOnto = row;
    viewport()->update();
}

int JobTableView::dropRowAt(const QPoint &position) const
{
    const QModelIndex over = indexAt(position);
    if (!over.isValid())
        return m_jobs->rowCount();
    const bool entry = m_jobs->rowAt(over.row()).kind == JobRow::Kind::Entry;
    const bool upper = position.y() < visualRect(over).center().y();
    // What an entry makes stays with it.
    return entry && upper ? over.row() : m_jobs->blockEnd(over.row());
}

void JobTableView::dragEnterEvent(QDragEnterEvent *event)
{
    if (jobmime::resultIn(event->mimeData()))
        event->acceptProposedAction();
    else
        QTableView::dragEnterEvent(event);
}

void JobTableView::dragMoveEvent(QDragMoveEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (jobmime::resultIn(event->mimeData())) {
        const QModelIndex over = indexAt(position);
        const bool takes = m_jobs->canDropMimeData(event->mimeData(), Qt::CopyAction, -1, -1, over);
        setDropOnto(takes ? over.row() : -1);
        event->setDropAction(Qt::CopyAction);
        event->setAccepted(takes);
        return;
    }
    QTableView::dragMoveEvent(event);
    setDropRow(event->isAccepted() ? dropRowAt(position) : -1);
}

void JobTableView::dragLeaveEvent(QDragLeaveEvent *event)
{
    QTableView::dragLeaveEvent(event);
    setDropRow(-1);
    setDropOnto(-1);
}

void JobTableView::dropEvent(QDropEvent *event)
{
    // To what is there now: the file may have been read anew since the pointer last moved.
    const QPoint position = event->position().toPoint();
    if (jobmime::resultIn(event->mimeData())) {
        event->setDropAction(Qt::CopyAction);
        event->setAccepted(
            m_jobs->dropMimeData(event->mimeData(), Qt::CopyAction, -1, -1, indexAt(position)));
    } else if (event->source() == this) {
        // To where the line is shown; the base class has only the edges of a row for "between".
        event->setDropAction(Qt::MoveAction);
        event->setAccepted(
            m_jobs->dropMimeData(event->mimeData(), Qt::MoveAction, dropRowAt(position), 0, {}));
    }
    setDropRow(-1);
    setDropOnto(-1);
    stopAutoScroll();
    setState(NoState);
}

} // namespace ui
