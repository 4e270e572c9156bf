// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/delegates/celldelegate.h"

namespace ui {

class BatchDocument;

/// A job's model: shown by its name, chosen in a ModelEditor.
class ModelDelegate : public CellDelegate
{
    Q_OBJECT
public:
    /// The document must outlive the delegate.
    explicit ModelDelegate(const BatchDocument *document, QObject *parent = nullptr);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;

signals:
    /// A person wants to choose this row's model among all.
    void allModelsWanted(int row);
    /// A person chose this one, by its id.
    void modelChosen(const QString &model);

protected:
    void fillEditor(QWidget *editor, const QVariant &value) const override;

private:
    const BatchDocument *m_document;
};

} // namespace ui
