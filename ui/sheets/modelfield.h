// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"

#include <QComboBox>

namespace ui {

class ModelChoices;

/// The model that all rows of a sheet share: chosen from a short list, or typed; words of a name
/// in any order find the models that have them, and an id that the catalog doesn't know is taken
/// as it is.
class ModelField : public QComboBox
{
    Q_OBJECT
public:
    /// `jobs` are those of the batch, whose models come first.
    ModelField(const catalog::Catalog &catalog, const QList<batch::Job> &jobs,
               QWidget *parent = nullptr);

    void setModelId(const QString &id);
    QString modelId() const { return m_id; }

signals:
    void modelChosen(const QString &id);

private:
    void setUpCompleter();
    void take(const QModelIndex &choice);
    void takeTyped();

    const catalog::Catalog m_catalog;
    ModelChoices *m_usual;
    ModelChoices *m_found;
    QString m_id;
};

} // namespace ui
