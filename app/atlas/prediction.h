// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QUrl>

#include <optional>

namespace atlas {

/// The two endpoints that make something.
enum class Endpoint { GenerateImage, GenerateVideo };

/// A request for a generation: everything that the server gets to know.
struct Submission
{
    Endpoint endpoint = Endpoint::GenerateImage;
    QJsonObject body; ///< `model`, `prompt`, and the model's parameters

    friend bool operator==(const Submission &, const Submission &) = default;
};

/// The server's word that it accepted a submission: from here on it costs money.
struct Accepted
{
    QString predictionId;
    QString requestId; ///< may be empty

    friend bool operator==(const Accepted &, const Accepted &) = default;
};

/// How a prediction stands, read from either dialect.
struct Prediction
{
    enum class Status {
        Running, ///< including the warm-up, when the server doesn't know the id yet
        Completed,
        Failed, ///< refunded
    };

    QString id;
    Status status = Status::Running;
    QList<QUrl> outputs;               ///< filled when Completed
    QString error;                     ///< the server's words when Failed
    std::optional<int> errorCode;      ///< the live dialect's code
    bool moderated = false;            ///< refused by content moderation: no use to try again
    std::optional<double> predictTime; ///< s, where the server tells
    QString requestId;                 ///< may be empty

    friend bool operator==(const Prediction &, const Prediction &) = default;
};

} // namespace atlas

Q_DECLARE_METATYPE(atlas::Submission)
Q_DECLARE_METATYPE(atlas::Accepted)
Q_DECLARE_METATYPE(atlas::Prediction)
