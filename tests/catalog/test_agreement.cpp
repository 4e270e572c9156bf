// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/jobcheck.h"
#include "batch/jobjson.h"
#include "catalog/estimate.h"
#include "catalog/modelcheck.h"
#include "catalog/onemodel.h"
#include "catalog/randomschema.h"
#include "catalog/request/commonnames.h"
#include "catalog/request/mediainputs.h"
#include "sandbox/order.h"
#include "sandbox/service.h"

#include <QTest>

using namespace Qt::StringLiterals;
using batch::Job;
using batch::MediaType;
using batch::Problem;

/// What the check accepts is what the service accepts: the sandbox validates requests by code of
/// its own. Another seed than the fixed one is drawn each time and printed;
/// RUSHES_TEST_SEED=number repeats it.
class AgreementTest : public QObject
{
    Q_OBJECT
private slots:
    void checkAndValidatorAgree_data();
    void checkAndValidatorAgree();
    void theSandboxAnswersSo();
    void theBillIsWhatTheSandboxCharges();
};

namespace {

constexpr quint32 fixedSeed = 20261101;

quint32 otherSeed()
{
    static const quint32 seed = [] {
        bool set = false;
        const int wanted = qEnvironmentVariableIntValue("RUSHES_TEST_SEED", &set);
        const quint32 drawn =
            set ? static_cast<quint32>(wanted) : QRandomGenerator::global()->bounded(1 << 30);
        qInfo("RUSHES_TEST_SEED=%u", drawn);
        return drawn;
    }();
    return seed;
}

/// A model and a job for it.
struct Case
{
    explicit Case(RandomSchema &random)
        : modelType(random.once(2) ? MediaType::Video : MediaType::Image)
        , input(random.input())
        , others(random.others())
        , written(random.once(4) ? random.inParts(input, others) : input)
        , snapshot(snapshotOf(written, modelType, others))
        , job(random.job(input, others, modelType))
    {
        if (random.once(40))
            job.type = modelType == MediaType::Video ? MediaType::Image : MediaType::Video;
        job.model = oneModelId;
        auto read = catalog::Catalog::readSnapshot(snapshot, catalog::PriceSource::BuiltIn);
        if (!read)
            qFatal("%s", qPrintable(read.error()));
        const catalog::Model *model = read->find(oneModelId);
        // Files and references to other jobs are sent as links.
        body = catalog::withStandIns(catalog::parametersFor(job, model), model).toJson();
        body.insert("model"_L1, oneModelId);
        const QList<Problem> whateverTheModel = batch::check(job);
        for (const Problem &each : catalog::check(*read, job)) {
            if (each.severity == batch::Severity::Error && !whateverTheModel.contains(each))
                errors.append(each.message);
        }
    }

    QString described() const
    {
        const auto text = [](const QJsonObject &object) {
            return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
        };
        return u"\n  input: %1\n  others: %2\n  job: %3\n  request: %4\n  check: %5"_s.arg(
            text(written), text(others), text(batch::toJson(job)), text(body), errors.join(u" | "));
    }

    MediaType modelType;
    QJsonObject input;
    QJsonObject others;
    QJsonObject written; ///< `input` as the document has it
    QByteArray snapshot;
    Job job;
    QJsonObject body;
    QStringList errors; ///< of the check, about the request
};

/// The sandbox's words for every way to be refused.
const QStringList reasons{u"is required"_s,
                          u"is not a parameter"_s,
                          u"must be string"_s,
                          u"must be integer"_s,
                          u"must be one of"_s,
                          u"must be >= "_s,
                          u"must be <= "_s,
                          u"must be > "_s,
                          u"must be < "_s,
                          u"must be a multiple of"_s,
                          u"must have at least"_s,
                          u"must have at most"_s,
                          u"characters"_s,
                          u"items"_s,
                          u"must match the pattern"_s,
                          u"same item twice"_s,
                          u"must match exactly one"_s,
                          u", or "_s,
                          u"makes "_s,
                          u"is not allowed"_s};

} // namespace

void AgreementTest::checkAndValidatorAgree_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::newRow("fixed") << fixedSeed;
    QTest::newRow("drawn") << otherSeed();
}

void AgreementTest::checkAndValidatorAgree()
{
    QFETCH(const quint32, seed);
    constexpr int cases = 6000;
    RandomSchema random(seed);
    int accepted = 0;
    QHash<QString, int> seen;
    for (int i = 0; i < cases; ++i) {
        const Case each(random);
        const auto shelf = sandbox::Shelf::read(each.snapshot);
        QVERIFY2(shelf.has_value(), qPrintable(shelf.has_value() ? QString() : shelf.error()));
        const auto order =
            sandbox::readOrder(*shelf, each.job.type, QJsonDocument(each.body).toJson());
        const QString refusal = order ? u"accepted"_s : order.error().message;
        QVERIFY2(order.has_value() == each.errors.isEmpty(),
                 qPrintable(u"case %1\n  sandbox: %2%3"_s.arg(i).arg(refusal, each.described())));
        if (order) {
            ++accepted;
            continue;
        }
        QCOMPARE(order.error().status, 400);
        for (const QString &reason : reasons)
            seen[reason] += refusal.contains(reason) ? 1 : 0;
    }
    qInfo("%d of %d requests accepted", accepted, cases);
    QVERIFY(accepted >= cases / 5);
    QVERIFY(accepted <= cases - cases / 5);
    for (const QString &reason : reasons)
        QVERIFY2(seen.value(reason) >= 3, qPrintable(reason));
}

