// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/reading/tree/node.h"
#include "config/writing/scalars/scalarstyle.h"

#include <QByteArray>

#include <optional>

namespace config {

/// How a file lays out what is new in it.
struct YamlHabits
{
    int step = 2;       ///< columns that a mapping below a key is indented by
    int listIndent = 2; ///< the same for the dashes of a list
    ScalarStyle::Kind texts = ScalarStyle::Kind::Plain; ///< of texts that fit on a line
};

/// A value as block-style YAML, from behind its colon or dash to the line break at the end. The
/// key or dash stands at `column`, from 0. `style` is for a text, where it has one.
QByteArray yamlValue(const Node &value, int column, bool inList, const YamlHabits &habits,
                     const std::optional<ScalarStyle> &style = std::nullopt);

/// `key: value`, from the key on.
QByteArray yamlEntry(const QString &key, const Node &value, int column, const YamlHabits &habits,
                     const std::optional<ScalarStyle> &style = std::nullopt);

/// A value on one line, lists and mappings in brackets.
QByteArray yamlLine(const Node &value, const ScalarStyle &style);

/// A key, in quotes where it needs them.
QByteArray yamlKey(const QString &key);

/// The style of a prompt that has no neighbour to follow: long ones are folded.
ScalarStyle promptStyle(const QString &text);

} // namespace config
