// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/table/jobtableview.h"

#include "jobs/delegates/costdelegate.h"
#include "jobs/delegates/enableddelegate.h"
#include "jobs/delegates/modeldelegate.h"
#include "jobs/delegates/namedelegate.h"
#include "jobs/delegates/promptdelegate.h"
#include "jobs/delegates/sizedelegate.h"
#include "jobs/delegates/statedelegate.h"
#include "jobs/delegates/typedelegate.h"
#include "jobs/table/rowhint.h"
#include "session/document/batchdocument.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QInputMethod>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPointer>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

JobTableView::JobTableView(JobTableModel *model, const BatchDocument *document, QWidget *parent)
    : QTableView(parent)
    , m_jobs(model)
    , m_hint(new RowHint(viewport()))
{
    setModel(model);
    setAccessibleName(tr("Jobs"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setMouseTracking(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setDragDropMode(InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setDragDropOverwriteMode(false);
    setDropIndicatorShown(false);
    setUpDelegates(document);
    setUpHeaders();
    applyMetrics();
    // The words for an empty table come and go with its first job.
    const auto repaint = qOverload<>(&QWidget::update);
    connect(model, &QAbstractItemModel::rowsInserted, viewport(), repaint);
    connect(model, &QAbstractItemModel::rowsRemoved, viewport(), repaint);
    connect(model, &JobTableModel::foldsChanged, this, &JobTableView::fitColumns);
    connect(m_hint, &RowHint::wanted, this, [this] { goToMaker(currentIndex().row()); });
}

JobTableView::~JobTableView() = default;

void JobTableView::setUpDelegates(const BatchDocument *document)
{
    setItemDelegate(new CellDelegate(this));
    auto *modelDelegate = new ModelDelegate(document, this);
    connect(modelDelegate, &ModelDelegate::allModelsWanted, this,
            &JobTableView::allModelsRequested);
    connect(modelDelegate, &ModelDelegate::modelChosen, this, &JobTableView::modelChosen);
    const std::pair<int, QAbstractItemDelegate *> delegates[] = {
        {JobTableModel::EnabledColumn, new EnabledDelegate(this)},
        {JobTableModel::NameColumn, new NameDelegate(this)},
        {JobTableModel::TypeColumn, new TypeDelegate(this)},
        {JobTableModel::ModelColumn, modelDelegate},
        {JobTableModel::PromptColumn, new PromptDelegate(this)},
        {JobTableModel::SizeColumn, new SizeDelegate(document, this)},
        {JobTableModel::CostColumn, new CostDelegate(this)},
        {JobTableModel::StateColumn, new StateDelegate(this)}};
    for (const auto &[column, delegate] : delegates)
        setItemDelegateForColumn(column, delegate);
}

void JobTableView::setUpHeaders()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setAccessibleName(tr("Columns"));
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setMinimumSectionSize(32);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(JobTableModel::EnabledColumn, QHeaderView::Fixed);
    header->setSectionResizeMode(JobTableModel::PromptColumn, QHeaderView::Stretch);
    connect(header, &QHeaderView::sectionResized, this, [this](int section) {
        if (!m_fitting && section != JobTableModel::PromptColumn
            && QApplication::mouseButtons() != Qt::NoButton) {
            m_widthsChosen = true;
        }
    });
}

QList<int> JobTableView::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

void JobTableView::selectRows(int first, int count)
{
    const QItemSelection rows(m_jobs->index(first, 0),
                              m_jobs->index(first + count - 1, JobTableModel::ColumnCount - 1));
    const QModelIndex current = m_jobs->index(first, JobTableModel::NameColumn);
    selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    scrollTo(current);
}

void JobTableView::selectRows(const QList<int> &rows)
{
    if (rows.isEmpty())
        return;
    // Neighbours are one range: 10,000 single ones would take their time.
    QItemSelection selection;
    for (qsizetype first = 0; first < rows.size();) {
        qsizetype last = first;
        while (last + 1 < rows.size() && rows.at(last + 1) == rows.at(last) + 1)
            ++last;
        selection.select(m_jobs->index(rows.at(first), 0),
                         m_jobs->index(rows.at(last), JobTableModel::ColumnCount - 1));
        first = last + 1;
    }
    const QModelIndex current = m_jobs->index(rows.constFirst(), JobTableModel::NameColumn);
    selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    scrollTo(current);
}

bool JobTableView::openOrClose(Qt::Key key)
{
    const QModelIndex current = currentIndex();
    if (current.column() != JobTableModel::NameColumn)
        return false;
    const QVariant open = current.data(JobTableModel::OpenRole);
    if (key == Qt::Key_Right && open.isValid() && !open.toBool()) {
        m_jobs->setOpen(current.row(), true);
    } else if (key == Qt::Key_Left && open.toBool()) {
        m_jobs->setOpen(current.row(), false);
    } else if (key == Qt::Key_Left && !m_jobs->rowAt(current.row()).isHeading()) {
        goToMaker(current.row());
    } else {
        return false;
    }
    return true;
}

void JobTableView::goToMaker(int row)
{
    if (row < 0 || row >= m_jobs->rowCount())
        return;
    const JobRow of = m_jobs->rowAt(row);
    if (of.kind == JobRow::Kind::Included) {
        emit openFileRequested(of.file);
        return;
    }
    const int heading = m_jobs->rowOfEntry(m_jobs->entryOf(row));
    if (heading >= 0)
        selectRows(heading, 1);
    setFocus();
}

void JobTableView::sayWhereToEdit(const QModelIndex &index)
{
    const JobRow &row = m_jobs->rowAt(index.row());
    const QString maker = m_jobs->makerOf(index.row());
    const bool file = row.kind == JobRow::Kind::Included;
    if (currentIndex().row() != index.row())
        setCurrentIndex(index);
    m_hint->say(visualRect(index),
                file ? tr("This job comes from %1. Edit it there.").arg(maker)
                     : tr("This job is made by %1. Edit it there.").arg(maker),
                file ? tr("Open file") : tr("Go to %1").arg(maker));
}

void JobTableView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // An editor has no use for it, and is not left by it.
    if (state() == EditingState && event->modifiers() == Qt::AltModifier)
        return event->ignore();
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        const QList<int> rows = selectedRows();
        if (!rows.isEmpty())
            m_jobs->toggleEnabled(rows);
    } else if (event->modifiers() == Qt::NoModifier && state() != EditingState
               && openOrClose(static_cast<Qt::Key>(event->key()))) {
        return event->accept();
    } else if (enter && current.isValid()
               && m_jobs->rowAt(current.row()).kind == JobRow::Kind::File) {
        emit openFileRequested(m_jobs->rowAt(current.row()).file);
    } else if (enter && current.column() == JobTableModel::StateColumn) {
        emit openRequested(current.data(JobTableModel::JobIdRole).value<batch::JobId>());
    } else if (enter && current.flags().testFlag(Qt::ItemIsEditable) && state() != EditingState) {
        QTableView::edit(current);
    } else if (enter && current.isValid() && !m_jobs->rowAt(current.row()).isHeading()) {
        sayWhereToEdit(current);
    } else {
        QTableView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void JobTableView::mousePressEvent(QMouseEvent *event)
{
    m_hint->hide();
    const int link = fileLinkAt(event->position().toPoint());
    QTableView::mousePressEvent(event);
    if (link >= 0 && event->button() == Qt::LeftButton)
        emit openFileRequested(m_jobs->rowAt(link).file);
}

void JobTableView::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    const bool link = fileLinkAt(event->position().toPoint()) >= 0;
    viewport()->setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void JobTableView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTableView::mouseDoubleClickEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.column() == JobTableModel::StateColumn)
        emit openRequested(index.data(JobTableModel::JobIdRole).value<batch::JobId>());
}

bool JobTableView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool editing = QTableView::edit(index, trigger, event);
    const bool words =
        index.column() >= JobTableModel::NameColumn && index.column() <= JobTableModel::SizeColumn;
    if ((trigger == DoubleClicked || trigger == EditKeyPressed) && index.isValid() && words
        && !editing && !m_jobs->rowAt(index.row()).isHeading()) {
        sayWhereToEdit(index);
    }
    // Who came by mouse wants to see what there is to choose.
    if (editing && trigger == DoubleClicked) {
        if (auto *combo = qobject_cast<QComboBox *>(indexWidget(index)))
            QMetaObject::invokeMethod(combo, &QComboBox::showPopup, Qt::QueuedConnection);
    }
    return editing;
}

void JobTableView::finishEditing()
{
    if (state() != EditingState)
        return;
    // What an input method still composes is part of it.
    QGuiApplication::inputMethod()->commit();
    const QPointer<QWidget> editor = indexWidget(currentIndex());
    if (editor)
        commitData(editor);
    if (editor)
        closeEditor(editor, QAbstractItemDelegate::NoHint);
}

void JobTableView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    // The base class looks after the focus only where the editor itself has it, not a part of it.
    const bool within = editor && editor->isAncestorOf(QApplication::focusWidget());
    QTableView::closeEditor(editor, hint);
    if (within && state() != EditingState)
        setFocus();
}

void JobTableView::selectionChanged(const QItemSelection &selected,
                                    const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    m_hint->hide();
    emit selectionChangedByAnyone();
}

void JobTableView::scrollContentsBy(int dx, int dy)
{
    m_hint->hide();
    QTableView::scrollContentsBy(dx, dy);
}

void JobTableView::resizeEvent(QResizeEvent *event)
{
    fitColumns();
    QTableView::resizeEvent(event);
}

void JobTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyMetrics();
}

} // namespace ui
