// SPDX-License-Identifier: GPL-3.0-or-later
#include "cost/notelabel.h"

#include "look/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace ui {

NoteLabel::NoteLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    takeLook();
    hide();
}

void NoteLabel::showNote(const QString &words, Tone tone, const QString &details)
{
    setText(words);
    m_details = details;
    setAccessibleDescription(details);
    if (m_tone != tone) {
        m_tone = tone;
        takeLook();
    }
    noteToolTip();
    setVisible(!words.isEmpty());
}

QSize NoteLabel::minimumSizeHint() const
{
    const QSize whole = QLabel::sizeHint();
    return {std::min(whole.width(), 8 * fontMetrics().averageCharWidth()), whole.height()};
}

void NoteLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect(), alignment(),
                     fontMetrics().elidedText(text(), Qt::ElideRight, width()));
}

void NoteLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    noteToolTip();
}

void NoteLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        takeLook();
}

void NoteLabel::takeLook()
{
    const Theme &theme = Theme::of(QApplication::palette());
    const bool warns = m_tone == Tone::Warning;
    QPalette own;
    own.setColor(QPalette::WindowText, warns ? theme.warning : theme.mutedText);
    setPalette(own);
    QFont weighted;
    weighted.setWeight(warns ? QFont::DemiBold : QFont::Normal);
    setFont(weighted);
}

void NoteLabel::noteToolTip()
{
    QStringList lines;
    if (fontMetrics().horizontalAdvance(text()) > width())
        lines.append(text());
    if (!m_details.isEmpty())
        lines.append(m_details);
    setToolTip(lines.join(u'\n'));
}

} // namespace ui
