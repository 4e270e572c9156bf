// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"
#include "batch/job.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace ui {

/// A submission that may or may not have been accepted, until a person decides.
struct HeldSubmission
{
    batch::JobId job{};
    QString name;
    QString model; ///< its id
    QDateTime submittedAt;
    batch::Cost cost; ///< estimated
    bool costIsGuess = false;
    QJsonObject request;   ///< as it was sent
    QString predictionId;  ///< mostly empty
    QString why;           ///< nobody knows; for people
    bool isStray = false;  ///< its job is no longer in the document
    bool isEdited = false; ///< its job asks for something else by now

    friend bool operator==(const HeldSubmission &, const HeldSubmission &) = default;
};

} // namespace ui
