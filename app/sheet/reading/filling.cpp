// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/reading/filling.h"

#include "sheet/reading/cellvalues.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace sheet {

namespace {

using batch::Job;
using batch::JobSource;

constexpr int maxTakes = 1000;
constexpr int maxAttempts = 100;

class Filling
{
    Q_DECLARE_TR_FUNCTIONS(sheet::Filling)

public:
    using Result = std::optional<QString>;

    static Result fill(JobSource &entry, const QString &key, const QString &cell)
    {
        static const QHash<QString, Result (*)(JobSource &, const QString &)> ways{
            {u"name"_s, &name},         {u"type"_s, &type},
            {u"model"_s, &model},       {u"prompt"_s, &prompt},
            {u"width"_s, &width},       {u"height"_s, &height},
            {u"size"_s, &size},         {u"aspect_ratio"_s, &aspectRatio},
            {u"duration"_s, &duration}, {u"resolution"_s, &resolution},
            {u"image"_s, &image},       {u"image_url"_s, &imageUrl},
            {u"seed"_s, &seed},         {u"negative_prompt"_s, &negativePrompt},
            {u"count"_s, &count},       {u"enabled"_s, &enabled},
            {u"max_wait"_s, &maxWait},  {u"max_retries"_s, &maxRetries},
        };
        return ways.value(key)(entry, cell);
    }

private:
    static Result name(JobSource &entry, const QString &cell)
    {
        entry.job.name = cell.simplified();
        return std::nullopt;
    }
    static Result type(JobSource &entry, const QString &cell)
    {
        const auto value = mediaType(cell);
        if (!value)
            return tr("“%1” is no type. Write image or video.").arg(shown(cell));
        entry.job.type = *value;
        entry.saysType = true;
        return std::nullopt;
    }
    static Result model(JobSource &entry, const QString &cell)
    {
        entry.job.model = cell.trimmed();
        return std::nullopt;
    }
    static Result prompt(JobSource &entry, const QString &cell)
    {
        entry.job.prompt = cell.trimmed();
        return std::nullopt;
    }
    static Result side(JobSource &entry, std::optional<int> Job::*field, const QString &cell)
    {
        const auto value = pixels(cell);
        if (!value)
            return notPixels(cell);
        entry.job.*field = value;
        entry.job.aspectRatio.reset();
        return std::nullopt;
    }
    static Result width(JobSource &entry, const QString &cell)
    {
        return side(entry, &Job::width, cell);
    }
    static Result height(JobSource &entry, const QString &cell)
    {
        return side(entry, &Job::height, cell);
    }
    static Result size(JobSource &entry, const QString &cell)
    {
        const auto value = pixelSize(cell);
        if (!value) {
            return tr("“%1” is no size. Write width and height in pixels, such as 1024 × 768.")
                .arg(shown(cell));
        }
        entry.job.width = value->width;
        entry.job.height = value->height;
        entry.job.aspectRatio.reset();
        return std::nullopt;
    }
    static Result aspectRatio(JobSource &entry, const QString &cell)
    {
        const QString value = sheet::aspectRatio(cell);
        if (value.isEmpty())
            return tr("“%1” is no shape of a picture. Write it like 16:9.").arg(shown(cell));
        entry.job.aspectRatio = value;
        entry.job.width.reset();
        entry.job.height.reset();
        return std::nullopt;
    }
    static Result length(std::optional<double> &field, const QString &cell)
    {
        const auto value = seconds(cell);
        if (!value)
            return tr("“%1” is no number of seconds. Write a number such as 5.").arg(shown(cell));
        field = value;
        return std::nullopt;
    }
    static Result duration(JobSource &entry, const QString &cell)
    {
        return length(entry.job.duration, cell);
    }
    static Result maxWait(JobSource &entry, const QString &cell)
    {
        return length(entry.job.maxWait, cell);
    }
    static Result resolution(JobSource &entry, const QString &cell)
    {
        entry.job.resolution = cell.simplified();
        return std::nullopt;
    }
    static Result image(JobSource &entry, const QString &cell)
    {
        entry.job.image = cell.trimmed();
        entry.job.imageUrl.reset();
        return std::nullopt;
    }
    static Result imageUrl(JobSource &entry, const QString &cell)
    {
        entry.job.imageUrl = cell.trimmed();
        entry.job.image.reset();
        return std::nullopt;
    }
    static Result seed(JobSource &entry, const QString &cell)
    {
        const auto value = whole(cell);
        if (!value)
            return tr("“%1” is no seed. Write a whole number such as 7.").arg(shown(cell));
        entry.job.seed = value;
        return std::nullopt;
    }
    static Result negativePrompt(JobSource &entry, const QString &cell)
    {
        entry.job.negativePrompt = cell.trimmed();
        return std::nullopt;
    }
    static Result count(JobSource &entry, const QString &cell)
    {
        const auto value = whole(cell);
        if (!value || *value < 1 || *value > maxTakes) {
            return tr("“%1” is no number of takes. Write a whole number from 1 to %L2.")
                .arg(shown(cell))
                .arg(maxTakes);
        }
        entry.count = int(*value);
        return std::nullopt;
    }
    static Result enabled(JobSource &entry, const QString &cell)
    {
        const auto value = flag(cell);
        if (!value)
            return tr("“%1” is neither yes nor no. Write true or false.").arg(shown(cell));
        entry.job.enabled = *value;
        return std::nullopt;
    }
    static Result maxRetries(JobSource &entry, const QString &cell)
    {
        const auto value = whole(cell);
        if (!value || *value < 0 || *value > maxAttempts)
            return tr("“%1” is no number of attempts. Write a whole number such as 2.")
                .arg(shown(cell));
        entry.job.maxRetries = int(*value);
        return std::nullopt;
    }

    static QString notPixels(const QString &cell)
    {
        return tr("“%1” is no number of pixels. Write a whole number such as 1024.")
            .arg(shown(cell));
    }
    static QString shown(const QString &cell)
    {
        const QString line = cell.simplified();
        return line.size() > 40 ? line.first(39) + u'…' : line;
    }
};

} // namespace

std::optional<QString> fill(batch::JobSource &entry, const QString &key, const QString &cell)
{
    return Filling::fill(entry, key, cell);
}

bool fits(const QString &key, const QString &cell)
{
    JobSource nobody;
    return !Filling::fill(nobody, key, cell);
}

} // namespace sheet
