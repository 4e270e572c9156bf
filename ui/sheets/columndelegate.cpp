// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/columndelegate.h"

#include "look/painting.h"
#include "look/theme.h"
#include "sheets/columnmodel.h"

#include <QComboBox>
#include <QPainter>
#include <QStandardItemModel>
#include <QTimer>

namespace ui {

namespace {

constexpr int rowHeight = 36; ///< px
constexpr int padding = 8;    ///< px

/// A heading among the entries that can't be chosen.
void addGroup(QComboBox *box, const QString &title)
{
    box->addItem(title);
    auto *items = qobject_cast<QStandardItemModel *>(box->model());
    QStandardItem *item = items->item(box->count() - 1);
    item->setFlags(Qt::NoItemFlags);
    QFont bold = box->font();
    bold.setWeight(QFont::DemiBold);
    item->setFont(bold);
}

QRect fieldRect(const QRect &cell)
{
    return cell.adjusted(padding / 2, 3, -padding / 2, -3);
}

} // namespace

ColumnDelegate::ColumnDelegate(std::function<const catalog::Model *()> model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(std::move(model))
{
}

QWidget *ColumnDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                      const QModelIndex &index) const
{
    const auto *columns = qobject_cast<const ColumnModel *>(index.model());
    auto *box = new QComboBox(parent);
    box->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
    box->setMaxVisibleItems(24);
    QString group;
    for (const ColumnModel::Choice &choice : columns->choices(index.row(), m_model())) {
        if (choice.group != group)
            addGroup(box, choice.group);
        group = choice.group;
        box->addItem(choice.text, choice.key);
    }
    auto *self = const_cast<ColumnDelegate *>(this);
    connect(box, &QComboBox::activated, self, [self, box] {
        emit self->commitData(box);
        emit self->closeEditor(box);
    });
    // One click both opens the field and its list.
    QTimer::singleShot(0, box, &QComboBox::showPopup);
    return box;
}

void ColumnDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *box = qobject_cast<QComboBox *>(editor);
    box->setCurrentIndex(box->findData(index.data(ColumnModel::KeyRole)));
}

void ColumnDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                  const QModelIndex &index) const
{
    const auto *box = qobject_cast<QComboBox *>(editor);
    if (box->currentData().isValid())
        model->setData(index, box->currentData(), Qt::EditRole);
}

void ColumnDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                          const QModelIndex &) const
{
    editor->setGeometry(fieldRect(option.rect));
}

QSize ColumnDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {option.fontMetrics.horizontalAdvance(index.data().toString()) + 3 * padding,
            qMax(rowHeight, option.fontMetrics.height() + 14)};
}

void ColumnDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const bool leftOut = index.data(ColumnModel::IsLeftOutRole).toBool();
    const QString text = index.data().toString();
    painter->save();
    QRect room = option.rect.adjusted(padding, 0, -padding, 0);
    QFont font = option.font;
    QColor ink = leftOut ? theme.mutedText : option.palette.color(QPalette::Text);
    if (index.column() == ColumnModel::Heading)
        font.setWeight(QFont::DemiBold);
    if (index.column() == ColumnModel::Example)
        ink = theme.mutedText;
    if (index.column() == ColumnModel::Becomes) {
        const QRectF field = QRectF(fieldRect(option.rect)).adjusted(0.5, 0.5, -0.5, -0.5);
        const bool focused = option.state & QStyle::State_HasFocus;
        painting::rounded(painter, field, option.palette.color(QPalette::Base),
                          focused ? theme.accent : theme.border);
        const QRectF arrow(field.right() - 24, field.top(), 20, field.height());
        painting::chevron(painter, arrow, painting::Direction::Down, theme.mutedText);
        room = room.adjusted(padding / 2, 0, -24, 0);
    }
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
    painter->restore();
}

} // namespace ui
