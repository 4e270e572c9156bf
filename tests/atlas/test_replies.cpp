// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/httperror.h"
#include "atlas/replies.h"

#include <QTest>

using namespace Qt::StringLiterals;
using atlas::ErrorKind;
using atlas::HttpAnswer;
using Status = atlas::Prediction::Status;

Q_DECLARE_METATYPE(atlas::ErrorKind)
Q_DECLARE_METATYPE(atlas::Prediction::Status)

/// Both dialects of the API, as documented and worse.
class TestReplies : public QObject
{
    Q_OBJECT
private slots:
    void accepted_data();
    void accepted();
    void submissionErrors_data();
    void submissionErrors();
    void requestIds();
    void redirects();
    void predictions_data();
    void predictions();
    void failures_data();
    void failures();
    void predictTimes();
    void pollErrors_data();
    void pollErrors();
    void balances_data();
    void balances();
    void balanceErrors();
    void documents();
    void longWordsAreCut();
};

void TestReplies::accepted_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("id");

    const auto row = [](const char *name, const char *body, const char *id) {
        QTest::newRow(name) << QByteArray(body) << QString::fromUtf8(id);
    };
    row("article", R"({"request_id": "req-1"})", "req-1");
    row("live", R"({"code": 200, "data": {"id": "p1", "status": "starting", "outputs": null}})",
        "p1");
    row("live, code as a string", R"({"code": "200", "data": {"id": "p1"}})", "p1");
    row("live, code 0", R"({"code": 0, "data": {"id": "p1"}})", "p1");
    row("older pages", R"({"predictionId": "p2"})", "p2");
    row("flat", R"({"id": "p3", "status": "processing"})", "p3");
    row("nested predictionId", R"({"code": 200, "data": {"predictionId": "p4"}})", "p4");
    row("nested prediction_id", R"({"data": {"prediction_id": "p5"}})", "p5");
    row("nested request_id", R"({"code": 200, "data": {"request_id": "p6"}})", "p6");
    row("the envelope's request_id is a trace",
        R"({"code": 200, "request_id": "trace", "data": {"id": "p7"}})", "p7");
    row("flat id beside a request_id", R"({"request_id": "trace", "id": "p8"})", "p8");
    row("article, with a code", R"({"code": 200, "request_id": "req-9"})", "req-9");
    row("a number as id", R"({"id": 1234567890123})", "1234567890123");
    row("spaces", R"({"request_id": "  p10 "})", "p10");
    row("byte order mark", "\xEF\xBB\xBF{\"request_id\": \"p11\"}", "p11");
    row("failed at once, but accepted",
        R"({"code": 200, "data": {"id": "p12", "status": "failed", "error": "no"}})", "p12");
    row("message of success", R"({"code": 200, "msg": "success", "data": {"id": "p13"}})", "p13");
}

void TestReplies::accepted()
{
    QFETCH(QByteArray, body);
    const auto result = atlas::readAccepted({200, body, {}, {}});
    QVERIFY(result);
    QTEST(result->predictionId, "id");
    QVERIFY(atlas::readAccepted({201, body, {}, {}}));
}

