// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/delegates/modeldelegate.h"

#include "catalog/request/changeeffect.h"
#include "jobs/delegates/modeleditor.h"
#include "jobs/jobtext.h"
#include "jobs/table/jobtablemodel.h"
#include "session/document/batchdocument.h"

#include <QPersistentModelIndex>

namespace ui {

using namespace Qt::StringLiterals;
using batch::JobId;

namespace {

/// What all jobs of the batch that a run takes cost as they are.
batch::Cost batchCost(const BatchDocument &document)
{
    batch::Cost sum;
    for (const batch::Job &job : document.batch().jobs) {
        if (job.enabled)
            sum += document.estimateOf(job.id).cost;
    }
    return sum;
}

/// Says what another model would make of the batch's cost, if the entry had it.
ModelEditor::Effect effectOn(const BatchDocument &document, JobId entry)
{
    const int row = document.rowOf(entry);
    if (row < 0)
        return {};
    const MadeJobs::Range made = document.made(row);
    QList<batch::Job> jobs = document.batch().jobs.mid(made.first, made.count);
    if (jobs.isEmpty())
        jobs.append(document.job(row));
    return [jobs, catalog = document.catalog(), now = batchCost(document)](const QString &model) {
        const auto effect = catalog::effectOfChange(catalog, jobs, model);
        const batch::Cost after = now - effect.before.enabledCost + effect.after.enabledCost;
        if (model.isEmpty() || effect.changed == 0)
            return ModelDelegate::tr("Batch %1").arg(now.toDisplay());
        //: The cost of the whole batch, now and with the model that a person is on.
        return ModelDelegate::tr("Batch %1 → %2")
            .arg(now.toDisplay(), jobtext::cost(after, effect.after.guess));
    };
}

} // namespace

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
    editor->setEffect(effectOn(*m_document, index.data(JobTableModel::JobIdRole).value<JobId>()));
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

void ModelDelegate::fillEditor(QWidget *editor, const QVariant &value) const
{
    qobject_cast<ModelEditor *>(editor)->setModelId(value.toString());
}

void ModelDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                 const QModelIndex &index) const
{
    const auto *choice = qobject_cast<ModelEditor *>(editor);
    if (!choice->isTouched())
        return;
    const QString id = choice->modelId();
    auto *self = const_cast<ModelDelegate *>(this);
    if (model->setData(index, id) && m_document->catalog().find(id))
        emit self->modelChosen(id);
}

} // namespace ui
