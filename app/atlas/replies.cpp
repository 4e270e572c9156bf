// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/replies.h"

#include "atlas/httperror.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <initializer_list>
#include <optional>

using namespace Qt::StringLiterals;

namespace atlas {

namespace {

constexpr int moderationCode = 1039; // docs/atlas-api.md: "Poll"

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(atlas::Client)
};

QJsonDocument parsed(QByteArray body)
{
    if (body.startsWith("\xEF\xBB\xBF"))
        body.remove(0, 3);
    return QJsonDocument::fromJson(body);
}

/// A whole number that may be written as a string.
std::optional<int> integer(const QJsonValue &value)
{
    bool ok = value.isDouble();
    const double number = ok ? value.toDouble() : value.toString().trimmed().toDouble(&ok);
    if (!ok || std::floor(number) != number || std::abs(number) > 1e9)
        return {};
    return static_cast<int>(number);
}

std::optional<double> seconds(const QJsonValue &value)
{
    bool ok = value.isDouble();
    const double number = ok ? value.toDouble() : value.toString().toDouble(&ok);
    if (!ok || !std::isfinite(number) || number < 0)
        return {};
    return number;
}

/// An id, which some server may write as a number.
QString identifier(const QJsonValue &value)
{
    if (value.isDouble() && std::floor(value.toDouble()) == value.toDouble())
        return QString::number(value.toInteger());
    return value.toString().trimmed();
}

/// The envelope's word on how the request went: the HTTP status, or the `code` in the body where
/// that says that a 200 is none.
std::optional<Error> failureOf(const HttpAnswer &answer, const QJsonObject &body, Purpose purpose)
{
    const QString words = serverWords(body);
    if (answer.status >= 300 && answer.status < 400)
        return redirectError(answer);
    if (answer.status < 200 || answer.status >= 300)
        return errorFromStatus(answer.status, words, answer.requestId, purpose);

    const std::optional<int> code = integer(body.value("code"_L1));
    if (!code || *code == 0 || (*code >= 200 && *code < 300))
        return {};
    if (*code == moderationCode)
        return errorFromStatus(400, words, answer.requestId, purpose);
    if (*code >= 400 && *code < 600)
        return errorFromStatus(*code, words, answer.requestId, purpose);
    return badReply(answer,
                    words.isEmpty() ? Text::tr("The server answered with the code %1.").arg(*code)
                                    : words,
                    purpose);
}

/// The answer with the request's id from the body, where no header had one. An article's
/// submission has its prediction's id there; that one is read elsewhere and does no harm here.
HttpAnswer withRequestId(HttpAnswer answer, const QJsonObject &body)
{
    if (answer.requestId.isEmpty())
        answer.requestId = identifier(body.value("request_id"_L1));
    return answer;
}

QString predictionIdIn(const QJsonObject &body)
{
    const QJsonObject data = body.value("data"_L1).toObject();
    for (const auto key : {"id"_L1, "predictionId"_L1, "prediction_id"_L1, "request_id"_L1}) {
        if (const QString id = identifier(data.value(key)); !id.isEmpty())
            return id;
    }
    for (const auto key : {"predictionId"_L1, "prediction_id"_L1, "id"_L1}) {
        if (const QString id = identifier(body.value(key)); !id.isEmpty())
            return id;
    }
    return body.contains("data"_L1) ? QString() : identifier(body.value("request_id"_L1));
}

std::optional<Prediction::Status> statusFromWord(const QString &word)
{
    using Words = std::initializer_list<QLatin1StringView>;
    const auto isOneOf = [&word](Words words) {
        return std::any_of(words.begin(), words.end(), [&word](QLatin1StringView known) {
            return word.compare(known, Qt::CaseInsensitive) == 0;
        });
    };
    if (isOneOf({"processing"_L1, "starting"_L1, "created"_L1, "queued"_L1, "in_queue"_L1,
                 "running"_L1, "pending"_L1, "in_progress"_L1}))
        return Prediction::Status::Running;
    if (isOneOf({"completed"_L1, "succeeded"_L1, "success"_L1}))
        return Prediction::Status::Completed;
    if (isOneOf({"failed"_L1, "timeout"_L1, "canceled"_L1, "cancelled"_L1, "error"_L1}))
        return Prediction::Status::Failed;
    return {};
}

QUrl webAddress(const QJsonValue &value)
{
    const QUrl url(value.toString().trimmed());
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return isWeb && !url.host().isEmpty() ? url : QUrl();
}

/// The address of an uploaded file, under whichever name it has been seen.
QUrl uploadLinkIn(const QJsonObject &fields)
{
    for (const auto key : {"download_url"_L1, "url"_L1, "file_url"_L1, "fileUrl"_L1}) {
        if (const QUrl link = webAddress(fields.value(key)); !link.isEmpty())
            return link;
    }
    return {};
}

/// Every web address in a string, a list, or an object that has it under one of the known keys.
void collectUrls(const QJsonValue &value, QList<QUrl> &urls)
{
    if (value.isArray()) {
        const QJsonArray entries = value.toArray();
        for (const QJsonValue &entry : entries)
            collectUrls(entry, urls);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const auto key : {"url"_L1, "image_url"_L1, "video_url"_L1, "images"_L1, "videos"_L1})
            collectUrls(object.value(key), urls);
    } else if (value.isString()) {
        if (const QUrl url = webAddress(value); !url.isEmpty() && !urls.contains(url))
            urls.append(url);
    }
}

