// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"
#include "batch/job.h"
#include "sandbox/models/shelf.h"

#include <QByteArray>
#include <QSize>
#include <QString>

#include <tl/expected.hpp>

namespace sandbox {

/// What a submission asks for, read and found good.
struct Order
{
    batch::MediaType type = batch::MediaType::Image;
    QString model;
    QString prompt;      ///< may be empty: some models need none
    QSize size;          ///< px
    double duration = 0; ///< s; 0 for images
    qint64 seed = 0;     ///< the request's own `seed`
    batch::Cost cost;
    TimeSpan typical; ///< s
    /// The picture or video that it starts from, as the sandbox has it; empty: none.
    QString input;
    QByteArray digest; ///< the same for identical requests, hex
};

/// Why a request is not accepted: an HTTP status and words.
struct Refusal
{
    int status = 400;
    QString message;
};

/// Reads the body of a submission to the endpoint that makes `type`, and checks it as the service
/// would: 404 for a model that isn't on the shelf, 400 for one that makes something else and for
/// whatever doesn't satisfy the model's schema (see requestFault()). A request that does is always
/// accepted: where it doesn't say how large or how long, or in no way that the sandbox can read,
/// the result has a usual form.
///
/// Without a schema the prompt must be there, and the size and length (the article's names) must
/// be such as the sandbox can make; all else is left aside.
tl::expected<Order, Refusal> readOrder(const Shelf &shelf, batch::MediaType type,
                                       const QByteArray &body);

} // namespace sandbox
