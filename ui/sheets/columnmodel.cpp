// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/columnmodel.h"

#include "catalog/request/commonnames.h"

#include <algorithm>
#include <utility>

namespace ui {

using namespace Qt::StringLiterals;
using sheet::ColumnUse;
using Kind = sheet::ColumnUse::Kind;

namespace {

constexpr qsizetype fewExamples = 3;
constexpr qsizetype manyExamples = 12;

} // namespace

void ColumnModel::show(std::shared_ptr<const sheet::Table> table, const sheet::Mapping &guess)
{
    beginResetModel();
    const std::shared_ptr<const sheet::Table> before = std::exchange(m_table, std::move(table));
    const sheet::Mapping uses = std::exchange(m_mapping, guess);
    const QSet<int> chosen = std::exchange(m_chosen, {});
    for (const int old : chosen) {
        const int row = columnLike(*before, old);
        if (row < 0)
            continue;
        // A variable goes by the heading, which may be another now.
        put(row, uses.at(old).kind == Kind::Variable ? variableOf(row) : uses.at(old));
    }
    endResetModel();
}

/// The column that was column `row` of the table before; -1 where there is none.
int ColumnModel::columnLike(const sheet::Table &before, int row) const
{
    if (before.columnCount() == m_table->columnCount())
        return row;
    const QString heading = before.header.value(row);
    return heading.isEmpty() ? -1 : int(m_table->header.indexOf(heading));
}

QString ColumnModel::textOf(const ColumnUse &use)
{
    switch (use.kind) {
    case Kind::LeftOut:
        return tr("Left out");
    case Kind::Field:
        return sheet::fieldTitle(use.name);
    case Kind::Variable:
        return tr("Variable %1").arg(use.toKey());
    case Kind::Parameter:
        return tr("Parameter %1").arg(use.name);
    }
    return {};
}

/// The variable that a column gives, under a name that no other has.
ColumnUse ColumnModel::variableOf(int row) const
{
    ColumnUse use{Kind::Variable, sheet::columnVariable(m_table->header.value(row), row)};
    const QString name = use.name;
    const auto isTaken = [this, row, &use] {
        for (int other = 0; other < m_mapping.size(); ++other) {
            if (other != row && m_mapping[other] == use)
                return true;
        }
        return false;
    };
    for (int number = 2; isTaken(); ++number)
        use.name = name + u'-' + QString::number(number);
    return use;
}

QList<ColumnModel::Choice> ColumnModel::choices(int row, const catalog::Model *model) const
{
    QList<Choice> choices;
    const auto add = [&choices](const ColumnUse &use, const QString &group) {
        choices.append({use.toKey(), textOf(use), group});
    };
    add({}, {});
    add(variableOf(row), {});
    for (const QString &key : sheet::fieldKeys())
        add({Kind::Field, key}, tr("Of the job"));
    const ColumnUse &present = m_mapping.at(row);
    bool isListed = present.kind != Kind::Parameter;
    if (model) {
        for (const catalog::Parameter &parameter : model->parameters) {
            if (catalog::fieldOf(*model, parameter) != batch::Field::Params)
                continue;
            const ColumnUse use{Kind::Parameter, parameter.name};
            isListed = isListed || use == present;
            add(use, tr("Of the model"));
        }
    }
    if (!isListed)
        add(present, tr("Of the model"));
    return choices;
}

void ColumnModel::setUse(int row, const ColumnUse &use)
{
    if (m_mapping.at(row) == use)
        return;
    put(row, use);
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit mappingChanged();
}

void ColumnModel::put(int row, const ColumnUse &use)
{
    m_chosen.insert(row);
    const qsizetype other = use.kind == Kind::LeftOut ? -1 : m_mapping.indexOf(use);
    m_mapping[row] = use;
    if (other < 0 || other == row)
        return;
    m_chosen.remove(int(other));
    m_mapping[other] = {};
    m_mapping[other] = variableOf(int(other));
}

int ColumnModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_mapping.size());
}

int ColumnModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

/// The first different texts of a column.
QString ColumnModel::exampleOf(int row, qsizetype most) const
{
    QStringList examples;
    const qsizetype looked = std::min<qsizetype>(m_table->rows.size(), 50);
    for (qsizetype i = 0; i < looked && examples.size() < most; ++i) {
        const QString cell = m_table->rows[i].cells.value(row).simplified();
        if (!cell.isEmpty() && !examples.contains(cell))
            examples.append(cell.size() > 200 ? cell.first(199) + u'…' : cell);
    }
    return examples.join(most == fewExamples ? u"  ·  "_s : u"\n"_s);
}

QVariant ColumnModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ColumnUse &use = m_mapping.at(index.row());
    if (role == KeyRole || (role == Qt::EditRole && index.column() == Becomes))
        return use.toKey();
    if (role == IsLeftOutRole)
        return use.kind == Kind::LeftOut;
    if (role == Qt::ToolTipRole && index.column() == Example)
        return exampleOf(index.row(), manyExamples);
    if (role == Qt::AccessibleTextRole && index.column() == Becomes) {
        return tr("%1 becomes: %2").arg(sheet::columnTitle(*m_table, index.row()), textOf(use));
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Heading: {
        const QString heading = m_table->header.value(index.row());
        return heading.isEmpty() ? sheet::columnTitle(*m_table, index.row()) : heading;
    }
    case Example:
        return exampleOf(index.row(), fewExamples);
    case Becomes:
        return textOf(use);
    default:
        return {};
    }
}

bool ColumnModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != Becomes
        || (role != Qt::EditRole && role != KeyRole))
        return false;
    const auto use = ColumnUse::fromKey(value.toString());
    if (!use)
        return false;
    setUse(index.row(), *use);
    return true;
}

Qt::ItemFlags ColumnModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags basic = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return index.column() == Becomes ? basic | Qt::ItemIsEditable : basic;
}

QVariant ColumnModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Heading:
        return tr("Column");
    case Example:
        return tr("For example");
    case Becomes:
        return tr("Becomes");
    default:
        return {};
    }
}

} // namespace ui
