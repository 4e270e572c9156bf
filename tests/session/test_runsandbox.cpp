// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/run/runserver.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

catalog::Catalog catalogOf(const QStringList &ids)
{
    QJsonArray entries;
    for (const QString &id : ids)
        entries.append(QJsonObject{{"model"_L1, id}, {"type"_L1, "Image"_L1}});
    const QJsonObject snapshot{{"code"_L1, "200"_L1}, {"data"_L1, entries}};
    return catalog::Catalog::readSnapshot(QJsonDocument(snapshot).toJson(),
                                          catalog::PriceSource::Live)
        .value();
}

QStringList modelsAt(const QUrl &baseUrl)
{
    QNetworkAccessManager manager;
    const std::unique_ptr<QNetworkReply> reply(
        manager.get(QNetworkRequest(QUrl(baseUrl.toString() + "/models"_L1))));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000))
        return {};
    QStringList ids;
    const QJsonArray entries =
        QJsonDocument::fromJson(reply->readAll()).object().value("data"_L1).toArray();
    for (const QJsonValue &entry : entries)
        ids.append(entry["model"_L1].toString());
    ids.sort();
    return ids;
}

} // namespace

/// The sandbox of the window's own: which models it has.
class TestRunSandbox : public QObject
{
    Q_OBJECT
private slots:
    void hasTheModelsThatAreInUse()
    {
        ui::RunOptions options;
        options.sandbox = true;
        ui::RunServer server(options);
        const auto first = server.connect(catalogOf({u"a"_s, u"b"_s}));
        QVERIFY2(first, first ? "" : qPrintable(first.error()));
        QCOMPARE(modelsAt(first->baseUrl), (QStringList{u"a"_s, u"b"_s}));

        const auto second = server.connect(catalogOf({u"b"_s, u"c"_s}));
        QVERIFY(second);
        QCOMPARE(second->baseUrl, first->baseUrl);
        QCOMPARE(modelsAt(second->baseUrl), (QStringList{u"b"_s, u"c"_s}));

        QVERIFY(server.connect(catalogOf({u"b"_s, u"c"_s})));
        QCOMPARE(modelsAt(second->baseUrl), (QStringList{u"b"_s, u"c"_s}));
    }
};

QTEST_MAIN(TestRunSandbox)
#include "test_runsandbox.moc"
