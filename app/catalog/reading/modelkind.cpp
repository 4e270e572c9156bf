// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/reading/modelkind.h"

#include <QRegularExpression>

#include <array>

namespace catalog {

using namespace Qt::StringLiterals;

namespace {

struct Word
{
    QLatin1StringView part; ///< in a name such as "text-to-video-fast"
    ModelKind ofImages;     ///< what it means of a model that makes images
    ModelKind ofVideos;
};

// The first that is found holds: what a model starts from is in front of "-to-".
constexpr std::array words{
    Word{"video-to-video"_L1, ModelKind::Other, ModelKind::VideoToVideo},
    Word{"video-edit"_L1, ModelKind::Other, ModelKind::VideoToVideo},
    Word{"edit-video"_L1, ModelKind::Other, ModelKind::VideoToVideo},
    Word{"video-ext"_L1, ModelKind::Other, ModelKind::VideoToVideo},
    Word{"extend-video"_L1, ModelKind::Other, ModelKind::VideoToVideo},
    Word{"v2v"_L1, ModelKind::Other, ModelKind::VideoToVideo},
    Word{"text-to-image"_L1, ModelKind::TextToImage, ModelKind::Other},
    Word{"t2i"_L1, ModelKind::TextToImage, ModelKind::Other},
    Word{"text-to-video"_L1, ModelKind::Other, ModelKind::TextToVideo},
    Word{"t2v"_L1, ModelKind::Other, ModelKind::TextToVideo},
    Word{"image-to-image"_L1, ModelKind::ImageToImage, ModelKind::Other},
    Word{"i2i"_L1, ModelKind::ImageToImage, ModelKind::Other},
    Word{"image-to-video"_L1, ModelKind::Other, ModelKind::ImageToVideo},
    Word{"i2v"_L1, ModelKind::Other, ModelKind::ImageToVideo},
    Word{"reference-to"_L1, ModelKind::ImageToImage, ModelKind::ImageToVideo},
    Word{"frame-to-video"_L1, ModelKind::Other, ModelKind::ImageToVideo},
    Word{"frames-to-video"_L1, ModelKind::Other, ModelKind::ImageToVideo},
    Word{"end-to-video"_L1, ModelKind::Other, ModelKind::ImageToVideo},
    Word{"edit"_L1, ModelKind::ImageToImage, ModelKind::VideoToVideo},
    Word{"inpaint"_L1, ModelKind::ImageToImage, ModelKind::VideoToVideo},
    Word{"outpaint"_L1, ModelKind::ImageToImage, ModelKind::VideoToVideo},
    Word{"upscale"_L1, ModelKind::ImageToImage, ModelKind::VideoToVideo},
    Word{"extend"_L1, ModelKind::ImageToImage, ModelKind::VideoToVideo},
};

std::optional<ModelKind> kindFromWords(const QString &text, batch::MediaType type)
{
    QString plain = text.toLower();
    plain.replace(u' ', u'-').replace(u'_', u'-');
    for (const Word &word : words) {
        const ModelKind kind = type == batch::MediaType::Image ? word.ofImages : word.ofVideos;
        if (kind != ModelKind::Other && plain.contains(word.part))
            return kind;
    }
    return std::nullopt;
}

bool has(const Model &model, QLatin1StringView word)
{
    return std::any_of(model.parameters.begin(), model.parameters.end(),
                       [word](const Parameter &each) {
                           return each.name == word || each.name.startsWith(word + u"_"_s)
                               || each.name == word + u"s"_s;
                       });
}

} // namespace

std::optional<batch::MediaType> typeFromName(const QString &id)
{
    const QString name = id.section(u'/', -1).toLower();
    for (const Word &word : words) {
        const bool ofImages = word.ofImages != ModelKind::Other;
        const bool ofVideos = word.ofVideos != ModelKind::Other;
        if (ofImages != ofVideos && name.contains(word.part))
            return ofVideos ? batch::MediaType::Video : batch::MediaType::Image;
    }
    if (name.contains("video"_L1))
        return batch::MediaType::Video;
    return name.contains("image"_L1) ? std::optional(batch::MediaType::Image) : std::nullopt;
}

ModelKind kindOf(const Model &model)
{
    if (const auto kind = kindFromWords(model.id.section(u'/', -1), model.type))
        return *kind;
    for (const QString &tag : model.tags) {
        if (const auto kind = kindFromWords(tag, model.type))
            return *kind;
    }
    const bool makesImages = model.type == batch::MediaType::Image;
    if (!makesImages && has(model, "video"_L1))
        return ModelKind::VideoToVideo;
    if (model.takesImage())
        return makesImages ? ModelKind::ImageToImage : ModelKind::ImageToVideo;
    if (model.parameter(u"prompt"))
        return makesImages ? ModelKind::TextToImage : ModelKind::TextToVideo;
    return ModelKind::Other;
}

} // namespace catalog
