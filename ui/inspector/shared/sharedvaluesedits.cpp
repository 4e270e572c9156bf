// SPDX-License-Identifier: GPL-3.0-or-later
// What SharedValues takes over from its fields.
#include "inspector/shared/sharedvalues.h"

#include "inspector/fields/field.h"
#include "inspector/fields/values/growingtextedit.h"
#include "jobs/delegates/modeleditor.h"
#include "session/document/batchdocument.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>

#include <utility>

namespace ui {

using batch::Job;
using batch::JobDefaults;
using batch::MediaType;

bool SharedValues::takeTyped(QLineEdit *line)
{
    const bool typed = line->isModified();
    line->setModified(false);
    return typed;
}

void SharedValues::takeNumber(QLineEdit *line, std::optional<int> Job::*field, const QString &text)
{
    if (!takeTyped(line))
        return;
    bool ok = false;
    const int number = line->text().trimmed().toInt(&ok);
    // What is no number is not taken: the field shows again what holds.
    if (!ok && !line->text().trimmed().isEmpty())
        return refresh();
    change(
        [&](Premises *premises) {
            premises->defaults.all.job.*field =
                ok && number > 0 ? std::optional<int>(number) : std::nullopt;
        },
        text);
}

void SharedValues::takeText(QLineEdit *line, std::optional<QString> Job::*field,
                            const QString &text)
{
    if (!takeTyped(line))
        return;
    const QString value = line->text().simplified();
    change(
        [&](Premises *premises) {
            premises->defaults.all.job.*field =
                value.isEmpty() ? std::nullopt : std::optional<QString>(value);
        },
        text);
}

void SharedValues::takeLength()
{
    if (!takeTyped(m_length))
        return;
    const QString text = m_length->text().trimmed();
    bool ok = false;
    const double seconds = QLocale().toDouble(text, &ok);
    if (!ok && !text.isEmpty())
        return refresh();
    change(
        [&](Premises *premises) {
            premises->defaults.all.job.duration =
                ok && seconds > 0 ? std::optional<double>(seconds) : std::nullopt;
        },
        tr("Change the default length"));
}

void SharedValues::takeType(int choice)
{
    change(
        [&](Premises *premises) {
            JobDefaults &all = premises->defaults.all;
            all.saysType = choice > 0;
            all.job.type = choice > 0 ? static_cast<MediaType>(m_type->itemData(choice).toInt())
                                      : MediaType::Image;
        },
        tr("Change the default type"));
}

void SharedValues::takeModel()
{
    if (!m_model->isTouched())
        return;
    const QString id = m_model->modelId();
    m_model->setModelId(id); // as one that is shown
    change([&](Premises *premises) { premises->defaults.all.job.model = id; },
           tr("Change the default model"));
}

void SharedValues::takePrompt()
{
    if (!std::exchange(m_promptIsTyped, false))
        return;
    const QString text = m_prompt->toPlainText();
    const QString before = m_document->source().defaults.all.job.prompt;
    // A block in a batch file ends with a line break, which isn't shown.
    if (text == before.trimmed())
        return;
    change([&](Premises *premises) { premises->defaults.all.job.prompt = text; },
           tr("Change the default prompt"));
}

bool SharedValues::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel) {
        // A form that scrolls under the pointer must not change what it passes.
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::FocusOut && watched == m_prompt)
        takePrompt();
    const bool key = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (key && isTyped(watched))
        return undoTyped(watched, event);
    if (key && handleUndoKeys(event, m_document->undoStack()))
        return true;
    return InspectorCard::eventFilter(watched, event);
}

bool SharedValues::isTyped(const QObject *field) const
{
    if (field == m_prompt)
        return m_promptIsTyped;
    const auto *line = qobject_cast<const QLineEdit *>(field);
    return line && line->isModified();
}

/// What is typed goes before the last step does. A line knows that by itself.
bool SharedValues::undoTyped(const QObject *field, QEvent *event)
{
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool undo = key->matches(QKeySequence::Undo);
    if (field != m_prompt || (!undo && !key->matches(QKeySequence::Redo)))
        return false;
    if (undo && event->type() == QEvent::KeyPress) {
        m_promptIsTyped = false;
        refresh();
    }
    event->accept();
    return true;
}

} // namespace ui
