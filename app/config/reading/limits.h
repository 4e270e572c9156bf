// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// How much a batch file may hold. What is refused when it is read is not written either.
namespace config::limits {

constexpr qint64 megabytes = 16; ///< of the text: 10,000 jobs with a page of prompt each
constexpr qsizetype size = megabytes * 1024 * 1024;
constexpr qsizetype lines = 1'000'000;
/// Keys and values, each alias counted as what it stands for: a few lines of aliases of aliases
/// can stand for more than a machine has memory.
constexpr int nodes = 500'000;
constexpr int depth = 1000; ///< of values in values

} // namespace config::limits
