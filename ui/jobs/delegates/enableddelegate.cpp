// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/delegates/enableddelegate.h"

#include "jobs/table/jobtablemodel.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

namespace ui {

void EnabledDelegate::paintContent(QPainter *painter, const QRect &,
                                   const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    QStyleOptionButton box;
    box.palette = option.palette;
    if (index.flags() & Qt::ItemIsUserCheckable)
        box.state = QStyle::State_Enabled;
    switch (index.data(Qt::CheckStateRole).toInt()) {
    case Qt::Checked:
        box.state |= QStyle::State_On;
        break;
    case Qt::PartiallyChecked:
        box.state |= QStyle::State_NoChange;
        break;
    default:
        box.state |= QStyle::State_Off;
    }
    const QSize size(style->pixelMetric(QStyle::PM_IndicatorWidth, &box, option.widget),
                     style->pixelMetric(QStyle::PM_IndicatorHeight, &box, option.widget));
    box.rect = QStyle::alignedRect(option.direction, Qt::AlignCenter, size, option.rect);
    style->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter, option.widget);
}

bool EnabledDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                  const QStyleOptionViewItem &option, const QModelIndex &index)
{
    // Two quick clicks are two switches: the second press comes as a double click.
    const bool pressed =
        event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    if (pressed) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() != Qt::LeftButton || mouse->modifiers() != Qt::NoModifier
            || !option.rect.contains(mouse->position().toPoint())
            || !(index.flags() & Qt::ItemIsUserCheckable)) {
            return false;
        }
        const bool on = index.data(JobTableModel::EnabledRole).toBool();
        return model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }
    return event->type() == QEvent::MouseButtonRelease;
}

} // namespace ui