void TestReplies::submissionErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("mayHaveBeenAccepted");
    QTest::addColumn<bool>("mayRetry");
    QTest::addColumn<int>("httpStatus");
    QTest::addColumn<QString>("message"); // empty: ours

    const auto row = [](const char *name, int status, const char *body, ErrorKind kind,
                        bool accepted, bool retry, int httpStatus, const char *message) {
        QTest::newRow(name) << status << QByteArray(body) << kind << accepted << retry << httpStatus
                            << QString::fromUtf8(message);
    };
    const auto refusal = [&row](int status, ErrorKind kind, bool retry) {
        const QByteArray name = QByteArray::number(status);
        const QByteArray body =
            R"({"code": )" + name + R"(, "msg": "in the server's words", "data": null})";
        row(name, status, body, kind, false, retry, status, "in the server's words");
        row(name + " without a body", status, "", kind, false, retry, status, "");
        row(name + " in a page", status, "<html><h1>no</h1></html>", kind, false, retry, status,
            "");
        row(name + " in a 200", 200, body, kind, false, retry, status, "in the server's words");
    };
    for (const int status : {400, 404, 413, 422, 451, 405, 409, 501})
        refusal(status, ErrorKind::Refused, false);
    refusal(401, ErrorKind::Key, false);
    refusal(403, ErrorKind::Key, false);
    refusal(402, ErrorKind::Balance, false);
    refusal(429, ErrorKind::RateLimited, true);
    refusal(500, ErrorKind::Internal, true);
    refusal(503, ErrorKind::Busy, true);
    for (const int status : {502, 504, 408, 520, 524}) {
        row(QByteArray::number(status), status, "<html>gateway</html>", ErrorKind::Gateway, true,
            false, status, "");
    }
    row("code as a string", 200, R"({"code": "402", "msg": "no money"})", ErrorKind::Balance, false,
        false, 402, "no money");
    row("code of moderation", 200, R"({"code": 1039, "msg": "moderated"})", ErrorKind::Refused,
        false, false, 400, "moderated");
    row("code that nobody knows", 200, R"({"code": 7, "msg": "hm"})", ErrorKind::BadReply, true,
        false, 200, "hm");
    row("message", 400, R"({"message": "words"})", ErrorKind::Refused, false, false, 400, "words");
    row("error", 400, R"({"error": "words"})", ErrorKind::Refused, false, false, 400, "words");
    row("error.message", 400, R"({"error": {"type": "t", "message": "words"}})", ErrorKind::Refused,
        false, false, 400, "words");
    row("data.error", 400, R"({"code": 400, "data": {"error": "words"}})", ErrorKind::Refused,
        false, false, 400, "words");
    row("detail of a list", 422, R"({"detail": [{"loc": ["body"], "msg": "words"}]})",
        ErrorKind::Refused, false, false, 422, "words");
    row("in several lines", 400, "{\"msg\": \" two\\n lines \"}", ErrorKind::Refused, false, false,
        400, "two lines");
    row("msg of a strange type", 400, R"({"msg": 5, "message": null, "error": []})",
        ErrorKind::Refused, false, false, 400, "");

    const auto garbage = [&row](const char *name, const char *body) {
        row(name, 200, body, ErrorKind::BadReply, true, false, 200, "");
    };
    garbage("nothing", "");
    garbage("no JSON", "<html>ok</html>");
    garbage("half of it", R"({"request_id": "re)");
    garbage("null", "null");
    garbage("a list", R"(["p1"])");
    garbage("an empty object", "{}");
    garbage("data null", R"({"code": 200, "data": null})");
    garbage("data null beside a trace", R"({"code": 200, "request_id": "trace", "data": null})");
    garbage("data a list", R"({"code": 200, "data": ["p1"]})");
    garbage("id empty", R"({"id": "", "request_id": " "})");
    garbage("id an object", R"({"id": {"a": 1}})");
    garbage("binary", "\x01\x02\xFF\xFE");
}

void TestReplies::submissionErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, message);
    const auto result = atlas::readAccepted({status, body, u"x-req"_s, {}});
    QVERIFY(!result);
    QTEST(result.error().kind, "kind");
    QTEST(result.error().mayHaveBeenAccepted, "mayHaveBeenAccepted");
    QTEST(result.error().mayRetry, "mayRetry");
    QTEST(result.error().httpStatus, "httpStatus");
    QCOMPARE(result.error().requestId, u"x-req"_s);
    if (message.isEmpty()) {
        QVERIFY(result.error().message.size() > 10);
        QVERIFY(!result.error().message.contains(u'%'));
        QVERIFY(!result.error().message.contains(u'<'));
    } else {
        QCOMPARE(result.error().message, message);
    }
}

void TestReplies::requestIds()
{
    const QByteArray body = R"({"code": 400, "msg": "no", "request_id": "in-body"})";
    QCOMPARE(atlas::readAccepted({400, body, {}, {}}).error().requestId, u"in-body"_s);
    QCOMPARE(atlas::readAccepted({400, body, u"header"_s, {}}).error().requestId, u"header"_s);
    QCOMPARE(atlas::readAccepted({200, R"({"id": "p"})", u"header"_s, {}})->requestId, u"header"_s);
    QCOMPARE(atlas::readPrediction({200, R"({"status": "queued"})", u"h"_s, {}}, u"p"_s)->requestId,
             u"h"_s);
}

