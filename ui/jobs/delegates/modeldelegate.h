// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"
#include "jobs/delegates/celldelegate.h"

class QComboBox;

namespace ui {

/// A job's model: shown by its name, chosen from the catalog's list (by kind, with price and
/// typical time) or typed. What is typed may be part of a name, or the id of a model that the
/// catalog doesn't know.
class ModelDelegate : public CellDelegate
{
    Q_OBJECT
public:
    explicit ModelDelegate(catalog::Catalog catalog, QObject *parent = nullptr);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;

private:
    void fill(QComboBox *combo) const;

    catalog::Catalog m_catalog;
};

} // namespace ui
