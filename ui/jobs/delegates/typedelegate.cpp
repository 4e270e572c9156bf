// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/delegates/typedelegate.h"

#include "batch/job.h"
#include "jobs/jobtext.h"
#include "look/icons.h"

#include <QComboBox>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

QWidget *TypeDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                    const QModelIndex &) const
{
    auto *combo = new QComboBox(parent);
    combo->setAccessibleName(tr("Type"));
    for (const auto type : {batch::MediaType::Image, batch::MediaType::Video}) {
        combo->addItem(icon(type == batch::MediaType::Image ? u"image"_s : u"film"_s),
                       jobtext::type(type), static_cast<int>(type));
    }
    // Later: the key that chose it is still on its way through the combo box.
    auto *self = const_cast<TypeDelegate *>(this);
    connect(
        combo, &QComboBox::activated, self, [self, combo] { self->finish(combo); },
        Qt::QueuedConnection);
    return combo;
}

void TypeDelegate::fillEditor(QWidget *editor, const QVariant &value) const
{
    auto *combo = qobject_cast<QComboBox *>(editor);
    combo->setCurrentIndex(combo->findData(value));
}

void TypeDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                const QModelIndex &index) const
{
    model->setData(index, qobject_cast<QComboBox *>(editor)->currentData());
}

void TypeDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &,
                                const QModelIndex &index) const
{
    constexpr int side = 16;
    const QRect symbol(rect.left(), rect.center().y() - side / 2 + 1, side, side);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, symbol);
    drawElided(painter, rect.adjusted(side + 6, 0, 0, 0), index.data(Qt::DisplayRole).toString());
}

} // namespace ui
