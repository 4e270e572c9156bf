// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QStyleOption>

class QPainter;
class QWidget;

/// How Style draws the parts of controls, each from an option's rectangle, state and palette.
namespace ui::painting {

inline constexpr double radius = 6; ///< px, of buttons and fields

/// Whether a button is the one thing to press: the dynamic property `primary`, or a dialog's
/// default button.
bool isPrimary(const QStyleOption *option, const QWidget *widget);
/// A symbol in one colour, whatever its own.
QPixmap tinted(const QIcon &icon, QSize size, double scale, const QColor &color);

void rounded(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &line = {},
             double corner = radius);
enum class Direction { Up, Down, Left, Right };
void chevron(QPainter *painter, const QRectF &rect, Direction direction, const QColor &color);

void pushButton(QPainter *painter, const QStyleOption *option, const QWidget *widget);
void pushButtonLabel(QPainter *painter, const QStyleOptionButton *option, const QWidget *widget);
void toolButton(QPainter *painter, const QStyleOption *option, const QWidget *widget);
/// For a button whose text stands beside its icon.
void toolButtonLabel(QPainter *painter, const QStyleOptionToolButton *option,
                     const QWidget *widget);
void checkBox(QPainter *painter, const QStyleOption *option);
void radioButton(QPainter *painter, const QStyleOption *option);
void focusRing(QPainter *painter, const QStyleOption *option);

/// The ground and outline of something that is typed into or chosen from.
void field(QPainter *painter, const QStyleOption *option, const QRect &rect);
void spinArrows(QPainter *painter, const QStyleOptionSpinBox *option, const QRect &up,
                const QRect &down);
void comboBox(QPainter *painter, const QStyleOptionComboBox *option, const QRect &arrow);
void slider(QPainter *painter, const QStyleOptionSlider *option, const QRect &groove,
            const QRect &handle);
/// `ground` is the colour of what it scrolls.
void scrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &handle,
               const QColor &ground);
void progressGroove(QPainter *painter, const QStyleOption *option);
void progressContents(QPainter *painter, const QStyleOptionProgressBar *option);

void headerSection(QPainter *painter, const QStyleOption *option);
void toolBar(QPainter *painter, const QStyleOption *option);
void separator(QPainter *painter, const QStyleOption *option);
void splitter(QPainter *painter, const QStyleOption *option);
void frame(QPainter *painter, const QStyleOptionFrame *option, const QWidget *widget);
void itemPanel(QPainter *painter, const QStyleOptionViewItem *option);
void toolTip(QPainter *painter, const QStyleOption *option);
void tab(QPainter *painter, const QStyleOptionTab *option);

} // namespace ui::painting