void TestReplies::redirects()
{
    for (const int status : {301, 302, 303, 307, 308}) {
        const HttpAnswer answer{status, "", {}, u"https://elsewhere.example/x?token=secret"_s};
        const auto result = atlas::readAccepted(answer);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Redirect);
        QVERIFY(!result.error().mayRetry);
        QVERIFY(result.error().message.contains(u"https://elsewhere.example/x"_s));
        QVERIFY(!result.error().message.contains(u"secret"_s));
    }
    const auto nowhere = atlas::readPrediction({302, "", {}, {}}, u"p"_s);
    QCOMPARE(nowhere.error().kind, ErrorKind::Redirect);
    QVERIFY(!nowhere.error().message.isEmpty());
}

void TestReplies::predictions_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Status>("status");
    QTest::addColumn<QStringList>("outputs");

    const auto row = [](const char *name, const QByteArray &body, Status status,
                        const QStringList &outputs = {}) {
        QTest::newRow(name) << body << status << outputs;
    };
    for (const char *word : {"processing", "starting", "created", "queued", "in_queue", "running",
                             "Processing", "IN_QUEUE", " pending "}) {
        row(QByteArray("article ") + word, QByteArray(R"({"status": ")") + word + "\"}",
            Status::Running);
        row(QByteArray("live ") + word,
            QByteArray(R"({"code": 200, "data": {"id": "p", "status": ")") + word
                + R"(", "outputs": null}})",
            Status::Running);
    }
    const QString a = u"https://cdn.example/a.png?sig=1%2F2&x=y"_s;
    const QString b = u"https://cdn.example/b.mp4"_s;
    const QByteArray quotedA = '"' + a.toUtf8() + '"';
    const QByteArray quotedB = '"' + b.toUtf8() + '"';
    row("article image", R"({"status": "completed", "output": {"image_url": )" + quotedA + "}}",
        Status::Completed, {a});
    row("article video", R"({"status": "completed", "output": {"video_url": )" + quotedB + "}}",
        Status::Completed, {b});
    row("output url", R"({"status": "success", "output": {"url": )" + quotedA + "}}",
        Status::Completed, {a});
    row("output string", R"({"status": "succeeded", "output": )" + quotedA + "}", Status::Completed,
        {a});
    row("output list", R"({"status": "succeeded", "output": [)" + quotedA + "," + quotedB + "]}",
        Status::Completed, {a, b});
    row("live strings",
        R"({"code": 200, "data": {"status": "completed", "outputs": [)" + quotedA + ',' + quotedB
            + R"(], "urls": {"get": "https://api.example/p/get"}}})",
        Status::Completed, {a, b});
    row("live objects",
        R"({"code": "200", "data": {"status": "succeeded", "outputs": [{"url": )" + quotedA
            + "}]}}",
        Status::Completed, {a});
    row("live output",
        R"({"code": 200, "data": {"status": "completed", "output": )" + quotedA + "}}",
        Status::Completed, {a});
    row("the same twice",
        R"({"status": "completed", "outputs": [)" + quotedA + R"(], "output": )" + quotedA + "}",
        Status::Completed, {a});
    row("flat address", R"({"status": "completed", "video_url": )" + quotedB + "}",
        Status::Completed, {b});
    row("envelope with a status of its own",
        R"({"status": "success", "data": {"status": "processing"}})", Status::Running);
    row("some are no addresses",
        R"({"status": "completed", "outputs": ["", null, 5, "file:///etc/passwd", )" + quotedA
            + "]}",
        Status::Completed, {a});
    row("outputs before the end don't count",
        R"({"status": "processing", "outputs": [)" + quotedA + "]}", Status::Running);
}

void TestReplies::predictions()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, outputs);
    const auto result = atlas::readPrediction({200, body, {}, {}}, u"asked"_s);
    QVERIFY(result);
    QTEST(result->status, "status");
    QCOMPARE(QUrl::toStringList(result->outputs, QUrl::FullyEncoded), outputs);
    QCOMPARE(result->id, u"asked"_s);
    QVERIFY(result->error.isEmpty());
    QVERIFY(!result->moderated);
}

