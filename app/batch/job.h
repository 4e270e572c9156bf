// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace batch {

enum class MediaType { Image, Video };

/// "image" or "video", as the batch file and the manifest write it.
QString toKey(MediaType type);
/// Nothing for any other word.
std::optional<MediaType> mediaTypeFromKey(QStringView key);

/// Names a job within this process for as long as it lives, however it is renamed or moved.
enum class JobId : quint64 {};

/// Qt hashes an enum by its bare number. Ids are counted up, so they would fill one long run of
/// buckets, and to remove one would walk it to its end.
inline size_t qHash(JobId id, size_t seed = 0) noexcept
{
    return ::qHash(static_cast<quint64>(id), seed);
}

/// An id that no other job of this process has. Safe from any thread.
JobId newJobId();

namespace defaults {
inline constexpr int width = 1024;                           ///< px (article)
inline constexpr int height = 1024;                          ///< px (article)
inline constexpr double duration = 5;                        ///< s (article)
inline constexpr int maxWorkers = 3;                         ///< slots (article)
inline constexpr int maxRetries = 2;                         ///< (article)
inline constexpr double imageMaxWait = 300;                  ///< s (article)
inline constexpr double videoMaxWait = 600;                  ///< s (article)
inline constexpr QStringView resolution = u"1080p";          ///< (article)
inline constexpr QStringView outputDir = u"pipeline_output"; ///< (article)
} // namespace defaults

/// What holds of length and frame where a job doesn't say it: the article's defaults, or a model's
/// own (catalog::usualOf). Nothing: nobody knows.
struct Usual
{
    std::optional<int> width = defaults::width;                          ///< px, images
    std::optional<int> height = defaults::height;                        ///< px, images
    std::optional<double> duration = defaults::duration;                 ///< s, videos
    std::optional<QString> resolution = defaults::resolution.toString(); ///< videos

    friend bool operator==(const Usual &, const Usual &) = default;
};

/// What one job asks for, as the batch file says it: the value that a request is built from.
/// An empty optional means that the file doesn't say, so that a default holds (article: images
/// 1024×1024, videos 5 s at 1080p; a model may have others) and a save adds no line.
struct Job
{
    JobId id = newJobId();
    bool enabled = true; ///< a run leaves disabled jobs out
    QString name;        ///< what people and result files call it
    MediaType type = MediaType::Image;
    QString model; ///< Atlas Cloud's model id
    QString prompt;
    std::optional<int> width;              ///< px, images
    std::optional<int> height;             ///< px, images
    std::optional<QString> aspectRatio;    ///< such as "16:9"
    std::optional<double> duration;        ///< s, videos
    std::optional<QString> resolution;     ///< such as "1080p", videos
    std::optional<QString> image;          ///< the picture that a model starts from
    std::optional<QString> imageUrl;       ///< the same under the article's key
    std::optional<qint64> seed;            ///< the same one and request give the same result
    std::optional<QString> negativePrompt; ///< what is not to be seen
    QJsonObject params;                    ///< further model parameters, sent as they are
    std::optional<double> maxWait;         ///< s to ask for the result before leaving it for later
    std::optional<int> maxRetries;         ///< further attempts after a failed generation
    QJsonObject extra;                     ///< keys that Rushes doesn't know; kept for the save

    /// How patient it is, by its own words or the default.
    double effectiveMaxWait() const;
    int effectiveMaxRetries() const;
    /// What a request says of width and height.
    struct Frame
    {
        std::optional<int> width;  ///< px
        std::optional<int> height; ///< px
        std::optional<QString> resolution;

        friend bool operator==(const Frame &, const Frame &) = default;
    };
    /// With the default size of an image or the default resolution of a video, where the job says
    /// nothing else that these follow from: with an aspect ratio a default is not what holds.
    Frame askedFrame(const Usual &usual = {}) const;
    /// s; nothing for an image, whatever it says.
    std::optional<double> askedDuration(const Usual &usual = {}) const;
    /// The picture that the model is to start from, by whichever key it is given; `image` wins.
    std::optional<QString> picture() const;
    /// Under the key that the job uses already, or `image`.
    void setPicture(const std::optional<QString> &address);

    /// Everything but the id.
    bool sameContent(const Job &other) const;
    /// Whether both would send the server the same: the result of one serves the other. What they
    /// are called, and how patient they are, is no part of that. `usual` is what their model makes
    /// of what a job doesn't say.
    bool sameRequest(const Job &other, const Usual &usual = {}) const;
    friend bool operator==(const Job &, const Job &) = default;
};

/// What they are called, in their order, for people: "Still, Film".
QString listOfNames(const QList<Job> &jobs);

} // namespace batch

Q_DECLARE_METATYPE(batch::JobId)
Q_DECLARE_METATYPE(batch::Job)
