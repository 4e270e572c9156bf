// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/mediainfo.h"
#include "media/picture.h"
#include "support/testclip.h"

#include <QImageWriter>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// What a good file says of itself, and the pictures made of it.
class TestPicture : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    QString path(const QString &name) const { return m_dir.filePath(name); }

private slots:
    void probesAVideo();
    void probesAnImage();
    void turnsAndStretchesAVideo_data();
    void turnsAndStretchesAVideo();
    void posterSkipsBlack();
    void posterOfABlackClipIsBlack();
    void posterShowsTheRightColours();
    void fitsTheBox_data();
    void fitsTheBox();
    void turnsAPhotoUpright();
    void opensStrangeNames_data();
    void opensStrangeNames();
};

void TestPicture::probesAVideo()
{
    QVERIFY((TestClip{.size = {320, 180}, .duration = 3, .fps = 12, .sound = true})
                .write(path(u"a.mp4"_s)));
    const auto info = media::probe(path(u"a.mp4"_s));
    QVERIFY2(info, info ? "" : qPrintable(info.error()));
    QCOMPARE(info->format, media::FileFormat::Mp4);
    QCOMPARE(info->size, QSize(320, 180));
    QVERIFY2(qAbs(info->duration - 3) < 0.05, qPrintable(QString::number(info->duration)));
    QVERIFY2(qAbs(info->fps - 12) < 0.01, qPrintable(QString::number(info->fps)));
    QVERIFY(info->hasAudio);
    QCOMPARE(info->codec, u"h264"_s);
    QCOMPARE(info->bytes, QFileInfo(path(u"a.mp4"_s)).size());

    QVERIFY(TestClip().write(path(u"silent.mp4"_s)));
    QVERIFY(!media::probe(path(u"silent.mp4"_s))->hasAudio);
}

void TestPicture::probesAnImage()
{
    // The name says JPEG, the content PNG: the content is right.
    QVERIFY(QImage(64, 48, QImage::Format_ARGB32).save(path(u"a.jpg"_s), "PNG"));
    const auto info = media::probe(path(u"a.jpg"_s));
    QVERIFY2(info, info ? "" : qPrintable(info.error()));
    QCOMPARE(info->format, media::FileFormat::Png);
    QCOMPARE(info->size, QSize(64, 48));
    QCOMPARE(info->codec, u"png"_s);
    QCOMPARE(info->duration, 0.0);
    QCOMPARE(media::loadImage(path(u"a.jpg"_s))->size(), QSize(64, 48));
}

void TestPicture::turnsAndStretchesAVideo_data()
{
    QTest::addColumn<int>("turn");
    QTest::addColumn<int>("pixelAspect");
    QTest::addColumn<QSize>("shown");
    QTest::newRow("as it is") << 0 << 1 << QSize(160, 96);
    QTest::newRow("upright") << 90 << 1 << QSize(96, 160);
    QTest::newRow("upside down") << 180 << 1 << QSize(160, 96);
    QTest::newRow("left") << 270 << 1 << QSize(96, 160);
    QTest::newRow("wide pixels") << 0 << 2 << QSize(320, 96);
    QTest::newRow("wide pixels, upright") << 90 << 2 << QSize(96, 320);
}

void TestPicture::turnsAndStretchesAVideo()
{
    QFETCH(int, turn);
    QFETCH(int, pixelAspect);
    QFETCH(QSize, shown);
    QVERIFY((TestClip{.size = {160, 96}, .turn = turn, .pixelAspect = pixelAspect})
                .write(path(u"turned.mp4"_s)));
    QCOMPARE(media::probe(path(u"turned.mp4"_s))->size, shown);
    const QImage poster = media::poster(path(u"turned.mp4"_s), {});
    QCOMPARE(poster.size(), shown);

    // The clip's ground grows lighter downwards, so where its lower edge went tells the turn.
    const QSize box(shown.width() - 1, shown.height() - 1);
    const QPoint lowerEdge = QHash<int, QPoint>{{0, {box.width(), box.height()}},
                                                {90, {0, box.height()}},
                                                {180, {0, 0}},
                                                {270, {box.width(), 0}}}[turn];
    const QPoint upperEdge = QHash<int, QPoint>{{0, {box.width(), 0}},
                                                {90, {box.width(), box.height()}},
                                                {180, {0, box.height()}},
                                                {270, {0, 0}}}[turn];
    QVERIFY(qGray(poster.pixel(lowerEdge)) > qGray(poster.pixel(upperEdge)) + 30);
}

