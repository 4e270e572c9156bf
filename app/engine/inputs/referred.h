// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/result.h"

#include <QDateTime>
#include <QString>

namespace engine {

/// A job whose result another one starts from, as it stands for that one.
struct Referred
{
    enum class Standing {
        Made,
        ToCome,
        Held, ///< it may come yet, if a person does something
        Lost, ///< it won't come in this run
    };

    QString name;      ///< as the job that refers to it calls it
    int position = -1; ///< in this run; -1: it is from an earlier one
    Standing standing = Standing::Lost;
    batch::MediaType type = batch::MediaType::Image;
    batch::Output output = {};
    QDateTime submittedAt = {}; ///< UTC
    QString error = {};         ///< why there is no result, for people
};

} // namespace engine
