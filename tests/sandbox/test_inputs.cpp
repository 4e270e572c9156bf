// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clipreader.h"
#include "sandbox/form.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

const QColor given(20, 180, 240);

QJsonObject with(QJsonObject order, const QString &parameter, const QJsonValue &value)
{
    order[parameter] = value;
    return order;
}

QJsonObject smallVideo()
{
    QJsonObject order = smallImage(u"it moves"_s);
    order["width"_L1] = 640;
    order["height"_L1] = 360;
    order["duration"_L1] = 1;
    return order;
}

/// A video's first bytes, and no more.
QByteArray videoLike()
{
    return QByteArray("\0\0\0\x18"
                      "ftypisom",
                      12)
        + QByteArray(100, 'v');
}

} // namespace

/// What models are given as inputs, by the sandbox's own links.
class TestInputs : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    sandbox::Options m_options;

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_options = hurried();
        m_options.logFile = m_folder->filePath(u"log"_s);
    }

    void takesWhatIsElsewhere_data()
    {
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("the web") << u"image"_s << QJsonValue(u"https://a.example/1.png"_s);
        QTest::newRow("data") << u"image"_s << QJsonValue(u"data:image/png;base64,iVBORw0KGg="_s);
        QTest::newRow("a list") << u"images"_s
                                << QJsonValue(QJsonArray{u"https://a.example/1.png"_s});
        QTest::newRow("nothing") << u"image"_s << QJsonValue(QString());
        QTest::newRow("null") << u"image"_s << QJsonValue();
    }
    void takesWhatIsElsewhere()
    {
        QFETCH(QString, parameter);
        QFETCH(QJsonValue, value);
        const Service service(m_options);
        QCOMPARE(service.submit(with(smallImage(), parameter, value)).status, 200);
    }

    void refusesWhatIsNotThere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        const QString unfetched = u"image could not be fetched"_s;
        QTest::newRow("an unknown link")
            << u"http://127.0.0.1:%1/files/0123456789abcdef/a.png"_s << unfetched;
        QTest::newRow("another path") << u"http://127.0.0.1:%1/api/v1/models"_s << unfetched;
        QTest::newRow("another program's") << u"http://localhost:9/cat.png"_s << unfetched;
        QTest::newRow("a path") << u"images/cat.png"_s << unfetched;
        QTest::newRow("a file") << u"file:///tmp/cat.png"_s << unfetched;
        QTest::newRow("a job") << u"job:hero"_s << unfetched;
    }
    void refusesWhatIsNotThere()
    {
        QFETCH(QString, text);
        QFETCH(QString, message);
        const Service service(m_options);
        if (text.contains("%1"_L1))
            text = text.arg(service.port());
        const Answer answer = service.submit(with(smallImage(), u"image"_s, text));
        QCOMPARE(answer.status, 400);
        const QString words = answer.json().value("msg"_L1).toString();
        QVERIFY2(words.contains(message), qPrintable(words));
        QCOMPARE(service.tally().accepted, 0);
        const QJsonObject event = logLines(m_options.logFile, u"submit"_s).value(0);
        QCOMPARE(event.value("status"_L1).toInt(), 400);
        QCOMPARE(event.value("error"_L1).toString(), words);
        QCOMPARE(event.value("request"_L1).toObject().value("image"_L1).toString(), text);
    }

    void refusesTheWrongKind_data()
    {
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("isList");
        QTest::addColumn<QString>("message"); // empty: it is accepted
        QTest::newRow("a picture") << u"image"_s << plainPicture(given) << false << QString();
        QTest::newRow("a picture in a list")
            << u"images"_s << plainPicture(given) << true << QString();
        QTest::newRow("a video as a picture")
            << u"image"_s << videoLike() << false << u"image is not an image: it is video/mp4"_s;
        QTest::newRow("a video among pictures")
            << u"images"_s << videoLike() << true << u"images[0] is not an image"_s;
        QTest::newRow("a video as a last picture")
            << u"last_image"_s << videoLike() << false << u"last_image is not an image"_s;
        QTest::newRow("a video") << u"video"_s << videoLike() << false << QString();
        QTest::newRow("a picture as a video")
            << u"video"_s << plainPicture(given) << false << u"video is not a video"_s;
        QTest::newRow("text as a picture")
            << u"image_url"_s << "text"_ba << false << u"image_url is not an image"_s;
        QTest::newRow("anything where nothing is known")
            << u"style"_s << "text"_ba << false << QString();
    }
    void refusesTheWrongKind()
    {
        QFETCH(QString, parameter);
        QFETCH(QByteArray, content);
        QFETCH(bool, isList);
        QFETCH(QString, message);
        const Service service(m_options);
        const QString link = uploaded(service, content);
        const QJsonValue value = isList ? QJsonValue(QJsonArray{link}) : QJsonValue(link);
        const Answer answer = service.submit(with(smallImage(), parameter, value));
        QCOMPARE(answer.status, message.isEmpty() ? 200 : 400);
        const QString words = answer.json().value("msg"_L1).toString();
        QVERIFY2(words.contains(message), qPrintable(words));
    }

    void refusesALinkThatIsOver()
    {
        Service service(m_options);
        const QString id = service.accepted(smallImage());
        const QString result = service.fileOf(id);
        const QString upload = uploaded(service, plainPicture(given));
        QCOMPARE(service.submit(with(smallVideo(), u"image"_s, result), true).status, 200);
        QCOMPARE(service.submit(with(smallVideo(), u"image"_s, upload), true).status, 200);
        (*service).expireLinks();
        for (const QString &link : {result, upload}) {
            const Answer answer = service.submit(with(smallVideo(), u"image"_s, link), true);
            QCOMPARE(answer.status, 400);
            const QString words = answer.json().value("msg"_L1).toString();
            QVERIFY2(words.contains("could not be fetched"_L1) && words.contains("403"_L1),
                     qPrintable(words));
        }
        const QString renewed = service.fileOf(id);
        QCOMPARE(service.submit(with(smallVideo(), u"image"_s, renewed), true).status, 200);
    }

    void aResultIsNoInputOfTheWrongKind()
    {
        const Service service(m_options);
        const QString clip = service.fileOf(service.accepted(smallVideo(), true));
        QCOMPARE(service.submit(with(smallVideo(), u"image"_s, clip), true).status, 400);
        QCOMPARE(service.submit(with(smallVideo(), u"video"_s, clip), true).status, 200);
    }

    void aPictureShowsWhatItStartsFrom()
    {
        const Service service(m_options);
        QJsonObject order = smallImage();
        order["width"_L1] = 400;
        order["height"_L1] = 300;
        order["image"_L1] = uploaded(service, plainPicture(given));
        order["mask_image"_L1] = uploaded(service, plainPicture(Qt::white));
        const QImage drawn =
            QImage::fromData(service.fetch(service.fileOf(service.accepted(order))).body);
        QCOMPARE(drawn.size(), QSize(400, 300));
        // Whole, on a card; and its colour, darker, around that.
        for (const QPoint at : {QPoint(130, 70), QPoint(200, 120), QPoint(270, 160)})
            QCOMPARE(drawn.pixelColor(at), given);
        const QColor around = drawn.pixelColor(390, 120);
        QVERIFY(std::abs(around.hue() - given.hue()) < 5 && around.value() < given.value());
    }

    void aClipShowsWhatItStartsFrom()
    {
        const Service service(m_options);
        // Black on the left and white on the right.
        QImage halves(640, 360, QImage::Format_RGB32);
        halves.fill(Qt::black);
        for (int y = 0; y < 360; ++y) {
            for (int x = 320; x < 640; ++x)
                halves.setPixel(x, y, 0xffffffff);
        }
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(halves.save(&buffer, "PNG"));
        const QString link = uploaded(service, bytes);
        const QString file =
            service.fileOf(service.accepted(with(smallVideo(), u"image_url"_s, link), true));
        QFile clip(m_folder->filePath(u"clip.mp4"_s));
        QVERIFY(clip.open(QIODevice::WriteOnly));
        clip.write(service.fetch(file).body);
        clip.close();
        QCOMPARE(readClip(clip.fileName()).size, QSize(640, 360));
        for (const int number : {0, 23}) {
            const QImage frame = clipFrame(clip.fileName(), number);
            QVERIFY(!frame.isNull());
            QVERIFY(qGray(frame.pixel(210, 140)) < 40);
            QVERIFY(qGray(frame.pixel(430, 140)) > 210);
        }
        // It moves, if only a little.
        QVERIFY(clipFrame(clip.fileName(), 0) != clipFrame(clip.fileName(), 20));
    }

    void aClipShowsTheVideoThatItStartsFrom()
    {
        const Service service(m_options);
        QJsonObject order = smallVideo();
        order["image"_L1] = uploaded(service, plainPicture(Qt::white, {640, 360}));
        const QString first = service.fileOf(service.accepted(order, true));
        order = with(smallVideo(), u"video"_s, first);
        order["prompt"_L1] = u"and on"_s;
        const QString second = service.fileOf(service.accepted(order, true));
        QFile clip(m_folder->filePath(u"clip.mp4"_s));
        QVERIFY(clip.open(QIODevice::WriteOnly));
        clip.write(service.fetch(second).body);
        clip.close();
        // A card on a card: white in the middle, dark around.
        const QImage frame = clipFrame(clip.fileName(), 0);
        QVERIFY(qGray(frame.pixel(330, 125)) > 210);
        QVERIFY(qGray(frame.pixel(30, 140)) < 140);
    }

    void whatCannotBeReadIsDrawnByChance()
    {
        const Service service(m_options);
        const QString link = uploaded(service, "\x89PNG\r\n\x1a\nbut no picture");
        QJsonObject order = with(smallImage(), u"image"_s, link);
        const QImage drawn =
            QImage::fromData(service.fetch(service.fileOf(service.accepted(order))).body);
        QCOMPARE(drawn.size(), QSize(96, 64));
    }

    void aChainGoesOnInAnotherLife()
    {
        m_options.stateFile = m_folder->filePath(u"state"_s);
        QString upload;
        QString id;
        {
            const Service service(m_options);
            upload = uploaded(service, plainPicture(given));
            QJsonObject order = with(smallImage(), u"image"_s, upload);
            order["width"_L1] = 400;
            order["height"_L1] = 300;
            id = service.accepted(order);
        }
        const Service service(m_options);
        // Drawn anew, from the same picture; and the link holds, though the port is another.
        const QImage drawn = QImage::fromData(service.fetch(service.fileOf(id)).body);
        QCOMPARE(drawn.pixelColor(200, 120), given);
        QVERIFY(QUrl(upload).port() != int(service.port()));
        QCOMPARE(service.submit(with(smallVideo(), u"image"_s, upload), true).status, 200);
    }
};

QTEST_MAIN(TestInputs)
#include "test_inputs.moc"