void TestPicture::posterSkipsBlack()
{
    QVERIFY((TestClip{.duration = 3, .black = 1.5}).write(path(u"fade.mp4"_s)));
    const QImage poster = media::poster(path(u"fade.mp4"_s), QSize(80, 80));
    QCOMPARE(poster.size(), QSize(80, 45));
    QVERIFY(qGray(poster.pixel(70, 40)) > 60);
}

void TestPicture::posterOfABlackClipIsBlack()
{
    QVERIFY((TestClip{.duration = 1, .black = 1}).write(path(u"black.mp4"_s)));
    const QImage poster = media::poster(path(u"black.mp4"_s), {});
    QCOMPARE(poster.size(), QSize(160, 90));
    QVERIFY(qGray(poster.pixel(80, 45)) < 8);
}

void TestPicture::posterShowsTheRightColours()
{
    QVERIFY((TestClip{.size = {320, 180}, .duration = 1}).write(path(u"colour.mp4"_s)));
    const QImage poster = media::poster(path(u"colour.mp4"_s), {});
    // Y 70 + 30 at half height, Cb 150, Cr 110, limited range, BT.601.
    const QColor shown = poster.pixelColor(10, 90);
    const QColor wanted(69, 104, 142);
    QVERIFY2(qAbs(shown.red() - wanted.red()) < 6 && qAbs(shown.green() - wanted.green()) < 6
                 && qAbs(shown.blue() - wanted.blue()) < 6,
             qPrintable(shown.name()));
}

void TestPicture::fitsTheBox_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QSize>("box");
    QTest::addColumn<QSize>("result");
    QTest::newRow("wide") << QSize(400, 200) << QSize(100, 100) << QSize(100, 50);
    QTest::newRow("high") << QSize(200, 400) << QSize(100, 100) << QSize(50, 100);
    QTest::newRow("small stays") << QSize(40, 20) << QSize(100, 100) << QSize(40, 20);
    QTest::newRow("no box") << QSize(40, 20) << QSize() << QSize(40, 20);
    QTest::newRow("a line") << QSize(1000, 1) << QSize(100, 100) << QSize(100, 1);
}

void TestPicture::fitsTheBox()
{
    QFETCH(QSize, size);
    QFETCH(QSize, box);
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QVERIFY(image.save(path(u"box.png"_s)));
    const QImage small = media::thumbnail(path(u"box.png"_s), box);
    QTEST(small.size(), "result");
    QCOMPARE(small.pixelColor(small.width() / 2, small.height() / 2), QColor(Qt::red));
}

void TestPicture::turnsAPhotoUpright()
{
    QImage image(400, 200, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter(&image).fillRect(0, 0, 200, 200, Qt::black);
    QImageWriter writer(path(u"photo.jpg"_s), "jpg");
    writer.setTransformation(QImageIOHandler::TransformationRotate90);
    QVERIFY(writer.write(image));

    QCOMPARE(media::probe(path(u"photo.jpg"_s))->size, QSize(200, 400));
    const QImage small = media::thumbnail(path(u"photo.jpg"_s), QSize(100, 100));
    QCOMPARE(small.size(), QSize(50, 100));
    QVERIFY(qGray(small.pixel(25, 10)) < 20);
    QVERIFY(qGray(small.pixel(25, 90)) > 235);
    QCOMPARE(media::loadImage(path(u"photo.jpg"_s))->size(), QSize(200, 400));
}

void TestPicture::opensStrangeNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("like an address") << u"http:x.mp4"_s;
    QTest::newRow("Chinese") << u"咖啡 杯.mp4"_s;
    QTest::newRow("pattern") << u"%03d?*.mp4"_s;
}

void TestPicture::opensStrangeNames()
{
    QFETCH(QString, name);
    QVERIFY(TestClip().write(path(u"plain.mp4"_s)));
    QVERIFY(QFile::copy(path(u"plain.mp4"_s), path(name)));
    QVERIFY(media::probe(path(name)));
    QVERIFY(!media::thumbnail(path(name), QSize(50, 50)).isNull());
}

QTEST_GUILESS_MAIN(TestPicture)
#include "test_picture.moc"
