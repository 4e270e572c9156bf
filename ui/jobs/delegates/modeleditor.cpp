// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/delegates/modeleditor.h"

#include "jobs/delegates/modelchoices.h"
#include "jobs/jobtext.h"
#include "session/batchdocument.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>

#include <algorithm>

namespace ui {

ModelEditor::ModelEditor(const BatchDocument *document, QWidget *parent)
    : QComboBox(parent)
    , m_document(document)
    , m_usual(new ModelChoices(this))
    , m_found(new ModelChoices(this))
{
    setAccessibleName(tr("Model"));
    setEditable(true);
    setInsertPolicy(NoInsert);
    setMaxVisibleItems(20);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(28); // ids are long, and whoever types one wants to see it
    lineEdit()->setPlaceholderText(tr("Name or id of a model"));
    m_usual->showUsual(document->catalog(), document->batch().jobs);
    setModel(m_usual);
    setItemDelegate(new ModelChoiceDelegate(this));
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + 24);
    setUpCompleter();
    connect(this, &QComboBox::activated, this, &ModelEditor::onActivated);
}

void ModelEditor::setUpCompleter()
{
    // The combo box's own completer would know the short list alone.
    setCompleter(nullptr);
    auto *completer = new QCompleter(m_found, this);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer->setMaxVisibleItems(12);
    lineEdit()->setCompleter(completer);
    completer->popup()->setItemDelegate(new ModelChoiceDelegate(completer));
    completer->popup()->setMinimumWidth(view()->minimumWidth());
    connect(lineEdit(), &QLineEdit::textEdited, this, [this](const QString &text) {
        m_touched = true;
        m_found->showFound(m_document->catalog(), text);
    });
    connect(completer, qOverload<const QModelIndex &>(&QCompleter::highlighted), this,
            &ModelEditor::take);
    connect(completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &choice) {
                take(choice);
                emit chosen();
            });
}

void ModelEditor::setModelId(const QString &id)
{
    const int row = m_usual->rowOf(id);
    setCurrentIndex(row);
    m_id = id;
    m_name = row >= 0 ? itemText(row) : jobtext::model(m_document->catalog(), id);
    setEditText(m_name);
    lineEdit()->selectAll();
    m_touched = false;
}

QString ModelEditor::modelId() const
{
    const QString typed = currentText().trimmed();
    if (typed == m_name)
        return m_id;
    const QList<catalog::Model> &models = m_document->catalog().models();
    const auto found = std::ranges::find_if(models, [&typed](const catalog::Model &model) {
        return model.displayName.compare(typed, Qt::CaseInsensitive) == 0;
    });
    return found == models.end() || m_document->catalog().find(typed) ? typed : found->id;
}

void ModelEditor::take(const QModelIndex &choice)
{
    if (!choice.isValid())
        return;
    m_id = choice.data(ModelChoices::ModelIdRole).toString();
    m_name = choice.data().toString();
    m_touched = true;
}

void ModelEditor::onActivated(int row)
{
    const QModelIndex choice = m_usual->index(row);
    const int kind = choice.data(ModelChoices::KindRole).toInt();
    if (kind == static_cast<int>(ModelChoices::Kind::AllModels)) {
        setModelId(m_id);
        emit allModelsWanted();
    } else if (kind == static_cast<int>(ModelChoices::Kind::Model)) {
        take(choice);
        emit chosen();
    }
}

} // namespace ui
