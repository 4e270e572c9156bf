// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/delegates/celldelegate.h"

namespace ui {

class BatchDocument;

/// How large or how long a result is to be; edited in a card over the cell (SizeEditor).
class SizeDelegate : public CellDelegate
{
    Q_OBJECT
public:
    /// The document must outlive the delegate.
    explicit SizeDelegate(const BatchDocument *document, QObject *parent = nullptr);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

protected:
    void fillEditor(QWidget *editor, const QVariant &value) const override;

private:
    const BatchDocument *m_document;
};

} // namespace ui
