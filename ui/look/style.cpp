// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/style.h"

#include "look/painting.h"
#include "look/theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QSlider>
#include <QSplitterHandle>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

bool lightsUp(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QLineEdit *>(widget)
        || qobject_cast<const QScrollBar *>(widget) || qobject_cast<const QSlider *>(widget)
        || qobject_cast<const QSplitterHandle *>(widget) || qobject_cast<const QTabBar *>(widget);
}

/// The line edit of a spin or combo box, whose field is drawn by its parent.
bool isInnerEdit(const QWidget *widget)
{
    return widget
        && (qobject_cast<const QAbstractSpinBox *>(widget->parentWidget())
            || qobject_cast<const QComboBox *>(widget->parentWidget()));
}

/// What lies under a scroll bar: the ground of the view that it belongs to.
QColor groundOf(const QStyleOption *option, const QWidget *widget)
{
    for (; widget && !widget->isWindow(); widget = widget->parentWidget()) {
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(widget)) {
            const QWidget *viewport = area->viewport();
            return viewport->palette().color(viewport->backgroundRole());
        }
    }
    return option->palette.color(QPalette::Window);
}

} // namespace

Style::Style()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
    setObjectName(u"rushes"_s);
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (lightsUp(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void Style::unpolish(QWidget *widget)
{
    if (lightsUp(widget))
        widget->setAttribute(Qt::WA_Hover, false);
    QProxyStyle::unpolish(widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        return painting::pushButton(painter, option, widget);
    case PE_PanelButtonTool:
    case PE_PanelButtonBevel:
        return painting::toolButton(painter, option, widget);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return painting::checkBox(painter, option);
    case PE_IndicatorRadioButton:
        return painting::radioButton(painter, option);
    case PE_FrameFocusRect:
        return painting::focusRing(painter, option);
    case PE_FrameDefaultButton:
    case PE_FrameStatusBarItem:
    case PE_FrameTabBarBase:
    case PE_FrameButtonTool:
        return;
    case PE_PanelLineEdit: {
        const auto *edit = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (edit && edit->lineWidth > 0)
            painting::field(painter, option, option->rect);
        else if (!isInnerEdit(widget))
            painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    }
    case PE_FrameLineEdit:
        return painting::field(painter, option, option->rect);
    case PE_Frame:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option))
            return painting::frame(painter, frame, widget);
        break;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            return painting::itemPanel(painter, item);
        break;
    case PE_PanelItemViewRow:
        return;
    case PE_IndicatorToolBarSeparator:
        return painting::separator(painter, option);
    case PE_PanelTipLabel:
        return painting::toolTip(painter, option);
    case PE_PanelMenu:
        painter->fillRect(option->rect, Theme::of(option->palette).surface);
        return;
    case PE_FrameMenu:
        return painting::rounded(painter, option->rect, {}, Theme::of(option->palette).border, 0);
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, groundOf(option, widget));
        return;
    case PE_PanelStatusBar:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        return;
    case PE_IndicatorHeaderArrow: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (header && header->sortIndicator != QStyleOptionHeader::None)
            painting::chevron(painter, option->rect,
                              header->sortIndicator == QStyleOptionHeader::SortUp
                                  ? painting::Direction::Up
                                  : painting::Direction::Down,
                              Theme::of(option->palette).accent);
        return;
    }
    case PE_IndicatorArrowDown:
        return painting::chevron(painter, option->rect, painting::Direction::Down,
                                 option->palette.color(QPalette::ButtonText));
    case PE_IndicatorArrowUp:
        return painting::chevron(painter, option->rect, painting::Direction::Up,
                                 option->palette.color(QPalette::ButtonText));
    case PE_IndicatorArrowLeft:
        return painting::chevron(painter, option->rect, painting::Direction::Left,
                                 option->palette.color(QPalette::ButtonText));
    case PE_IndicatorArrowRight:
        return painting::chevron(painter, option->rect, painting::Direction::Right,
                                 option->palette.color(QPalette::ButtonText));
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            painting::pushButton(painter, button, widget);
            painting::pushButtonLabel(painter, button, widget);
            return;
        }
        break;
    case CE_PushButtonBevel:
        return painting::pushButton(painter, option, widget);
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return painting::pushButtonLabel(painter, button, widget);
        break;
    case CE_ToolButtonLabel:
        return drawToolButtonLabel(option, painter, widget);
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return painting::headerSection(painter, option);
    case CE_HeaderLabel:
        return drawHeaderLabel(option, painter, widget);
    case CE_ToolBar:
        return painting::toolBar(painter, option);
    case CE_Splitter:
        return painting::splitter(painter, option);
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        return;
    case CE_MenuItem:
    case CE_MenuBarItem:
        return drawMenuItem(option, painter, widget);
    case CE_ProgressBarGroove:
        return painting::progressGroove(painter, option);
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            return painting::progressContents(painter, bar);
        break;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return painting::tab(painter, tab);
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawMenuItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return;
    QStyleOptionMenuItem plain = *item;
    const bool bar = !item->menuRect.isNull() && widget && widget->inherits("QMenuBar");
    const QColor ground =
        bar ? option->palette.color(QPalette::Window) : Theme::of(option->palette).surface;
    if (item->menuItemType == QStyleOptionMenuItem::Separator && item->text.isEmpty()) {
        painter->fillRect(
            QRect(item->rect.left() + 8, item->rect.center().y(), item->rect.width() - 16, 1),
            Theme::of(option->palette).border);
        return;
    }
    // Fusion would fill the selected item edge to edge; ours is a rounded tint under its label.
    painter->fillRect(item->rect, ground);
    if ((item->state & State_Selected) && (item->state & State_Enabled))
        painting::rounded(painter, QRectF(item->rect).adjusted(4, 1, -4, -1),
                          option->palette.color(QPalette::Active, QPalette::Highlight), {}, 4);
    plain.state &= ~(State_Selected | State_Sunken);
    plain.palette.setBrush(QPalette::Window, Qt::transparent);
    plain.palette.setBrush(QPalette::Button, Qt::transparent);
    if (bar) {
        drawItemText(painter, item->rect, Qt::AlignCenter | Qt::TextShowMnemonic, plain.palette,
                     item->state & State_Enabled, item->text, QPalette::WindowText);
        return;
    }
    QProxyStyle::drawControl(CE_MenuItem, &plain, painter, widget);
}

