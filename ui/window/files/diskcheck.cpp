// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/files/diskcheck.h"

#include <QFile>
#include <QFileInfo>

namespace ui {

using Finding = DiskCheck::Finding;

DiskCheck checkOnDisk(const config::BatchFile &known)
{
    if (!QFileInfo(known.path).isFile())
        return {Finding::Gone};
    QFile file(known.path);
    const bool sameText = file.open(QIODevice::ReadOnly) && file.size() == known.text.size()
        && file.readAll() == known.text;
    if (sameText && known.includedFiles.isEmpty())
        return {Finding::Same};
    auto read = config::readBatchFile(known.path);
    if (sameText && read && read->source.included == known.source.included)
        return {Finding::Same};
    return {Finding::Changed, std::move(read), sameText};
}

} // namespace ui
