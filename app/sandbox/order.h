// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"
#include "batch/job.h"
#include "catalog/catalog.h"

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
    QString prompt;
    QSize size;          ///< px
    double duration = 0; ///< s; 0 for images
    qint64 seed = 0;     ///< the request's own `seed`
    batch::Cost cost;
    catalog::TypicalTime typical; ///< s
    QByteArray digest;            ///< the same for identical requests, hex
};

/// Why a request is not accepted: an HTTP status and words.
struct Refusal
{
    int status = 400;
    QString message;
};

/// Reads the body of a submission to the endpoint that makes `type`, and checks it as the service
/// would: model and prompt are there, the model is known and makes this, and every parameter fits
/// the model's schema. Parameters that the model doesn't know are left aside.
tl::expected<Order, Refusal> readOrder(const catalog::Catalog &catalog, batch::MediaType type,
                                       const QByteArray &body);

} // namespace sandbox
