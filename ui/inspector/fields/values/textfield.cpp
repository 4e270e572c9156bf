// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/values/textfield.h"

#include "inspector/fields/values/growingtextedit.h"

#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

TextField::TextField(const catalog::Parameter &parameter, Lines lines, const FieldContext &context,
                     QWidget *parent)
    : Field(context, parent)
    , m_most(parameter.maxLength)
    , m_prompt(parameter.name == "prompt"_L1)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    if (lines == Lines::One) {
        m_line = new QLineEdit;
        connect(m_line, &QLineEdit::textEdited, this, &TextField::noteEdit);
        introduce(m_line);
        layout->addWidget(m_line);
    } else {
        m_text = new GrowingTextEdit(m_prompt ? 4 : 2, 12);
        connect(m_text, &GrowingTextEdit::edited, this, &TextField::noteEdit);
        introduce(m_text);
        layout->addWidget(m_text);
    }
}

void TextField::noteEdit(const QString &text)
{
    noteLength(text);
    // An empty text is none, but where the default would come back in its place.
    const bool none = text.isEmpty() && state().fallback.toString().isEmpty();
    give(none ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text), true);
}

void TextField::noteLength(const QString &text)
{
    if (!m_most)
        return;
    if (state().several && text.isEmpty()) {
        emit asideChanged({}, false);
        return;
    }
    const auto length = text.toUcs4().size();
    const QLocale locale;
    //: How many characters there are, and how many there may be.
    emit asideChanged(tr("%1 / %2").arg(locale.toString(length), locale.toString(*m_most)),
                      length > *m_most);
}

QString TextField::emptyWords() const
{
    if (state().several)
        return severalValues();
    return m_prompt ? tr("What to make, in words") : tr("Not set");
}

void TextField::display()
{
    const QString shown = valueText(state().effective());
    if (m_line) {
        if (m_line->text() != shown)
            m_line->setText(shown);
        m_line->setPlaceholderText(emptyWords());
        setMuted(m_line, !state().isSaid());
        noteLength(shown);
    } else {
        m_text->setText(shown);
        m_text->setPlaceholderText(emptyWords());
        setMuted(m_text, !state().isSaid());
        noteLength(shown);
    }
}

} // namespace ui
