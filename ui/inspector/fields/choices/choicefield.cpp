// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/choices/choicefield.h"

#include "inspector/fields/choices/choicebutton.h"
#include "inspector/fields/choices/choicelayout.h"
#include "jobs/jobsize.h"

#include <QRegularExpression>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

std::optional<QSizeF> twoNumbers(const QString &text, const QRegularExpression &form)
{
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QSizeF size(match.captured(1).toDouble(), match.captured(2).toDouble());
    return size.isEmpty() ? std::nullopt : std::optional(size);
}

/// "1024 × 768", as sizes are written elsewhere.
QString sizeCaption(const QString &text)
{
    const auto [width, height] = pixelsOf(text);
    return width > 0 ? pixelText(width, height) : text;
}

QString asItIs(const QString &text)
{
    return text;
}

} // namespace

std::optional<QSizeF> ratioShape(const QString &text)
{
    static const QRegularExpression form(
        u"^\\s*(\\d+(?:\\.\\d+)?)\\s*[:/x]\\s*(\\d+(?:\\.\\d+)?)\\s*$"_s);
    return twoNumbers(text, form);
}

std::optional<QSizeF> sizeShape(const QString &text)
{
    const auto [width, height] = pixelsOf(text);
    return width > 0 ? std::optional(QSizeF(width, height)) : std::nullopt;
}

ChoiceField::ChoiceField(const QJsonArray &values, const QString &unit, const FieldContext &context,
                         QWidget *parent)
    : Field(context, parent)
    , m_unit(unit)
    , m_layout(new ChoiceLayout(this))
{
    for (const QJsonValue &value : values)
        addButton(value);
    m_regular = m_buttons.size();
}

ChoiceField::ChoiceField(const QJsonArray &values, Shape shape, Caption caption,
                         const FieldContext &context, QWidget *parent)
    : Field(context, parent)
    , m_shape(shape)
    , m_caption(caption)
    , m_layout(new ChoiceLayout(this))
{
    for (const QJsonValue &value : values)
        addButton(value);
    m_regular = m_buttons.size();
}

RatioField::RatioField(const QJsonArray &values, const FieldContext &context, QWidget *parent)
    : ChoiceField(values, &ratioShape, &asItIs, context, parent)
{
}

SizeField::SizeField(const QJsonArray &values, const FieldContext &context, QWidget *parent)
    : ChoiceField(values, &sizeShape, &sizeCaption, context, parent)
{
}

ChoiceButton *ChoiceField::addButton(const QJsonValue &value)
{
    const QString plain = valueText(value);
    QString text = m_caption ? m_caption(plain) : plain;
    if (!m_unit.isEmpty() && value.isDouble())
        text += u'\u00a0' + m_unit;
    auto *button =
        new ChoiceButton(text, m_shape ? m_shape(plain) : std::nullopt, m_shape != nullptr, this);
    m_layout->addWidget(button);
    introduce(button);
    m_values.append(value);
    m_buttons.append(button);
    connect(button, &ChoiceButton::clicked, this,
            [this, button] { give(m_values.at(m_buttons.indexOf(button))); });
    return button;
}

void ChoiceField::setWords(const QString &name, const QString &description)
{
    setAccessibleName(name);
    setAccessibleDescription(description);
    const QString words = description.isEmpty() ? name : u"%1. %2"_s.arg(name, description);
    for (ChoiceButton *button : std::as_const(m_buttons)) {
        if (button->accessibleDescription() != words)
            button->setAccessibleDescription(words);
    }
}

void ChoiceField::takeOdd(const QJsonValue &value)
{
    if (m_buttons.size() > m_regular && m_values.constLast() == value)
        return;
    while (m_buttons.size() > m_regular) {
        // It may be the one whose key press led here.
        ChoiceButton *gone = m_buttons.takeLast();
        m_layout->removeWidget(gone);
        gone->hide();
        gone->deleteLater();
        m_values.removeLast();
    }
    if (!value.isUndefined())
        addButton(value)->show();
}

void ChoiceField::display()
{
    const QJsonValue shown = state().effective();
    const bool odd = !shown.isUndefined() && !m_values.mid(0, m_regular).contains(shown);
    takeOdd(odd ? shown : QJsonValue(QJsonValue::Undefined));
    const qsizetype index = shown.isUndefined() ? -1 : m_values.indexOf(shown);
    press(index < 0 ? nullptr : m_buttons.at(index));
}

void ChoiceField::press(ChoiceButton *pressed)
{
    for (ChoiceButton *button : std::as_const(m_buttons)) {
        // None may be pressed, which buttons that exclude each other don't know.
        if (!pressed) {
            button->setAutoExclusive(false);
            button->setChecked(false);
            button->setAutoExclusive(true);
        } else if (button == pressed) {
            button->setChecked(true);
        }
        button->setByDefault(!state().isSaid());
    }
}

} // namespace ui
