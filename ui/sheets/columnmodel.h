// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"
#include "sheet/mapping.h"

#include <QAbstractTableModel>
#include <QSet>

#include <memory>

namespace ui {

/// The columns of a sheet, one a row: what it is called, what stands in it, and what becomes of
/// it, which can be edited.
class ColumnModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Heading, Example, Becomes, ColumnCount };
    enum Role {
        KeyRole = Qt::UserRole, ///< QString, what becomes of it: sheet::ColumnUse::toKey()
        IsLeftOutRole,          ///< bool
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// `guess` is what the columns most likely are. What a person chose for a column of the table
    /// before holds on where this one has it, too: at the same place among as many columns, or
    /// under the same heading.
    void show(std::shared_ptr<const sheet::Table> table, const sheet::Mapping &guess);
    const sheet::Mapping &mapping() const { return m_mapping; }

    /// One thing that a column can become, as a list offers it.
    struct Choice
    {
        QString key;
        QString text;
        QString group; ///< a heading above it; the same for those that belong together
    };
    /// What the column at that row can become. `model` may be null; its parameters are offered.
    QList<Choice> choices(int row, const catalog::Model *model) const;

    /// Where another column becomes the same already, that one becomes a variable.
    void setUse(int row, const sheet::ColumnUse &use);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// Of Becomes, by KeyRole or Qt::EditRole.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// A person chose something else for a column.
    void mappingChanged();

private:
    static QString textOf(const sheet::ColumnUse &use);
    void put(int row, const sheet::ColumnUse &use);
    int columnLike(const sheet::Table &before, int row) const;
    QString exampleOf(int row, qsizetype most) const;
    sheet::ColumnUse variableOf(int row) const;

    std::shared_ptr<const sheet::Table> m_table;
    sheet::Mapping m_mapping;
    QSet<int> m_chosen; ///< columns for which a person chose
};

} // namespace ui
