// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/delegates/modeldelegate.h"

#include "jobs/delegates/modeleditor.h"

#include <QPersistentModelIndex>

namespace ui {

ModelDelegate::ModelDelegate(const BatchDocument *document, QObject *parent)
    : CellDelegate(parent)
    , m_document(document)
{
}

QWidget *ModelDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                     const QModelIndex &index) const
{
    auto *editor = new ModelEditor(m_document, parent);
    auto *self = const_cast<ModelDelegate *>(this);
    // Later: the key that chose it is still on its way through the combo box.
    connect(
        editor, &ModelEditor::chosen, self, [self, editor] { self->finish(editor); },
        Qt::QueuedConnection);
    const QPersistentModelIndex cell = index;
    connect(
        editor, &ModelEditor::allModelsWanted, self,
        [self, editor, cell] {
            self->abandon(editor);
            if (cell.isValid())
                emit self->allModelsWanted(cell.row());
        },
        Qt::QueuedConnection);
    return editor;
}

void ModelDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    qobject_cast<ModelEditor *>(editor)->setModelId(index.data(Qt::EditRole).toString());
}

void ModelDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                 const QModelIndex &index) const
{
    const auto *choice = qobject_cast<ModelEditor *>(editor);
    if (choice->isTouched())
        model->setData(index, choice->modelId());
}

} // namespace ui
