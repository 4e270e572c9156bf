// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/modelfield.h"

#include "jobs/delegates/modelchoices.h"
#include "jobs/jobtext.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QListView>

#include <algorithm>

namespace ui {

ModelField::ModelField(const catalog::Catalog &catalog, const QList<batch::Job> &jobs,
                       QWidget *parent)
    : QComboBox(parent)
    , m_catalog(catalog)
    , m_usual(new ModelChoices(this))
    , m_found(new ModelChoices(this))
{
    setAccessibleName(tr("Model"));
    setEditable(true);
    setInsertPolicy(NoInsert);
    setMaxVisibleItems(20);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(20);
    lineEdit()->setPlaceholderText(tr("Name or id of a model"));
    m_usual->showUsual(m_catalog, jobs);
    // The way to the list of all is the table's; here typing leads to every model.
    setModel(m_usual);
    qobject_cast<QListView *>(view())->setRowHidden(m_usual->rowCount() - 1, true);
    setItemDelegate(new ModelChoiceDelegate(this));
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + 24);
    setUpCompleter();
    connect(this, &QComboBox::activated, this, [this](int row) { take(m_usual->index(row, 0)); });
    connect(lineEdit(), &QLineEdit::editingFinished, this, &ModelField::takeTyped);
}

void ModelField::setUpCompleter()
{
    // The combo box's own completer would know the short list alone.
    setCompleter(nullptr);
    auto *completer = new QCompleter(m_found, this);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer->setMaxVisibleItems(12);
    lineEdit()->setCompleter(completer);
    completer->popup()->setItemDelegate(new ModelChoiceDelegate(completer));
    completer->popup()->setMinimumWidth(view()->minimumWidth());
    connect(lineEdit(), &QLineEdit::textEdited, this,
            [this](const QString &text) { m_found->showFound(m_catalog, text); });
    connect(completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            &ModelField::take);
}

void ModelField::setModelId(const QString &id)
{
    m_id = id;
    const int row = m_usual->rowOf(id);
    setCurrentIndex(row);
    setEditText(row >= 0 ? itemText(row) : jobtext::model(m_catalog, id));
    lineEdit()->setCursorPosition(0);
}

void ModelField::take(const QModelIndex &choice)
{
    const QString id = choice.data(ModelChoices::ModelIdRole).toString();
    const bool changed = !id.isEmpty() && id != m_id;
    setModelId(id.isEmpty() ? m_id : id);
    if (changed)
        emit modelChosen(m_id);
}

void ModelField::takeTyped()
{
    const QString typed = currentText().trimmed();
    const int row = m_usual->rowOf(m_id);
    const bool isListed = row >= 0 && typed == itemText(row);
    if (isListed || typed == jobtext::model(m_catalog, m_id))
        return;
    const QList<catalog::Model> &models = m_catalog.models();
    const auto found = std::ranges::find_if(models, [&typed](const catalog::Model &model) {
        return model.displayName.compare(typed, Qt::CaseInsensitive) == 0;
    });
    const QString id = found == models.end() || m_catalog.find(typed) ? typed : found->id;
    if (id == m_id)
        return;
    setModelId(id);
    emit modelChosen(m_id);
}

} // namespace ui
