// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/jobstate.h"
#include "catalog/estimate.h"

#include <QList>
#include <QString>

namespace ui {

class BatchDocument;
class RunSession;

/// The jobs that an entry or an included file makes, as a whole: what its row shows of them. How
/// they stand and what they cost counts those that are switched on, or all where none is.
struct RowSummary
{
    int jobs = 0;
    int enabled = 0;
    int counted = 0; ///< those that the figures below are of
    int done = 0;
    int failed = 0;
    int unresolved = 0;
    int underWay = 0; ///< submitted, being generated, or fetched
    int waiting = 0;
    int kept = 0; ///< not made yet, and errors keep them from running
    catalog::Estimate cost;
    QString model; ///< an id; of all: empty where `models` is not 1
    int models = 0;
    QString size; ///< as its column shows it; of all: empty where `sizes` is not 1
    int sizes = 0;
    QString firstError; ///< of a job that was tried and failed, or that can't be

    /// How they stand in one word.
    batch::JobState state() const;
    /// Some have begun, and it makes sense to count.
    bool isBegun() const { return done + failed + unresolved + underWay + waiting > 0; }
    double fraction() const { return counted > 0 ? static_cast<double>(done) / counted : 0; }
};

/// Of `count` jobs of batch().jobs from `first` on. Without a session all are drafts.
RowSummary summaryOf(const BatchDocument &document, const RunSession *session, int first,
                     int count);

} // namespace ui
