// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list/modellistmodel.h"

#include "jobs/jobtext.h"
#include "models/favourites.h"
#include "models/modeltext.h"
#include "session/document/batchdocument.h"

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

ModelListModel::ModelListModel(BatchDocument *document, Favourites *favourites, QObject *parent)
    : QAbstractListModel(parent)
    , m_document(document)
    , m_favourites(favourites)
{
    m_ids = found();
    connect(document, &BatchDocument::catalogChanged, this, &ModelListModel::searchAnew);
    connect(favourites, &Favourites::favouriteChanged, this, &ModelListModel::favouriteChanged);
}

void ModelListModel::show(const ModelSearch &search)
{
    // What was used lately changes unseen.
    if (m_search == search && search.scope != ModelScope::Recent)
        return;
    m_search = search;
    searchAnew();
}

int ModelListModel::available() const
{
    return static_cast<int>(
        std::ranges::count_if(m_document->catalog().models(), &catalog::Model::listed));
}

void ModelListModel::setCurrentModels(const QSet<QString> &models)
{
    if (m_current == models)
        return;
    m_current = models;
    if (!m_ids.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1), {CurrentRole, Qt::AccessibleTextRole});
}

QStringList ModelListModel::recent() const
{
    QStringList ids = m_favourites->recent();
    QSet<QString> known(ids.begin(), ids.end());
    for (const batch::Job &job : m_document->batch().jobs) {
        if (!known.contains(job.model)) {
            known.insert(job.model);
            ids.append(job.model);
        }
    }
    return ids;
}

QStringList ModelListModel::found() const
{
    if (m_search.scope == ModelScope::All)
        return catalog::search(m_document->catalog(), m_search.query, m_search.order);

    // A person's own models are shown also where the service no longer lists them.
    catalog::ModelQuery query = m_search.query;
    query.unlisted = true;
    const QStringList own =
        m_search.scope == ModelScope::Recent ? recent() : m_favourites->models();
    const QSet<QString> wanted(own.begin(), own.end());
    QStringList ids = catalog::search(m_document->catalog(), query, m_search.order);
    ids.removeIf([&wanted](const QString &id) { return !wanted.contains(id); });
    if (m_search.scope == ModelScope::Recent && query.words.trimmed().isEmpty()
        && m_search.order == catalog::ModelOrder::Relevance)
        std::ranges::sort(ids, {}, [&own](const QString &id) { return own.indexOf(id); });
    return ids;
}

void ModelListModel::searchAnew()
{
    beginResetModel();
    m_ids = found();
    endResetModel();
}

void ModelListModel::favouriteChanged(const QString &id)
{
    if (m_search.scope == ModelScope::Favourites)
        return searchAnew();
    const int row = rowOf(id);
    if (row >= 0)
        emit dataChanged(index(row), index(row), {FavouriteRole, Qt::AccessibleTextRole});
}

int ModelListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

QVariant ModelListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QString &id = m_ids.at(index.row());
    if (role == IdRole)
        return id;
    const catalog::Model *model = m_document->catalog().find(id);
    if (!model)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return model->displayName;
    case Qt::AccessibleTextRole:
        return accessibleText(index);
    case KindRole:
        return model->listed ? modeltext::providerAndKind(*model)
                             : tr("%1 · no longer offered").arg(modeltext::providerAndKind(*model));
    case PriceRole:
        return modeltext::price(*model);
    case PriceKnownRole:
        return model->price.has_value();
    case TimeRole:
        return jobtext::typicalTime(*model);
    case FavouriteRole:
        return m_favourites->contains(id);
    case CurrentRole:
        return m_current.contains(id);
    default:
        return {};
    }
}

bool ModelListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != FavouriteRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    m_favourites->set(idAt(index.row()), value.toBool());
    return true;
}

QString ModelListModel::accessibleText(const QModelIndex &index) const
{
    QStringList parts;
    for (const int role : {static_cast<int>(Qt::DisplayRole), static_cast<int>(KindRole),
                           static_cast<int>(PriceRole), static_cast<int>(TimeRole)})
        parts.append(index.data(role).toString());
    if (index.data(CurrentRole).toBool())
        parts.append(tr("the jobs' model now"));
    if (index.data(FavouriteRole).toBool())
        parts.append(tr("favourite"));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace ui