bool speaksOfModeration(const QString &words)
{
    for (const auto sign :
         {u"moderat", u"nsfw", u"content policy", u"content_policy", u"content filter", u"safety",
          u"sensitive content", u"敏感", u"审核", u"審核"}) {
        if (words.contains(QStringView(sign), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

void readFailure(const QJsonObject &fields, const QJsonObject &body, Prediction &prediction)
{
    for (const QJsonValue &place : {fields.value("error"_L1), fields.value("error_message"_L1),
                                    fields.value("message"_L1), fields.value("msg"_L1)}) {
        prediction.error = errorText(place);
        if (!prediction.error.isEmpty())
            break;
    }
    const int envelope = integer(body.value("code"_L1)).value_or(0);
    // Beside a code that means success, the envelope's own words are "success" or the like.
    if (prediction.error.isEmpty() && envelope != 0 && (envelope < 200 || envelope >= 300))
        prediction.error = serverWords(body);

    const QJsonObject error = fields.value("error"_L1).toObject();
    prediction.errorCode = integer(fields.value("error_code"_L1));
    if (!prediction.errorCode)
        prediction.errorCode = integer(error.value("code"_L1));
    prediction.moderated = prediction.errorCode == moderationCode
        || speaksOfModeration(prediction.error)
        || speaksOfModeration(error.value("type"_L1).toString())
        || speaksOfModeration(error.value("code"_L1).toString());
    if (prediction.error.isEmpty())
        prediction.error = prediction.moderated
            ? Text::tr("The server's content moderation refused the prompt.")
            : Text::tr("The generation failed; the server gave no reason.");
}

} // namespace

tl::expected<Accepted, Error> readAccepted(const HttpAnswer &raw)
{
    const QJsonDocument document = parsed(raw.body);
    const QJsonObject body = document.object();
    const HttpAnswer answer = withRequestId(raw, body);
    if (auto failure = failureOf(answer, body, Purpose::Submission))
        return tl::unexpected(*failure);
    const QString id = predictionIdIn(body);
    if (id.isEmpty())
        return tl::unexpected(
            badReply(answer,
                     document.isObject()
                         ? Text::tr("The server's answer to the submission names no prediction.")
                         : Text::tr("The server's answer to the submission can't be read."),
                     Purpose::Submission));
    return Accepted{id, answer.requestId};
}

tl::expected<Uploaded, Error> readUploaded(const HttpAnswer &raw)
{
    const QJsonDocument document = parsed(raw.body);
    const QJsonObject body = document.object();
    const HttpAnswer answer = withRequestId(raw, body);
    if (auto failure = failureOf(answer, body, Purpose::Question))
        return tl::unexpected(*failure);
    const QJsonValue data = body.value("data"_L1);
    const QJsonObject fields = data.isObject() ? data.toObject() : body;
    Uploaded uploaded;
    uploaded.link = uploadLinkIn(fields);
    if (uploaded.link.isEmpty() && data.isString())
        uploaded.link = webAddress(data);
    if (uploaded.link.isEmpty())
        return tl::unexpected(badReply(
            answer,
            document.isObject() ? Text::tr("The server's answer to the upload names no address.")
                                : Text::tr("The server's answer to the upload can't be read."),
            Purpose::Question));
    return uploaded;
}

tl::expected<Prediction, Error> readPrediction(const HttpAnswer &raw, const QString &predictionId)
{
    const QJsonDocument document = parsed(raw.body);
    const QJsonObject body = document.object();
    const HttpAnswer answer = withRequestId(raw, body);
    const QJsonObject data = body.value("data"_L1).toObject();
    const bool nested = data.contains("status"_L1);
    const QJsonObject fields = nested ? data : body;

    Prediction prediction;
    prediction.id = predictionId;
    prediction.requestId = answer.requestId;
    const QString word = fields.value("status"_L1).toString().trimmed();
    const std::optional<Prediction::Status> status = statusFromWord(word);

    // A failed generation may come in an envelope that has its code; it is the prediction's end
    // all the same, and no reason to ask again.
    const bool failedInside =
        nested && status == Prediction::Status::Failed && answer.status / 100 == 2;
    if (!failedInside) {
        if (auto failure = failureOf(answer, body, Purpose::Question))
            return tl::unexpected(*failure);
    }
    if (!status) {
        const QString message = !document.isObject()
            ? Text::tr("The server's answer about the prediction can't be read.")
            : word.isEmpty()
            ? Text::tr("The server's answer doesn't say how the prediction stands.")
            : Text::tr("The server calls the prediction “%1”, which Rushes doesn't know.")
                  .arg(word.left(40));
        return tl::unexpected(badReply(answer, message, Purpose::Question));
    }

    prediction.status = *status;
    prediction.predictTime =
        seconds(fields.value("metrics"_L1).toObject().value("predict_time"_L1));
    if (*status == Prediction::Status::Failed) {
        readFailure(fields, body, prediction);
    } else if (*status == Prediction::Status::Completed) {
        collectUrls(fields.value("outputs"_L1), prediction.outputs);
        collectUrls(fields.value("output"_L1), prediction.outputs);
        if (prediction.outputs.isEmpty())
            collectUrls(fields, prediction.outputs);
        if (prediction.outputs.isEmpty())
            return tl::unexpected(badReply(
                answer, Text::tr("The server calls the prediction completed but names no file."),
                Purpose::Question));
    }
    return prediction;
}

tl::expected<batch::Cost, Error> readBalance(const HttpAnswer &raw)
{
    const QJsonObject body = parsed(raw.body).object();
    const HttpAnswer answer = withRequestId(raw, body);
    if (auto failure = failureOf(answer, body, Purpose::Question))
        return tl::unexpected(*failure);
    const QJsonValue value = body.value("available"_L1).toObject().value("value"_L1);
    if (value.isDouble())
        return batch::Cost::fromUsd(value.toDouble());
    QString text = value.toString().trimmed();
    const bool inDebt = text.startsWith(u'-');
    if (inDebt)
        text.remove(0, 1);
    const std::optional<batch::Cost> amount = batch::Cost::fromDecimal(text);
    if (!amount)
        return tl::unexpected(
            badReply(answer, Text::tr("The server's answer about the balance can't be read."),
                     Purpose::Question));
    return inDebt ? batch::Cost() - *amount : *amount;
}

tl::expected<QByteArray, Error> readDocument(const HttpAnswer &raw)
{
    if (raw.status / 100 == 2)
        return raw.body;
    const QJsonObject body = parsed(raw.body).object();
    return tl::unexpected(failureOf(withRequestId(raw, body), body, Purpose::Question).value());
}

} // namespace atlas
