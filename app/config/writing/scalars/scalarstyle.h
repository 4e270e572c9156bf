// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace config {

/// How a text stands in a YAML file.
struct ScalarStyle
{
    enum class Kind {
        Plain,
        Single,  ///< 'in quotes'
        Double,  ///< "in quotes"
        Literal, ///< below a |
        Folded,  ///< below a >
    };

    Kind kind = Kind::Plain;
    int indent = 0;      ///< columns from the parent's column to that of further lines; 0: one line
    qsizetype width = 0; ///< columns of its longest line of several; 0: one line
    QStringList lines;   ///< of a block: its lines without indentation; a break ends each
    bool keepsEnd = false;   ///< a block's `+`
    bool saysIndent = false; ///< a block's digit
    QByteArray comment;      ///< a block's, behind its sign, with the spaces before

    bool isBlock() const { return kind == Kind::Literal || kind == Kind::Folded; }

    /// That of `scalar`, which begins behind tag and anchor. `column` is that of its key or dash.
    static ScalarStyle of(QByteArrayView scalar, int column);
};

} // namespace config
