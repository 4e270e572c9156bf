// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"

#include <QString>

#include <tl/expected.hpp>

#include <optional>

namespace account {

/// What a person has chosen for all batches, in the window and in the terminal alike: kept in the
/// user's settings (`Rushes/Rushes.conf`), which never hold a key.
struct Preferences
{
    /// What all batches may cost in a calendar month; nothing: no limit. Zero: nothing may be
    /// spent.
    std::optional<batch::Cost> monthlyLimit;
    /// Takes up what is paid for and not fetched as soon as a batch is opened, without a question.
    bool resumesByItself = false;

    friend bool operator==(const Preferences &, const Preferences &) = default;
};

/// As they stand on the disk now; a value that can't be read counts as not set.
Preferences preferences();
/// Writes all of them at once, by way of a temporary file. The error, for people, says why they
/// could not be kept.
tl::expected<void, QString> setPreferences(const Preferences &preferences);

} // namespace account
