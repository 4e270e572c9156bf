// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"

#include <QJsonValue>
#include <QString>

#include <optional>

/// What the cells of a sheet say. People write "1024", "1024 px", "１０２４" and "1024.0" (many a
/// program's way of writing whole numbers); "1,024" is nothing, since it is 1.024 elsewhere.
namespace sheet {

std::optional<qint64> whole(const QString &cell);
std::optional<int> pixels(const QString &cell);     ///< 1 or more
std::optional<double> seconds(const QString &cell); ///< above 0; "5", "5 s", "5秒"

struct PixelSize
{
    int width = 0;  ///< px
    int height = 0; ///< px
};
std::optional<PixelSize> pixelSize(const QString &cell); ///< "1024x768", "1024 × 768 px"

/// "16:9", "16 / 9", "１６：９" as the batch file writes it, or a word such as "auto", which some
/// models know; empty: it is none.
QString aspectRatio(const QString &cell);
std::optional<batch::MediaType> mediaType(const QString &cell); ///< "video", "影片", "Photo"
std::optional<bool> flag(const QString &cell);                  ///< "yes", "0", "否"

/// A parameter's value: a number, true or false where the cell reads like one.
QJsonValue parameterValue(const QString &cell);

} // namespace sheet
