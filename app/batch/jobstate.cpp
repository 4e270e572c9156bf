// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/jobstate.h"

#include <QCoreApplication>

namespace batch {

bool mayBecome(JobState from, JobState to)
{
    switch (from) {
    case JobState::Draft:
        // A resumed job begins where the ledger last saw it.
        return to == JobState::Waiting || to == JobState::Generating || to == JobState::Downloading
            || to == JobState::Unresolved || to == JobState::Succeeded;
    case JobState::Waiting:
        return to == JobState::Submitting || to == JobState::Cancelled || to == JobState::Failed;
    case JobState::Submitting:
        return to == JobState::Generating || to == JobState::Waiting || to == JobState::Failed
            || to == JobState::Unresolved || to == JobState::Cancelled;
    case JobState::Generating:
        // A failed generation is refunded, so it may wait for another attempt.
        return to == JobState::Downloading || to == JobState::Failed || to == JobState::Waiting;
    case JobState::Downloading:
        // An expired link is renewed by asking the prediction once more.
        return to == JobState::Succeeded || to == JobState::Generating || to == JobState::Failed;
    case JobState::Succeeded:
    case JobState::Failed:
    case JobState::Cancelled:
        return to == JobState::Waiting || to == JobState::Draft;
    case JobState::Unresolved:
        return to == JobState::Waiting || to == JobState::Draft || to == JobState::Generating;
    }
    return false;
}

bool isFinal(JobState state)
{
    return state == JobState::Succeeded || state == JobState::Failed || state == JobState::Cancelled
        || state == JobState::Unresolved;
}

bool holdsSlot(JobState state)
{
    return state == JobState::Submitting || state == JobState::Generating;
}

bool isActive(JobState state)
{
    return holdsSlot(state) || state == JobState::Downloading;
}

bool isOpen(JobState state)
{
    return isActive(state) || state == JobState::Unresolved;
}

bool bindsMoney(JobState state)
{
    return state == JobState::Succeeded || isOpen(state);
}

QString toKey(JobState state)
{
    switch (state) {
    case JobState::Draft:
        return QStringLiteral("draft");
    case JobState::Waiting:
        return QStringLiteral("waiting");
    case JobState::Submitting:
        return QStringLiteral("submitting");
    case JobState::Generating:
        return QStringLiteral("generating");
    case JobState::Downloading:
        return QStringLiteral("downloading");
    case JobState::Succeeded:
        return QStringLiteral("succeeded");
    case JobState::Failed:
        return QStringLiteral("failed");
    case JobState::Cancelled:
        return QStringLiteral("cancelled");
    case JobState::Unresolved:
        return QStringLiteral("unresolved");
    }
    return {};
}

QString toDisplay(JobState state)
{
    const auto words = [](const char *text) {
        return QCoreApplication::translate("batch::JobState", text);
    };
    switch (state) {
    case JobState::Draft:
        return words(QT_TRANSLATE_NOOP("batch::JobState", "Draft"));
    case JobState::Waiting:
        return words(QT_TRANSLATE_NOOP("batch::JobState", "Waiting"));
    case JobState::Submitting:
        return words(QT_TRANSLATE_NOOP("batch::JobState", "Submitting"));
    case JobState::Generating:
        return words(QT_TRANSLATE_NOOP("batch::JobState", "Generating"));
    case JobState::Downloading:
        return words(QT_TRANSLATE_NOOP("batch::JobState", "Downloading"));
    case JobState::Succeeded:
        return words(QT_TRANSLATE_NOOP("batch::JobState", "Succeeded"));
    case JobState::Failed:
        return words(QT_TRANSLATE_NOOP("batch::JobState", "Failed"));
    case JobState::Cancelled:
        return words(QT_TRANSLATE_NOOP("batch::JobState", "Cancelled"));
    case JobState::Unresolved:
        return words(QT_TRANSLATE_NOOP("batch::JobState", "Unresolved"));
    }
    return {};
}

} // namespace batch
