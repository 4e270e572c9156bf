// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/models/catalogrefresh.h"
#include "session/latesttask.h"

#include <QObject>
#include <QStringList>
#include <QUrl>

namespace ui {

class BatchDocument;

/// Keeps what a document knows of the models up to date: reads what was fetched before as the
/// program starts, and fetches the list anew when a person asks. Window's thread.
class ModelNews : public QObject
{
    Q_OBJECT
public:
    /// `baseUrl` is the server that a person named for the program; empty: the environment's, or
    /// Atlas Cloud's. A batch file's own server is never asked: its prices would stand for Atlas
    /// Cloud's. The document must outlive this.
    ModelNews(BatchDocument *document, const QUrl &baseUrl, QObject *parent = nullptr);

    /// Fetches the list, and the schemas of the batch's models and of `alsoUsed`.
    void refresh(const QStringList &alsoUsed = {});
    /// Fetches the schemas of these models alone.
    void fetchSchemas(const QStringList &models);
    /// The list is being fetched.
    bool isRefreshing() const { return m_refresh.isRunning() && !m_schemasAlone; }
    /// Anything is.
    bool isFetching() const { return m_refresh.isRunning(); }
    /// Why the last of them failed, for people; empty where it didn't.
    QString problem() const { return m_problem; }

signals:
    /// isRefreshing(), isFetching() or problem() changed.
    void changed();

private:
    QString missingWords(const QStringList &models) const;

    BatchDocument *m_document;
    QUrl m_baseUrl;
    LatestTask<catalog::Catalog> m_reading;
    engine::CatalogRefresh m_refresh;
    bool m_schemasAlone = false; ///< the last that began
    QString m_problem;
};

} // namespace ui
