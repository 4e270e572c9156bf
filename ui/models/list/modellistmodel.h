// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/modelsearch.h"

#include <QAbstractListModel>
#include <QSet>

namespace ui {

class BatchDocument;
class Favourites;

/// The models that a search finds, one a row, in its order. Keeps ids only: what a row says is
/// read from the document's catalog when it is asked for. Follows the catalog and the favourites.
class ModelListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole, ///< QString
        KindRole,              ///< QString: provider and kind
        PriceRole,             ///< QString: "$0.03 / s"
        PriceKnownRole,        ///< bool
        TimeRole,              ///< QString: "60–120 s"; empty where it isn't known
        FavouriteRole,         ///< bool; may be set
        CurrentRole,           ///< bool: the jobs at hand have this model
    };

    /// Both must outlive the model.
    ModelListModel(BatchDocument *document, Favourites *favourites, QObject *parent = nullptr);

    /// Searches; a search for the same as before changes nothing.
    void show(const ModelSearch &search);
    const ModelSearch &search() const { return m_search; }
    /// How many models there are to be searched.
    int available() const;

    /// The models that the jobs at hand have, marked in the list.
    void setCurrentModels(const QSet<QString> &models);

    QString idAt(int row) const { return m_ids.value(row); }
    /// -1 where the search doesn't find it.
    int rowOf(const QString &id) const { return static_cast<int>(m_ids.indexOf(id)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

private:
    QStringList found() const;
    QStringList recent() const;
    void searchAnew();
    void favouriteChanged(const QString &id);
    QString accessibleText(const QModelIndex &index) const;

    BatchDocument *m_document;
    Favourites *m_favourites;
    ModelSearch m_search;
    QStringList m_ids;
    QSet<QString> m_current;
};

} // namespace ui
