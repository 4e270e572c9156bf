// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/fileformat.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QImageWriter>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using media::FileFormat;

Q_DECLARE_METATYPE(media::FileFormat)

namespace {

QByteArray number32(qsizetype value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(static_cast<quint32>(value), bytes.data());
    return bytes;
}

QByteArray box(const QByteArray &type, const QByteArray &content)
{
    return number32(content.size() + 8) + type + content;
}

/// A box whose length stands in 64 bits.
QByteArray largeBox(const QByteArray &type, const QByteArray &content)
{
    return number32(1) + type + number32(0) + number32(content.size() + 16) + content;
}

QByteArray fileType(const QByteArray &major, const QByteArray &compatible = {})
{
    return box("ftyp", major + number32(512) + compatible);
}

/// With noise, so that its scan is long and varied.
QByteArray image(const char *format)
{
    QImage picture(97, 61, QImage::Format_RGB32);
    quint32 state = 1;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            state = state * 1664525U + 1013904223U;
            picture.setPixel(x, y, state >> 8);
        }
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, format);
    if (!writer.write(picture))
        qFatal("%s can't be written.", format);
    return bytes;
}

/// A JPEG with another one in its metadata, as cameras do.
QByteArray jpegWithThumbnail()
{
    const QByteArray whole = image("jpg");
    const QByteArray thumbnail = "Exif" + QByteArray(2, '\0') + "\xFF\xD8 small \xFF\xD9";
    QByteArray length(2, '\0');
    qToBigEndian(static_cast<quint16>(thumbnail.size() + 2), length.data());
    return whole.left(2) + "\xFF\xE1" + length + thumbnail + whole.mid(2);
}

QByteArray gif()
{
    return QByteArray("GIF89a\x01\x00\x01\x00\x00\x00\x00", 13)
        + QByteArray("\x2C\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00\x3B", 16);
}

QByteArray webp()
{
    QByteArray length(4, '\0');
    qToLittleEndian(quint32(4 + 8 + 20), length.data());
    return "RIFF" + length + "WEBPVP8 " + QByteArray("\x14\0\0\0", 4) + QByteArray(20, 'x');
}

QByteArray webm(bool lengthKnown)
{
    const QByteArray header =
        QByteArray("\x1A\x45\xDF\xA3\x87", 5) + QByteArray("\x42\x82\x84webm", 7);
    const QByteArray length = lengthKnown ? QByteArray("\x40\x64", 2) // 100 in two bytes
                                          : QByteArray("\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8);
    return header + QByteArray("\x18\x53\x80\x67", 4) + length + QByteArray(100, 'x');
}

QByteArray mp4()
{
    return fileType("isom", "isomiso2avc1mp41") + box("free", {})
        + box("mdat", QByteArray(500, 'm')) + box("moov", QByteArray(90, 'i'));
}

} // namespace

class TestFileFormat : public QObject
{
    Q_OBJECT
private slots:
    void formats_data();
    void formats();
    void extensions();
    void wholeFiles_data();
    void wholeFiles();
    void brokenFiles_data();
    void brokenFiles();
    void unknownAndMissing();

private:
    QString write(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(u"file"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The test's file can't be written.");
        return path;
    }

    QTemporaryDir m_folder;
};

void TestFileFormat::formats_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<FileFormat>("format");
    QTest::newRow("png") << image("png") << FileFormat::Png;
    QTest::newRow("jpeg") << image("jpg") << FileFormat::Jpeg;
    QTest::newRow("webp") << webp() << FileFormat::Webp;
    QTest::newRow("gif") << gif() << FileFormat::Gif;
    QTest::newRow("gif 87") << QByteArray("GIF87a") << FileFormat::Gif;
    QTest::newRow("avif") << fileType("avif", "mif1miaf") << FileFormat::Avif;
    QTest::newRow("avif sequence") << fileType("avis") << FileFormat::Avif;
    QTest::newRow("avif by a compatible brand") << fileType("mif1", "miafavif") << FileFormat::Avif;
    for (const char *brand : {"isom", "iso5", "mp41", "mp42", "avc1", "M4V ", "MSNV", "dash"})
        QTest::addRow("mp4 %s", brand) << fileType(brand) << FileFormat::Mp4;
    QTest::newRow("mp4 by a compatible brand") << fileType("XXXX", "isom") << FileFormat::Mp4;
    QTest::newRow("mov") << fileType("qt  ", "qt  ") << FileFormat::Mov;
    QTest::newRow("webm") << webm(true) << FileFormat::Webm;

    QTest::newRow("nothing") << QByteArray() << FileFormat::Unknown;
    QTest::newRow("html") << QByteArray("<!DOCTYPE html>") << FileFormat::Unknown;
    QTest::newRow("json") << QByteArray(R"({"error": "gone"})") << FileFormat::Unknown;
    QTest::newRow("half a signature") << image("png").left(7) << FileFormat::Unknown;
    QTest::newRow("wave") << QByteArray("RIFF\0\0\0\0WAVE", 12) << FileFormat::Unknown;
    QTest::newRow("heic") << fileType("heic", "mif1heic") << FileFormat::Unknown;
    QTest::newRow("ftyp cut") << QByteArray("\0\0\0\x20"
                                            "ftyp",
                                            8)
                              << FileFormat::Unknown;
    QTest::newRow("brand beyond the box")
        << fileType("XXXX") + box("isom", {}) << FileFormat::Unknown;
    QTest::newRow("zeros") << QByteArray(64, '\0') << FileFormat::Unknown;
}

