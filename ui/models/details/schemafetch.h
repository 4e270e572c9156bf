// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/details/modeldetails.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace ui {

class BatchDocument;
class ModelNews;

/// Fetches the parameters of a listed model that has a schema which isn't known yet: when a person
/// asks, or by itself where they stay on it for a moment. By itself only where the list was
/// fetched before, so that nobody's first look at the models touches the network, and once a
/// model, whatever comes of it.
class SchemaFetch : public QObject
{
    Q_OBJECT
public:
    static constexpr int patience = 400; ///< ms to stay on a model

    /// Without `news` nothing can be fetched. Both must outlive this.
    SchemaFetch(BatchDocument *document, ModelNews *news, QObject *parent = nullptr);

    ModelDetails::Fetching stateOf(const catalog::Model &model) const;
    /// The person looks at this model now; empty: at none.
    void watch(const QString &modelId);
    void fetch(const QString &modelId);

private:
    bool mayFetch(const QString &modelId) const;
    void newsChanged();

    BatchDocument *m_document;
    ModelNews *m_news;
    QTimer m_stay;
    QString m_watched;
    QString m_underWay;
    QSet<QString> m_tried;
};

} // namespace ui
