// SPDX-License-Identifier: GPL-3.0-or-later
#include "cost/modellist.h"

#include "look/theme.h"

#include <QHeaderView>
#include <QStyle>

namespace ui {

namespace {

enum Column { Name, Jobs, Cost, ColumnCount };

/// Says a muted colour at paint time, whatever the appearance is by then.
class MutedItem : public QTableWidgetItem
{
public:
    QVariant data(int role) const override
    {
        if (role == Qt::ForegroundRole && tableWidget())
            return Theme::of(tableWidget()->palette()).mutedText;
        return QTableWidgetItem::data(role);
    }
};

} // namespace

ModelList::ModelList(QWidget *parent)
    : QTableWidget(0, ColumnCount, parent)
{
    setAccessibleName(tr("Cost by model"));
    setFrameShape(NoFrame);
    setShowGrid(false);
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setFocusPolicy(Qt::TabFocus);
    setTextElideMode(Qt::ElideMiddle);
    setWordWrap(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    viewport()->setAutoFillBackground(false);
    setHorizontalHeaderLabels({tr("Model"), tr("Jobs"), tr("Cost")});
    horizontalHeader()->hide();
    horizontalHeader()->setMinimumSectionSize(16);
    horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(Jobs, QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(Cost, QHeaderView::Fixed);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(16);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

void ModelList::setCell(int row, int column, const QString &text, const BillView::ModelLine &line)
{
    QTableWidgetItem *cell = item(row, column);
    if (!cell) {
        cell = column == Jobs ? new MutedItem : new QTableWidgetItem;
        cell->setFlags(Qt::ItemIsEnabled);
        const Qt::Alignment side = column == Name ? Qt::AlignLeft : Qt::AlignRight;
        cell->setTextAlignment(side | Qt::AlignVCenter);
        setItem(row, column, cell);
    }
    cell->setText(text);
    cell->setToolTip(line.details);
}

void ModelList::showModels(const QList<BillView::ModelLine> &models)
{
    setRowCount(static_cast<int>(models.size()));
    const QFontMetrics metrics(font());
    // What the style keeps free on both sides of a cell's text, and a pixel for rounding.
    const int padding = 2 * style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, this) + 6;
    int jobs = 0;
    int cost = 0;
    for (int row = 0; row < models.size(); ++row) {
        const BillView::ModelLine &line = models[row];
        setCell(row, Name, line.name, line);
        setCell(row, Jobs, line.jobs, line);
        setCell(row, Cost, line.cost, line);
        setRowHeight(row, metrics.height() + 2);
        jobs = std::max(jobs, figureWidth(metrics, line.jobs) + padding);
        cost = std::max(cost, figureWidth(metrics, line.cost) + padding);
    }
    horizontalHeader()->resizeSection(Jobs, jobs);
    horizontalHeader()->resizeSection(Cost, cost);
}

QSize ModelList::sizeHint() const
{
    return {360, minimumSizeHint().height()};
}

QSize ModelList::minimumSizeHint() const
{
    return {220, 3 * (fontMetrics().height() + 2)};
}

} // namespace ui
