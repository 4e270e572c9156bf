// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "batch/jobstate.h"
#include "engine/progress.h"

#include <QList>
#include <QString>

#include <functional>

namespace ui {

/// How a job of the document stands at this moment, as RunSession tells it.
struct Standing
{
    batch::JobState state = batch::JobState::Draft;
    const engine::JobProgress *progress = nullptr; ///< null for a Draft
    double fraction = 0;                           ///< 0 to 1, how far along
};

/// The results pane's one source of what became of a job.
using StandingOf = std::function<Standing(batch::JobId)>;

/// One picture or clip in the gallery, or the place where one will be or would have been.
struct Tile
{
    batch::JobId job{};
    int output = 0; ///< which of the job's files
    QString path;   ///< of the file; empty where there is none (yet)
    batch::JobState state = batch::JobState::Draft;

    friend bool operator==(const Tile &, const Tile &) = default;
};

/// A job's tiles: one for each of its files; one while it is made; one where it failed or nobody
/// knows. None for a job that no run has begun.
QList<Tile> tilesOf(batch::JobId job, const Standing &standing);

/// What the preview says of one tile, or of a job that has none.
struct Subject
{
    Tile tile;
    batch::MediaType type = batch::MediaType::Image;
    QString name;
    QString model;
    QString prompt;
    batch::Cost cost;
    bool costIsGuess = false;
    double generationTime = 0;    ///< s; 0 where it hasn't ended
    catalog::TypicalTime typical; ///< s
    double fraction = 0;          ///< 0 to 1
    QString words;                ///< why it failed, or what it waits for

    friend bool operator==(const Subject &, const Subject &) = default;
};

/// `tile` must be one of the job's, or name only the job where it has none.
Subject subjectOf(const batch::Job &job, const Tile &tile, const Standing &standing);

} // namespace ui
