// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/framesize.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::MediaType;

/// The form of a result, as a request's parameters say it.
class TestFrameSize : public QObject
{
    Q_OBJECT
private slots:
    void findsTheSize_data()
    {
        QTest::addColumn<bool>("video");
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<QSize>("size");
        const auto row = [](const char *name, bool video, const char *parameters, QSize size) {
            QTest::newRow(name) << video << QByteArray(parameters) << size;
        };
        row("image, nothing said", false, "{}", {1024, 1024});
        row("width and height", false, R"({"width": 2048, "height": 512})", {2048, 512});
        row("width alone", false, R"({"width": 512})", {512, 1024});
        row("null width", false, R"({"width": null, "size": "64*64"})", {64, 64});
        row("odd image", false, R"({"width": 333, "height": 77})", {333, 77});
        row("size *", false, R"({"size": "1024*768"})", {1024, 768});
        row("size x", false, R"({"size": "640x480"})", {640, 480});
        row("size 2K", false, R"({"size": "2K"})", {1440, 1440});
        row("image 3:2", false, R"({"aspect_ratio": "3:2"})", {1536, 1024});
        row("video, nothing said", true, "{}", {1920, 1080});
        row("480p", true, R"({"resolution": "480p"})", {854, 480});
        row("720P", true, R"({"resolution": "720P"})", {1280, 720});
        row("portrait", true, R"({"resolution": "720p", "aspect_ratio": "9:16"})", {720, 1280});
        row("ratio", true, R"({"resolution": "1080p", "ratio": "1:1"})", {1080, 1080});
        row("adaptive", true, R"({"resolution": "480p", "ratio": "adaptive"})", {854, 480});
        row("odd video", true, R"({"width": 333, "height": 77})", {334, 78});
        row("resolution in px", true, R"({"resolution": "640x360"})", {640, 360});
        row("too small", false, R"({"width": 4, "height": 4})", {});
        row("too large", false, R"({"width": 9000, "height": 100})", {});
        row("too large a video", true, R"({"size": "5000x500"})", {});
        row("no size", false, R"({"size": "large"})", {});
        row("no resolution", true, R"({"resolution": "sharp"})", {});
        row("no ratio", true, R"({"aspect_ratio": "16:0"})", {});
    }
    void findsTheSize()
    {
        QFETCH(bool, video);
        QFETCH(QByteArray, parameters);
        QFETCH(QSize, size);
        const auto found = sandbox::frameSize(video ? MediaType::Video : MediaType::Image,
                                              QJsonDocument::fromJson(parameters).object());
        QCOMPARE(found.has_value(), !size.isNull() && size.isValid());
        if (found)
            QCOMPARE(*found, size);
    }

    void usualSizes()
    {
        QCOMPARE(sandbox::usualFrameSize(MediaType::Image), QSize(1024, 1024));
        QCOMPARE(sandbox::usualFrameSize(MediaType::Video), QSize(1920, 1080));
    }

    void namesTheResolution_data()
    {
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *parameters, const QString &name) {
            QTest::newRow(parameters) << QByteArray(parameters) << name;
        };
        row("{}", {});
        row(R"({"resolution": "720p"})", u"720p"_s);
        row(R"({"resolution": "2K", "size": "640*480"})", u"2K"_s);
        row(R"({"resolution": 720})", u"720p"_s);
        row(R"({"size": "1280*720"})", u"720p"_s);
        row(R"({"size": "720x1280"})", u"720p"_s);
        row(R"({"size": "4K"})", u"4K"_s);
        row(R"({"resolution": "1920x1080"})", u"1080p"_s);
        row(R"({"width": 854, "height": 480})", u"480p"_s);
        row(R"({"width": 854})", {});
        row(R"({"resolution": null})", {});
    }
    void namesTheResolution()
    {
        QFETCH(const QByteArray, parameters);
        QFETCH(const QString, name);
        QCOMPARE(sandbox::resolutionName(QJsonDocument::fromJson(parameters).object()), name);
    }

    void readsTheLength_data()
    {
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<double>("seconds"); // 0: none
        const auto row = [](const char *parameters, double seconds) {
            QTest::newRow(parameters) << QByteArray(parameters) << seconds;
        };
        row("{}", 5);
        row(R"({"duration": 8})", 8);
        row(R"({"duration": 2.5})", 2.5);
        row(R"({"duration": "8"})", 8);
        row(R"({"duration": "8s"})", 8);
        row(R"({"seconds": "12"})", 12);
        row(R"({"video_length": 4})", 4);
        row(R"({"duration": null, "seconds": 4})", 4);
        row(R"({"duration": 0})", 0);
        row(R"({"duration": -1})", 0);
        row(R"({"duration": "auto"})", 0);
        row(R"({"duration": "nan"})", 0);
        row(R"({"duration": "inf"})", 0);
        row(R"({"duration": true})", 0);
        row(R"({"duration": []})", 0);
    }
    void readsTheLength()
    {
        QFETCH(const QByteArray, parameters);
        QFETCH(const double, seconds);
        const auto length = sandbox::clipLength(QJsonDocument::fromJson(parameters).object());
        QCOMPARE(length.value_or(0), seconds);
    }
};

QTEST_GUILESS_MAIN(TestFrameSize)
#include "test_framesize.moc"
