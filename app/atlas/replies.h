// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/error.h"
#include "atlas/prediction.h"
#include "atlas/transfer/upload.h"
#include "batch/cost.h"

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace atlas {

/// An HTTP answer as it came, before anybody has made sense of it.
struct HttpAnswer
{
    int status = 0;
    QByteArray body;
    QString requestId; ///< its `X-Request-ID`
    QString location;  ///< where a redirect points
};

// What an answer says, in whichever of the two dialects of docs/atlas-api.md it is written. An HTTP
// error, and a 2xx whose body has a `code` that means one, come as the error of that status.

/// The answer to a submission. A 2xx without an id anywhere is a BadReply that may have been
/// accepted. An envelope's own `request_id` (beside a `data`) is a trace and never taken for the
/// prediction's id; the article's flat `request_id` is the id.
tl::expected<Accepted, Error> readAccepted(const HttpAnswer &answer);

/// The answer to an upload. A 2xx without a web address of the file is a BadReply.
tl::expected<Uploaded, Error> readUploaded(const HttpAnswer &answer);

/// The answer to a poll for `predictionId`. A status that nobody knows, and a completed
/// prediction without any address of an output, are BadReplies: ask again.
tl::expected<Prediction, Error> readPrediction(const HttpAnswer &answer,
                                               const QString &predictionId);

/// The answer of `/public/v1/balance`. Below zero for an account in debt.
tl::expected<batch::Cost, Error> readBalance(const HttpAnswer &answer);

/// A document that is wanted as it is. It may be megabytes: what comes with a 2xx is not looked
/// into, and whether it is what was asked for is for its reader to say.
tl::expected<QByteArray, Error> readDocument(const HttpAnswer &answer);

} // namespace atlas
