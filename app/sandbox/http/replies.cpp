// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/replies.h"

#include <QJsonArray>

namespace sandbox::replies {

using namespace Qt::StringLiterals;

namespace {

Reply live(const QJsonObject &data)
{
    return Reply::json({{"code"_L1, 200}, {"data"_L1, data}});
}

Reply articlePrediction(const Prediction &prediction, const QUrl &file)
{
    const bool isVideo = prediction.order.type == batch::MediaType::Video;
    switch (prediction.state) {
    case Prediction::State::Processing:
        break;
    case Prediction::State::Completed:
        return Reply::json(
            {{"status"_L1, "completed"_L1},
             {"output"_L1,
              QJsonObject{{isVideo ? u"video_url"_s : u"image_url"_s, file.toString()}}}});
    case Prediction::State::Failed:
        return Reply::json({{"status"_L1, "failed"_L1}, {"error"_L1, prediction.error}});
    }
    return Reply::json({{"status"_L1, "processing"_L1}});
}

Reply livePrediction(const Prediction &prediction, const QUrl &file)
{
    QJsonObject data{{"id"_L1, prediction.id},
                     {"model"_L1, prediction.order.model},
                     {"status"_L1, "processing"_L1},
                     {"outputs"_L1, QJsonValue::Null}};
    switch (prediction.state) {
    case Prediction::State::Processing:
        break;
    case Prediction::State::Completed:
        data["status"_L1] = "completed"_L1;
        data["outputs"_L1] = QJsonArray{file.toString()};
        data["metrics"_L1] = QJsonObject{{"predict_time"_L1, prediction.time}};
        break;
    case Prediction::State::Failed:
        data["status"_L1] = "failed"_L1;
        data["error"_L1] = prediction.error;
        if (prediction.errorCode)
            data["error_code"_L1] = *prediction.errorCode;
        break;
    }
    return live(data);
}

QString type(int status)
{
    switch (status) {
    case 401:
        return u"authentication_error"_s;
    case 402:
        return u"insufficient_balance"_s;
    case 429:
        return u"rate_limit_error"_s;
    default:
        return status < 500 ? u"invalid_request_error"_s : u"api_error"_s;
    }
}

} // namespace

Reply accepted(Dialect dialect, const Prediction &prediction)
{
    if (dialect == Dialect::Article)
        return Reply::json({{"request_id"_L1, prediction.id}});
    return live(
        {{"id"_L1, prediction.id}, {"status"_L1, "starting"_L1}, {"outputs"_L1, QJsonValue::Null}});
}

Reply prediction(Dialect dialect, const Prediction &prediction, const QUrl &file)
{
    return dialect == Dialect::Article ? articlePrediction(prediction, file)
                                       : livePrediction(prediction, file);
}

Reply uploaded(Dialect dialect, const FormFile &upload, const Work &work, const QUrl &file)
{
    if (dialect == Dialect::Article)
        return Reply::json({{"url"_L1, file.toString()}});
    return live({{"download_url"_L1, file.toString()},
                 {"filename"_L1, upload.name},
                 {"size"_L1, upload.content.size()},
                 {"type"_L1, QString::fromLatin1(work.contentType)}});
}

Reply error(int status, const QString &message, const QString &requestId)
{
    return Reply::json({{"code"_L1, status},
                        {"msg"_L1, message},
                        {"request_id"_L1, requestId},
                        {"data"_L1, QJsonValue::Null}},
                       status);
}

Reply balance(batch::Cost available)
{
    return Reply::json({{"available"_L1,
                         QJsonObject{{"value"_L1, QString::number(available.usd(), 'f', 6)},
                                     {"currency"_L1, "usd"_L1}}}});
}

Reply publicError(int status, const QString &message, const QString &requestId)
{
    return Reply::json({{"error"_L1,
                         QJsonObject{{"type"_L1, type(status)},
                                     {"code"_L1, QString::number(status)},
                                     {"message"_L1, message},
                                     {"param"_L1, QJsonValue::Null}}},
                        {"request_id"_L1, requestId}},
                       status);
}

} // namespace sandbox::replies
