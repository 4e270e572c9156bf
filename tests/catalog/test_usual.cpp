// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/request/usual.h"

#include "catalog/onemodel.h"

#include <QTest>

using namespace Qt::StringLiterals;
using batch::MediaType;
using batch::Usual;

/// What models make of what jobs don't say, and which jobs ask for the same by it.
class UsualTest : public QObject
{
    Q_OBJECT
private slots:
    void ofAModel_data();
    void ofAModel();
    void ofTheArticlesModels();
    void sameByTheRequest_data();
    void sameByTheRequest();
};

namespace {

constexpr MediaType anImage = MediaType::Image;
constexpr MediaType aVideo = MediaType::Video;

Usual sized(std::optional<int> width, std::optional<int> height)
{
    Usual usual;
    usual.width = width;
    usual.height = height;
    return usual;
}

Usual filmed(std::optional<double> duration, const std::optional<QString> &resolution)
{
    Usual usual;
    usual.duration = duration;
    usual.resolution = resolution;
    return usual;
}

} // namespace

void UsualTest::ofAModel_data()
{
    QTest::addColumn<MediaType>("type");
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<Usual>("usual");

    const auto row = [](const char *name, MediaType type, const QByteArray &properties,
                        const Usual &usual) { QTest::newRow(name) << type << properties << usual; };
    row("sides", anImage, R"({"width": {"type": "integer"}, "height": {"type": "integer"}})",
        sized(1024, 1024));
    row("sides of its own", anImage, R"({"width": {"default": 1280}, "height": {"default": 720}})",
        sized(1280, 720));
    row("a size", anImage, R"({"size": {"type": "string", "default": "2048*2048"}})",
        sized(2048, 2048));
    row("a size that is a word", anImage, R"({"size": {"type": "string", "default": "auto"}})",
        sized({}, {}));
    row("a shape alone", anImage, R"({"aspect_ratio": {"default": "16:9"}})", sized({}, {}));
    row("neither", anImage, R"({"seed": {"type": "integer"}})", sized(1024, 1024));
    row("length and resolution", aVideo,
        R"({"duration": {"type": "integer"}, "resolution": {"type": "string"}})",
        filmed(5, u"1080p"_s));
    row("of its own", aVideo, R"({"duration": {"default": "8s"}, "resolution": {"default": 720}})",
        filmed(8, u"720p"_s));
    row("in capitals", aVideo, R"({"resolution": {"enum": ["720P", "1080P"]}})",
        filmed(5, u"1080p"_s));
    row("in a size", aVideo,
        R"({"size": {"enum": ["1280*720", "1920*1080"], "default": "1280*720"},
            "duration": {"minimum": 0, "default": 0}})",
        filmed({}, u"720p"_s));
}

void UsualTest::ofAModel()
{
    QFETCH(const MediaType, type);
    QFETCH(const QByteArray, properties);
    QTEST(catalogOf(properties, type).usualOf(oneModelId), "usual");
}

void UsualTest::ofTheArticlesModels()
{
    const catalog::Catalog &models = catalog::Catalog::builtIn();
    for (const QString &id :
         {u"black-forest-labs/flux-2-pro/text-to-image"_s, u"google/imagen4-ultra/text-to-image"_s,
          u"bytedance/seedance-v1.5-pro/text-to-video"_s, u"google/veo3.1/text-to-video"_s,
          u"openai/sora-v2/text-to-video"_s, u"nobody/knows"_s})
        QVERIFY2(models.usualOf(id) == Usual(), qPrintable(id));
}

void UsualTest::sameByTheRequest_data()
{
    QTest::addColumn<MediaType>("type");
    QTest::addColumn<QJsonObject>("request");
    QTest::addColumn<batch::Job>("asked");
    QTest::addColumn<bool>("same");

    batch::Job film;
    film.duration = 5;
    film.resolution = u"1080p"_s;
    const QJsonObject sent{{u"duration"_s, 5}, {u"resolution"_s, u"1080P"_s}};
    QTest::newRow("as sent") << aVideo << sent << film << true;
    QTest::newRow("under other names")
        << aVideo << QJsonObject{{u"seconds"_s, u"5"_s}, {u"size"_s, u"1920*1080"_s}} << film
        << true;
    QTest::newRow("otherwise") << aVideo << QJsonObject{{u"duration"_s, 8}} << film << false;
    QTest::newRow("nobody knows") << aVideo << QJsonObject() << film << false;
    QTest::newRow("not said now either") << aVideo << sent << batch::Job() << true;

    batch::Job picture;
    picture.width = 512;
    picture.height = 768;
    QTest::newRow("sides") << anImage << QJsonObject{{u"width"_s, 512}, {u"height"_s, 768}}
                           << picture << true;
    QTest::newRow("a size") << anImage << QJsonObject{{u"size"_s, u"512x768"_s}} << picture << true;
    QTest::newRow("another") << anImage << QJsonObject{{u"size"_s, u"768x512"_s}} << picture
                             << false;
}

void UsualTest::sameByTheRequest()
{
    QFETCH(const MediaType, type);
    QFETCH(const QJsonObject, request);
    QFETCH(batch::Job, asked);
    batch::Job submitted; // says nothing
    submitted.type = asked.type = type;
    Usual usual = filmed(15, u"720p"_s);
    usual.width = usual.height = 2048;
    QTEST(catalog::asksForTheSame(asked, submitted, request, usual), "same");
}

QTEST_GUILESS_MAIN(UsualTest)
#include "test_usual.moc"
