// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <csignal>

using namespace Qt::StringLiterals;
using clitest::Outcome;

/// `rushes-cli sandbox`, and a `run` against it.
class TestSandboxCommand : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::optional<clitest::PrivateHome> m_home;

private slots:
    void init() { m_home.emplace(); }

    void servesUntilInterrupted_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::newRow("live") << u"live"_s;
        QTest::newRow("article") << u"article"_s;
    }

    void servesUntilInterrupted()
    {
        QFETCH(const QString, dialect);
        const QString log = m_folder.filePath(dialect + u".log"_s);
        const QString batch = m_folder.filePath(u"batch.yaml"_s);
        QVERIFY(clitest::writeFile(batch, clitest::imageBatch(2)));

        const auto server = clitest::start({u"sandbox"_s, u"--dialect"_s, dialect, u"--speed"_s,
                                            u"60"_s, u"--log"_s, log, u"--seed"_s, u"7"_s});
        server->setReadChannel(QProcess::StandardOutput);
        QVERIFY(server->waitForReadyRead(30'000));
        const QString url = QString::fromUtf8(server->readLine()).trimmed();
        QVERIFY2(QUrl(url).isValid() && url.startsWith("http://127.0.0.1:"_L1),
                 qUtf8Printable(url));

        const Outcome run = clitest::run({u"run"_s, batch, u"--base-url"_s, url, u"--time-scale"_s,
                                          u"60"_s, u"--output-dir"_s, m_folder.filePath(dialect)},
                                         {{u"ATLAS_CLOUD_API_KEY"_s, u"any"_s}});
        QVERIFY2(run.exitCode == 0, run.err.constData());

        ::kill(static_cast<pid_t>(server->processId()), SIGINT);
        const Outcome ended = clitest::outcomeOf(*server);
        QCOMPARE(ended.exitCode, 0);

        QFile file(log);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArrayList lines = file.readAll().trimmed().split('\n');
        QVERIFY(lines.size() >= 2);
        for (const QByteArray &line : lines)
            QVERIFY2(QJsonDocument::fromJson(line).isObject(), line.constData());
    }

    void aPortThatIsTaken()
    {
        const auto first = clitest::start({u"sandbox"_s, u"--json"_s});
        QVERIFY(first->waitForReadyRead(30'000));
        QByteArray document;
        QTRY_VERIFY(QJsonDocument::fromJson(document += first->readAllStandardOutput()).isObject());
        const QUrl url(QJsonDocument::fromJson(document).object().value("base_url"_L1).toString());
        QVERIFY(url.port() > 0);

        const Outcome second =
            clitest::run({u"sandbox"_s, u"--port"_s, QString::number(url.port())});
        QCOMPARE(second.exitCode, 2);
        QVERIFY(second.out.isEmpty());
        first->terminate();
        QCOMPARE(clitest::outcomeOf(*first).exitCode, 0);
    }

    void servesTheModelsOfAFile()
    {
        const QString models = m_folder.filePath(u"models.json"_s);
        QVERIFY(
            clitest::writeFile(models, R"({"data": [{"model": "house/own", "type": "Image"}]})"));
        const auto server = clitest::start({u"sandbox"_s, u"--models"_s, models});
        server->setReadChannel(QProcess::StandardOutput);
        QVERIFY(server->waitForReadyRead(30'000));
        const QString url = QString::fromUtf8(server->readLine()).trimmed();
        QNetworkAccessManager manager;
        const std::unique_ptr<QNetworkReply> reply(
            manager.get(QNetworkRequest(QUrl(url + "/models"_L1))));
        QTRY_VERIFY(reply->isFinished());
        const QJsonArray served =
            QJsonDocument::fromJson(reply->readAll()).object().value("data"_L1).toArray();
        QCOMPARE(served.size(), 1);
        QCOMPARE(served[0]["model"_L1].toString(), u"house/own"_s);
        server->terminate();
        QCOMPARE(clitest::outcomeOf(*server).exitCode, 0);
    }

    void modelsThatCantBeServed_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("HTML") << "<html>"_ba
                              << "list of models"_ba;
        QTest::newRow("no list") << "{}"_ba
                                 << "data"_ba;
        QTest::newRow("empty") << ""_ba
                               << "is empty"_ba;
    }
    void modelsThatCantBeServed()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, words);
        const QString models = m_folder.filePath(u"broken.json"_s);
        QVERIFY(clitest::writeFile(models, content));
        const Outcome outcome = clitest::run({u"sandbox"_s, u"--models"_s, models});
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains(words), outcome.err.constData());
    }

    void modelsThatAreNotThere()
    {
        const Outcome outcome =
            clitest::run({u"sandbox"_s, u"--models"_s, m_folder.filePath(u"nowhere.json"_s)});
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains("nowhere.json"), outcome.err.constData());
    }

    void aLogThatCantBeWritten()
    {
        const Outcome outcome =
            clitest::run({u"sandbox"_s, u"--log"_s, m_folder.filePath(u"nowhere/sandbox.log"_s)});
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(outcome.err.contains("nowhere"));
    }
};

QTEST_GUILESS_MAIN(TestSandboxCommand)
#include "test_sandboxcommand.moc"
