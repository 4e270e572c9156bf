// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/values/jsonfield.h"

#include "inspector/fields/values/growingtextedit.h"

#include <QEvent>
#include <QFontDatabase>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// Undefined where it is no JSON.
QJsonValue parsed(const QString &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson('[' + text.toUtf8() + ']', &error);
    const QJsonArray array = document.array();
    if (error.error != QJsonParseError::NoError || array.size() != 1)
        return QJsonValue(QJsonValue::Undefined);
    return array.first();
}

QString written(const QJsonValue &value)
{
    if (value.isUndefined())
        return {};
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson()).trimmed();
    if (value.isArray() && !value.toArray().isEmpty())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson()).trimmed();
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(1, json.size() - 2));
}

} // namespace

JsonField::JsonField(const catalog::Parameter &parameter, const FieldContext &context,
                     QWidget *parent)
    : Field(context, parent)
    , m_isObject(parameter.types == catalog::ValueSchema::Types(catalog::ValueSchema::Object))
    , m_text(new GrowingTextEdit(2, 10))
{
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    introduce(m_text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_text);
    connect(m_text, &GrowingTextEdit::edited, this, &JsonField::noteEdit);
}

void JsonField::noteEdit(const QString &text)
{
    m_cleared = text.trimmed().isEmpty();
    const QJsonValue value = m_cleared ? QJsonValue(QJsonValue::Undefined) : parsed(text);
    const QString wrong = m_cleared ? QString() : wrongWith(value);
    m_unfinished.reset();
    if (!wrong.isEmpty())
        m_unfinished = state();
    emit unreadable(wrong);
    if (wrong.isEmpty()) {
        m_given = value;
        give(value, true);
    }
}

QString JsonField::wrongWith(const QJsonValue &value) const
{
    if (m_isObject && !value.isObject())
        return tr("Write keys and values in braces: {\"key\": \"text\", \"other\": 1}.");
    return value.isUndefined()
        ? tr("This is no JSON yet: [\"text\", 1, true] or {\"key\": \"text\"}.")
        : QString();
}

void JsonField::forget()
{
    m_cleared = false;
    m_unfinished.reset();
    m_given.reset();
    emit unreadable({});
}

void JsonField::display()
{
    m_text->setPlaceholderText(state().several ? severalValues() : tr("Not set"));
    setMuted(m_text, !state().isSaid());
    // What many jobs say comes a little after it was given.
    const bool isOwn = m_unfinished && !state().several && state().value == m_given;
    if (m_unfinished == state() || isOwn || (m_cleared && !state().isSaid()))
        return;
    if (m_unfinished)
        emit unreadable({});
    m_unfinished.reset();
    m_cleared = false;
    const QJsonValue shown = state().effective();
    // What is written in other words than these says the same.
    if (shown.isUndefined() || parsed(m_text->toPlainText()) != shown)
        m_text->setText(written(shown));
}

bool JsonField::eventFilter(QObject *watched, QEvent *event)
{
    const bool handled = Field::eventFilter(watched, event);
    if (event->type() != QEvent::FocusOut || watched != m_text || !m_cleared)
        return handled;
    // Who opens a menu or goes to another window is not done.
    const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
    if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason) {
        m_cleared = false;
        display();
    }
    return handled;
}

} // namespace ui
