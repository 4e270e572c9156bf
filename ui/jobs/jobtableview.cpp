// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobtableview.h"

#include "jobs/delegates/costdelegate.h"
#include "jobs/delegates/enableddelegate.h"
#include "jobs/delegates/modeldelegate.h"
#include "jobs/delegates/promptdelegate.h"
#include "jobs/delegates/sizedelegate.h"
#include "jobs/delegates/statedelegate.h"
#include "jobs/delegates/typedelegate.h"
#include "jobs/jobtext.h"
#include "look/icons.h"
#include "look/theme.h"
#include "session/batchdocument.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

JobTableView::JobTableView(JobTableModel *model, const BatchDocument *document, QWidget *parent)
    : QTableView(parent)
    , m_jobs(model)
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
}

void JobTableView::setUpDelegates(const BatchDocument *document)
{
    setItemDelegate(new CellDelegate(this));
    auto *modelDelegate = new ModelDelegate(document, this);
    connect(modelDelegate, &ModelDelegate::allModelsWanted, this,
            &JobTableView::allModelsRequested);
    const std::pair<int, QAbstractItemDelegate *> delegates[] = {
        {JobTableModel::EnabledColumn, new EnabledDelegate(this)},
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

void JobTableView::applyMetrics()
{
    verticalHeader()->setDefaultSectionSize(qMax(44, 2 * fontMetrics().lineSpacing() + 10));
    fitColumns();
}

void JobTableView::fitColumns()
{
    if (m_widthsChosen)
        return;
    const QFontMetrics metrics = fontMetrics();
    const auto fitting = [&metrics](const QString &text) {
        return figureWidth(metrics, text) + 2 * CellDelegate::padding + 2;
    };
    int wordWidth = 0;
    for (const auto type : {batch::MediaType::Image, batch::MediaType::Video})
        wordWidth = qMax(wordWidth, metrics.horizontalAdvance(jobtext::type(type)));
    int stateWidth = 0;
    for (const batch::JobState state : batch::allJobStates)
        stateWidth = qMax(stateWidth, metrics.horizontalAdvance(batch::toDisplay(state)));

    batch::Job longest;
    longest.type = batch::MediaType::Video;
    longest.duration = 88;

    // With room to spare, names and models mostly fit into one line.
    const bool roomy = viewport()->width() >= 860;
    constexpr int symbol = 22;
    constexpr int dot = 14;
    const std::pair<int, int> widths[] = {
        {JobTableModel::EnabledColumn, 36},
        {JobTableModel::NameColumn, roomy ? 140 : 104},
        {JobTableModel::TypeColumn, wordWidth + symbol + 2 * CellDelegate::padding + 2},
        {JobTableModel::ModelColumn, roomy ? 132 : 100},
        {JobTableModel::SizeColumn,
         qMax(fitting(u"8888 × 8888"_s), fitting(jobtext::size(longest, nullptr)))},
        {JobTableModel::CostColumn,
         qMax(fitting(batch::Cost::fromMicros(888'000).toDisplay()),
              fitting(jobtext::cost({catalog::unknownModelCost, true})))},
        {JobTableModel::StateColumn,
         qMax(stateWidth + dot + 2 * CellDelegate::padding + 4, roomy ? 168 : 112)}};
    m_fitting = true;
    for (const auto &[column, width] : widths)
        setColumnWidth(column, width);
    m_fitting = false;
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

void JobTableView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        const QList<int> rows = selectedRows();
        if (!rows.isEmpty())
            m_jobs->toggleEnabled(rows);
    } else if (enter && current.column() == JobTableModel::StateColumn) {
        emit openRequested(current.data(JobTableModel::JobIdRole).value<batch::JobId>());
    } else if (enter && current.flags().testFlag(Qt::ItemIsEditable) && state() != EditingState) {
        QTableView::edit(current);
    } else {
        QTableView::keyPressEvent(event);
        return;
    }
    event->accept();
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
    // Who came by mouse wants to see what there is to choose.
    if (editing && trigger == DoubleClicked) {
        if (auto *combo = qobject_cast<QComboBox *>(indexWidget(index)))
            QMetaObject::invokeMethod(combo, &QComboBox::showPopup, Qt::QueuedConnection);
    }
    return editing;
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
    emit selectionChangedByAnyone();
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

void JobTableView::setDropRow(int row)
{
    if (m_dropRow == row)
        return;
    m_dropRow = row;
    viewport()->update();
}

void JobTableView::dragMoveEvent(QDragMoveEvent *event)
{
    QTableView::dragMoveEvent(event);
    const QModelIndex over = indexAt(event->position().toPoint());
    int row = m_jobs->rowCount();
    if (over.isValid()) {
        const bool upper = event->position().y() < visualRect(over).center().y();
        row = over.row() + (upper ? 0 : 1);
    }
    setDropRow(event->isAccepted() ? row : -1);
}

void JobTableView::dragLeaveEvent(QDragLeaveEvent *event)
{
    QTableView::dragLeaveEvent(event);
    setDropRow(-1);
}

void JobTableView::dropEvent(QDropEvent *event)
{
    // To where the line was shown; the base class has only the edges of a row for "between".
    if (event->source() == this && m_dropRow >= 0) {
        m_jobs->dropMimeData(event->mimeData(), Qt::MoveAction, m_dropRow, 0, {});
        event->setDropAction(Qt::MoveAction);
        event->accept();
    }
    setDropRow(-1);
    stopAutoScroll();
    setState(NoState);
}

void JobTableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    if (m_jobs->rowCount() == 0) {
        drawHint(&painter);
    } else if (m_dropRow >= 0) {
        const int y = m_dropRow < m_jobs->rowCount()
            ? rowViewportPosition(m_dropRow)
            : rowViewportPosition(m_dropRow - 1) + rowHeight(m_dropRow - 1);
        painter.fillRect(QRect(0, y - 1, viewport()->width(), 2), Theme::of(palette()).accent);
    }
}

void JobTableView::drawHint(QPainter *painter) const
{
    const Theme &theme = Theme::of(palette());
    const QString title = tr("No jobs yet");
    const QString hint = tr("Add an image or a video, paste prompts (each line becomes a job), or "
                            "open a batch file.");
    constexpr int symbol = 40;
    constexpr int gap = 12;
    QFont bold = font();
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics titleMetrics(bold);
    const int width = qMin(360, viewport()->width() - 48);
    const QRect hintSize = fontMetrics().boundingRect(QRect(0, 0, width, 1000),
                                                      Qt::AlignHCenter | Qt::TextWordWrap, hint);
    const int height = symbol + gap + titleMetrics.lineSpacing() + gap / 2 + hintSize.height();
    QRect rect(0, 0, width, height);
    rect.moveCenter(viewport()->rect().center());
    icon(u"film"_s, Tone::Muted)
        .paint(painter, QRect(rect.center().x() - symbol / 2, rect.top(), symbol, symbol));
    rect.setTop(rect.top() + symbol + gap);
    painter->setPen(palette().color(QPalette::Text));
    painter->setFont(bold);
    painter->drawText(rect, Qt::AlignHCenter | Qt::AlignTop, title);
    rect.setTop(rect.top() + titleMetrics.lineSpacing() + gap / 2);
    painter->setPen(theme.mutedText);
    painter->setFont(font());
    painter->drawText(rect, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, hint);
}

} // namespace ui