void TestFileFormat::formats()
{
    QFETCH(QByteArray, bytes);
    QTEST(media::formatOf(bytes.left(media::formatHeadSize)), "format");
}

void TestFileFormat::extensions()
{
    QCOMPARE(media::extensionOf(FileFormat::Jpeg), u"jpg"_s);
    QVERIFY(media::extensionOf(FileFormat::Unknown).isEmpty());
    QSet<QString> seen;
    for (const auto format :
         {FileFormat::Png, FileFormat::Jpeg, FileFormat::Webp, FileFormat::Gif, FileFormat::Avif,
          FileFormat::Mp4, FileFormat::Mov, FileFormat::Webm}) {
        QVERIFY(!media::extensionOf(format).isEmpty());
        seen.insert(media::extensionOf(format));
        QVERIFY(media::isImage(format) != media::isVideo(format));
    }
    QCOMPARE(seen.size(), 8);
    QVERIFY(!media::isImage(FileFormat::Unknown) && !media::isVideo(FileFormat::Unknown));
}

void TestFileFormat::wholeFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("png") << image("png");
    QTest::newRow("jpeg") << image("jpg");
    QTest::newRow("jpeg with a thumbnail") << jpegWithThumbnail();
    QTest::newRow("webp") << webp();
    QTest::newRow("gif") << gif();
    QTest::newRow("avif") << fileType("avif") + box("meta", "12345678") + box("mdat", "picture");
    QTest::newRow("mp4") << mp4();
    QTest::newRow("mp4, index first")
        << fileType("mp42") + box("moov", QByteArray(50, 'i')) + box("mdat", QByteArray(80, 'm'));
    QTest::newRow("mp4, 64-bit length") << fileType("mp42") + box("moov", QByteArray(50, 'i'))
            + largeBox("mdat", QByteArray(80, 'm'));
    QTest::newRow("mov") << fileType("qt  ") + box("wide", {}) + box("mdat", "xyz")
            + box("moov", "abc");
    QTest::newRow("webm") << webm(true);
}

/// Every file is whole, and cut off anywhere it is not.
void TestFileFormat::wholeFiles()
{
    QFETCH(QByteArray, bytes);
    const FileFormat format = media::formatOf(bytes.left(media::formatHeadSize));
    QVERIFY(format != FileFormat::Unknown);
    QVERIFY(media::isWhole(write(bytes), format));
    // An AVIF's picture may stand in its meta box: cut right after that, it is no worse.
    const qsizetype meta = format == FileFormat::Avif ? bytes.indexOf("12345678") + 8 : -1;
    for (qsizetype length = 0;
         length<bytes.size(); length += bytes.size()> 2000 && length < bytes.size() - 200 ? 97
                                                                                          : 1) {
        if (length == meta)
            continue;
        QVERIFY2(!media::isWhole(write(bytes.left(length)), format), QByteArray::number(length));
    }
}

void TestFileFormat::brokenFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<FileFormat>("format");
    QTest::addColumn<bool>("whole");
    QTest::newRow("png and a note after it") << image("png") + "note" << FileFormat::Png << true;
    QTest::newRow("jpeg and padding after it")
        << image("jpg") + QByteArray(1000, '\0') << FileFormat::Jpeg << true;
    QTest::newRow("gif and padding") << gif() + QByteArray(4, '\0') << FileFormat::Gif << true;
    QTest::newRow("webm of unknown length") << webm(false) << FileFormat::Webm << true;
    QTest::newRow("mdat to the end of the file")
        << fileType("isom") + box("moov", "abc") + number32(0) + "mdatxyz" << FileFormat::Mp4
        << true;
    QTest::newRow("no index") << fileType("isom") + box("mdat", "xyz") << FileFormat::Mp4 << false;
    QTest::newRow("no content") << fileType("isom") + box("moov", "xyz") << FileFormat::Mp4
                                << false;
    QTest::newRow("box of length 4")
        << fileType("isom") + number32(4) + "moov" << FileFormat::Mp4 << false;
    QTest::newRow("box of a length beyond everything") << fileType("isom") + number32(1) + "moov"
            + QByteArray(8, '\xFF') << FileFormat::Mp4 << false;
    QTest::newRow("png chunk of a length beyond everything")
        << image("png").left(8) + QByteArray(4, '\xFF') + "IDAT" << FileFormat::Png << false;
    QTest::newRow("jpeg without segments")
        << QByteArray("\xFF\xD8\xFF") + QByteArray(100, '\xFF') << FileFormat::Jpeg << false;
    QTest::newRow("jpeg segment of length 0")
        << QByteArray("\xFF\xD8\xFF\xE0\0\0\0\0", 8) << FileFormat::Jpeg << false;
    QTest::newRow("ebml of zeros")
        << QByteArray("\x1A\x45\xDF\xA3", 4) + QByteArray(30, '\0') << FileFormat::Webm << false;
    QTest::newRow("zeros for a png") << QByteArray(100, '\0') << FileFormat::Png << false;
}

void TestFileFormat::brokenFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(FileFormat, format);
    QTEST(media::isWhole(write(bytes), format), "whole");
}

void TestFileFormat::unknownAndMissing()
{
    QVERIFY(media::isWhole(write("anything"), FileFormat::Unknown));
    QVERIFY(!media::isWhole(m_folder.filePath(u"none"_s), FileFormat::Png));
    QVERIFY(!media::isWhole(m_folder.path(), FileFormat::Mp4));
}

QTEST_GUILESS_MAIN(TestFileFormat)
#include "test_fileformat.moc"
