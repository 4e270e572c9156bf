// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/framesize.h"

#include <QRegularExpression>

#include <cmath>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

/// Two numbers with one of these signs between them.
std::optional<QSizeF> pair(const QString &text, QLatin1StringView signs)
{
    const QRegularExpression form(
        u"^\\s*(\\d+(?:\\.\\d+)?)\\s*[%1]\\s*(\\d+(?:\\.\\d+)?)\\s*$"_s.arg(signs.toString()));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    return QSizeF(match.captured(1).toDouble(), match.captured(2).toDouble());
}

/// The short side of "720p", "2K" and their like, px.
std::optional<int> shortSide(const QString &resolution)
{
    const QString text = resolution.trimmed().toLower();
    if (text == "1k"_L1)
        return 1024;
    if (text == "2k"_L1)
        return 1440;
    if (text == "4k"_L1)
        return 2160;
    bool isNumber = false;
    const int side = (text.endsWith(u'p') ? text.chopped(1) : text).toInt(&isNumber);
    return isNumber ? std::optional(side) : std::nullopt;
}

QString firstText(const QJsonObject &parameters, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        const QString text = parameters.value(name).toString();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

std::optional<QSizeF> askedFor(batch::MediaType type, const QJsonObject &parameters)
{
    const bool isVideo = type == batch::MediaType::Video;
    if (parameters["width"_L1].isDouble() || parameters["height"_L1].isDouble()) {
        const double width = parameters.value("width"_L1).toDouble(batch::defaults::width);
        const double height = parameters.value("height"_L1).toDouble(batch::defaults::height);
        return QSizeF(width, height);
    }
    const QString resolution = firstText(parameters, {"resolution"_L1});
    const QString size = firstText(parameters, {"size"_L1});
    if (const auto sides = pair(size.isEmpty() ? resolution : size, "*x×"_L1))
        return sides;

    const QString side = resolution.isEmpty() ? size : resolution;
    const auto least = side.isEmpty() ? std::optional(isVideo ? 1080 : 1024) : shortSide(side);
    const QString shape = firstText(parameters, {"aspect_ratio"_L1, "ratio"_L1});
    const QString usual = isVideo ? u"16:9"_s : u"1:1"_s;
    const bool free = shape.isEmpty() || shape == "adaptive"_L1 || shape == "auto"_L1;
    const auto ratio = pair(free ? usual : shape, ":/"_L1);
    if (!least || !ratio || ratio->isEmpty())
        return {};
    return ratio->scaled(*least, *least, Qt::KeepAspectRatioByExpanding);
}

} // namespace

std::optional<QSize> frameSize(batch::MediaType type, const QJsonObject &parameters)
{
    const auto asked = askedFor(type, parameters);
    const bool isVideo = type == batch::MediaType::Video;
    const double most = isVideo ? 4096 : 8192;
    if (!asked || std::fmin(asked->width(), asked->height()) < 16
        || std::fmax(asked->width(), asked->height()) > most)
        return {};
    if (!isVideo)
        return asked->toSize();
    const auto even = [](double side) { return 2 * static_cast<int>(std::lround(side / 2)); };
    return QSize(even(asked->width()), even(asked->height()));
}

QSize usualFrameSize(batch::MediaType type)
{
    return frameSize(type, {}).value();
}

QString resolutionName(const QJsonObject &parameters)
{
    const QJsonValue resolution = parameters["resolution"_L1];
    if (resolution.isDouble())
        return QString::number(resolution.toInt()) + u'p';
    const QString named = firstText(
        parameters,
        {"resolution"_L1, "video_resolution"_L1, "size"_L1, "video_size"_L1, "image_size"_L1});
    const auto sides = pair(named, "*x×"_L1);
    if (!named.isEmpty() && !sides)
        return named;
    const QSizeF size = sides.value_or(
        QSizeF(parameters["width"_L1].toDouble(), parameters["height"_L1].toDouble()));
    if (size.isEmpty())
        return {};
    return QString::number(std::fmin(size.width(), size.height())) + u'p';
}

std::optional<int> linesOf(const QString &resolution)
{
    if (const auto sides = pair(resolution, "*x×"_L1))
        return static_cast<int>(std::fmin(sides->width(), sides->height()));
    return shortSide(resolution);
}

std::optional<double> clipLength(const QJsonObject &parameters)
{
    for (const auto name :
         {"duration"_L1, "seconds"_L1, "duration_seconds"_L1, "video_length"_L1}) {
        const QJsonValue value = parameters[name];
        if (value.isUndefined() || value.isNull())
            continue;
        // Some models name their lengths as text.
        QString text = value.toString().trimmed();
        if (text.endsWith(u's'))
            text.chop(1);
        const double seconds = value.isString() ? text.toDouble() : value.toDouble();
        return seconds > 0 && std::isfinite(seconds) ? std::optional(seconds) : std::nullopt;
    }
    return batch::defaults::duration;
}

} // namespace sandbox
