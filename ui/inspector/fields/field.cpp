// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/field.h"

#include "catalog/jsonvalue.h"
#include "look/theme.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QUndoStack>

#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

QJsonValue FieldState::effective() const
{
    if (several)
        return QJsonValue(QJsonValue::Undefined);
    return value.isUndefined() ? fallback : value;
}

Field::Field(const FieldContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
}

void Field::setState(const FieldState &state)
{
    m_state = state;
    display();
}

void Field::forget() { }

void Field::setWords(const QString &name, const QString &description)
{
    QWidget *first = m_controls.value(0);
    if (!first)
        return;
    if (first->accessibleName() != name)
        first->setAccessibleName(name);
    if (first->accessibleDescription() != description)
        first->setAccessibleDescription(description);
}

void Field::introduce(QWidget *control)
{
    m_controls.removeAll(nullptr);
    m_muted.removeAll(nullptr);
    if (m_controls.isEmpty())
        setFocusProxy(control);
    m_controls.append(control);
    control->installEventFilter(this);
}

void Field::give(const QJsonValue &value, bool continuing)
{
    emit edited(value, continuing);
}

void Field::setMuted(QWidget *control, bool muted)
{
    if (m_muted.contains(control) == muted)
        return;
    if (muted)
        m_muted.append(control);
    else
        m_muted.removeOne(control);
    colour(control, muted);
}

void Field::colour(QWidget *control, bool muted)
{
    QPalette own;
    if (muted) {
        const QColor color = Theme::of(QApplication::palette()).mutedText;
        for (const auto role : {QPalette::Text, QPalette::ButtonText, QPalette::WindowText})
            own.setColor(QPalette::All, role, color);
    }
    control->setPalette(own);
}

QString Field::severalValues()
{
    return tr("Several values");
}

bool Field::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Wheel:
        // A form that scrolls under the pointer must not change what it passes.
        event->ignore();
        return true;
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
        if (handleUndoKeys(event, m_context.undoStack))
            return true;
        break;
    case QEvent::FocusOut:
        // A menu or another window takes the focus for a moment only.
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
            emit editingEnded();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void Field::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        for (const QPointer<QWidget> &control : std::as_const(m_muted)) {
            if (control)
                colour(control, true);
        }
    }
}

bool handleUndoKeys(QEvent *event, QUndoStack *undoStack)
{
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool undo = key->matches(QKeySequence::Undo);
    if (!undoStack || (!undo && !key->matches(QKeySequence::Redo)))
        return false;
    if (event->type() == QEvent::KeyPress) {
        if (undo)
            undoStack->undo();
        else
            undoStack->redo();
    }
    event->accept();
    return true;
}

QString valueText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Undefined:
        return {};
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Double: {
        QLocale locale;
        locale.setNumberOptions(QLocale::OmitGroupSeparator);
        const double number = value.toDouble();
        if (std::abs(number) < 9e18 && number == std::floor(number))
            return locale.toString(value.toInteger());
        return locale.toString(number, 'g', QLocale::FloatingPointShortest);
    }
    case QJsonValue::Null:
    case QJsonValue::Bool:
    case QJsonValue::Array:
    case QJsonValue::Object:
        break;
    }
    return catalog::compactJson(value);
}

} // namespace ui
