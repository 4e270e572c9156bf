// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/recipe/recipetext.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace media {

namespace {

constexpr auto ending = ".recipe.json"_L1;

tl::unexpected<QString> notWritten(const QString &path, const QString &why)
{
    return tl::unexpected(QCoreApplication::translate("media", "“%1” can't be written: %2")
                              .arg(QFileInfo(path).fileName(), why));
}

} // namespace

QString sidecarPath(const QString &path)
{
    return path + ending;
}

bool isSidecar(const QString &path)
{
    return path.endsWith(ending, Qt::CaseInsensitive);
}

std::optional<Recipe> readSidecar(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostRecipeBytes)
        return {};
    return recipeFromDocument(file.read(mostRecipeBytes));
}

tl::expected<void, QString> writeSidecar(const QString &path, const Recipe &recipe)
{
    const QString sidecar = sidecarPath(path);
    const QFileInfo present(sidecar);
    if ((present.exists() || present.isSymLink()) && !readSidecar(sidecar)) {
        return notWritten(sidecar,
                          QCoreApplication::translate("media", "It is there and is no recipe."));
    }
    const QByteArray text = QJsonDocument(recipe.document).toJson(QJsonDocument::Indented);
    if (text.size() > mostRecipeBytes)
        return notWritten(sidecar, tooLong());
    QSaveFile file(sidecar);
    // Unbuffered: QSaveFile doesn't hear of what goes wrong when it empties its buffer at the end.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || file.write(text) != text.size()
        || !file.commit())
        return notWritten(sidecar, file.errorString());
    return {};
}

void removeSidecar(const QString &path, const Recipe &recipe)
{
    const QString sidecar = sidecarPath(path);
    if (const auto found = readSidecar(sidecar); found && found->document == recipe.document)
        QFile::remove(sidecar);
}

} // namespace media
