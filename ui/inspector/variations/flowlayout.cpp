// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/variations/flowlayout.h"

#include <algorithm>

namespace ui {

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items.at(static_cast<size_t>(index)).get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_items.at(static_cast<size_t>(index)).release();
    m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::arrange(const QRect &rect, bool place) const
{
    const QRect room = rect.marginsRemoved(contentsMargins());
    const int gap = qMax(0, spacing());
    int x = room.left();
    int y = room.top();
    int lineHeight = 0;
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const bool last = item == m_items.back();
        const QSize wanted = last ? item->minimumSize() : item->sizeHint();
        QSize size(qMin(wanted.width(), room.width()), item->sizeHint().height());
        if (x > room.left() && x + size.width() > room.right() + 1) {
            x = room.left();
            y += lineHeight + gap;
            lineHeight = 0;
        }
        lineHeight = qMax(lineHeight, size.height());
        if (last)
            size.setWidth(room.right() + 1 - x);
        if (place)
            item->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + gap;
    }
    return y + lineHeight - rect.top() + contentsMargins().bottom();
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    return {200, heightForWidth(200)};
}

QSize FlowLayout::minimumSize() const
{
    QSize least;
    for (const auto &item : m_items)
        least = least.expandedTo(QSize(60, item->sizeHint().height()));
    return least.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

} // namespace ui
