// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/importwork.h"

#include <QAbstractTableModel>

namespace ui {

/// The first jobs of an import, as they will be.
class PreviewModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Row, Name, Prompt, Size, Cost, ColumnCount };
    enum Role {
        IsRefusedRole = Qt::UserRole, ///< bool: a run would leave it out
        IsEnabledRole,                ///< bool
    };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const QList<PreviewRow> &rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<PreviewRow> m_rows;
};

} // namespace ui
