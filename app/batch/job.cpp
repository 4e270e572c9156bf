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

std::optional<QString> Job::picture() const
{
    return image ? image : imageUrl;
}

void Job::setPicture(const std::optional<QString> &address)
{
    if (!address) {
        image.reset();
        imageUrl.reset();
    } else if (imageUrl && !image) {
        imageUrl = address;
    } else {
        image = address;
        imageUrl.reset();
    }
}

int Job::effectiveMaxRetries() const
{
    return maxRetries.value_or(defaults::maxRetries);
}

Job::Frame Job::askedFrame() const
{
    Frame frame{width, height, resolution};
    if (type == MediaType::Image && !aspectRatio && !resolution) {
        frame.width = effectiveWidth();
        frame.height = effectiveHeight();
    } else if (type == MediaType::Video && !aspectRatio && !width && !height) {
        frame.resolution = effectiveResolution();
    }
    return frame;
}

bool Job::sameContent(const Job &other) const
{
    Job copy = other;
    copy.id = id;
    return *this == copy;
}

bool Job::sameRequest(const Job &other) const
{
    const bool sameLength =
        type == MediaType::Image || effectiveDuration() == other.effectiveDuration();
    return sameLength && askedFrame() == other.askedFrame() && type == other.type
        && model == other.model && prompt == other.prompt && aspectRatio == other.aspectRatio
        && picture() == other.picture() && seed == other.seed
        && negativePrompt == other.negativePrompt && params == other.params;
}

} // namespace batch
