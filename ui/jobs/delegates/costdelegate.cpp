// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/delegates/costdelegate.h"

#include "jobs/table/jobtablemodel.h"
#include "look/theme.h"

#include <QPainter>

namespace ui {

void CostDelegate::paintContent(QPainter *painter, const QRect &rect,
                                const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(JobTableModel::CostGuessRole).toBool())
        painter->setPen(Theme::of(option.palette).mutedText);
    drawElided(painter, rect, index.data(Qt::DisplayRole).toString(),
               Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace ui
