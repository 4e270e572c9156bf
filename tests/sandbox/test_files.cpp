// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clipreader.h"
#include "sandbox/http/filesender.h"
#include "sandbox/service.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <cstdlib>

using namespace Qt::StringLiterals;

class TestFiles : public QObject
{
    Q_OBJECT
private slots:
    void picturesHaveTheSizeAskedFor_data()
    {
        QTest::addColumn<QJsonObject>("size");
        QTest::addColumn<QSize>("expected");
        const auto row = [](const char *name, const QJsonObject &size, QSize expected) {
            QTest::newRow(name) << size << expected;
        };
        row("large", {{"width"_L1, 2048}, {"height"_L1, 2048}}, {2048, 2048});
        row("odd", {{"width"_L1, 301}, {"height"_L1, 97}}, {301, 97});
        row("tiny", {{"width"_L1, 16}, {"height"_L1, 16}}, {16, 16});
        row("wide", {{"size"_L1, "1600*200"_L1}}, {1600, 200});
        row("tall", {{"aspect_ratio"_L1, "9:16"_L1}, {"size"_L1, "480p"_L1}}, {480, 853});
    }
    void picturesHaveTheSizeAskedFor()
    {
        QFETCH(QJsonObject, size);
        QFETCH(QSize, expected);
        const Service service(hurried());
        size["model"_L1] = u"m"_s;
        size["prompt"_L1] =
            u"赛博朋克城市夜景，霓虹灯光，雨后街道 and a quite_long_word_without_any_end"_s;
        const Answer answer = service.fetch(service.fileOf(service.accepted(size)));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("Content-Type"), "image/png"_ba);
        QCOMPARE(answer.header("Content-Length"), QByteArray::number(answer.body.size()));
        QVERIFY(answer.body.startsWith("\x89PNG\r\n\x1a\n"));
        QCOMPARE(QImage::fromData(answer.body, "PNG").size(), expected);
    }

    void sameRequestSamePixels()
    {
        const QJsonObject order = smallImage();
        QJsonObject seeded = order;
        seeded["seed"_L1] = 7;
        const auto drawn = [](const QJsonObject &body) {
            const Service service(hurried());
            return QImage::fromData(service.fetch(service.fileOf(service.accepted(body))).body);
        };
        const QImage first = drawn(order);
        QVERIFY(!first.isNull());
        QCOMPARE(drawn(order), first);
        QVERIFY(drawn(seeded) != first);
        QVERIFY(drawn(smallImage(u"another"_s)) != first);
    }

    void clipsAreWhatWasAskedFor_data()
    {
        QTest::addColumn<QJsonObject>("order");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("duration");
        QTest::newRow("1080p, 10 s")
            << QJsonObject{{"resolution"_L1, "1080p"_L1}, {"duration"_L1, 10}} << QSize(1920, 1080)
            << 10.0;
        QTest::newRow("portrait, 8 s") << QJsonObject{{"resolution"_L1, "480p"_L1},
                                                      {"duration"_L1, 8},
                                                      {"aspect_ratio"_L1, "9:16"_L1}}
                                       << QSize(480, 854) << 8.0;
        QTest::newRow("a part of a second")
            << QJsonObject{{"size"_L1, "320x180"_L1}, {"duration"_L1, 1.5}} << QSize(320, 180)
            << 1.5;
        QTest::newRow("longer than the backdrop")
            << QJsonObject{{"size"_L1, "160x120"_L1}, {"duration"_L1, 12}} << QSize(160, 120)
            << 12.0;
    }
    void clipsAreWhatWasAskedFor()
    {
        QFETCH(QJsonObject, order);
        QFETCH(QSize, size);
        QFETCH(double, duration);
        const QString path = saved(order);
        const ClipFacts facts = readClip(path);
        QVERIFY(facts.readable);
        QCOMPARE(facts.videoCodec, u"h264"_s);
        QCOMPARE(facts.audioCodec, u"aac"_s);
        QCOMPARE(facts.size, size);
        QVERIFY2(std::abs(facts.duration - duration) <= 0.05,
                 qPrintable(QString::number(facts.duration)));
        QCOMPARE(facts.frames, static_cast<int>(duration * 24));
        QVERIFY(facts.startsFast);
        QVERIFY2(facts.loudest > 0.01 && facts.loudest < 0.3,
                 qPrintable(QString::number(facts.loudest)));
    }

    void framesASecondApartDiffer()
    {
        const QString path = saved({{"size"_L1, "640x360"_L1}, {"duration"_L1, 4}});
        for (const int frame : {0, 24, 48, 71}) {
            const double share = differing(clipFrame(path, frame), clipFrame(path, frame + 24));
            QVERIFY2(share > 0.05, qPrintable(u"frame %1: %2"_s.arg(frame).arg(share)));
        }
    }

    void readsRanges_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("isRange");
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("length");
        const auto row = [](const char *header, bool isRange, qint64 from = 0, qint64 length = 0) {
            QTest::newRow(header) << QByteArray(header) << isRange << from << length;
        };
        row("bytes=0-9", true, 0, 10);
        row("bytes=90-", true, 90, 10);
        row("bytes=90-500", true, 90, 10);
        row("bytes=-7", true, 93, 7);
        row("bytes=-700", true, 0, 100);
        row("bytes=100-", true, 100, 0);
        row("bytes=200-300", true, 200, 0);
        row("bytes=-0", true, 100, 0);
        row("bytes=9-3", false);
        row("bytes=-", false);
        row("bytes=0-1,5-6", false);
        row("lines=0-9", false);
        row("", false);
    }
    void readsRanges()
    {
        QFETCH(QByteArray, header);
        QFETCH(bool, isRange);
        QFETCH(qint64, from);
        QFETCH(qint64, length);
        const auto range = sandbox::readRange(header, 100);
        QCOMPARE(range.has_value(), isRange);
        if (range) {
            QCOMPARE(range->from, from);
            QCOMPARE(range->length, length);
        }
    }

    void answersRanges()
    {
        const Service service(hurried());
        const QString file = service.fileOf(service.accepted(smallImage()));
        const Answer whole = service.fetch(file);
        const QByteArray tag = whole.header("ETag");
        const QByteArray size = QByteArray::number(whole.body.size());
        QVERIFY(tag.startsWith('"') && tag.endsWith('"'));
        QCOMPARE(whole.header("Accept-Ranges"), "bytes"_ba);

        const Answer rest = service.fetch(file, {{"Range", "bytes=100-"}, {"If-Range", tag}});
        QCOMPARE(rest.status, 206);
        QCOMPARE(rest.body, whole.body.sliced(100));
        QCOMPARE(rest.header("Content-Range"),
                 "bytes 100-" + QByteArray::number(whole.body.size() - 1) + '/' + size);

        const Answer other =
            service.fetch(file, {{"Range", "bytes=100-"}, {"If-Range", "\"other\""}});
        QCOMPARE(other.status, 200);
        QCOMPARE(other.body, whole.body);

        const Answer beyond = service.fetch(file, {{"Range", "bytes=" + size + "-"}});
        QCOMPARE(beyond.status, 416);
        QCOMPARE(beyond.header("Content-Range"), "bytes */" + size);
    }

private:
    /// The file of a video order, on disk.
    QString saved(QJsonObject order)
    {
        const Service service(hurried());
        order["model"_L1] = u"m"_s;
        order["prompt"_L1] = u"A drone flies along the coast at dawn"_s;
        const Answer answer = service.fetch(service.fileOf(service.accepted(order, true)));
        QFile file(m_folder.filePath(u"%1.mp4"_s.arg(++m_files)));
        if (answer.header("Content-Type") != "video/mp4" || !file.open(QIODevice::WriteOnly))
            return {};
        file.write(answer.body);
        return file.fileName();
    }

    /// The share of pixels whose brightness differs visibly.
    static double differing(const QImage &a, const QImage &b)
    {
        if (a.isNull() || a.size() != b.size())
            return 0;
        int count = 0;
        for (int y = 0; y < a.height(); ++y) {
            for (int x = 0; x < a.width(); ++x)
                count += std::abs(a.constScanLine(y)[x] - b.constScanLine(y)[x]) > 6 ? 1 : 0;
        }
        return static_cast<double>(count) / (a.width() * a.height());
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

QTEST_MAIN(TestFiles)
#include "test_files.moc"
