// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/values/switchfield.h"

#include "inspector/fields/values/toggle.h"
#include "look/tonelabel.h"

#include <QHBoxLayout>

namespace ui {

SwitchField::SwitchField(const FieldContext &context, QWidget *parent)
    : Field(context, parent)
    , m_word(new ToneLabel(Tone::Muted))
    , m_toggle(new Toggle)
{
    m_word->setWordWrap(false);
    introduce(m_toggle);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addWidget(m_word);
    layout->addWidget(m_toggle);
    connect(m_toggle, &Toggle::clicked, this, [this](bool on) { give(on); });
}

void SwitchField::display()
{
    const QJsonValue shown = state().effective();
    m_toggle->setUndecided(state().several);
    m_toggle->setChecked(shown.toBool());
    QString word = shown.toBool() ? tr("On") : tr("Off");
    if (state().several)
        word = severalValues();
    else if (!shown.isUndefined() && !shown.isBool())
        word = valueText(shown);
    m_word->say(word, state().isSaid() ? Tone::Text : Tone::Muted);
}

} // namespace ui
