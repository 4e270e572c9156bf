// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/reading/cellvalues.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <limits>

using namespace Qt::StringLiterals;

namespace sheet {

namespace {

QString tidy(const QString &cell)
{
    return cell.normalized(QString::NormalizationForm_KC).simplified().toLower();
}

/// The cell without the unit behind it.
QString bare(const QString &cell, const QStringList &units)
{
    QString text = tidy(cell);
    for (const QString &unit : units) {
        if (text.size() > unit.size() && text.endsWith(unit)) {
            text.chop(unit.size());
            break;
        }
    }
    return text.trimmed();
}

std::optional<qint64> wholeOf(const QString &text)
{
    static const QRegularExpression digits(u"^(-?\\d{1,18})(?:\\.0+)?$"_s);
    const auto match = digits.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toLongLong();
}

} // namespace

std::optional<qint64> whole(const QString &cell)
{
    return wholeOf(tidy(cell));
}

std::optional<PixelSize> pixelSize(const QString &cell)
{
    static const QRegularExpression sides(u"^(\\d+)\\s*(?:px)?\\s*[x×*]\\s*(\\d+)\\s*(?:px)?$"_s);
    const auto match = sides.match(tidy(cell));
    const auto width = pixels(match.captured(1));
    const auto height = pixels(match.captured(2));
    if (!width || !height)
        return std::nullopt;
    return PixelSize{*width, *height};
}

std::optional<int> pixels(const QString &cell)
{
    const auto value = wholeOf(bare(cell, {u"pixels"_s, u"pixel"_s, u"px"_s, u"像素"_s}));
    if (!value || *value < 1 || *value > std::numeric_limits<int>::max())
        return std::nullopt;
    return int(*value);
}

std::optional<double> seconds(const QString &cell)
{
    static const QRegularExpression decimal(u"^\\d{1,9}(\\.\\d{1,9})?$"_s);
    const QString text = bare(
        cell,
        {u"seconds"_s, u"second"_s, u"secs"_s, u"sec"_s, u"s"_s, u"秒鐘"_s, u"秒钟"_s, u"秒"_s});
    if (!decimal.match(text).hasMatch() || text.toDouble() <= 0)
        return std::nullopt;
    return text.toDouble();
}

std::optional<batch::MediaType> mediaType(const QString &cell)
{
    static const QHash<QString, batch::MediaType> words = [] {
        QHash<QString, batch::MediaType> types;
        for (const QString &word :
             u"image images picture photo img still 圖片 圖像 照片 圖 图片 图像 图 画像 静止画"_s
                 .split(u' '))
            types.insert(word, batch::MediaType::Image);
        for (const QString &word :
             u"video videos movie clip film 影片 視頻 视频 短片 動画"_s.split(u' '))
            types.insert(word, batch::MediaType::Video);
        return types;
    }();
    const auto found = words.constFind(tidy(cell));
    return found == words.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<bool> flag(const QString &cell)
{
    static const QStringList on = u"true yes y 1 on x ✓ ✔ 是 啟用 启用"_s.split(u' ');
    static const QStringList off = u"false no n 0 off 否 停用 不"_s.split(u' ');
    const QString word = tidy(cell);
    if (on.contains(word))
        return true;
    if (off.contains(word))
        return false;
    return std::nullopt;
}

QString aspectRatio(const QString &cell)
{
    static const QRegularExpression sides(
        u"^(\\d{1,4}(?:\\.\\d+)?)\\s*[:/x×]\\s*(\\d{1,4}(?:\\.\\d+)?)$"_s);
    static const QRegularExpression word(u"^[a-z][a-z _-]*$"_s);
    const QString text = tidy(cell);
    if (word.match(text).hasMatch())
        return text;
    const auto match = sides.match(text);
    if (!match.hasMatch() || match.captured(1).toDouble() <= 0 || match.captured(2).toDouble() <= 0)
        return {};
    return match.captured(1) + u':' + match.captured(2);
}

QJsonValue parameterValue(const QString &cell)
{
    const QString text = cell.trimmed();
    if (text.compare(u"true", Qt::CaseInsensitive) == 0)
        return true;
    if (text.compare(u"false", Qt::CaseInsensitive) == 0)
        return false;
    // "007" only looks like a number.
    static const QRegularExpression plain(u"^-?(0|[1-9]\\d{0,14})(\\.\\d{1,9})?$"_s);
    if (!plain.match(text).hasMatch())
        return text;
    if (!text.contains(u'.'))
        return text.toLongLong();
    return text.toDouble();
}

} // namespace sheet
