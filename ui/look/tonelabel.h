// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/icons.h"

#include <QLabel>

namespace ui {

/// Wrapped words in one of the theme's tones, also after a change of appearance. Assistive
/// technology reads the text. Words that are too long for a line are broken.
class ToneLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ToneLabel(Tone tone = Tone::Text, QWidget *parent = nullptr);

    /// Nothing to say: the label gives its room away.
    void say(const QString &text, Tone tone);
    void say(const QString &text) { say(text, m_tone); }
    Tone tone() const { return m_tone; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeColor();

    Tone m_tone;
    QString m_said; ///< without the breaks
};

} // namespace ui