void TestReplies::failures_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("error"); // empty: ours
    QTest::addColumn<int>("errorCode"); // 0: none
    QTest::addColumn<bool>("moderated");

    const auto row = [](const char *name, const char *body, const char *error, int code = 0,
                        bool moderated = false) {
        QTest::newRow(name) << QByteArray(body) << QString::fromUtf8(error) << code << moderated;
    };
    row("article", R"({"status": "failed", "error": "out of luck"})", "out of luck");
    row("article, object", R"({"status": "failed", "error": {"message": "luck", "code": 12}})",
        "luck", 12);
    row("article, no reason", R"({"status": "failed"})", "");
    row("error null", R"({"status": "failed", "error": null})", "");
    row("live", R"({"code": 200, "msg": "success", "data": {"status": "failed", "error": "bad"}})",
        "bad");
    row("live, the envelope's success is no reason",
        R"({"code": 200, "msg": "success", "data": {"status": "failed"}})", "");
    row("live timeout", R"({"code": 200, "data": {"status": "timeout", "error": "late"}})", "late");
    row("canceled", R"({"status": "canceled", "error": "why"})", "why");
    row("cancelled", R"({"status": "Cancelled", "error": "why"})", "why");
    row("error as a word", R"({"status": "error", "message": "why"})", "why");
    row("in an envelope of its own code",
        R"({"code": 500, "msg": "outer", "data": {"status": "failed", "error": "inner"}})",
        "inner");
    row("the envelope's words", R"({"code": 500, "msg": "outer", "data": {"status": "failed"}})",
        "outer");
    row("moderation by code",
        R"({"code": 200, "data": {"status": "failed", "error": "no", "error_code": 1039}})", "no",
        1039, true);
    row("moderation by code as a string",
        R"({"code": 200, "data": {"status": "failed", "error": "no", "error_code": "1039"}})", "no",
        1039, true);
    row("moderation by code alone", R"({"status": "failed", "error_code": 1039})", "", 1039, true);
    row("moderation by the error's code",
        R"({"status": "failed", "error": {"code": 1039, "message": "no"}})", "no", 1039, true);
    row("moderation by words", R"({"status": "failed", "error": "Blocked by content moderation"})",
        "Blocked by content moderation", 0, true);
    row("moderation by type",
        R"({"status": "failed", "error": {"type": "content_moderation", "message": "no"}})", "no",
        0, true);
    row("another code", R"({"status": "failed", "error": "no", "error_code": 1001})", "no", 1001);
}

void TestReplies::failures()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, error);
    QFETCH(int, errorCode);
    const auto result = atlas::readPrediction({200, body, {}, {}}, u"p"_s);
    QVERIFY(result);
    QCOMPARE(result->status, Status::Failed);
    if (error.isEmpty())
        QVERIFY(result->error.size() > 10 && !result->error.contains(u"success"_s));
    else
        QCOMPARE(result->error, error);
    QCOMPARE(result->errorCode.value_or(0), errorCode);
    QTEST(result->moderated, "moderated");
    QVERIFY(result->outputs.isEmpty());
}

void TestReplies::predictTimes()
{
    const auto timeIn = [](const QByteArray &metrics) {
        return atlas::readPrediction(
                   {200, R"({"data": {"status": "running", "metrics": )" + metrics + "}}", {}, {}},
                   u"p"_s)
            ->predictTime;
    };
    QCOMPARE(timeIn(R"({"predict_time": 12.5})"), std::optional(12.5));
    QCOMPARE(timeIn(R"({"predict_time": "3"})"), std::optional(3.0));
    QCOMPARE(timeIn(R"({"predict_time": -1})"), std::optional<double>());
    QCOMPARE(timeIn(R"({"predict_time": "soon"})"), std::optional<double>());
    QCOMPARE(timeIn("null"), std::optional<double>());
}

