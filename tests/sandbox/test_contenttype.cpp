// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/inputs/contenttype.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestContentType : public QObject
{
    Q_OBJECT
private slots:
    void knowsFilesByTheirFirstBytes_data()
    {
        QTest::addColumn<QByteArray>("beginning");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("ending");
        const auto row = [](const QByteArray &beginning, const QByteArray &type,
                            const QString &ending) {
            QTest::addRow("%s", type.constData()) << beginning << type << ending;
        };
        row("\x89PNG\r\n\x1a\n...."_ba, "image/png"_ba, u".png"_s);
        row("\xff\xd8\xff\xe0...."_ba, "image/jpeg"_ba, u".jpg"_s);
        row("RIFF\1\2\3\4WEBPVP8 "_ba, "image/webp"_ba, u".webp"_s);
        row("GIF89a...."_ba, "image/gif"_ba, u".gif"_s);
        row("BM...."_ba, "image/bmp"_ba, u".bmp"_s);
        row(QByteArray("II*\0....", 8), "image/tiff"_ba, u".tiff"_s);
        row(QByteArray("\0\0\0\x18"
                       "ftypisom....",
                       16),
            "video/mp4"_ba, u".mp4"_s);
        row(QByteArray("\0\0\0\x18"
                       "ftypqt  ....",
                       16),
            "video/quicktime"_ba, u".mov"_s);
        row("\x1a\x45\xdf\xa3...."_ba, "video/webm"_ba, u".webm"_s);
        row("RIFF\1\2\3\4WAVEfmt "_ba, "audio/wav"_ba, u".wav"_s);
        row("ID3\3...."_ba, "audio/mpeg"_ba, u".mp3"_s);
        const QByteArray unknown = "application/octet-stream";
        QTest::newRow("nothing") << QByteArray() << unknown << QString();
        QTest::newRow("half a mark") << "\x89PN"_ba << unknown << QString();
        QTest::newRow("half of the second") << "RIFF\1\2\3\4WEB"_ba << unknown << QString();
        QTest::newRow("text") << "image/png"_ba << unknown << QString();
        QTest::newRow("a page") << "<html>"_ba << unknown << QString();
    }
    void knowsFilesByTheirFirstBytes()
    {
        QFETCH(QByteArray, beginning);
        QFETCH(QByteArray, type);
        QFETCH(QString, ending);
        QCOMPARE(sandbox::contentTypeOf(beginning), type);
        QCOMPARE(QString(sandbox::endingFor(type)), ending);
    }
};

QTEST_GUILESS_MAIN(TestContentType)
#include "test_contenttype.moc"
