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

Job::Frame Job::askedFrame(const Usual &usual) const
{
    Frame frame{width, height, resolution};
    if (type == MediaType::Image && !aspectRatio && !resolution) {
        frame.width = width ? width : usual.width;
        frame.height = height ? height : usual.height;
    } else if (type == MediaType::Video && !aspectRatio && !width && !height) {
        frame.resolution = resolution ? resolution : usual.resolution;
    }
    return frame;
}

std::optional<double> Job::askedDuration(const Usual &usual) const
{
    if (type == MediaType::Image)
        return std::nullopt;
    return duration ? duration : usual.duration;
}

bool Job::sameContent(const Job &other) const
{
    Job copy = other;
    copy.id = id;
    return *this == copy;
}

bool Job::sameRequest(const Job &other, const Usual &usual) const
{
    return askedDuration(usual) == other.askedDuration(usual)
        && askedFrame(usual) == other.askedFrame(usual) && type == other.type
        && model == other.model && prompt == other.prompt && aspectRatio == other.aspectRatio
        && picture() == other.picture() && seed == other.seed
        && negativePrompt == other.negativePrompt && params == other.params;
}

QString listOfNames(const QList<Job> &jobs)
{
    QStringList names;
    for (const Job &job : jobs)
        names.append(job.name);
    return names.join(QStringLiteral(", "));
}

} // namespace batch
