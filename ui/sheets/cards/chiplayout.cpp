// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/cards/chiplayout.h"

#include <QStyle>
#include <QWidget>

#include <iterator>

namespace ui {

namespace {

constexpr int gap = 6; ///< px

}

ChipLayout::ChipLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins({});
}

ChipLayout::~ChipLayout() = default;

void ChipLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

QLayoutItem *ChipLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<size_t>(index)].get() : nullptr;
}

QLayoutItem *ChipLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    const auto position = std::next(m_items.begin(), index);
    QLayoutItem *item = position->release();
    m_items.erase(position);
    return item;
}

int ChipLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize ChipLayout::sizeHint() const
{
    int width = 0;
    for (const auto &item : m_items)
        width += item->sizeHint().width() + gap;
    return {width, minimumSize().height()};
}

QSize ChipLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void ChipLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int ChipLayout::arrange(const QRect &rect, bool apply) const
{
    const Qt::LayoutDirection direction =
        parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = 0;
    int y = 0;
    int line = 0;
    for (const auto &item : m_items) {
        const QSize size = item->sizeHint().boundedTo(QSize(rect.width(), QWIDGETSIZE_MAX));
        if (x > 0 && x + size.width() > rect.width()) {
            x = 0;
            y += line + gap;
            line = 0;
        }
        if (apply) {
            item->setGeometry(
                QStyle::visualRect(direction, rect, QRect(rect.topLeft() + QPoint(x, y), size)));
        }
        x += size.width() + gap;
        line = qMax(line, size.height());
    }
    return y + line;
}

} // namespace ui
