// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace cli {

/// A job that the file says soundly, and that its model would refuse.
struct RefusedJob
{
    batch::JobId job{};
    QString name;
    QString model;
    QString file;        ///< that says it: the batch file, or one that it includes
    int line = 0;        ///< where it begins there, from 1
    QStringList reasons; ///< for people; what is allowed, too
};

inline QJsonArray toJson(const QList<RefusedJob> &jobs)
{
    QJsonArray array;
    for (const RefusedJob &job : jobs) {
        array.append(
            QJsonObject{{QStringLiteral("name"), job.name},
                        {QStringLiteral("model"), job.model},
                        {QStringLiteral("file"), job.file},
                        {QStringLiteral("line"), job.line},
                        {QStringLiteral("reasons"), QJsonArray::fromStringList(job.reasons)}});
    }
    return array;
}

} // namespace cli