void AgreementTest::theSandboxAnswersSo()
{
    constexpr int cases = 200;
    Service service(hurried());
    RandomSchema random(fixedSeed + 1);
    int accepted = 0;
    for (int i = 0; i < cases; ++i) {
        const Case each(random);
        (*service).setModels(each.snapshot);
        const Answer answer = service.submit(each.body, each.job.type == MediaType::Video);
        QVERIFY2(answer.status == (each.errors.isEmpty() ? 200 : 400),
                 qPrintable(u"case %1 answered %2 %3%4"_s.arg(i)
                                .arg(answer.status)
                                .arg(QString::fromUtf8(answer.body), each.described())));
        accepted += each.errors.isEmpty() ? 1 : 0;
    }
    QVERIFY(accepted >= cases / 5 && accepted <= cases - cases / 5);
    QCOMPARE(service.tally().submissions, cases);
    QCOMPARE(service.tally().accepted, accepted);
}

namespace {

/// Priced by tiers, with a number of outputs, in the forms that models have.
const QByteArray gradedModels = R"({"as_of": "2026-11-01", "data": [
    {"model": "a/tiers", "type": "Video", "schema": "https://a.example/tiers.json",
     "price": {"unit": "second", "actual": {"base_price": "0.3"},
               "by_resolution": {"480p": "0.01", "720p": "0.02", "4k": "0.2"}}},
    {"model": "a/clips", "type": "Video", "schema": "https://a.example/tiers.json",
     "price": {"unit": "generation", "by_resolution": {"720P": "0.5", "1080P": "0.9"}}},
    {"model": "a/sized", "type": "Image", "schema": "https://a.example/sized.json",
     "price": {"actual": {"base_price": 0.04}, "by_resolution": {"1k": "0.04", "2k": "0.08"}}},
    {"model": "a/plain", "type": "Image", "price": {"origin": {"base_price": "0.05"}}}],
  "schemas": {
    "https://a.example/tiers.json": {"components": {"schemas": {"Input": {"properties": {
        "prompt": {}, "duration": {"type": "integer"}, "resolution": {"type": "string"},
        "num_outputs": {"type": "integer", "default": 2}}}}}},
    "https://a.example/sized.json": {"components": {"schemas": {"Input": {"properties": {
        "prompt": {}, "size": {"type": "string"}, "num_images": {"type": "integer"},
        "resolution": {"enum": ["1k", "2k", "4k"]}}}}}}}})";

/// A job that speaks of what a bill hangs on.
Job randomBill(QRandomGenerator &random, const catalog::Model &model)
{
    const auto once = [&random](int times) { return random.bounded(times) == 0; };
    const auto oneOf = [&random](const auto &list) {
        return list.at(random.bounded(static_cast<int>(list.size())));
    };
    Job job;
    job.model = model.id;
    job.type = model.type;
    job.prompt = u"p"_s;
    if (once(2))
        job.duration = oneOf(QList<double>{1, 4, 5, 6, 8, 10, 15, 2.5});
    if (once(2))
        job.resolution = oneOf(QStringList{u"480p"_s, u"720P"_s, u"1080p"_s, u"544p"_s, u"1k"_s,
                                           u"2k"_s, u"4k"_s, u"720"_s});
    if (once(3)) {
        const QSize sides =
            oneOf(QList<QSize>{{1280, 720}, {1024, 1024}, {1920, 1088}, {512, 768}});
        job.width = sides.width();
        job.height = sides.height();
    }
    if (once(2)) {
        job.params.insert(oneOf(QStringList{u"num_images"_s, u"n"_s, u"num_outputs"_s}),
                          oneOf(QJsonArray{1, 2, 4, u"3"_s}));
    }
    return job;
}

} // namespace

/// Where the length is not the model's to choose, the estimate is what is charged.
void AgreementTest::theBillIsWhatTheSandboxCharges()
{
    QRandomGenerator random(fixedSeed);
    int compared = 0;
    for (const QByteArray &snapshot : {catalog::Catalog::builtIn().toSnapshot(), gradedModels}) {
        const auto models = catalog::Catalog::readSnapshot(snapshot, catalog::PriceSource::BuiltIn);
        const auto shelf = sandbox::Shelf::read(snapshot);
        QVERIFY(models && shelf);
        for (const catalog::Model &model : models->models()) {
            for (int i = 0; model.price && i < 60; ++i) {
                const Job job = randomBill(random, model);
                QJsonObject body = catalog::parametersFor(job, &model).toJson();
                body.insert("model"_L1, model.id);
                const QByteArray bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
                const auto order = sandbox::readOrder(*shelf, job.type, bytes);
                if (!order)
                    continue;
                ++compared;
                QVERIFY2(order->cost == catalog::estimate(*models, job).cost,
                         qPrintable(u"%1: charged %2, estimated %3"_s.arg(
                             QString::fromUtf8(bytes), order->cost.toDecimal(),
                             catalog::estimate(*models, job).cost.toDecimal())));
            }
        }
    }
    QVERIFY2(compared > 500, qPrintable(QString::number(compared)));
}

QTEST_MAIN(AgreementTest)
#include "test_agreement.moc"
