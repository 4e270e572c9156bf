// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/preview/seekslider.h"

#include <QMouseEvent>
#include <QStyle>
#include <QStyleOptionSlider>

namespace ui {

SeekSlider::SeekSlider(QWidget *parent)
    : QSlider(Qt::Horizontal, parent)
{
    // Keys and the wheel arrive as actions, the mouse is handled below.
    connect(this, &QAbstractSlider::actionTriggered, this, [this](int action) {
        if (action != QAbstractSlider::SliderMove)
            emit sought(sliderPosition());
    });
    setSingleStep(1000);
    setPageStep(5000);
}

void SeekSlider::goTo(double x)
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect groove =
        style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderGroove, this);
    const QRect handle =
        style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
    const int position = QStyle::sliderValueFromPosition(
        minimum(), maximum(), qRound(x) - groove.x() - handle.width() / 2,
        groove.width() - handle.width(), option.upsideDown);
    setValue(position);
    emit sought(position);
}

void SeekSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || maximum() <= minimum())
        return event->ignore();
    setSliderDown(true);
    goTo(event->position().x());
}

void SeekSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (isSliderDown())
        goTo(event->position().x());
}

void SeekSlider::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        setSliderDown(false);
}

} // namespace ui
