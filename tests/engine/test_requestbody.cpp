// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job/requestbody.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

class RequestBodyTest : public QObject
{
    Q_OBJECT
private slots:
    void body_data();
    void body();
    void endpoint();
};

namespace {

batch::Job image()
{
    batch::Job job;
    job.model = u"m"_s;
    job.prompt = u"p"_s;
    job.width = 1920;
    job.height = 1080;
    return job;
}

batch::Job video()
{
    batch::Job job = image();
    job.type = batch::MediaType::Video;
    job.width.reset();
    job.height.reset();
    return job;
}

catalog::Parameter parameter(const QString &name, const QJsonArray &allowed = {},
                             const QString &type = u"string"_s)
{
    catalog::Parameter parameter;
    parameter.name = name;
    parameter.type = type;
    parameter.allowed = allowed;
    return parameter;
}

} // namespace

void RequestBodyTest::body_data()
{
    QTest::addColumn<batch::Job>("job");
    QTest::addColumn<QList<catalog::Parameter>>("parameters");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("image") << image() << QList<catalog::Parameter>{}
                           << R"({"model":"m","prompt":"p","width":1920,"height":1080})"_ba;
    batch::Job job = image();
    job.width.reset();
    QTest::newRow("defaults") << job << QList<catalog::Parameter>{}
                              << R"({"model":"m","prompt":"p","width":1024,"height":1080})"_ba;
    QTest::newRow("its own names") << image() << QList{parameter(u"size"_s), parameter(u"width"_s)}
                                   << R"({"model":"m","prompt":"p","width":1920,"height":1080})"_ba;
    QTest::newRow("size") << image() << QList{parameter(u"size"_s)}
                          << R"({"model":"m","prompt":"p","size":"1920*1080"})"_ba;
    QTest::newRow("size with a cross") << image() << QList{parameter(u"size"_s, {u"1920x1080"_s})}
                                       << R"({"model":"m","prompt":"p","size":"1920x1080"})"_ba;
    QTest::newRow("aspect_ratio") << image()
                                  << QList{parameter(u"aspect_ratio"_s, {u"1:1"_s, u"16:9"_s})}
                                  << R"({"model":"m","prompt":"p","aspect_ratio":"16:9"})"_ba;
    QTest::newRow("ratio") << image() << QList{parameter(u"ratio"_s)}
                           << R"({"model":"m","prompt":"p","ratio":"16:9"})"_ba;
    QTest::newRow("a ratio that it doesn't offer")
        << image() << QList{parameter(u"ratio"_s, {u"1:1"_s})}
        << R"({"model":"m","prompt":"p","width":1920,"height":1080})"_ba;
    QTest::newRow("nothing of the kind")
        << image() << QList{parameter(u"seed"_s)}
        << R"({"model":"m","prompt":"p","width":1920,"height":1080})"_ba;
    job = image();
    job.params = {{u"seed"_s, 7}, {u"width"_s, 512}, {u"model"_s, u"another"_s}};
    QTest::newRow("params win, but for the model")
        << job << QList<catalog::Parameter>{}
        << R"({"model":"m","prompt":"p","width":512,"height":1080,"seed":7})"_ba;

    QTest::newRow("video") << video() << QList<catalog::Parameter>{}
                           << R"({"model":"m","prompt":"p","duration":5,"resolution":"1080p"})"_ba;
    job = video();
    job.duration = 2.5;
    job.imageUrl = u"https://a/b.png"_s;
    QTest::newRow("picture to video")
        << job << QList<catalog::Parameter>{}
        << R"({"model":"m","prompt":"p","duration":2.5,"resolution":"1080p",
               "image_url":"https://a/b.png"})"_ba;
    QTest::newRow("image") << job << QList{parameter(u"image"_s)}
                           << R"({"model":"m","prompt":"p","duration":2.5,"resolution":"1080p",
               "image":"https://a/b.png"})"_ba;
    QTest::newRow("images") << job << QList{parameter(u"images"_s, {}, u"array"_s)}
                            << R"({"model":"m","prompt":"p","duration":2.5,"resolution":"1080p",
               "images":["https://a/b.png"]})"_ba;
}

void RequestBodyTest::body()
{
    QFETCH(const batch::Job, job);
    QFETCH(const QList<catalog::Parameter>, parameters);
    QFETCH(const QByteArray, expected);
    catalog::Model model;
    model.parameters = parameters;
    const catalog::Model *known = parameters.isEmpty() ? nullptr : &model;
    QCOMPARE(engine::requestFor(job, known).body, QJsonDocument::fromJson(expected).object());
    // A length that is a whole number is written as one: some services take nothing else.
    const QByteArray text = QJsonDocument(engine::requestFor(video(), nullptr).body).toJson();
    QVERIFY(text.contains("\"duration\": 5,"));
}

void RequestBodyTest::endpoint()
{
    QCOMPARE(engine::requestFor(image(), nullptr).endpoint, atlas::Endpoint::GenerateImage);
    QCOMPARE(engine::requestFor(video(), nullptr).endpoint, atlas::Endpoint::GenerateVideo);
}

QTEST_GUILESS_MAIN(RequestBodyTest)
#include "test_requestbody.moc"
