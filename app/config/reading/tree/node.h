// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace config {

struct Node;
using NodePtr = std::shared_ptr<const Node>;

/// One `key: value` of a mapping.
struct Entry
{
    QString key;
    NodePtr value;
    int at = 0;          ///< the key's offset in the text, in bytes
    bool merged = false; ///< came by a merge key: it stands in another mapping
};

/// A value as a YAML or JSON file says it, with the place where it stands: the tree that both
/// formats are read into and written from. Mappings keep the order of their keys. A file may have
/// a million of them, so what few have stands apart.
struct Node
{
    enum class Kind : quint8 {
        Null,
        Plain, ///< a word without quotes: a number, true, or (in YAML) text
        Text,  ///< quoted or block text: never a number
        List,
        Map,
    };

    /// A key that stands twice in a mapping.
    struct Repeat
    {
        QString key;
        int first = 0; ///< offsets, in bytes
        int again = 0;
    };

    /// A merge key (`<<`).
    struct Merge
    {
        NodePtr source; ///< a mapping or a list of mappings
        int at = 0;     ///< the key's offset, in bytes
    };

    Kind kind = Kind::Null;
    bool flow = false;          ///< a list or mapping in brackets
    bool alias = false;         ///< stands here as `*name`: the rest is as the anchor's value
    bool hasRepeats = false;    ///< some key stands twice, in here or further in
    int at = 0;                 ///< offset of its tag, anchor or text, in bytes
    int size = 1;               ///< nodes in here, each alias counted as what it stands for
    quint16 depth = 1;          ///< of values in values; of one that holds none 1
    QString text;               ///< of a Plain or Text
    std::vector<NodePtr> items; ///< of a List
    std::vector<Entry> entries; ///< of a Map, each key once, merge keys resolved

    /// Of a Map.
    const std::vector<Repeat> &repeats() const;
    /// Of a Map, in the order of the text.
    const std::vector<Merge> &merges() const;
    /// While the node is built, before it is copied.
    void add(Repeat repeat);
    void add(Merge merge);

    const Entry *find(QStringView key) const;

private:
    struct Seldom;
    std::shared_ptr<Seldom> m_seldom;
};

struct Tree
{
    NodePtr root;
    bool references = false; ///< anchors, aliases or merge keys were used
};

/// Why a text is no tree.
struct TreeError
{
    int at = -1; ///< offset in bytes; -1: the file as a whole
    QString message;
};

/// The text as it is: QString takes a byte order mark at the beginning away.
QString textFromUtf8(QByteArrayView utf8);

NodePtr plainNode(const QString &text);
NodePtr textNode(const QString &text);
NodePtr nodeFromJson(const QJsonValue &value);
NodePtr mapNode(std::vector<Entry> entries);
QJsonValue toJson(const Node &node);
/// The same of some entries.
QJsonObject toObject(std::vector<const Entry *> entries);
/// Whether both say the same value; places and styles don't count, the order of keys does.
bool sameValue(const Node &a, const Node &b);

/// A Plain or Text.
bool isScalar(const Node &node);
/// A List or Map that holds something.
bool isFilled(const Node &node);
/// Whether a plain word is a number as JSON and YAML 1.2 write it.
bool isNumber(QStringView plain);
/// Whether a plain word is a number or a switch, and text only for those who ask for text.
bool isTyped(const QString &plain);
/// Its value where that is a whole one, also of 1024.0 and 1e3.
std::optional<qint64> wholeNumber(const QString &number);
/// Shortest text that reads back as the same number.
QString numberText(double value);

} // namespace config
