// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheet/table.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace sheet {

/// What becomes of a column.
struct ColumnUse
{
    enum class Kind {
        LeftOut,
        Field,     ///< a key of a job in the batch file: "prompt", "width", …
        Variable,  ///< `{name}` in the texts of the job
        Parameter, ///< a parameter of the model: `params: {name: …}`
    };

    Kind kind = Kind::LeftOut;
    QString name; ///< the key, the variable's or the parameter's name; empty for LeftOut

    /// "prompt", "{product}", "params.guidance"; empty for LeftOut. And back.
    QString toKey() const;
    static std::optional<ColumnUse> fromKey(const QString &key);

    friend bool operator==(const ColumnUse &, const ColumnUse &) = default;
};

/// One for each column, in order. No two columns have the same use (but left out).
using Mapping = QList<ColumnUse>;

/// The keys that a column may fill: name, type, model, prompt, …, count, enabled; and `size`, which
/// gives width and height in one cell ("1024 × 768").
QStringList fieldKeys();
/// The field as people call it, in the interface language: "Prompt", "Aspect ratio".
QString fieldTitle(const QString &key);

/// A heading as a variable's name: "Product Name (EN)" → "product-name-en". Letters of any
/// script, digits, `_` and `-` stay; empty where nothing is left.
QString variableName(const QString &heading);
/// The same for a column, from 0: one without a usable heading is called "column3".
QString columnVariable(const QString &heading, qsizetype column);

/// What the columns most likely are. By the headings: the names of a job's keys in English,
/// Chinese and Japanese ("Prompt", "提示詞", "宽度", "長寬比", …), where most of the cells can be
/// such a value; `params.x` or `params x`. All others become variables. Columns without a single
/// text are left out, and those of an export that say how the jobs stood. Goes through the whole
/// table: not for a window's thread.
Mapping guessMapping(const Table &table);

/// What is wrong with a mapping, in the interface language: two columns become the same. Empty:
/// nothing.
QString faultOf(const Mapping &mapping, const Table &table);

/// A column as people call it: its heading in quotes, or "Column 3".
QString columnTitle(const Table &table, qsizetype column);

} // namespace sheet
