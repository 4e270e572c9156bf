// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/reading/tree/jsontext.h"
#include "config/writing/edit/anchors.h"
#include "config/writing/edit/blockunits.h"
#include "config/writing/edit/editedtext.h"
#include "config/writing/edit/flowunits.h"
#include "config/writing/edit/spans.h"
#include "config/writing/scalars/scalartext.h"
#include "config/writing/yamltext.h"

#include <vector>

namespace config {

/// Puts a new text together while it walks the old tree beside the wanted one (editedtext.h).
/// Throws LostTrack.
class TreeEditor
{
public:
    TreeEditor(const QByteArray &text, bool isJson, const Tree &tree, const WantedTree &wanted);

    QByteArray run();

private:
    /// One item or entry of a list or mapping that is about to be written.
    struct Slot
    {
        int old = -1;     ///< which of the old parts it is; -1: new
        int pattern = -1; ///< of a new item: the old part whose style it takes; -1: none
        QString key;      ///< of a mapping
        NodePtr value;

        bool isNew() const { return old < 0; }
    };

    // treeeditor.cpp: values that stay
    void value(const Part &part, const NodePtr &now, const ScalarPlace &place, qsizetype lineEnd);
    void keepCollection(const Part &part, const NodePtr &now, const ScalarPlace &place,
                        qsizetype lineEnd);
    void keepValue(const Part &part, const NodePtr &now, qsizetype lineEnd);
    QByteArray properties(const Part &part, const NodePtr &now, qsizetype begin, qsizetype end);
    bool isSame(const Node &old, const Node &now) const;
    bool staysCollection(const Node &old, const Node &now) const;
    qsizetype linesBegin(const Part &part) const;

    // replacing.cpp: values that become others
    void replaceValue(const Part &part, const NodePtr &now, const ScalarPlace &place,
                      qsizetype lineEnd);
    void replaceInFlow(const Part &part, const NodePtr &now);
    QByteArray newLines(const Part &part, const Node &now, const ScalarPlace &place,
                        const QByteArray &comment) const;
    void keepSections(const Part &part, qsizetype lineEnd);
    QByteArray anchorFor(const Part &part, const NodePtr &now);
    QByteArray spaceBefore(const Part &part) const;
    QByteArray fillerBefore(const Part &part) const;
    QByteArray commentBehind(const Part &part) const;

    // sequence.cpp: which items and entries, in which order
    std::vector<Slot> slotsFor(const Node &old, const Node &now, const std::vector<Part> &parts);
    std::vector<Slot> mapSlots(const Node &old, const Node &now, const std::vector<Part> &parts);
    std::vector<Slot> listSlots(const Node &old, const Node &now);
    bool hasComment(const Part &part) const;
    static int patternFor(const Node &old, const std::vector<Slot> &sequence, size_t index);
    static std::vector<bool> stable(const std::vector<Slot> &sequence);

    // blockeditor.cpp
    void block(const Node &old, const Node &now, qsizetype begin, qsizetype end, bool isFile);
    QByteArray gapAbove(const BlockUnits &units, const std::vector<Slot> &sequence, size_t index,
                        bool isStable, int lastStable) const;
    QByteArray usualGap(const BlockUnits &units, const Slot &slot) const;
    void oldUnit(const BlockUnits &units, const Slot &slot, const Node &old, bool isBesideDash);
    void newUnit(const BlockUnits &units, const Slot &slot, const Node &old, bool isBesideDash);

    // floweditor.cpp
    void flow(const Node &old, const Node &now);
    bool isOnLines(const FlowUnits &units) const;
    QByteArray leadOf(const FlowUnits &units, const std::vector<Slot> &sequence,
                      size_t index) const;
    void flowPart(const FlowUnits &units, const Slot &slot, const Node &old);
    void flowTail(const FlowUnits &units, const Slot &slot, bool hasComma);
    void breakBehindComment(const QByteArray &next, qsizetype near);
    QByteArray newFlowKey(const FlowUnits &units, const QString &key) const;

    // newvalues.cpp: styles of what is new
    QByteArray newEntry(const Slot &slot, const Node &map, int column);
    QByteArray newFlowValue(const Node &value, const ScalarStyle &style) const;
    ScalarStyle styleOf(const Node &scalar, int column) const;
    int columnOf(const Node &value) const;
    ScalarStyle styleForKey(const QString &key, const Node &value) const;
    bool hasKeyAnchor(const Part &part) const;
    void defineKeyAnchor(const Part &part);
    void learnHabits(const Tree &tree);

    void keep(qsizetype begin, qsizetype end);
    /// New text with `\n` breaks, which become those of the lines around `near`.
    void add(const QByteArray &text, qsizetype near);
    void endLine(qsizetype near);
    QByteArray lineBreakAt(qsizetype near) const;

    Spans m_spans;
    const QByteArray &m_text;
    const WantedTree &m_wanted;
    const NodePtr m_root;
    const bool m_isJson;
    const bool m_hasReferences;
    Anchors m_anchors;
    YamlHabits m_habits;
    JsonHabits m_jsonHabits;
    bool m_isCopy = false;
    bool m_keepsBlankLines = false; ///< the last text written counts the blank lines below it
    bool m_endsInComment = false;   ///< the last item between brackets has a comment behind it
    bool m_isOnLines = false; ///< the items between the brackets at hand have lines of their own
    const Node *m_siblings = nullptr; ///< the list around the mapping that is being written
    size_t m_sibling = 0;             ///< which of its items that is
    QByteArray m_out;
};

} // namespace config
