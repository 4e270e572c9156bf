// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/delegates/celldelegate.h"

#include "batch/problem.h"
#include "jobs/table/jobtablemodel.h"
#include "look/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QTextLayout>

namespace ui {

namespace {

void drawMark(QPainter *painter, const QRect &cell, const QColor &color)
{
    constexpr double side = 9;
    QPainterPath corner(QPointF(cell.right() + 1 - side, cell.top()));
    corner.lineTo(cell.right() + 1, cell.top());
    corner.lineTo(cell.right() + 1, cell.top() + side);
    corner.closeSubpath();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillPath(corner, color);
}

/// Words that a line may not break within are broken all the same: prompts in scripts without
/// spaces, and model ids, know no other way.
QTextOption wrapping()
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

/// Keys that the table has shortcuts for, and that mean something else in an editor: Delete takes
/// a letter away, Alt+Down opens a list.
bool isEditorsOwn(const QKeyEvent &key)
{
    const bool alt = key.modifiers() == Qt::AltModifier;
    return key.key() == Qt::Key_Delete
        || (alt && (key.key() == Qt::Key_Up || key.key() == Qt::Key_Down));
}

} // namespace

QRect placedOver(const QRect &cell, const QSize &size, const QRect &visible)
{
    QRect rect(cell.topLeft(), size.boundedTo(visible.size()));
    rect.moveLeft(qBound(visible.left(), rect.left(), visible.right() + 1 - rect.width()));
    rect.moveTop(qBound(visible.top(), rect.top(), visible.bottom() + 1 - rect.height()));
    return rect;
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const bool current = option.state & QStyle::State_HasFocus;
    const bool strong = index.data(JobTableModel::EnabledRole).toBool()
        && !index.data(JobTableModel::FromDefaultsRole).toBool();
    const auto kind = static_cast<JobRow::Kind>(index.data(JobTableModel::RowKindRole).toInt());

    painter->save();
    // What follows from something else stands a little lower.
    if (kind != JobRow::Kind::Entry)
        painter->fillRect(option.rect,
                          mixed(option.palette.color(QPalette::Base),
                                option.palette.color(QPalette::Window), 0.6));
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, option.palette.highlight());
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect,
                          mixed(option.palette.color(QPalette::Base), theme.accent, 0.05));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      theme.border);

    painter->save();
    painter->setFont(option.font);
    painter->setPen(strong ? option.palette.color(QPalette::Text) : theme.mutedText);
    // The view writes a file's heading across its row.
    if (kind != JobRow::Kind::File)
        paintContent(painter, option.rect.adjusted(padding, 2, -padding, -3), option, index);
    painter->restore();

    const QVariant severity = index.data(JobTableModel::SeverityRole);
    if (severity.isValid()) {
        const bool error = severity.toInt() == static_cast<int>(batch::Severity::Error);
        drawMark(painter, option.rect, error ? theme.error : theme.warning);
    }
    if (current) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(theme.accent, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -2.5), 4, 4);
    }
    painter->restore();
}

void CellDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &,
                                const QModelIndex &index) const
{
    drawWrapped(painter, rect, index.data(Qt::DisplayRole).toString());
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {64, qMax(44, 2 * option.fontMetrics.lineSpacing() + 10)};
}

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                    const QModelIndex &index) const
{
    auto *line = new QLineEdit(parent);
    line->setAccessibleName(index.model()
                                ->headerData(index.column(), Qt::Horizontal, Qt::AccessibleTextRole)
                                .toString());
    return line;
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    constexpr auto shown = "shownValue";
    const QVariant value = index.data(Qt::EditRole);
    if (editor->property(shown).isValid() && editor->property(shown) == value)
        return;
    editor->setProperty(shown, value);
    fillEditor(editor, value);
}

void CellDelegate::fillEditor(QWidget *editor, const QVariant &value) const
{
    qobject_cast<QLineEdit *>(editor)->setText(value.toString());
}

void CellDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                        const QModelIndex &) const
{
    // Wider than a narrow column where it has more to show, such as a model's id.
    constexpr int mostWidth = 260;
    const QSize hint = editor->sizeHint();
    QRect cell = option.rect.adjusted(2, 0, -2, 0);
    cell.setTop(option.rect.center().y() - hint.height() / 2);
    const QSize size(qMax(cell.width(), qMin(hint.width(), mostWidth)), hint.height());
    editor->setGeometry(placedOver(cell, size, editor->parentWidget()->rect()));
}

bool CellDelegate::eventFilter(QObject *object, QEvent *event)
{
    auto *editor = qobject_cast<QWidget *>(object);
    if (event->type() == QEvent::ShortcutOverride
        && isEditorsOwn(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    if (!editor || event->type() != QEvent::KeyPress)
        return QStyledItemDelegate::eventFilter(object, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        finish(editor);
        return true;
    case Qt::Key_Tab:
        finish(editor, EditNextItem);
        return true;
    case Qt::Key_Backtab:
        finish(editor, EditPreviousItem);
        return true;
    case Qt::Key_Escape:
        abandon(editor);
        return true;
    default:
        return QStyledItemDelegate::eventFilter(object, event);
    }
}

void CellDelegate::finish(QWidget *editor, EndEditHint hint)
{
    if (m_finished == editor)
        return;
    m_finished = editor;
    emit commitData(editor);
    emit closeEditor(editor, hint);
}

void CellDelegate::abandon(QWidget *editor)
{
    m_finished = editor;
    emit closeEditor(editor, RevertModelCache);
}

void CellDelegate::drawElided(QPainter *painter, const QRect &rect, const QString &text,
                              Qt::Alignment alignment)
{
    const QString elided = painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    painter->drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine, elided);
}

void CellDelegate::drawWrapped(QPainter *painter, const QRect &rect, const QString &text)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const int lineHeight = metrics.lineSpacing();
    const int room = qBound(1, rect.height() / lineHeight, 2);
    // Of a long text only the beginning can be seen; laying out the rest would cost time.
    const QString beginning = text.left(400).simplified();

    QTextLayout layout(beginning, painter->font(), painter->device());
    layout.setTextOption(wrapping());
    layout.beginLayout();
    QStringList lines;
    while (lines.size() < room) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(rect.width());
        const qsizetype length = lines.size() + 1 == room ? -1 : line.textLength();
        lines.append(beginning.mid(line.textStart(), length).trimmed());
    }
    layout.endLayout();

    const int height = static_cast<int>(lines.size()) * lineHeight;
    QRect lineRect(rect.left(), rect.top() + (rect.height() - height + 1) / 2, rect.width(),
                   lineHeight);
    for (const QString &line : std::as_const(lines)) {
        drawElided(painter, lineRect, line);
        lineRect.translate(0, lineHeight);
    }
}

} // namespace ui
