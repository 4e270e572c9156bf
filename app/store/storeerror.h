// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <functional>
#include <utility>

namespace store {

/// Why the store does not have a fact; for people.
struct StoreError
{
    enum class Kind {
        Failed,       ///< it could not be kept
        MonthlyLimit, ///< the intent would pass its monthly limit
    };

    StoreError(QString text, Kind why = Kind::Failed)
        : message(std::move(text))
        , kind(why)
    {
    }

    QString message;
    Kind kind;
};

/// Whether the store has a fact.
using Done = std::function<void(const tl::expected<void, StoreError> &)>;

} // namespace store
