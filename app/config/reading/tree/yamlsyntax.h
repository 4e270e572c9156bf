// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/reading/tree/node.h"

#include <QByteArray>

#include <optional>

namespace YAML {
class Exception;
}

namespace config {

/// What the parser complains about, where, and what to do, in words.
TreeError yamlSyntaxError(const YAML::Exception &exception, const QByteArray &text);

/// A line that the parser is better not given: longer than 1 MB, or with a thousand brackets open.
/// yaml-cpp keeps the whole line in memory, many times over, until it knows whether a bracket
/// begins a key.
std::optional<TreeError> refusedLine(const QByteArray &text);

/// Whether the quoted text that begins at `at` ends before the file does: yaml-cpp 0.7 takes the
/// end of the file for the missing quote. True for texts without quotes.
bool isQuoteClosed(const QByteArray &text, qsizetype at);
QString openQuoteMessage();

} // namespace config
