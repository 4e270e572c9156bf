// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/choices/pixelsfield.h"

#include "catalog/request/forms.h"
#include "catalog/request/sizes.h"
#include "inspector/fields/choices/choicebutton.h"
#include "inspector/fields/choices/choicelayout.h"
#include "inspector/fields/values/numberedit.h"
#include "look/tonelabel.h"

#include <QEvent>
#include <QHBoxLayout>

#include <array>
#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double sideStep = 8; // px: what most models work in
// Sides are multiples of eight: of a long shape that is a little off.
constexpr double sameShapeWithin = 0.02;

constexpr std::array shapes{QSize(1, 1),  QSize(4, 3), QSize(3, 2), QSize(16, 9),
                            QSize(21, 9), QSize(3, 4), QSize(2, 3), QSize(9, 16)};

QLabel *quietLabel(const QString &text)
{
    auto *label = new ToneLabel(Tone::Muted);
    label->setWordWrap(false);
    label->setText(text);
    return label;
}

} // namespace

PixelsField::PixelsField(const catalog::Parameter &parameter, const FieldContext &context,
                         QWidget *parent)
    : Field(context, parent)
    , m_parameter(parameter)
    , m_width(addSide(tr("Width")))
    , m_height(addSide(tr("Height")))
    , m_shapes(new QWidget)
    , m_odd(new ChoiceButton({}, std::nullopt, true))
{
    auto *sides = new QHBoxLayout;
    sides->setSpacing(6);
    sides->addWidget(m_width);
    sides->addWidget(quietLabel(u"×"_s));
    sides->addWidget(m_height);
    sides->addWidget(quietLabel(tr("px", "pixels")));
    sides->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addLayout(sides);
    column->addWidget(m_shapes);
    addShapes();
}

NumberEdit *PixelsField::addSide(const QString &what)
{
    const catalog::SideLimits limits = catalog::sideLimits(m_parameter);
    auto *edit = new NumberEdit(true);
    edit->setBounds(limits.least, limits.most);
    edit->setStep(sideStep);
    edit->setStart(limits.least);
    edit->setToolTip(what);
    introduce(edit);
    connect(edit, &NumberEdit::edited, this, &PixelsField::noteSides);
    return edit;
}

void PixelsField::addShapes()
{
    auto *layout = new ChoiceLayout(m_shapes);
    const catalog::SideLimits limits = catalog::sideLimits(m_parameter);
    for (const QSize shape : shapes) {
        const double ratio = catalog::shapeOf(shape);
        if (!catalog::sidesWithin(ratio, 0, limits))
            continue;
        auto *button = new ChoiceButton(u"%1:%2"_s.arg(shape.width()).arg(shape.height()),
                                        QSizeF(shape), true);
        layout->addWidget(button);
        introduce(button);
        m_buttons.append(button);
        connect(button, &ChoiceButton::clicked, this, [this, ratio, limits] {
            const QSize usual(1024, 1024);
            const QSize now = sidesShown().value_or(usual);
            m_unfinished = false;
            emit unreadable({});
            give(catalog::sizeForm(
                m_parameter,
                catalog::sidesWithin(ratio, catalog::areaOf(now), limits).value_or(now)));
        });
    }
    layout->addWidget(m_odd);
    introduce(m_odd);
    m_odd->hide();
}

std::optional<QSize> PixelsField::sidesTyped() const
{
    const QJsonValue width = m_width->value();
    const QJsonValue height = m_height->value();
    if (width.toInt() <= 0 || height.toInt() <= 0)
        return {};
    return QSize(width.toInt(), height.toInt());
}

std::optional<QSize> PixelsField::sidesShown() const
{
    return catalog::sidesIn(state().effective().toString());
}

void PixelsField::noteSides()
{
    const auto sides = sidesTyped();
    m_unfinished = !sides;
    // Of a side that is emptied to be typed anew there is nothing to say.
    const bool isEmpty = m_width->isEmpty() || m_height->isEmpty();
    emit unreadable(sides || isEmpty ? QString() : tr("A side is a whole number of pixels."));
    if (sides)
        give(catalog::sizeForm(m_parameter, *sides), true);
}

void PixelsField::forget()
{
    m_unfinished = false;
    emit unreadable({});
}

void PixelsField::setWords(const QString &name, const QString &description)
{
    setAccessibleName(name);
    setAccessibleDescription(description);
    m_width->setAccessibleName(tr("%1: width").arg(name));
    m_height->setAccessibleName(tr("%1: height").arg(name));
    for (NumberEdit *edit : {m_width, m_height})
        edit->setAccessibleDescription(description);
    for (ChoiceButton *button : std::as_const(m_buttons))
        button->setAccessibleDescription(name);
}

void PixelsField::display()
{
    const auto sides = sidesShown();
    if (!m_unfinished) {
        showSide(m_width, sides ? std::optional(sides->width()) : std::nullopt);
        showSide(m_height, sides ? std::optional(sides->height()) : std::nullopt);
    }
    const QString text = valueText(state().effective());
    const bool isOdd = !sides && !text.isEmpty();
    m_odd->setText(isOdd ? text : QString());
    m_odd->setAccessibleName(m_odd->text());
    m_odd->setVisible(isOdd);
    const ChoiceButton *pressed = isOdd ? m_odd : nullptr;
    for (ChoiceButton *button : std::as_const(m_buttons)) {
        const auto shape = catalog::ratioIn(button->text());
        if (sides && shape && std::abs(catalog::shapeOf(*sides) / *shape - 1) <= sameShapeWithin)
            pressed = button;
    }
    press(pressed);
}

void PixelsField::showSide(NumberEdit *edit, std::optional<int> side)
{
    edit->setValue(side ? QJsonValue(*side) : QJsonValue(QJsonValue::Undefined));
    edit->setPlaceholder(state().several ? tr("Several", "values, in little room") : u"–"_s);
    setMuted(edit, !state().isSaid());
}

void PixelsField::press(const ChoiceButton *pressed)
{
    for (ChoiceButton *button : m_buttons + QList<ChoiceButton *>{m_odd}) {
        // None may be pressed, which buttons that exclude each other don't know.
        button->setAutoExclusive(false);
        button->setChecked(button == pressed);
        button->setAutoExclusive(true);
        button->setByDefault(!state().isSaid());
    }
}

bool PixelsField::eventFilter(QObject *watched, QEvent *event)
{
    const bool handled = Field::eventFilter(watched, event);
    const bool isSide = watched == m_width || watched == m_height;
    if (event->type() == QEvent::FocusOut && isSide && m_unfinished && !sidesTyped()) {
        // Left without a number: what holds comes back.
        forget();
        display();
    }
    return handled;
}

} // namespace ui
