// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace batch {

/// Which braces mean something in a text.
enum class Braces {
    Names,          ///< `{word}`
    NamesAndChoices ///< and `{this|that}`, as in a prompt
};

/// One piece of a text with braces.
struct TextPart
{
    enum class Kind {
        Plain,    ///< `text` as it stands
        Variable, ///< `{text}`
        Choice,   ///< `{this|that}`
    };
    Kind kind = Kind::Plain;
    QString text;
    QStringList choices; ///< of a Choice, trimmed
};

/// A text with braces, read once and put together for every job that it makes.
///
///     a {colour} shoe on {wood|stone}     a variable, a choice of two
///     a {{colour}} shoe on {{wood|stone}} the same, but for one pair of braces, as plain text
///
/// A word is letters of any script, digits, `_` and `-`. A choice has a `|` and neither braces nor
/// `"` inside. All other braces are plain text: prompts are JSON sometimes.
class BracedText
{
public:
    BracedText(const QString &text, Braces braces);

    /// Whether the text is other than what it makes.
    bool isPlain() const { return m_isPlain; }
    /// The variables it refers to, each once, in the order of the text.
    QStringList variables() const;
    /// Its choices in the order of the text.
    QList<QStringList> choices() const;

    /// How many characters with() makes.
    qint64 sizeWith(const Variables &values) const;
    /// The text with `values` in it; a variable without one stays as it is written. The choices
    /// are named as choiceName() does.
    QString with(const Variables &values) const;

private:
    template <typename Take>
    void eachPiece(const Variables &values, Take take) const;

    QList<TextPart> m_parts;
    bool m_isPlain = true;
};

/// What the choice at `index` is called: choice, choice2, choice3, …
QString choiceName(qsizetype index);
/// Whether that is a name that choices and takes have.
bool isReservedName(const QString &name);
/// Whether a text can name a variable.
bool isWord(QStringView text);

/// The text that makes `plain`: braces that would mean something are doubled.
QString withoutMeaning(const QString &plain, Braces braces);

} // namespace batch
