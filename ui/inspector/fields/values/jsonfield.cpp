// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/values/jsonfield.h"

#include "inspector/fields/values/growingtextedit.h"

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

JsonField::JsonField(const FieldContext &context, QWidget *parent)
    : Field(context, parent)
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
    const bool none = text.trimmed().isEmpty();
    const QJsonValue value = none ? QJsonValue(QJsonValue::Undefined) : parsed(text);
    m_unfinished = value.isUndefined();
    emit unreadable(!none && m_unfinished
                        ? tr("This is no JSON yet: [\"text\", 1, true] or {\"key\": \"text\"}.")
                        : QString());
    if (none || !m_unfinished)
        give(value, true);
}

void JsonField::forget()
{
    m_unfinished = false;
    emit unreadable({});
}

void JsonField::display()
{
    m_text->setPlaceholderText(state().several ? severalValues() : tr("Not set"));
    setMuted(m_text, !state().isSaid());
    const QJsonValue shown = state().effective();
    // What is written in other words than these says the same.
    if (m_unfinished || (!shown.isUndefined() && parsed(m_text->toPlainText()) == shown))
        return;
    m_text->setText(written(shown));
}

} // namespace ui
