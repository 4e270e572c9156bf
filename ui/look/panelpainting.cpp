// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/painting.h"

#include "look/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyle>

namespace ui::painting {

void headerSection(QPainter *painter, const QStyleOption *option)
{
    const Theme &theme = Theme::of(option->palette);
    const QColor ground = mixed(option->palette.color(QPalette::Base),
                                option->palette.color(QPalette::Active, QPalette::Text), 0.03);
    const QRect &rect = option->rect;
    painter->fillRect(rect, ground);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.border);
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (!header)
        return;
    const bool last = header->position == QStyleOptionHeader::End
        || header->position == QStyleOptionHeader::OnlyOneSection;
    if (header->orientation == Qt::Horizontal && !last) {
        const int inset = rect.height() / 4;
        painter->fillRect(QRect(rect.right(), rect.top() + inset, 1, rect.height() - 2 * inset),
                          theme.border);
    } else if (header->orientation == Qt::Vertical) {
        painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), theme.border);
    }
}

void toolBar(QPainter *painter, const QStyleOption *option)
{
    const QRect &rect = option->rect;
    painter->fillRect(rect, option->palette.color(QPalette::Window));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
                      Theme::of(option->palette).border);
}

void separator(QPainter *painter, const QStyleOption *option)
{
    const QColor color = Theme::of(option->palette).border;
    const QRect &rect = option->rect;
    if (option->state & QStyle::State_Horizontal)
        painter->fillRect(QRect(rect.center().x(), rect.top() + 6, 1, rect.height() - 12), color);
    else
        painter->fillRect(QRect(rect.left() + 6, rect.center().y(), rect.width() - 12, 1), color);
}

void splitter(QPainter *painter, const QStyleOption *option)
{
    const Theme &theme = Theme::of(option->palette);
    const bool touched = option->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const int width = touched ? 3 : 1;
    const QColor color = touched ? theme.accent : theme.border;
    const QRect &rect = option->rect;
    if (option->state & QStyle::State_Horizontal)
        painter->fillRect(QRect(rect.center().x() - width / 2, rect.top(), width, rect.height()),
                          color);
    else
        painter->fillRect(QRect(rect.left(), rect.center().y() - width / 2, rect.width(), width),
                          color);
}

void frame(QPainter *painter, const QStyleOptionFrame *option, const QWidget *widget)
{
    const Theme &theme = Theme::of(option->palette);
    const QColor text = option->palette.color(QPalette::Active, QPalette::Text);
    const bool editor = widget && !qobject_cast<const QAbstractItemView *>(widget)
        && widget->inherits("QAbstractScrollArea")
        && widget->testAttribute(Qt::WA_InputMethodEnabled);
    const bool focused = editor && (option->state & QStyle::State_HasFocus);
    const QColor line = focused ? theme.accent
        : editor                ? mixed(theme.border, text, 0.1)
                                : theme.border;
    rounded(painter, option->rect, {}, line, editor ? 4 : 2);
}

void itemPanel(QPainter *painter, const QStyleOptionViewItem *option)
{
    if (option->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, option->backgroundBrush);
    const QPalette::ColorGroup group = !(option->state & QStyle::State_Enabled) ? QPalette::Disabled
        : option->state & QStyle::State_Active                                  ? QPalette::Active
                                               : QPalette::Inactive;
    if (option->state & QStyle::State_Selected) {
        painter->fillRect(option->rect, option->palette.color(group, QPalette::Highlight));
    } else if ((option->state & QStyle::State_MouseOver)
               && (option->state & QStyle::State_Enabled)) {
        QColor veil = option->palette.color(QPalette::Text);
        veil.setAlphaF(0.04f);
        painter->fillRect(option->rect, veil);
    }
}

void toolTip(QPainter *painter, const QStyleOption *option)
{
    const QColor line = mixed(Theme::of(option->palette).border,
                              option->palette.color(QPalette::ToolTipText), 0.12);
    painter->fillRect(option->rect, line);
    painter->fillRect(option->rect.adjusted(1, 1, -1, -1),
                      option->palette.color(QPalette::ToolTipBase));
}

void tab(QPainter *painter, const QStyleOptionTab *option)
{
    const Theme &theme = Theme::of(option->palette);
    const bool selected = option->state & QStyle::State_Selected;
    const bool hovered = option->state & QStyle::State_MouseOver;
    if (!selected && !hovered)
        return;
    const QRect &rect = option->rect;
    painter->fillRect(QRect(rect.left() + 6, rect.bottom() - 1, rect.width() - 12, 2),
                      selected ? theme.accent : theme.border);
}

} // namespace ui::painting