void Style::drawToolButtonLabel(const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (button && button->toolButtonStyle == Qt::ToolButtonTextBesideIcon
        && !(button->features & QStyleOptionToolButton::Arrow)) {
        painting::toolButtonLabel(painter, button, widget);
        return;
    }
    if (!button || !painting::isPrimary(option, widget) || !(option->state & State_Enabled)) {
        QProxyStyle::drawControl(CE_ToolButtonLabel, option, painter, widget);
        return;
    }
    QStyleOptionToolButton label = *button;
    const QColor color = Theme::of(option->palette).onAccent;
    label.palette.setColor(QPalette::ButtonText, color);
    if (!label.icon.isNull())
        label.icon = QIcon(painting::tinted(label.icon, label.iconSize,
                                            painter->device()->devicePixelRatio(), color));
    QProxyStyle::drawControl(CE_ToolButtonLabel, &label, painter, widget);
}

void Style::drawHeaderLabel(const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (!header)
        return;
    // Columns of the selection are not set bold: every column has a selected cell in a table of
    // whole rows.
    painter->save();
    QFont font = painter->font();
    font.setBold(false);
    painter->setFont(font);
    QStyleOptionHeader label = *header;
    label.fontMetrics = QFontMetrics(font);
    label.state &= ~(State_On | State_Sunken);
    label.palette.setColor(QPalette::ButtonText, Theme::of(option->palette).mutedText);
    QProxyStyle::drawControl(CE_HeaderLabel, &label, painter, widget);
    painter->restore();
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    const auto part = [&](SubControl sub) {
        return proxy()->subControlRect(control, option, sub, widget);
    };
    switch (control) {
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            if (spin->frame)
                painting::field(painter, option, option->rect);
            else
                painter->fillRect(option->rect, option->palette.color(QPalette::Base));
            if (spin->buttonSymbols != QAbstractSpinBox::NoButtons)
                painting::spinArrows(painter, spin, part(SC_SpinBoxUp), part(SC_SpinBoxDown));
            return;
        }
        break;
    case CC_ComboBox:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return painting::comboBox(painter, combo, part(SC_ComboBoxArrow));
        break;
    case CC_Slider:
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            if (slider->tickPosition == QSlider::NoTicks)
                return painting::slider(painter, slider, part(SC_SliderGroove),
                                        part(SC_SliderHandle));
        }
        break;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return painting::scrollBar(painter, bar, part(SC_ScrollBarSlider),
                                       groundOf(option, widget));
        break;
    case CC_ToolButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (!button || !painting::isPrimary(option, widget))
            break;
        // In a tool bar a button has no ground until it is touched; this one always has.
        QStyleOptionToolButton raised = *button;
        raised.state &= ~State_AutoRaise;
        raised.state |= State_Raised;
        return QProxyStyle::drawComplexControl(control, &raised, painter, widget);
    }
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace ui
