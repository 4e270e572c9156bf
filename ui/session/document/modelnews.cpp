// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/document/modelnews.h"

#include "account/access.h"
#include "catalog/cache.h"
#include "session/document/batchdocument.h"

namespace ui {

using namespace Qt::StringLiterals;

ModelNews::ModelNews(BatchDocument *document, const QUrl &baseUrl, QObject *parent)
    : QObject(parent)
    , m_document(document)
    // Without a batch's settings, what is left is the person's own server or Atlas Cloud's.
    , m_baseUrl(account::findAccess({}, {}, baseUrl).connection.baseUrl)
{
    connect(&m_refresh, &engine::CatalogRefresh::finished, this,
            [this](const catalog::Catalog &known, const QStringList &missingSchemas) {
                m_reading.cancel(); // this holds what was kept before, too
                m_problem = missingWords(missingSchemas);
                m_document->setCatalog(known);
                emit changed();
            });
    connect(&m_refresh, &engine::CatalogRefresh::failed, this, [this](const QString &message) {
        m_problem = message;
        emit changed();
    });
    m_reading.start([server = m_baseUrl] { return catalog::knownModels(server); },
                    [this](const catalog::Catalog &known) { m_document->setCatalog(known); });
}

void ModelNews::refresh(const QStringList &alsoUsed)
{
    QSet<QString> used(alsoUsed.begin(), alsoUsed.end());
    for (const batch::Job &job : m_document->batch().jobs)
        used.insert(job.model);
    used.remove(QString());
    m_problem.clear();
    m_schemasAlone = false;
    m_refresh.start(m_baseUrl, QStringList(used.begin(), used.end()));
    emit changed();
}

void ModelNews::fetchSchemas(const QStringList &models)
{
    m_problem.clear();
    m_schemasAlone = true;
    m_refresh.startSchemas(m_baseUrl, models);
    emit changed();
}

QString ModelNews::missingWords(const QStringList &models) const
{
    if (models.isEmpty())
        return {};
    const QString names = models.join(u", "_s);
    return m_schemasAlone
        ? tr("The parameters of %1 could not be fetched.").arg(names)
        : tr("The list is new, but not the parameters of %1: they could not be fetched.")
              .arg(names);
}

} // namespace ui
