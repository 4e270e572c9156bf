// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/job.h"

#include <atomic>

namespace batch {

QString toKey(MediaType type)
{
    return type == MediaType::Image ? QStringLiteral("image") : QStringLiteral("video");
}

std::optional<MediaType> mediaTypeFromKey(QStringView key)
{
    if (key == u"image")
        return MediaType::Image;
    if (key == u"video")
        return MediaType::Video;
    return std::nullopt;
}

JobId newJobId()
{
    static std::atomic<quint64> last = 0;
    return JobId(++last);
}

int Job::effectiveWidth() const
{
    return width.value_or(defaults::width);
}

int Job::effectiveHeight() const
{
    return height.value_or(defaults::height);
}

double Job::effectiveDuration() const
{
    return duration.value_or(defaults::duration);
}

QString Job::effectiveResolution() const
{
    return resolution.value_or(defaults::resolution.toString());
}

double Job::effectiveMaxWait() const
{
    return maxWait.value_or(type == MediaType::Image ? defaults::imageMaxWait
                                                     : defaults::videoMaxWait);
}

int Job::effectiveMaxRetries() const
{
    return maxRetries.value_or(defaults::maxRetries);
}

bool Job::sameContent(const Job &other) const
{
    Job copy = other;
    copy.id = id;
    return *this == copy;
}

bool Job::sameRequest(const Job &other) const
{
    const bool sameShape = type == MediaType::Image
        ? effectiveWidth() == other.effectiveWidth() && effectiveHeight() == other.effectiveHeight()
        : effectiveDuration() == other.effectiveDuration()
            && effectiveResolution() == other.effectiveResolution();
    return sameShape && type == other.type && model == other.model && prompt == other.prompt
        && imageUrl == other.imageUrl && params == other.params;
}

} // namespace batch
