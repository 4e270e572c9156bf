// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/expansion/expand.h"

#include <QJsonValue>
#include <QString>

#include <optional>
#include <utility>

namespace batch {

/// How much text, in characters, the entries of a batch may still be made with. A few lines of
/// variables in variables, or of defaults for thousands of jobs, can stand for more than a machine
/// has memory: whatever is read or made for each job anew takes its room here before it is.
class TextRoom
{
public:
    static constexpr qint64 longest = 1'000'000; ///< of one text
    static constexpr qint64 most = 64'000'000;   ///< of all together

    /// For one text, which stands at `key`. False: there is no room, and isShort() from now on.
    bool take(qint64 characters, const QString &key);
    /// For many things at once, such as parameters (weightOf).
    bool takeWeight(qint64 weight, const QString &key);

    /// Whether a misspelled name may still be compared with so many others. Where it may not, the
    /// entry is none the worse for it.
    bool mayGuess(qint64 names);

    bool isShort() const { return m_problem.has_value(); }
    /// What there was no room for. The next entry may need less.
    std::optional<EntryProblem> takeProblem() { return std::exchange(m_problem, std::nullopt); }

private:
    void say(const QString &key, const QString &message);

    qint64 m_left = most;
    qint64 m_guesses = 500'000;
    std::optional<EntryProblem> m_problem;
};

/// What a copy of a value takes in characters: each value within as much as a short text.
qint64 weightOf(const QJsonValue &value);

} // namespace batch
