// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

namespace sheet {

/// Whether the character is among the thousand or so that most of a text in that script consists
/// of: running text, and the words of sheets and prompts (headings, colours, things, light).
bool isCommonTraditional(QChar c);
bool isCommonSimplified(QChar c);
bool isCommonJapanese(QChar c); ///< kanji; kana are known by their block

} // namespace sheet
