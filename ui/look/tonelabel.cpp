// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/tonelabel.h"

#include <QApplication>
#include <QEvent>

namespace ui {

namespace {

/// A place to break a line in every word that is longer than this, such as an address.
QString breakable(const QString &text)
{
    constexpr int longest = 20; ///< characters
    QString result;
    int length = 0;
    for (const QChar character : text) {
        length = character.isSpace() ? 0 : length + 1;
        if (length > longest && !character.isLowSurrogate()) {
            result += u'\u200b';
            length = 1;
        }
        result += character;
    }
    return result;
}

} // namespace

ToneLabel::ToneLabel(Tone tone, QWidget *parent)
    : QLabel(parent)
    , m_tone(tone)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    takeColor();
}

void ToneLabel::say(const QString &text, Tone tone)
{
    if (text != m_said) {
        m_said = text;
        setText(wordWrap() ? breakable(text) : text);
        setAccessibleName(text);
    }
    // Without a parent yet, it would be shown as a window of its own.
    if (parentWidget())
        setVisible(!text.isEmpty());
    else if (text.isEmpty())
        hide();
    if (tone == m_tone)
        return;
    m_tone = tone;
    takeColor();
}

void ToneLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        takeColor();
}

void ToneLabel::takeColor()
{
    QPalette own;
    own.setColor(QPalette::WindowText, colorOf(m_tone, QApplication::palette()));
    setPalette(own);
}

} // namespace ui
