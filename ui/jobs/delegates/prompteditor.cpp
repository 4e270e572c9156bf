// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/delegates/prompteditor.h"

#include "jobs/delegates/celldelegate.h"

#include <QTextDocument>

namespace ui {

namespace {

constexpr int leastWidth = 380; ///< px: a prompt is prose, and wants a line of some length
constexpr int mostLines = 12;

} // namespace

PromptEditor::PromptEditor(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setAccessibleName(tr("Prompt"));
    setPlaceholderText(tr("What to make, in words"));
    setToolTip(tr("Ctrl+Enter keeps the prompt, Esc leaves it as it was"));
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(6);
    connect(this, &QPlainTextEdit::textChanged, this, &PromptEditor::place);
}

void PromptEditor::standAt(const QRect &cell)
{
    m_cell = cell;
    place();
}

void PromptEditor::place()
{
    if (m_cell.isNull())
        return;
    const int width = qMin(qMax(m_cell.width(), leastWidth), parentWidget()->width());
    const int around = 2 * (frameWidth() + static_cast<int>(document()->documentMargin()));
    const int lineHeight = fontMetrics().lineSpacing();
    // The document lays out what is in sight, and that depends on the height that is asked here.
    // The line more is for the words that it breaks a little earlier, and for the next one.
    const QRect room(0, 0, width - around, mostLines * lineHeight);
    const QString text = toPlainText();
    const int textHeight = fontMetrics().boundingRect(room, Qt::TextWordWrap, text).height()
        + (text.endsWith(u'\n') ? lineHeight : 0);
    const int height = qBound(2 * lineHeight, textHeight + lineHeight, mostLines * lineHeight);
    const QSize size(width, qMax(height + around, m_cell.height()));
    const QRect wanted = placedOver(m_cell, size, parentWidget()->rect());
    if (geometry() != wanted)
        setGeometry(wanted);
}

} // namespace ui
