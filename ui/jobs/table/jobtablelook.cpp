// SPDX-License-Identifier: GPL-3.0-or-later
// How JobTableView looks: the widths of its columns, and what it draws over the cells.
#include "jobs/delegates/namedelegate.h"
#include "jobs/jobtext.h"
#include "jobs/table/jobtableview.h"
#include "look/icons.h"
#include "look/painting.h"
#include "look/theme.h"

#include <QHeaderView>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

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
    const int fold = m_jobs->hasFolds() ? NameDelegate::step : 0;
    const std::pair<int, int> widths[] = {
        {JobTableModel::EnabledColumn, 36},
        {JobTableModel::NameColumn, (roomy ? 140 : 104) + fold},
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

void JobTableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    if (m_jobs->rowCount() == 0) {
        drawHint(&painter);
        return;
    }
    drawFiles(&painter);
    const QColor accent = Theme::of(palette()).accent;
    if (m_dropOnto >= 0) {
        const QRect row(0, rowViewportPosition(m_dropOnto), viewport()->width(),
                        rowHeight(m_dropOnto));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(accent, 2));
        painter.drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -2), 4, 4);
    }
    if (m_dropRow >= 0) {
        const int y = m_dropRow < m_jobs->rowCount()
            ? rowViewportPosition(m_dropRow)
            : rowViewportPosition(m_dropRow - 1) + rowHeight(m_dropRow - 1);
        painter.fillRect(QRect(0, y - 1, viewport()->width(), 2), accent);
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

QRect JobTableView::fileLink(int row) const
{
    const QFontMetrics metrics = fontMetrics();
    const int left = columnViewportPosition(JobTableModel::NameColumn) + CellDelegate::padding
        + NameDelegate::step;
    const int name = metrics.horizontalAdvance(m_jobs->makerOf(row));
    const QString count =
        m_jobs->index(row, JobTableModel::NameColumn).data(JobTableModel::JobCountRole).toString();
    const int before = name + 16 + metrics.horizontalAdvance(count) + 24;
    return {left + before, rowViewportPosition(row), metrics.horizontalAdvance(tr("Open file")) + 2,
            rowHeight(row)};
}

int JobTableView::fileLinkAt(const QPoint &position) const
{
    const int row = rowAt(position.y());
    const bool file = row >= 0 && m_jobs->rowAt(row).kind == JobRow::Kind::File;
    return file && fileLink(row).contains(position) ? row : -1;
}

void JobTableView::drawFiles(QPainter *painter) const
{
    const Theme &theme = Theme::of(palette());
    const int first = qMax(0, rowAt(0));
    for (int row = first; row < m_jobs->rowCount(); ++row) {
        if (m_jobs->rowAt(row).kind == JobRow::Kind::Entry
            || rowViewportPosition(row) > viewport()->height())
            break;
        if (m_jobs->rowAt(row).kind != JobRow::Kind::File)
            continue;
        const QModelIndex cell = m_jobs->index(row, JobTableModel::NameColumn);
        const QRect link = fileLink(row);
        const int top = rowViewportPosition(row);
        const int left = columnViewportPosition(JobTableModel::NameColumn) + CellDelegate::padding;
        const QRectF arrow(left - 2, top + rowHeight(row) / 2.0 - 5.5, 11, 11);
        if (const QVariant open = cell.data(JobTableModel::OpenRole); open.isValid()) {
            painting::chevron(painter, arrow,
                              open.toBool() ? painting::Direction::Down
                                            : painting::Direction::Right,
                              theme.mutedText);
        }
        QRect line(left + NameDelegate::step, top, viewport()->width(), rowHeight(row));
        painter->setFont(font());
        painter->setPen(palette().color(QPalette::Text));
        painter->drawText(line, Qt::AlignVCenter, m_jobs->makerOf(row));
        line.setLeft(line.left() + fontMetrics().horizontalAdvance(m_jobs->makerOf(row)) + 16);
        painter->setPen(theme.mutedText);
        painter->drawText(line, Qt::AlignVCenter,
                          cell.data(JobTableModel::JobCountRole).toString());
        painter->setPen(theme.accent);
        painter->drawText(link, Qt::AlignVCenter, tr("Open file"));
        drawProblem(painter, link, cell);
    }
}

void JobTableView::drawProblem(QPainter *painter, const QRect &link, const QModelIndex &cell) const
{
    const QVariant severity = cell.data(JobTableModel::SeverityRole);
    if (!severity.isValid())
        return;
    // The tool tip has all of them.
    const QString first = cell.data(JobTableModel::ProblemsRole).toString().section(u'\n', 0, 0);
    QRect room(link);
    room.setLeft(link.right() + 24);
    room.setRight(viewport()->width() - CellDelegate::padding);
    const Theme &theme = Theme::of(palette());
    const bool error = severity.toInt() == static_cast<int>(batch::Severity::Error);
    painter->setPen(error ? theme.error : theme.warning);
    painter->drawText(room, Qt::AlignVCenter,
                      fontMetrics().elidedText(first, Qt::ElideRight, room.width()));
}

} // namespace ui
