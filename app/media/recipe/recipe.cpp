// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/recipe/recipe.h"

#include "media/fileformat.h"
#include "media/mediainfo.h"
#include "media/recipe/jpegsegments.h"
#include "media/recipe/mp4items.h"
#include "media/recipe/pngtexts.h"
#include "media/recipe/webpchunks.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace media {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("media", text);
}

tl::unexpected<QString> failure(const char *text, const QString &path, const QString &why)
{
    return tl::unexpected(words(text).arg(QFileInfo(path).fileName(), why));
}

tl::unexpected<QString> notWritten(const QString &path, const QString &why)
{
    return failure(QT_TRANSLATE_NOOP("media", "“%1” could not be given its recipe: %2"), path, why);
}

tl::expected<Splices, QString> splicesFor(QFile &file, FileFormat format, const RecipeText &recipe)
{
    switch (format) {
    case FileFormat::Png:
        return pngSplices(file, recipe);
    case FileFormat::Jpeg:
        return jpegSplices(file, recipe);
    case FileFormat::Webp:
        return webpSplices(file, recipe);
    case FileFormat::Mp4:
    case FileFormat::Mov:
        return mp4Splices(file, recipe);
    case FileFormat::Gif:
    case FileFormat::Avif:
    case FileFormat::Webm:
    case FileFormat::Unknown:
        break;
    }
    return Splices();
}

FoundTexts textsIn(QFile &file, FileFormat format)
{
    switch (format) {
    case FileFormat::Png:
        return pngTexts(file);
    case FileFormat::Jpeg:
        return jpegTexts(file);
    case FileFormat::Webp:
        return webpTexts(file);
    case FileFormat::Mp4:
    case FileFormat::Mov:
        return mp4Texts(file);
    case FileFormat::Gif:
    case FileFormat::Avif:
    case FileFormat::Webm:
    case FileFormat::Unknown:
        break;
    }
    return {};
}

/// Whether the copy is whole, shows the same, and says what it was to say.
bool holds(const QString &copy, const QString &original, FileFormat format, const RecipeText &text)
{
    const auto before = probe(original);
    const auto after = probe(copy);
    if (!before || !after || before->size != after->size || before->codec != after->codec
        || !qFuzzyCompare(1 + before->duration, 1 + after->duration) || !isWhole(copy, format))
        return false;
    QFile file(copy);
    return file.open(QIODevice::ReadOnly) && textsIn(file, format).document == text.document;
}

} // namespace

tl::expected<RecipePlace, QString> writeRecipe(const QString &from, const QString &to,
                                               const Recipe &recipe)
{
    QFile file(from);
    if (!file.open(QIODevice::ReadOnly))
        return notWritten(from, file.errorString());
    const FileFormat format = formatOf(file.read(formatHeadSize));
    if (!isWhole(from, format))
        return notWritten(from, words(QT_TRANSLATE_NOOP("media", "The file is cut off.")));
    const RecipeText text = textOf(recipe);
    if (text.document.size() > mostRecipeBytes)
        return notWritten(from, tooLong());
    const auto splices = splicesFor(file, format, text);
    if (!splices)
        return notWritten(from, splices.error());
    if (!splices->has_value())
        return RecipePlace::Nowhere;
    if (const auto copied = copySpliced(file, **splices, to); !copied)
        return notWritten(from, copied.error());
    if (!holds(to, from, format, text)) {
        QFile::remove(to);
        return notWritten(from, words(QT_TRANSLATE_NOOP("media", "The copy is not what it was.")));
    }
    return RecipePlace::InFile;
}

tl::expected<std::optional<Recipe>, QString> readRecipe(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(QT_TRANSLATE_NOOP("media", "“%1” can't be opened: %2"), path,
                       file.errorString());
    }
    if (isSidecar(path))
        return readSidecar(path);
    const FileFormat format = formatOf(file.read(formatHeadSize));
    if (auto found = textsIn(file, format).recipe())
        return found;
    return readSidecar(sidecarPath(path));
}

} // namespace media
