// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

#include <functional>

namespace ui {

class BatchDocument;
class ModelChoices;

/// Where a job's model is chosen from a short list (ModelChoices), or typed: the words of a name
/// or an id in any order find the models that have them, and the id of one that the catalog
/// doesn't know is taken as it is. The list's last entry may lead to all models.
class ModelEditor : public QComboBox
{
    Q_OBJECT
public:
    /// Reads the document's catalog and jobs; it must outlive the widget.
    ModelEditor(const BatchDocument *document, QWidget *parent);

    void setModelId(const QString &id);
    /// Of what was chosen or typed.
    QString modelId() const;
    /// What choosing a model would do, in words, to stand below the lists as a person looks through
    /// them.
    using Effect = std::function<QString(const QString &modelId)>;
    void setEffect(const Effect &effect);
    /// The list leads to all models unless it is said: nothing else does so by itself.
    void setLeadsToAll(bool leads);
    /// The catalog or the jobs are others: the list is made anew. What is typed is left alone, with
    /// the list that it was begun with.
    void updateChoices();
    /// Something was chosen or typed, be it what was there.
    bool isTouched() const { return m_touched; }

    void showPopup() override;

signals:
    /// A model was chosen from a list.
    void chosen();
    void allModelsWanted();

private:
    void setUpCompleter();
    void take(const QModelIndex &choice);
    void tellEffect(ModelChoices *choices, const QModelIndex &choice, QAbstractItemView *list);
    void onActivated(int row);

    const BatchDocument *m_document;
    ModelChoices *m_usual;
    ModelChoices *m_found;
    QString m_name; ///< the text that stands for m_id
    QString m_id;
    Effect m_effect;
    bool m_touched = false;
};

} // namespace ui