void TestReplies::pollErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("mayRetry");

    const auto row = [](const char *name, int status, const char *body, ErrorKind kind,
                        bool mayRetry) {
        QTest::newRow(name) << status << QByteArray(body) << kind << mayRetry;
    };
    row("400", 400, R"({"msg": "no"})", ErrorKind::Refused, false);
    row("401", 401, "", ErrorKind::Key, false);
    row("404", 404, "", ErrorKind::Refused, false);
    row("429", 429, "", ErrorKind::RateLimited, true);
    row("500", 500, "", ErrorKind::Internal, true);
    row("502", 502, "", ErrorKind::Gateway, true);
    row("503", 503, "", ErrorKind::Busy, true);
    row("504", 504, "", ErrorKind::Gateway, true);
    row("404 in a 200", 200, R"({"code": 404, "msg": "no"})", ErrorKind::Refused, false);
    row("no JSON", 200, "<html>", ErrorKind::BadReply, true);
    row("nothing", 200, "", ErrorKind::BadReply, true);
    row("no status", 200, R"({"code": 200, "data": {"id": "p"}})", ErrorKind::BadReply, true);
    row("status of a strange type", 200, R"({"status": 3})", ErrorKind::BadReply, true);
    row("unknown word", 200, R"({"status": "thinking"})", ErrorKind::BadReply, true);
    row("completed without output", 200, R"({"status": "completed"})", ErrorKind::BadReply, true);
    row("completed with null", 200, R"({"status": "completed", "output": null})",
        ErrorKind::BadReply, true);
    row("completed with an empty list", 200,
        R"({"code": 200, "data": {"status": "completed", "outputs": []}})", ErrorKind::BadReply,
        true);
    row("completed with no address", 200, R"({"status": "completed", "outputs": ["soon"]})",
        ErrorKind::BadReply, true);
    row("half of it", 200, R"({"status": "comple)", ErrorKind::BadReply, true);
}

void TestReplies::pollErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto result = atlas::readPrediction({status, body, {}, {}}, u"p"_s);
    QVERIFY(!result);
    QTEST(result.error().kind, "kind");
    QTEST(result.error().mayRetry, "mayRetry");
    QVERIFY(!result.error().mayHaveBeenAccepted);
    QVERIFY(!result.error().message.isEmpty());
}

void TestReplies::balances_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("micros");
    QTest::newRow("string") << QByteArray(R"("125.500000")") << qint64(125500000);
    QTest::newRow("number") << QByteArray("3.25") << qint64(3250000);
    QTest::newRow("none left") << QByteArray(R"("0.000000")") << qint64(0);
    QTest::newRow("in debt") << QByteArray(R"("-0.500000")") << qint64(-500000);
}

void TestReplies::balances()
{
    QFETCH(QByteArray, value);
    QFETCH(qint64, micros);
    const auto result = atlas::readBalance(
        {200, R"({"available": {"value": )" + value + R"(, "currency": "usd"}})", {}, {}});
    QVERIFY(result);
    QCOMPARE(result->micros(), micros);
}

void TestReplies::balanceErrors()
{
    const auto refused = atlas::readBalance(
        {401,
         R"({"error": {"type": "auth", "code": "bad_key", "message": "Key is off", "param": null},
             "request_id": "r7"})",
         {},
         {}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Key);
    QCOMPARE(refused.error().message, u"Key is off"_s);
    QCOMPARE(refused.error().requestId, u"r7"_s);
    for (const QByteArray &body : {QByteArray("{}"), QByteArray(R"({"available": "12"})"),
                                   QByteArray(R"({"available": {"value": "many"}})")}) {
        const auto result = atlas::readBalance({200, body, {}, {}});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::BadReply);
    }
}

void TestReplies::documents()
{
    const QByteArray body = R"({"code": "200", "data": [{"model": "a/b"}]})";
    QCOMPARE(atlas::readDocument({200, body, {}, {}}), body);
    // What it is, its reader finds out.
    QCOMPARE(atlas::readDocument({200, "<html>", {}, {}}), QByteArray("<html>"));
    QCOMPARE(atlas::readDocument({503, body, {}, {}}).error().kind, ErrorKind::Busy);
    const auto failed = atlas::readDocument({500, R"({"code": "500", "msg": "x"})", {}, {}});
    QCOMPARE(failed.error().kind, ErrorKind::Internal);
    QCOMPARE(failed.error().message, u"x"_s);
    QCOMPARE(atlas::readDocument({302, {}, {}, u"/there"_s}).error().kind, ErrorKind::Redirect);
}

void TestReplies::longWordsAreCut()
{
    const auto result =
        atlas::readAccepted({400, R"({"msg": ")" + QByteArray(100000, 'x') + "\"}", {}, {}});
    QVERIFY(result.error().message.size() < 1000);
}

QTEST_GUILESS_MAIN(TestReplies)
#include "test_replies.moc"
