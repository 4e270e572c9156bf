// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/files/batchwriting.h"

#include <QFileInfo>

namespace ui {

namespace {

/// Paths in the file that is to be written, where they are others than in the one of before.
std::optional<batch::Relocation> relocation(const batch::BatchSource &source,
                                            const std::optional<config::BatchFile> &origin,
                                            const QString &path)
{
    const QString to = QFileInfo(path).absolutePath();
    const QString from = origin ? QFileInfo(origin->path).absolutePath() : to;
    if (from == to)
        return std::nullopt;
    batch::Relocation moved = batch::relocated(source, from, to);
    if (moved.source == source && moved.otherwise.isEmpty())
        return std::nullopt;
    return moved;
}

/// The version whose text is kept as far as it can be.
const config::BatchFile *baseFor(const batch::BatchSource &source,
                                 const std::optional<config::BatchFile> &origin,
                                 const QList<config::BatchFile> &versions, config::Format format)
{
    if (!origin)
        return nullptr;
    const qsizetype closest = config::closestOrigin(source, versions);
    if (closest < 0 || closest + 1 == versions.size())
        return &*origin;
    const config::BatchFile &version = versions.at(closest);
    return config::writeBatch(source, format, &version) ? &version : &*origin;
}

} // namespace

WrittenBatch writeToDisk(const batch::BatchSource &source,
                         const std::optional<config::BatchFile> &origin,
                         const QList<config::BatchFile> &versions, const QString &path,
                         config::Layout layout)
{
    std::optional<QByteArray> over;
    if (origin && origin->path == path) {
        DiskCheck others = checkOnDisk(*origin);
        // A file that it includes is not written, and no reason not to save this one.
        if (others.finding == DiskCheck::Finding::Changed && !others.byIncluded)
            return {tl::unexpected(QString()), false, std::move(others)};
        over = origin->text;
    }
    std::optional<batch::Relocation> moved = relocation(source, origin, path);
    const batch::BatchSource &meant = moved ? moved->source : source;
    const config::BatchFile *known = baseFor(meant, origin, versions, config::formatFor(path));
    WrittenBatch written{config::saveBatchFile(meant, path, known, layout, over)};
    written.moved = std::move(moved);
    written.layout = layout;
    if (!written.file && known && layout == config::Layout::Kept)
        written.cleanHelps = config::needsCleanText(meant, *known);
    return written;
}

} // namespace ui
