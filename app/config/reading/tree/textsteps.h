// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace config {

/// Thrown where a text can't be followed by its tree: it is then not edited at all.
struct LostTrack
{
    qsizetype at = 0;
};

/// Steps through the text of a YAML file, from one offset to another. All offsets are bytes.
class TextSteps
{
public:
    explicit TextSteps(const QByteArray &text);

    const QByteArray &text() const { return m_text; }
    char at(qsizetype at) const { return at < m_text.size() ? m_text[at] : '\0'; }
    /// Spaces, tabs and line breaks.
    static bool isWhite(char c);

    /// Past spaces, line breaks and comments.
    qsizetype skipFiller(qsizetype at) const;
    /// Past spaces and tabs.
    qsizetype skipSpaces(qsizetype at) const;
    /// Whether a tag or an anchor begins at `at`.
    bool isProperty(qsizetype at) const { return this->at(at) == '&' || this->at(at) == '!'; }
    /// Behind the tag or anchor that begins at `at`.
    qsizetype propertyEnd(qsizetype at) const;
    /// Past the tags and anchors before a value.
    qsizetype skipProperties(qsizetype at) const;
    qsizetype lineBegin(qsizetype at) const;
    /// Behind the line break of the line that `at` stands in, or the end of the text.
    qsizetype nextLine(qsizetype at) const;

    /// Behind what has no white space and no sign of a flow collection in it.
    qsizetype word(qsizetype at) const;
    /// Behind the quotes that begin at `at`. Throws LostTrack where they don't end.
    qsizetype quotedEnd(qsizetype at) const;
    /// The same, and -1 where they don't.
    qsizetype closing(qsizetype at) const;
    /// Behind the text of an unquoted scalar, which has the characters of its value: only the
    /// white space between them differs. Throws LostTrack where others do.
    qsizetype matched(const QByteArray &value, qsizetype at) const;

private:
    QByteArray m_text;
};

} // namespace config
