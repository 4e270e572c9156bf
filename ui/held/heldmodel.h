// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"
#include "session/run/heldsubmission.h"

#include <QAbstractTableModel>
#include <QList>

namespace ui {

/// The submissions that nobody knows the fate of, one a row.
class HeldModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { JobColumn, ModelColumn, SentColumn, CostColumn, ColumnCount };

    explicit HeldModel(catalog::Catalog catalog, QObject *parent = nullptr);

    /// Rows that stay are not disturbed.
    void show(const QList<HeldSubmission> &held);
    const HeldSubmission &held(int row) const { return m_held.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const HeldSubmission &held, Column column) const;

    const catalog::Catalog m_catalog;
    QList<HeldSubmission> m_held;
};

/// What it would cost, with ≈ where that is a guess.
QString costText(const HeldSubmission &held);
/// When it was sent, in the person's time and language.
QString sentText(const HeldSubmission &held);

} // namespace ui
