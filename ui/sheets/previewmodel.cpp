// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/previewmodel.h"

namespace ui {

using namespace Qt::StringLiterals;

void PreviewModel::show(const QList<PreviewRow> &rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PreviewRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Row:
            return row.row;
        case Name:
            return row.name;
        case Prompt:
            return row.prompt.simplified();
        case Size:
            return row.size;
        case Cost:
            return row.cost;
        default:
            return {};
        }
    case Qt::ToolTipRole:
        if (!row.problems.isEmpty())
            return row.problems.join(u'\n');
        return index.column() == Prompt ? row.prompt : QVariant();
    case Qt::AccessibleDescriptionRole:
        return row.problems.join(u' ');
    case Qt::TextAlignmentRole:
        return int(
            (index.column() == Cost || index.column() == Row ? Qt::AlignRight : Qt::AlignLeft)
            | Qt::AlignVCenter);
    case IsRefusedRole:
        return row.isRefused;
    case IsEnabledRole:
        return row.enabled;
    default:
        return {};
    }
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        return int((section == Cost || section == Row ? Qt::AlignRight : Qt::AlignLeft)
                   | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Row:
        return tr("Row");
    case Name:
        return tr("Name");
    case Prompt:
        return tr("Prompt");
    case Size:
        return tr("Size");
    case Cost:
        return tr("Cost");
    default:
        return {};
    }
}

} // namespace ui
