// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/style.h"

#include "look/theme.h"

#include <QSlider>
#include <QStyleOption>

#include <algorithm>

// The measures of Style: sizes, places of sub-controls, and behaviour.
namespace ui {

namespace {

QRect scrollBarPart(const QStyleOptionSlider *bar, QStyle::SubControl part)
{
    // No arrow buttons: the groove is the whole bar.
    const bool across = bar->orientation == Qt::Horizontal;
    const int length = across ? bar->rect.width() : bar->rect.height();
    const qint64 range = static_cast<qint64>(bar->maximum) - bar->minimum;
    int size = length;
    if (range > 0) {
        size =
            static_cast<int>(length * static_cast<qint64>(bar->pageStep) / (range + bar->pageStep));
        size = std::clamp(size, std::min(32, length), length);
    }
    const int start = QStyle::sliderPositionFromValue(
        bar->minimum, bar->maximum, bar->sliderPosition, length - size, bar->upsideDown);
    const auto slice = [&](int from, int count) {
        return across ? QRect(bar->rect.left() + from, bar->rect.top(), count, bar->rect.height())
                      : QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), count);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return slice(start, size);
    case QStyle::SC_ScrollBarSubPage:
        return slice(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return slice(start + size, length - start - size);
    case QStyle::SC_ScrollBarGroove:
        return bar->rect;
    default:
        return {};
    }
}

} // namespace

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                            SubControl subControl, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return visualRect(option->direction, option->rect, scrollBarPart(bar, subControl));
    }
    const QRect rect = QProxyStyle::subControlRect(control, option, subControl, widget);
    // A little more air than Fusion leaves between the outline and the text.
    if (control == CC_SpinBox && subControl == SC_SpinBoxEditField)
        return rect.adjusted(4, 0, 0, 0);
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField) {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        return rect.adjusted(combo && combo->editable ? 5 : 4, 0, 0, 0);
    }
    return rect;
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option,
                            const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents) {
        const auto *edit = qstyleoption_cast<const QStyleOptionFrame *>(option);
        return edit && edit->lineWidth > 0 ? rect.adjusted(6, 0, -6, 0) : rect;
    }
    return rect;
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool textless = button && button->text.isEmpty();
        result = QSize(textless ? size.width() + 14 : std::max(size.width() + 28, 72),
                       std::max(size.height() + 12, 32));
        break;
    }
    case CT_ToolButton:
        result = QSize(std::max(size.width() + 12, 32), std::max(size.height() + 10, 32));
        break;
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        result = QSize(result.width() + 8, std::max(option->fontMetrics.height() + 12, 30));
        break;
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator && item->text.isEmpty())
            result.setHeight(9);
        else
            result = QSize(result.width() + 12, std::max(result.height() + 4, 28));
        break;
    }
    case CT_MenuBarItem:
        result = QSize(size.width() + 18, size.height() + 10);
        break;
    case CT_HeaderSection:
        result.setHeight(std::max(result.height() + 6, 32));
        break;
    case CT_TabBarTab:
        result = QSize(result.width() + 8, std::max(result.height() + 4, 32));
        break;
    default:
        break;
    }
    return result;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 13;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_SplitterWidth:
        return 9;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ButtonDefaultIndicator:
        return 0;
    case PM_MenuButtonIndicator:
        return 16;
    case PM_ToolBarItemSpacing:
        return 4;
    case PM_ToolBarItemMargin:
        return 6;
    case PM_ToolBarFrameWidth:
    case PM_ToolBarHandleExtent:
        return 0;
    case PM_ToolBarSeparatorExtent:
        return 13;
    case PM_ToolBarIconSize:
        return 20;
    case PM_ButtonIconSize:
        return 18;
    case PM_MenuVMargin:
        return 4;
    case PM_MenuHMargin:
        return 0;
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_MenuBarVMargin:
    case PM_MenuBarHMargin:
    case PM_MenuBarItemSpacing:
        return 2;
    case PM_ToolTipLabelFrameWidth:
        return 7;
    case PM_SliderThickness:
    case PM_SliderControlThickness:
    case PM_SliderLength:
        return 18;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return widget && widget->isWindow() ? 16 : 8;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_HeaderMargin:
        return 8;
    case PM_FocusFrameHMargin:
        // Cells keep this and one pixel more beside their text, as the header does.
        return 7;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ScrollBar_Transient:
    case SH_ComboBox_Popup:
    case SH_MenuBar_AltKeyNavigation:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ToolTip_WakeUpDelay:
        return 500; // ms
    case SH_Slider_AbsoluteSetButtons:
        // A click on a video's time line goes there.
        return Qt::LeftButton | Qt::MiddleButton;
    case SH_Table_GridLineColor:
        if (option)
            return static_cast<int>(Theme::of(option->palette).border.rgb());
        break;
    default:
        break;
    }
    return QProxyStyle::styleHint(hint, option, widget, data);
}

} // namespace ui
