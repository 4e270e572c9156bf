// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/resume/history.h"

#include "media/fileformat.h"
#include "media/filestructure.h"

#include <QDir>
#include <QFileInfo>

namespace engine {

using batch::JobState;

namespace {

bool isThere(const QString &path)
{
    const media::FileFormat format = media::formatOfFile(path);
    return format != media::FileFormat::Unknown && media::isWhole(path, format);
}

/// Where the file is now, if its folder went elsewhere as a whole; else empty.
QString movedTo(const QString &path, const QString &outputDir)
{
    const QDir was = QFileInfo(path).dir();
    if (was.exists())
        return {};
    const QString now = QDir(outputDir).filePath(was.dirName() + u'/' + QFileInfo(path).fileName());
    return isThere(now) ? now : QString();
}

void verify(Standing &standing, const QString &outputDir)
{
    batch::JobResult &result = standing.result;
    if (result.state != JobState::Succeeded && result.state != JobState::Downloading)
        return;
    for (batch::Output &output : result.outputs) {
        if (output.path.isEmpty() || isThere(output.path))
            continue;
        if (const QString moved = movedTo(output.path, outputDir); !moved.isEmpty()) {
            output.path = moved;
            continue;
        }
        // While it was being fetched, the name was written down before the file had it.
        if (result.state == JobState::Succeeded)
            standing.missingFiles.append(output.path);
        output.path.clear();
    }
    if (!standing.missingFiles.isEmpty()) {
        result.state = JobState::Downloading;
        result.finishedAt = {};
    }
}

} // namespace

void verifyFiles(History &history, const QString &outputDir)
{
    for (Standing &standing : history.jobs)
        verify(standing, outputDir);
    for (Standing &standing : history.orphans)
        verify(standing, outputDir);
}

} // namespace engine
