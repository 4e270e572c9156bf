// SPDX-License-Identifier: GPL-3.0-or-later
#include "held/heldmodel.h"

#include <QLocale>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

QString costText(const HeldSubmission &held)
{
    const QString amount = held.cost.toDisplay();
    return held.costIsGuess ? u"≈\u00a0%1"_s.arg(amount) : amount;
}

QString sentText(const HeldSubmission &held)
{
    if (!held.submittedAt.isValid())
        return HeldModel::tr("not known");
    const QDateTime local = held.submittedAt.toLocalTime();
    const QLocale locale;
    return u"%1 %2"_s.arg(locale.toString(local.date(), QLocale::ShortFormat),
                          locale.toString(local.time(), u"HH:mm:ss"_s));
}

HeldModel::HeldModel(catalog::Catalog catalog, QObject *parent)
    : QAbstractTableModel(parent)
    , m_catalog(std::move(catalog))
{
}

void HeldModel::show(const QList<HeldSubmission> &held)
{
    const auto gone = [&held](const HeldSubmission &old) {
        return std::ranges::none_of(
            held, [&old](const HeldSubmission &each) { return each.job == old.job; });
    };
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!gone(m_held.at(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_held.removeAt(row);
        endRemoveRows();
    }
    for (const HeldSubmission &each : held) {
        const auto at = std::ranges::find(m_held, each.job, &HeldSubmission::job);
        const auto row = static_cast<int>(at - m_held.begin());
        if (at == m_held.end()) {
            beginInsertRows({}, row, row);
            m_held.append(each);
            endInsertRows();
        } else if (*at != each) {
            *at = each;
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
}

int HeldModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_held.size());
}

int HeldModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString HeldModel::text(const HeldSubmission &held, Column column) const
{
    switch (column) {
    case JobColumn:
        return held.name;
    case ModelColumn: {
        const catalog::Model *known = m_catalog.find(held.model);
        return known ? known->displayName : held.model;
    }
    case SentColumn:
        return sentText(held);
    case CostColumn:
        return costText(held);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant HeldModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto column = static_cast<Column>(index.column());
    const HeldSubmission &held = m_held.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(held, column);
    case Qt::ToolTipRole:
        return column == ModelColumn ? held.model : text(held, column);
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column, value")
            .arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                 text(held, column));
    case Qt::TextAlignmentRole:
        return column == CostColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QVariant HeldModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::AccessibleTextRole ? QVariant(m_held.at(section).name) : QVariant();
    if (role == Qt::TextAlignmentRole) {
        return section == CostColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                     : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case JobColumn:
        return tr("Job");
    case ModelColumn:
        return tr("Model");
    case SentColumn:
        return tr("Sent");
    case CostColumn:
        return tr("Estimate");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace ui
