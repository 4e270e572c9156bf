// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/delegates/modeldelegate.h"

#include "jobs/jobtext.h"
#include "look/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPainter>
#include <QStandardItemModel>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

enum ItemRole {
    ModelIdRole = Qt::UserRole, ///< empty: a heading
    FactsRole,                  ///< price and typical time
};

constexpr int margin = 12; ///< px, at both ends of a row of the list
constexpr int gap = 32;    ///< px, between a name and its facts

/// A row of the list: the name, and at the right what it costs and how long it takes.
class ModelItemDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int width = option.fontMetrics.horizontalAdvance(index.data().toString())
            + option.fontMetrics.horizontalAdvance(index.data(FactsRole).toString());
        return {width + gap + 2 * margin, option.fontMetrics.lineSpacing() + 12};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.palette);
        const bool heading = index.data(ModelIdRole).toString().isEmpty();
        painter->save();
        if (!heading && (option.state & QStyle::State_Selected))
            painter->fillRect(option.rect, option.palette.highlight());
        const QRect rect = option.rect.adjusted(margin, 0, -margin, 0);
        QFont font = option.font;
        font.setBold(heading);
        painter->setFont(font);
        painter->setPen(heading ? theme.mutedText : option.palette.color(QPalette::Text));
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
        painter->setPen(theme.mutedText);
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter,
                          index.data(FactsRole).toString());
        painter->restore();
    }
};

QStandardItem *headingItem(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setFlags(Qt::NoItemFlags);
    return item;
}

QStandardItem *modelItem(const catalog::Model &model)
{
    auto *item = new QStandardItem(model.displayName);
    QStringList facts{jobtext::price(model), jobtext::typicalTime(model)};
    facts.removeAll(QString());
    item->setData(model.id, ModelIdRole);
    item->setData(facts.join(u"  ·  "_s), FactsRole);
    item->setToolTip(model.profile);
    item->setData(QStringList{model.displayName, facts.join(u", "_s)}.join(u", "_s),
                  Qt::AccessibleTextRole);
    return item;
}

} // namespace

ModelDelegate::ModelDelegate(catalog::Catalog catalog, QObject *parent)
    : CellDelegate(parent)
    , m_catalog(std::move(catalog))
{
}

void ModelDelegate::fill(QComboBox *combo) const
{
    auto *items = new QStandardItemModel(combo);
    const std::pair<batch::MediaType, QString> kinds[] = {{batch::MediaType::Image, tr("Images")},
                                                          {batch::MediaType::Video, tr("Videos")}};
    for (const auto &[type, title] : kinds) {
        items->appendRow(headingItem(title));
        for (const catalog::Model &model : m_catalog.models()) {
            if (model.type == type)
                items->appendRow(modelItem(model));
        }
    }
    combo->setModel(items);
}

QWidget *ModelDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                     const QModelIndex &) const
{
    auto *combo = new QComboBox(parent);
    combo->setAccessibleName(tr("Model"));
    combo->setEditable(true);
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->setMaxVisibleItems(16);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(28); // ids are long, and whoever types one wants to see it
    combo->lineEdit()->setPlaceholderText(tr("Model id"));
    fill(combo);
    auto *itemDelegate = new ModelItemDelegate(combo);
    combo->setItemDelegate(itemDelegate);
    combo->view()->setMinimumWidth(combo->view()->sizeHintForColumn(0) + 24);

    QCompleter *completer = combo->completer();
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    completer->popup()->setItemDelegate(itemDelegate);
    completer->popup()->setMinimumWidth(combo->view()->minimumWidth());

    // Later: the key that chose it is still on its way through the combo box.
    auto *self = const_cast<ModelDelegate *>(this);
    connect(
        combo, &QComboBox::activated, self, [self, combo] { self->finish(combo); },
        Qt::QueuedConnection);
    return combo;
}

void ModelDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *combo = qobject_cast<QComboBox *>(editor);
    const QString id = index.data(Qt::EditRole).toString();
    const int known = id.isEmpty() ? -1 : combo->findData(id, ModelIdRole);
    combo->setCurrentIndex(known);
    if (known < 0)
        combo->setEditText(id);
    combo->lineEdit()->selectAll();
}

void ModelDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                 const QModelIndex &index) const
{
    auto *combo = qobject_cast<QComboBox *>(editor);
    const QString typed = combo->currentText().trimmed();
    // The chosen entry counts where it stands there; two models may share a name.
    int item = combo->currentText() == combo->itemText(combo->currentIndex())
        ? combo->currentIndex()
        : combo->findText(typed, Qt::MatchFixedString);
    QString id = combo->itemData(item, ModelIdRole).toString();
    model->setData(index, id.isEmpty() ? typed : id);
}

} // namespace ui
