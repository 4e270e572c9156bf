// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "catalog/model.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <utility>

/// How large or how long a job's result is to be. Values in, values out.
namespace ui {

/// What the Size column shows and edits. Only what belongs to the job's kind counts.
struct JobSize
{
    int width = 0;       ///< px; 0: nobody knows
    int height = 0;      ///< px
    QString aspectRatio; ///< such as "16:9"; of an image it stands in place of the pixels
    double duration = 0; ///< s; 0: the model has no length to set
    QString resolution;  ///< such as "1080p"; empty: the model knows none

    friend bool operator==(const JobSize &, const JobSize &) = default;
};

/// What holds for the job: what it says, and where it doesn't, what its model will be asked for or
/// makes by itself. `model` may be null: one that isn't known.
JobSize sizeOf(const batch::Job &job, const catalog::Model *model);
/// What is as it was stays as unsaid as it was. A ratio takes the place of width and height, and
/// they the place of a ratio.
batch::Job withSize(batch::Job job, const JobSize &size, const catalog::Model *model);

/// What can be set of a size with a model.
struct SizeChoices
{
    bool pixels = false; ///< any width and height within these limits, px
    int leastWidth = 1;
    int mostWidth = 16384;
    int leastHeight = 1;
    int mostHeight = 16384;
    QStringList sizes;  ///< "1024 × 1024": only these
    QStringList ratios; ///< "16:9"; none: it has no such parameter
    bool anyRatio = false;
    bool duration = false; ///< any length within these limits, s
    double leastDuration = 1;
    double mostDuration = 3600;
    bool durationIsLimited = false; ///< by the model
    QList<double> durations;        ///< s: only these
    QStringList resolutions;
    bool anyResolution = false; ///< others than those can be written

    bool isEmpty() const;
};

/// `model` may be null, or have no schema: then anything goes.
SizeChoices sizeChoices(batch::MediaType type, const catalog::Model *model);

/// "1024 × 1024"
QString pixelText(int width, int height);
/// Width and height of "1024*1024", "1024 × 1024", …; zeros where the text is something else.
std::pair<int, int> pixelsOf(const QString &text);

} // namespace ui

Q_DECLARE_METATYPE(ui::JobSize)
