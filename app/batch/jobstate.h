// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace batch {

/// Where a job stands in its life (docs/architecture.md: "A job's life"). A run that ends may leave
/// a job Generating or Downloading: it was paid for and can be taken up again.
enum class JobState {
    Draft,       ///< being written; no run knows it
    Waiting,     ///< in a run, not submitted yet; costs nothing so far
    Submitting,  ///< the request is on its way
    Generating,  ///< accepted: the server has it, and it is (or will be) paid for
    Downloading, ///< finished at the server, being fetched
    Succeeded,   ///< every output is on disk, whole
    Failed,      ///< ended without a result; nothing was charged
    Cancelled,   ///< taken out of a run before it was submitted
    Unresolved,  ///< nobody knows whether it was accepted; a person decides
};

inline constexpr JobState allJobStates[] = {
    JobState::Draft,      JobState::Waiting,     JobState::Submitting,
    JobState::Generating, JobState::Downloading, JobState::Succeeded,
    JobState::Failed,     JobState::Cancelled,   JobState::Unresolved};

/// Whether a job may pass from one state to the other. Nothing that was (or may have been) paid
/// for leads back to Waiting by itself: only Failed and Cancelled jobs, which cost nothing, and
/// Submitting ones that were certainly not accepted.
bool mayBecome(JobState from, JobState to);

/// Nothing more happens to the job unless a person asks for it.
bool isFinal(JobState state);
/// The job takes one of the run's slots (`max_workers`).
bool holdsSlot(JobState state);
/// The job is being worked on: Submitting, Generating or Downloading.
bool isActive(JobState state);
/// It may still cost something, and its result may still come: it is active, or Unresolved.
bool isOpen(JobState state);
/// It has cost something, or may have: it has succeeded, or is open.
bool bindsMoney(JobState state);

/// One word for machines, never translated: "succeeded", "generating", …
QString toKey(JobState state);
/// The state as a person reads it, in the interface language.
QString toDisplay(JobState state);

} // namespace batch

Q_DECLARE_METATYPE(batch::JobState)
