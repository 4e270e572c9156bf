// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/values/numberedit.h"

#include "inspector/fields/field.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleOption>

#include <algorithm>
#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

NumberEdit::NumberEdit(bool whole, QWidget *parent)
    : QAbstractSpinBox(parent)
    , m_whole(whole)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(lineEdit(), &QLineEdit::textEdited, this,
            [this](const QString &text) { emit edited(read(text)); });
}

void NumberEdit::setBounds(std::optional<double> least, std::optional<double> most)
{
    m_least = least;
    m_most = most;
}

void NumberEdit::setPlaceholder(const QString &text)
{
    if (lineEdit()->placeholderText() != text)
        lineEdit()->setPlaceholderText(text);
}

void NumberEdit::setValue(const QJsonValue &value)
{
    const bool same =
        value.isDouble() && read(text()).isDouble() && read(text()).toDouble() == value.toDouble();
    if (same)
        return;
    const QString wanted = valueText(value);
    if (text() == wanted)
        return;
    lineEdit()->setText(wanted);
    update();
}

QSize NumberEdit::sizeHint() const
{
    ensurePolished();
    QStyleOptionSpinBox option;
    initStyleOption(&option);
    const QSize text(fontMetrics().horizontalAdvance(u"0000.00"_s) + 28, fontMetrics().height());
    return style()->sizeFromContents(QStyle::CT_SpinBox, &option, text, this);
}

void NumberEdit::stepBy(int steps)
{
    const QJsonValue now = value();
    double next = now.isDouble() ? now.toDouble() + steps * m_step
                                 : m_start + (isEmpty() ? 0 : steps * m_step);
    // On the steps' own grid, so that 0.1 and 0.2 make 0.3.
    const double origin = m_least.value_or(0);
    if (m_step > 0)
        next = origin + std::round((next - origin) / m_step) * m_step;
    if (m_most)
        next = std::min(next, *m_most);
    if (m_least)
        next = std::max(next, *m_least);
    next = std::round(next * 1e6) / 1e6;
    const QJsonValue value = m_whole ? QJsonValue(static_cast<qint64>(next)) : QJsonValue(next);
    setValue(value);
    emit edited(value);
}

QAbstractSpinBox::StepEnabled NumberEdit::stepEnabled() const
{
    if (isReadOnly())
        return StepNone;
    const QJsonValue now = value();
    if (!now.isDouble())
        return StepUpEnabled | StepDownEnabled;
    StepEnabled enabled = StepNone;
    if (!m_most || now.toDouble() < *m_most)
        enabled |= StepUpEnabled;
    if (!m_least || now.toDouble() > *m_least)
        enabled |= StepDownEnabled;
    return enabled;
}

QValidator::State NumberEdit::validate(QString &text, int &) const
{
    static const QRegularExpression whole(u"^-?\\d{0,18}$"_s);
    static const QRegularExpression any(u"^-?\\d{0,15}([.,]\\d{0,9})?$"_s);
    return (m_whole ? whole : any).match(text).hasMatch() ? QValidator::Acceptable
                                                          : QValidator::Invalid;
}

QJsonValue NumberEdit::read(const QString &text) const
{
    // Either sign of the fraction is understood, whichever the language writes.
    QString plain = text.trimmed();
    plain.replace(u',', u'.');
    bool fine = false;
    const qint64 integer = plain.toLongLong(&fine);
    if (fine)
        return QJsonValue(integer);
    const double number = plain.toDouble(&fine);
    return fine && std::isfinite(number) ? QJsonValue(number) : QJsonValue(QJsonValue::Undefined);
}

} // namespace ui
