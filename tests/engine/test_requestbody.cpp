// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job/requestbody.h"

#include "catalog/request/commonnames.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

class RequestBodyTest : public QObject
{
    Q_OBJECT
private slots:
    void body();
    void wholeNumbers();
    void nothingChangesTheModel();
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

} // namespace

// What becomes of the job is the catalog's to say (tests/catalog/test_commonnames.cpp).
void RequestBodyTest::body()
{
    catalog::Model model;
    model.hasSchema = true;
    for (const QString &name : {u"prompt"_s, u"size"_s}) {
        catalog::Parameter parameter;
        parameter.name = name;
        model.parameters.append(parameter);
    }
    for (const catalog::Model *known : QList<const catalog::Model *>{&model, nullptr}) {
        QJsonObject expected = catalog::parametersFor(image(), known).toJson();
        expected.insert("model"_L1, u"m"_s);
        QCOMPARE(engine::requestFor(image(), known).body, expected);
        QCOMPARE(expected.contains("size"_L1), known != nullptr);
    }
}

// A length that is a whole number is written as one: some services take nothing else.
void RequestBodyTest::wholeNumbers()
{
    const QByteArray text = QJsonDocument(engine::requestFor(video(), nullptr).body).toJson();
    QVERIFY(text.contains("\"duration\": 5,"));
}

void RequestBodyTest::nothingChangesTheModel()
{
    batch::Job job = image();
    job.params = {{u"model"_s, u"another"_s}, {u"width"_s, 512}};
    const QJsonObject body = engine::requestFor(job, nullptr).body;
    QCOMPARE(body.value("model"_L1), QJsonValue(u"m"_s));
    QCOMPARE(body.value("width"_L1), QJsonValue(512));
}

void RequestBodyTest::endpoint()
{
    QCOMPARE(engine::requestFor(image(), nullptr).endpoint, atlas::Endpoint::GenerateImage);
    QCOMPARE(engine::requestFor(video(), nullptr).endpoint, atlas::Endpoint::GenerateVideo);
}

QTEST_GUILESS_MAIN(RequestBodyTest)
#include "test_requestbody.moc"
