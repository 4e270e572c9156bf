// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/choices/choicelayout.h"

#include <algorithm>
#include <iterator>

namespace ui {

namespace {

constexpr int gap = 6; ///< px

} // namespace

ChoiceLayout::ChoiceLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins({});
}

ChoiceLayout::~ChoiceLayout() = default;

void ChoiceLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

QLayoutItem *ChoiceLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<size_t>(index)].get() : nullptr;
}

QLayoutItem *ChoiceLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    const auto position = std::next(m_items.begin(), index);
    QLayoutItem *item = position->release();
    m_items.erase(position);
    return item;
}

QSize ChoiceLayout::cellSize() const
{
    QSize cell;
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            cell = cell.expandedTo(item->sizeHint());
    }
    return cell;
}

int ChoiceLayout::shownCount() const
{
    return static_cast<int>(std::count_if(m_items.begin(), m_items.end(),
                                          [](const auto &item) { return !item->isEmpty(); }));
}

int ChoiceLayout::columnsFor(int width) const
{
    const int shown = std::max(1, shownCount());
    const int fitting = std::max(1, (width + gap) / (std::max(1, cellSize().width()) + gap));
    if (shown <= fitting)
        return shown;
    // Lines of even length: seven in a room for five stand as four and three.
    const int lines = (shown + fitting - 1) / fitting;
    return (shown + lines - 1) / lines;
}

int ChoiceLayout::heightForWidth(int width) const
{
    const int columns = columnsFor(width);
    const int lines = (shownCount() + columns - 1) / columns;
    return std::max(0, lines * (cellSize().height() + gap) - gap);
}

QSize ChoiceLayout::sizeHint() const
{
    const QSize cell = cellSize();
    return {shownCount() * (cell.width() + gap) - gap, cell.height()};
}

QSize ChoiceLayout::minimumSize() const
{
    return cellSize();
}

void ChoiceLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const int columns = columnsFor(rect.width());
    const int height = cellSize().height();
    int index = 0;
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const int column = index % columns;
        const int line = index / columns;
        ++index;
        const auto edge = [&](int number) { return number * (rect.width() + gap) / columns; };
        const QRect cell(rect.left() + edge(column), rect.top() + line * (height + gap),
                         edge(column + 1) - edge(column) - gap, height);
        item->setGeometry(cell);
    }
}

} // namespace ui
