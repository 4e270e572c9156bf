// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/writing/batchcontent.h"
#include "config/writing/textblocks.h"
#include "config/writing/yamltext.h"

namespace config {

/// A text that is put together from slices of an older one and from new lines, which get the
/// older one's line breaks.
class SpliceText
{
public:
    explicit SpliceText(const QByteArray &source);

    const QByteArray &source() const { return m_source; }
    const QByteArray &result() const { return m_result; }

    /// Lines of the source as they are. A line that has no break yet (the source's last) gets one.
    void appendLines(qsizetype begin, qsizetype end);
    /// New lines, or the rest of one, with `\n` breaks.
    void appendNew(const QByteArray &text);
    /// An entry behind its indentation: the source's where it says the same, else anew. `block`
    /// (null for a new entry) is where the entry stands in the source.
    void appendEntry(const Piece &piece, const TextBlock *block, int column, TextStyle style);

private:
    void append(QByteArrayView text);
    QByteArray commentBehind(const Node &value, const TextBlock &block) const;

    QByteArray m_source;
    QByteArray m_lineBreak;
    QByteArray m_result;
};

} // namespace config
