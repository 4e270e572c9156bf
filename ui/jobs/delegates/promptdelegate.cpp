// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/delegates/promptdelegate.h"

#include "jobs/delegates/prompteditor.h"
#include "look/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace ui {

QWidget *PromptDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                      const QModelIndex &) const
{
    return new PromptEditor(parent);
}

void PromptDelegate::fillEditor(QWidget *editor, const QVariant &value) const
{
    auto *prompt = qobject_cast<PromptEditor *>(editor);
    // A block in a batch file ends with a line break, which would be an empty line here.
    const QString text = value.toString().trimmed();
    if (prompt->toPlainText() == text)
        return;
    prompt->setPlainText(text);
    prompt->moveCursor(QTextCursor::End);
}

void PromptDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                  const QModelIndex &index) const
{
    auto *prompt = qobject_cast<PromptEditor *>(editor);
    if (prompt->document()->isModified())
        model->setData(index, prompt->toPlainText().trimmed());
}

void PromptDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                          const QModelIndex &) const
{
    qobject_cast<PromptEditor *>(editor)->standAt(option.rect);
}

bool PromptDelegate::eventFilter(QObject *editor, QEvent *event)
{
    auto *prompt = qobject_cast<PromptEditor *>(editor);
    if (!prompt || event->type() != QEvent::KeyPress)
        return CellDelegate::eventFilter(editor, event);
    // Enter belongs to the text, except with Ctrl.
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && !(key->modifiers() & Qt::ControlModifier))
        return false;
    return CellDelegate::eventFilter(editor, event);
}

void PromptDelegate::paintContent(QPainter *painter, const QRect &rect,
                                  const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const QString prompt = index.data(Qt::DisplayRole).toString();
    if (prompt.isEmpty())
        painter->setPen(Theme::of(option.palette).mutedText);
    drawWrapped(painter, rect, prompt.isEmpty() ? tr("No prompt yet") : prompt);
}

} // namespace ui
