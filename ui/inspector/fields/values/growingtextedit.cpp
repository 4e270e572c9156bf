// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/values/growingtextedit.h"

#include "look/painting.h"

#include <QEvent>
#include <QPainter>
#include <QStyleOption>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

namespace ui {

namespace {

QString withoutLastBreaks(QString text)
{
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

} // namespace

GrowingTextEdit::GrowingTextEdit(int leastLines, int mostLines, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_leastLines(leastLines)
    , m_mostLines(mostLines)
{
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    document()->setDocumentMargin(6);
    viewport()->setAutoFillBackground(false);
    setMinimumWidth(80);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        fitHeight();
        const QString text = toPlainText();
        if (m_setting || text == m_said)
            return;
        m_said = text;
        emit edited(text);
    });
    fitHeight();
}

void GrowingTextEdit::setText(const QString &text)
{
    const QString wanted = withoutLastBreaks(text);
    if (withoutLastBreaks(toPlainText()) == wanted)
        return;
    const int position = textCursor().position();
    m_setting = true;
    setPlainText(wanted);
    m_said = wanted;
    m_setting = false;
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(position, static_cast<int>(wanted.size())));
    setTextCursor(cursor);
}

bool GrowingTextEdit::event(QEvent *event)
{
    if (event->type() != QEvent::Paint)
        return QPlainTextEdit::event(event);
    // The same ground and outline as the fields of one line.
    QStyleOption option;
    option.initFrom(this);
    QPainter painter(this);
    painting::field(&painter, &option, rect());
    return true;
}

void GrowingTextEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitHeight();
}

void GrowingTextEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitHeight();
}

int GrowingTextEdit::textLines() const
{
    const double room = viewport()->width() - 2 * document()->documentMargin();
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        // The document lays out what is in sight only; this counts all of it.
        QTextLayout layout(block.text(), font());
        layout.setTextOption(document()->defaultTextOption());
        layout.beginLayout();
        int count = 0;
        while (count < m_mostLines) {
            QTextLine line = layout.createLine();
            if (!line.isValid())
                break;
            line.setLineWidth(std::max(room, 40.0));
            ++count;
        }
        layout.endLayout();
        lines += std::max(1, count);
        if (lines >= m_mostLines)
            break;
    }
    return lines;
}

void GrowingTextEdit::fitHeight()
{
    const int lines = std::clamp(textLines(), m_leastLines, m_mostLines);
    const int around = 2 * (frameWidth() + static_cast<int>(document()->documentMargin()));
    const int height = lines * fontMetrics().lineSpacing() + around + 2;
    if (height == maximumHeight())
        return;
    setFixedHeight(height);
}

} // namespace ui
