// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/models/modelserver.h"

#include "account/access.h"
#include "cli/output/terminal.h"
#include "engine/models/catalogrefresh.h"

#include <QCoreApplication>
#include <QEventLoop>

namespace cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Models)
};

} // namespace

QUrl modelServer(const Options &options)
{
    return account::findAccess({}, {}, options.baseUrl).connection.baseUrl;
}

tl::expected<Refreshed, QString> refreshModels(const QUrl &server, const QStringList &models)
{
    using engine::CatalogRefresh;
    printError(Words::tr("Fetching the list of models from %1 …")
                   .arg(server.toDisplayString(QUrl::RemoveUserInfo)));
    tl::expected<Refreshed, QString> result;
    QEventLoop loop;
    CatalogRefresh refresh;
    QObject::connect(&refresh, &CatalogRefresh::finished, &loop,
                     [&](const catalog::Catalog &known, const QStringList &missing) {
                         result = Refreshed{known, missing};
                         loop.quit();
                     });
    QObject::connect(&refresh, &CatalogRefresh::failed, &loop, [&](const QString &message) {
        result = tl::unexpected(message);
        loop.quit();
    });
    refresh.start(server, models);
    loop.exec();
    return result;
}

} // namespace cli
