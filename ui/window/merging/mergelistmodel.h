// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/merging/mergeitems.h"

#include <QAbstractTableModel>

namespace ui {

/// What a merge is about as a list: a row each, and above those of a kind a heading that can't be
/// selected. Keeps which side was chosen for each conflict; ours at first.
class MergeListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        ChangeColumn, ///< what became of it
        KeptColumn,   ///< from which side it will be
        ColumnCount,
    };

    explicit MergeListModel(const QList<MergeItem> &items, QObject *parent = nullptr);

    /// Null for a heading.
    const MergeItem *item(int row) const;
    bool isConflict(int row) const;
    /// Of a row that is a conflict.
    batch::Conflict::Side side(int row) const;
    void setSide(const QList<int> &rows, batch::Conflict::Side side);
    /// Of the conflict at that place of the items.
    batch::Conflict::Side sideOf(qsizetype place) const { return m_sides.at(place); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QString text(int row, Column column) const;
    QString heading(MergeItem::Kind kind) const;

    const QList<MergeItem> m_items;
    QList<batch::Conflict::Side> m_sides; ///< by place of the item; of conflicts alone
    QList<qsizetype> m_rows;              ///< place of the item; of a heading -1 - the one below
};

/// "Changed", "Added", "Taken out", …
QString changeText(const MergeItem &item);

} // namespace ui
