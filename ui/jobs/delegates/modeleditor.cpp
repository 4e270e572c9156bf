// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/delegates/modeleditor.h"

#include "jobs/delegates/modelchoices.h"
#include "jobs/jobtext.h"
#include "session/document/batchdocument.h"

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
    setMaxVisibleItems(21);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(28); // ids are long, and whoever types one wants to see it
    lineEdit()->setPlaceholderText(tr("Name or id of a model"));
    m_usual->showUsual(document->catalog(), document->batch().jobs);
    setModel(m_usual);
    setItemDelegate(new ModelChoiceDelegate(this));
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + 24);
    setUpCompleter();
    connect(this, &QComboBox::activated, this, &ModelEditor::onActivated);
    connect(this, &QComboBox::highlighted, this,
            [this](int row) { tellEffect(m_usual, m_usual->index(row), view()); });
}

void ModelEditor::setEffect(const Effect &effect)
{
    m_effect = effect;
    const QString words = effect ? effect(m_id) : QString();
    for (ModelChoices *choices : {m_usual, m_found})
        choices->setEffect(words);
    m_usual->showUsual(m_document->catalog(), m_document->batch().jobs);
    setModelId(m_id);
}

void ModelEditor::setLeadsToAll(bool leads)
{
    m_usual->setEndsInAll(leads);
    updateChoices();
}

void ModelEditor::updateChoices()
{
    // A list that is looked through, or a text that is typed, would go with the old choices.
    if (m_touched || view()->isVisible())
        return;
    m_usual->showUsual(m_document->catalog(), m_document->batch().jobs);
    setModelId(m_id);
}

void ModelEditor::showPopup()
{
    updateChoices();
    QComboBox::showPopup();
}

void ModelEditor::tellEffect(ModelChoices *choices, const QModelIndex &choice,
                             QAbstractItemView *list)
{
    const QString id = choice.data(ModelChoices::ModelIdRole).toString();
    if (!m_effect || id.isEmpty())
        return;
    const QString words = m_effect(id);
    choices->setEffect(words);
    list->setAccessibleDescription(words);
    list->viewport()->update();
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
            [this, list = completer->popup()](const QModelIndex &choice) {
                tellEffect(m_found, choice, list);
                take(choice);
            });
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
