// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/mediainfo.h"
#include "media/picture.h"
#include "support/testclip.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Files that are not what they seem: an error in words or a null image, never a crash.
class TestBrokenFiles : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    QByteArray m_clip;
    QByteArray m_picture;

    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString write(const QByteArray &content)
    {
        QFile file(path(u"file"_s));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
            ? file.fileName()
            : QString();
    }

private slots:
    void initTestCase();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void aMissingFile();
    void aFolder();
    void followsNoOtherFile();
    void cutClips();
    void cutPictures();
    void damagedClips();
    void damagedPictures();
};

void TestBrokenFiles::initTestCase()
{
    QVERIFY((TestClip{.duration = 1, .sound = true}).write(path(u"whole.mp4"_s)));
    QFile clip(path(u"whole.mp4"_s));
    QVERIFY(clip.open(QIODevice::ReadOnly));
    m_clip = clip.readAll();
    QVERIFY(m_clip.size() > 2000);

    QImage image(90, 60, QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgba(x * 2, y * 4, x * y % 256, 255));
    }
    QVERIFY(image.save(path(u"whole.png"_s)));
    QFile picture(path(u"whole.png"_s));
    QVERIFY(picture.open(QIODevice::ReadOnly));
    m_picture = picture.readAll();
}

void TestBrokenFiles::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("one byte") << QByteArray("\x89");
    QTest::newRow("text") << QByteArray("{\"error\": \"not found\"}");
    QTest::newRow("PNG head alone") << m_picture.left(8);
    QTest::newRow("MP4 head alone") << m_clip.left(32);
    QTest::newRow("zeros") << QByteArray(5000, '\0');
    QTest::newRow("a huge box") << QByteArray("\x7f\xff\xff\xff"
                                              "ftypisom\0\0\2\0isom",
                                              20);
}

void TestBrokenFiles::saysWhatIsWrong()
{
    QFETCH(QByteArray, content);
    const QString file = write(content);
    const auto info = media::probe(file);
    QVERIFY(!info);
    QVERIFY2(info.error().contains(u"“file”"_s), qPrintable(info.error()));
    QVERIFY(media::thumbnail(file, QSize(50, 50)).isNull());
    QVERIFY(media::poster(file, QSize(50, 50)).isNull());
    const auto image = media::loadImage(file);
    QVERIFY(!image);
    QVERIFY(image.error().contains(u"“file”"_s));
}

void TestBrokenFiles::aMissingFile()
{
    const QString gone = path(u"gone.png"_s);
    QVERIFY(media::probe(gone).error().contains(u"no longer"_s));
    QVERIFY(media::loadImage(gone).error().contains(u"no longer"_s));
    QVERIFY(media::thumbnail(gone, QSize(50, 50)).isNull());
}

void TestBrokenFiles::aFolder()
{
    QVERIFY(!media::probe(m_dir.path()));
    QVERIFY(!media::loadImage(m_dir.path()));
    QVERIFY(media::thumbnail(m_dir.path(), QSize(50, 50)).isNull());
}

void TestBrokenFiles::followsNoOtherFile()
{
    // Lists that make FFmpeg open what they name.
    const QByteArray other = path(u"whole.mp4"_s).toUtf8();
    for (const QByteArray &list :
         {"ffconcat version 1.0\nfile '" + other + "'\n",
          "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + other + "\n#EXT-X-ENDLIST\n"}) {
        const QString file = write(list);
        QVERIFY(!media::probe(file));
        QVERIFY(media::poster(file, {}).isNull());
    }
}

void TestBrokenFiles::cutClips()
{
    for (qsizetype length = 0; length < m_clip.size(); length += 97) {
        const QString file = write(m_clip.left(length));
        media::probe(file);
        const QImage poster = media::poster(file, QSize(40, 40));
        QVERIFY(poster.isNull() || poster.width() <= 40);
    }
}

void TestBrokenFiles::cutPictures()
{
    for (qsizetype length = 0; length < m_picture.size() - 12; length += 31) {
        const QString file = write(m_picture.left(length));
        media::probe(file);
        media::thumbnail(file, QSize(40, 40));
        QVERIFY(!media::loadImage(file));
    }
}

void TestBrokenFiles::damagedClips()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 150; ++round) {
        QByteArray content = m_clip;
        // Heads and indexes are where a lie hurts: half of the damage goes to the last 2000
        // bytes, where an MP4 keeps its index.
        for (int i = 0; i < 12; ++i) {
            const qsizetype from = i % 2 == 0 ? 0 : content.size() - 2000;
            const qsizetype at = from + random.bounded(content.size() - from);
            content[at] = static_cast<char>(random.bounded(256));
        }
        const QString file = write(content);
        media::probe(file);
        const QImage thumbnail = media::thumbnail(file, QSize(40, 40));
        QVERIFY(thumbnail.width() <= 40 && thumbnail.height() <= 40);
    }
}

void TestBrokenFiles::damagedPictures()
{
    QRandomGenerator random(8);
    for (int round = 0; round < 200; ++round) {
        QByteArray content = m_picture;
        for (int i = 0; i < 6; ++i)
            content[random.bounded(content.size())] = static_cast<char>(random.bounded(256));
        const QString file = write(content);
        media::probe(file);
        const QImage thumbnail = media::thumbnail(file, QSize(40, 40));
        QVERIFY(thumbnail.width() <= 40 && thumbnail.height() <= 40);
    }
}

QTEST_GUILESS_MAIN(TestBrokenFiles)
#include "test_brokenfiles.moc"
