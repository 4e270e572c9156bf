// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/delegates/sizedelegate.h"

#include "jobs/delegates/sizeeditor.h"
#include "jobs/jobsize.h"
#include "jobs/table/jobtablemodel.h"
#include "session/document/batchdocument.h"

namespace ui {

SizeDelegate::SizeDelegate(const BatchDocument *document, QObject *parent)
    : CellDelegate(parent)
    , m_document(document)
{
}

QWidget *SizeDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                    const QModelIndex &index) const
{
    const auto type =
        static_cast<batch::MediaType>(index.data(JobTableModel::MediaTypeRole).toInt());
    const QString model =
        index.siblingAtColumn(JobTableModel::ModelColumn).data(Qt::EditRole).toString();
    const SizeChoices choices = sizeChoices(type, m_document->catalog().find(model));
    auto *editor = new SizeEditor(type, choices, parent);
    auto *self = const_cast<SizeDelegate *>(this);
    connect(editor, &SizeEditor::left, self, [self, editor] { self->finish(editor); });
    connect(editor, &SizeEditor::tabbedOut, self, [self, editor](bool forward) {
        self->finish(editor, forward ? EditNextItem : EditPreviousItem);
    });
    return editor;
}

void SizeDelegate::fillEditor(QWidget *editor, const QVariant &value) const
{
    qobject_cast<SizeEditor *>(editor)->setSize(value.value<JobSize>());
}

void SizeDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                const QModelIndex &index) const
{
    model->setData(index, QVariant::fromValue(qobject_cast<SizeEditor *>(editor)->size()));
}

void SizeDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                        const QModelIndex &) const
{
    editor->setGeometry(
        placedOver(option.rect, editor->sizeHint(), editor->parentWidget()->rect()));
}

} // namespace ui
