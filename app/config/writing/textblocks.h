// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace config {

/// Where one entry of a block-style mapping or list stands in a text. All offsets are bytes.
struct TextBlock
{
    qsizetype lead = 0;  ///< begin of the comment and blank lines before it
    qsizetype line = 0;  ///< begin of its first line
    qsizetype begin = 0; ///< its first character, behind the indentation
    qsizetype end = 0;   ///< behind its last line
};

/// Cuts the text from `begin` to `end` at the entries that start at `starts`, each at `column` of
/// its line. Blank lines, and comments that are indented no further than the entries, belong to
/// the entry below them; what is left behind the last entry goes from its end to `end`. Nothing
/// where an entry doesn't begin its line.
std::optional<std::vector<TextBlock>> cutBlocks(const QByteArray &text,
                                                const std::vector<qsizetype> &starts,
                                                qsizetype column, qsizetype begin, qsizetype end);

/// How far the blank lines that `text` has from `begin` on reach.
qsizetype endOfBlankLines(const QByteArray &text, qsizetype begin, qsizetype end);

/// Begin of the line that `at` stands in.
qsizetype lineBegin(const QByteArray &text, qsizetype at);

} // namespace config
