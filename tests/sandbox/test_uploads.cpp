// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/form.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using sandbox::Dialect;
using sandbox::Faults;

Q_DECLARE_METATYPE(Dialect)

class TestUploads : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    sandbox::Options m_options;

    QString log() const { return m_options.logFile; }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_options = hurried();
        m_options.logFile = m_folder->filePath(u"log"_s);
    }

    void tellsItsTypeByItsContent_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("ending");
        QTest::newRow("a picture") << plainPicture(Qt::red) << "image/png"_ba << u".png"_s;
        QTest::newRow("a video that is called a picture") << QByteArray("\0\0\0\x18"
                                                                        "ftypisom0000",
                                                                        16)
                                                          << "video/mp4"_ba << u".mp4"_s;
        QTest::newRow("anything") << "just text"_ba
                                  << "application/octet-stream"_ba << QString();
    }
    void tellsItsTypeByItsContent()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, type);
        QFETCH(QString, ending);
        const Service service(m_options);
        const Answer answer = postForm(service, formOf(content, "貓.png"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.data().value("filename"_L1).toString(), u"貓.png"_s);
        QCOMPARE(answer.data().value("type"_L1).toString().toLatin1(), type);
        const QString link = answer.data().value("download_url"_L1).toString();
        QVERIFY2(link.endsWith(ending), qPrintable(link));
        const Answer back = service.fetch(link);
        QCOMPARE(back.body, content);
        QCOMPARE(back.header("Content-Type"), type);
        QCOMPARE(service.tally().uploads, 1);

        const QJsonObject event = logLines(log(), u"upload"_s).value(0);
        QCOMPARE(event.value("status"_L1).toInt(), 200);
        QCOMPARE(event.value("size"_L1).toInteger(), content.size());
        QCOMPARE(event.value("type"_L1).toString().toLatin1(), type);
        QCOMPARE(event.value("link"_L1).toString(), link);
        QCOMPARE(event.value("digest"_L1).toString().toLatin1(),
                 QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<int>("status");
        QTest::newRow("no key") << formOf("x") << ""_ba << 401;
        QTest::newRow("a wrong key") << formOf("x") << "no"_ba << 401;
        QTest::newRow("empty") << formOf("") << "yes"_ba << 400;
        QTest::newRow("cut") << formOf("xxxxxxx").chopped(9) << "yes"_ba << 400;
        QTest::newRow("JSON") << "{}"_ba
                              << "yes"_ba << 400;
        QTest::newRow("too large") << formOf(QByteArray(50 * 1024 * 1024, 'x')) << "yes"_ba << 413;
    }
    void refuses()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, key);
        QFETCH(int, status);
        m_options.keys = {"yes"};
        Service service(m_options);
        service.setKey(key);
        const Answer answer = postForm(service, body);
        QCOMPARE(answer.status, status);
        QVERIFY(!answer.json().value("msg"_L1).toString().isEmpty());
        QCOMPARE(service.tally().uploads, 0);
        const QJsonObject event = logLines(log(), u"upload"_s).value(0);
        QCOMPARE(event.value("status"_L1).toInt(), status);
        QVERIFY(!event.contains("link"_L1));
    }

    void takesAnythingUpToTheLimit()
    {
        const Service service(m_options);
        const QByteArray form = formOf("");
        const QByteArray content(50 * 1024 * 1024 - form.size(), 'x');
        const Answer answer = postForm(service, formOf(content));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.data().value("size"_L1).toInteger(), content.size());
    }

    void faults()
    {
        m_options.faults = *Faults::parse({u"upload-500=1"_s});
        {
            const Service service(m_options);
            QCOMPARE(postForm(service, formOf("x")).status, 500);
            QCOMPARE(service.tally().uploads, 0);
        }
        m_options.faults = *Faults::parse({u"upload-reset=1"_s});
        const Service service(m_options);
        const Answer answer = postForm(service, formOf("x"));
        QCOMPARE(answer.status, 0);
        QVERIFY(answer.closed);
        QCOMPARE(service.tally().uploads, 1); // it has it all the same
        const QJsonObject event = logLines(log(), u"upload"_s).last();
        QCOMPARE(event.value("fault"_L1).toString(), u"upload-reset"_s);
        QCOMPARE(service.fetch(event.value("link"_L1).toString()).body, "x"_ba);
    }

    void sameContentTwice()
    {
        const Service service(m_options);
        const QString one = uploaded(service, "the same");
        const QString two = uploaded(service, "the same");
        QVERIFY(one != two);
        QCOMPARE(service.fetch(one).body, service.fetch(two).body);
        QCOMPARE(service.tally().uploads, 2);
    }

    void linksEnd_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::newRow("article") << Dialect::Article;
        QTest::newRow("live") << Dialect::Live;
    }
    void linksEnd()
    {
        QFETCH(Dialect, dialect);
        m_options.dialect = dialect;
        Service service(m_options);
        const QString id = service.accepted(smallImage());
        const QString result = service.fileOf(id);
        const Answer kept = postForm(service, formOf("x"));
        const QString upload = dialect == Dialect::Live
            ? kept.data().value("download_url"_L1).toString()
            : kept.json().value("url"_L1).toString();
        QCOMPARE(service.fetch(result).status, 200);
        QCOMPARE(service.fetch(upload).status, 200);

        (*service).expireLinks();
        QCOMPARE(service.fetch(result).status, 403);
        QCOMPARE(service.fetch(upload).status, 403);
        // A poll renews a result's; an upload is to be made again.
        const QString renewed = service.fileOf(id);
        QVERIFY(renewed != result);
        QCOMPARE(service.fetch(renewed).status, 200);
        QCOMPARE(service.fetch(result).status, 403);
        QCOMPARE(service.fetch(upload).status, 403);
    }

    void linksEndByThemselves()
    {
        m_options.uploadLife = std::chrono::milliseconds(1);
        m_options.resultLife = std::chrono::milliseconds(0); // for ever
        const Service service(m_options);
        const QString upload = uploaded(service, "x");
        QTRY_COMPARE(service.fetch(upload).status, 403);
        const QString result = service.fileOf(service.accepted(smallImage()));
        QCOMPARE(service.fetch(result).status, 200);
    }

    void uploadsOutliveTheSandbox()
    {
        m_options.stateFile = m_folder->filePath(u"state"_s);
        const QByteArray content = plainPicture(Qt::blue);
        const QString link = uploaded(Service(m_options), content);
        const Service service(m_options);
        const Answer back = service.fetch(QUrl(link).path());
        QCOMPARE(back.status, 200);
        QCOMPARE(back.body, content);
        QCOMPARE(back.header("Content-Type"), "image/png"_ba);
        QCOMPARE(service.tally().uploads, 0); // in this life

        const QFileInfo folder(m_options.stateFile + u".inputs"_s);
        QVERIFY(folder.isDir());
        QVERIFY(!folder.permission(QFile::ReadGroup) && !folder.permission(QFile::ReadOther));
    }

    void withoutAStateFileNothingIsLeft()
    {
        const QString link = uploaded(Service(m_options), "x");
        QCOMPARE(Service(m_options).fetch(QUrl(link).path()).status, 404);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries),
                 QStringList{u"log"_s});
    }

    void twoSandboxesShareThem()
    {
        m_options.stateFile = m_folder->filePath(u"state"_s);
        const Service one(m_options);
        const Service two(m_options);
        const QString link = uploaded(one, "x");
        QCOMPARE(two.fetch(QUrl(link).path()).body, "x"_ba);
    }

    void whatIsOldIsDropped()
    {
        m_options.stateFile = m_folder->filePath(u"state"_s);
        m_options.uploadLife = std::chrono::milliseconds(0);
        const QString link = uploaded(Service(m_options), "x");
        const QDir inputs(m_options.stateFile + u".inputs"_s);
        const QString name = inputs.entryList(QDir::Files).value(0);
        QVERIFY(letPass(m_options.stateFile, 8 * 24 * 3600));
        QFile file(inputs.filePath(name));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-8),
                                 QFileDevice::FileModificationTime));
        file.close();
        const Service service(m_options);
        QCOMPARE(service.fetch(QUrl(link).path()).status, 404);
        QVERIFY(inputs.entryList(QDir::Files).isEmpty());
        QCOMPARE(QFileInfo(m_options.stateFile).size(), 0);
    }

    void nothingIsTakenInThatCannotBeKept()
    {
        m_options.stateFile = m_folder->filePath(u"state"_s);
        QVERIFY(QFile::link(u"/dev/full"_s, m_options.stateFile));
        const Service service(m_options);
        QCOMPARE(postForm(service, formOf("x")).status, 500);
        QCOMPARE(service.tally().uploads, 0);
    }
};

QTEST_MAIN(TestUploads)
#include "test_uploads.moc"
