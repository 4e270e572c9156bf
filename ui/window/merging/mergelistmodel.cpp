// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/merging/mergelistmodel.h"

#include <QFont>

#include <algorithm>

namespace ui {

using batch::Conflict;
using Kind = MergeItem::Kind;
using Side = Conflict::Side;

QString changeText(const MergeItem &item)
{
    if (item.key == Conflict::orderKey)
        return MergeListModel::tr("Moved");
    if (!item.entry || (item.theirs && item.ours))
        return MergeListModel::tr("Changed");
    if (item.kind == Kind::Conflict)
        return item.ours ? MergeListModel::tr("Taken out of the file")
                         : MergeListModel::tr("Taken out here");
    return item.ours ? MergeListModel::tr("Added") : MergeListModel::tr("Taken out");
}

MergeListModel::MergeListModel(const QList<MergeItem> &items, QObject *parent)
    : QAbstractTableModel(parent)
    , m_items(items)
{
    for (qsizetype place = 0; place < m_items.size(); ++place) {
        const Kind kind = m_items.at(place).kind;
        if (place == 0 || m_items.at(place - 1).kind != kind)
            m_rows.append(-1 - place);
        m_rows.append(place);
        if (kind == Kind::Conflict)
            m_sides.append(Side::Ours);
    }
}

const MergeItem *MergeListModel::item(int row) const
{
    const qsizetype place = m_rows.value(row, -1);
    return place < 0 ? nullptr : &m_items.at(place);
}

bool MergeListModel::isConflict(int row) const
{
    const MergeItem *found = item(row);
    return found && found->kind == Kind::Conflict;
}

Side MergeListModel::side(int row) const
{
    return m_sides.at(m_rows.at(row));
}

void MergeListModel::setSide(const QList<int> &rows, Side side)
{
    for (const int row : rows) {
        if (!isConflict(row) || this->side(row) == side)
            continue;
        m_sides[m_rows.at(row)] = side;
        emit dataChanged(index(row, KeptColumn), index(row, KeptColumn));
    }
}

int MergeListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MergeListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags MergeListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags words = Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return item(index.row()) ? words | Qt::ItemIsSelectable : words;
}

QString MergeListModel::heading(Kind kind) const
{
    const auto count = static_cast<int>(std::ranges::count(m_items, kind, &MergeItem::kind));
    switch (kind) {
    case Kind::Conflict:
        return tr("Changed on both sides: %1").arg(count);
    case Kind::Ours:
        return tr("Changed only here: %1").arg(count);
    case Kind::Theirs:
        return tr("Changed only in the file: %1").arg(count);
    }
    return {};
}

QString MergeListModel::text(int row, Column column) const
{
    const MergeItem *shown = item(row);
    if (!shown)
        return column == NameColumn ? heading(m_items.at(-1 - m_rows.at(row)).kind) : QString();
    switch (column) {
    case NameColumn:
        return shown->name;
    case ChangeColumn:
        return changeText(*shown);
    case KeptColumn: {
        const bool ours =
            shown->kind == Kind::Conflict ? side(row) == Side::Ours : shown->kind == Kind::Ours;
        return ours ? tr("Here") : tr("The file");
    }
    case ColumnCount:
        break;
    }
    return {};
}

QVariant MergeListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), column);
    case Qt::ToolTipRole:
        return column == NameColumn ? text(index.row(), column) : QVariant();
    case Qt::FontRole:
        if (!item(index.row())) {
            QFont strong;
            strong.setWeight(QFont::DemiBold);
            return strong;
        }
        return {};
    default:
        return {};
    }
}

QVariant MergeListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case NameColumn:
        return tr("Job or setting");
    case ChangeColumn:
        return tr("Change");
    case KeptColumn:
        return tr("Kept from");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace ui
