// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/gallery/tile.h"

namespace ui {

namespace {

/// Whether a job in this state has a place in the gallery even without a file.
bool hasPlace(const Standing &standing)
{
    switch (standing.state) {
    case batch::JobState::Draft:
    case batch::JobState::Cancelled:
    case batch::JobState::Succeeded:
        return false;
    case batch::JobState::Waiting:
        // Between two attempts it keeps its place.
        return standing.progress && standing.progress->result.attempts > 0;
    case batch::JobState::Submitting:
    case batch::JobState::Generating:
    case batch::JobState::Downloading:
    case batch::JobState::Failed:
    case batch::JobState::Unresolved:
        return true;
    }
    return false;
}

} // namespace

QList<Tile> tilesOf(batch::JobId job, const Standing &standing)
{
    const QList<batch::Output> outputs =
        standing.progress ? standing.progress->result.outputs : QList<batch::Output>();
    const bool placeHeld = hasPlace(standing);
    QList<Tile> tiles;
    for (int i = 0; i < outputs.size(); ++i) {
        if (placeHeld || !outputs.at(i).path.isEmpty())
            tiles.append(Tile{job, i, outputs.at(i).path, standing.state});
    }
    if (tiles.isEmpty() && placeHeld)
        tiles.append(Tile{job, 0, QString(), standing.state});
    return tiles;
}

Subject subjectOf(const batch::Job &job, const Tile &tile, const Standing &standing)
{
    Subject subject;
    subject.tile = tile;
    subject.tile.job = job.id;
    subject.tile.state = standing.state;
    subject.type = job.type;
    subject.name = job.name;
    subject.model = job.model;
    subject.prompt = job.prompt;
    subject.fraction = standing.fraction;
    if (!standing.progress)
        return subject;

    // The job may have been edited since its run: what was made is what counts.
    const batch::JobResult &result = standing.progress->result;
    subject.type = result.type;
    if (!result.model.isEmpty())
        subject.model = result.model;
    subject.cost = result.cost;
    subject.costIsGuess = result.costIsGuess;
    if (standing.state == batch::JobState::Succeeded)
        subject.generationTime = result.generationTime;
    subject.typical = standing.progress->typical;
    subject.words = result.error.isEmpty() ? standing.progress->note : result.error;
    return subject;
}

} // namespace ui
