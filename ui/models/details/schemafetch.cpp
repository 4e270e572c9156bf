// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/details/schemafetch.h"

#include "session/document/batchdocument.h"
#include "session/document/modelnews.h"

namespace ui {

using namespace Qt::StringLiterals;

SchemaFetch::SchemaFetch(BatchDocument *document, ModelNews *news, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_news(news)
{
    m_stay.setSingleShot(true);
    m_stay.setInterval(patience);
    connect(&m_stay, &QTimer::timeout, this, [this] {
        // What is under way is not cut short; newsChanged() comes back to this.
        if (!m_news->isFetching())
            fetch(m_watched);
    });
    if (news)
        connect(news, &ModelNews::changed, this, &SchemaFetch::newsChanged);
}

bool SchemaFetch::mayFetch(const QString &modelId) const
{
    const catalog::Model *model = m_document->catalog().find(modelId);
    return m_news && model && model->listed && !model->hasSchema
        && !model->entry.value("schema"_L1).toString().isEmpty();
}

ModelDetails::Fetching SchemaFetch::stateOf(const catalog::Model &model) const
{
    if (!m_underWay.isEmpty() && m_underWay == model.id)
        return ModelDetails::Fetching::UnderWay;
    return mayFetch(model.id) ? ModelDetails::Fetching::Possible
                              : ModelDetails::Fetching::Impossible;
}

void SchemaFetch::watch(const QString &modelId)
{
    if (m_watched == modelId && m_stay.isActive())
        return;
    m_watched = modelId;
    if (mayFetch(modelId) && !m_tried.contains(modelId)
        && m_document->catalog().fetchedAt().isValid())
        m_stay.start();
    else
        m_stay.stop();
}

void SchemaFetch::fetch(const QString &modelId)
{
    if (!mayFetch(modelId))
        return;
    m_tried.insert(modelId);
    m_underWay = modelId;
    // Of a list that was never fetched, or is being fetched, it comes along.
    if (m_document->catalog().fetchedAt().isValid() && !m_news->isRefreshing())
        m_news->fetchSchemas({modelId});
    else
        m_news->refresh({modelId});
}

void SchemaFetch::newsChanged()
{
    if (m_news->isFetching())
        return;
    m_underWay.clear();
    watch(m_watched);
}

} // namespace ui
