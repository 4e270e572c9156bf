// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QJsonValue>
#include <QString>

#include <memory>
#include <vector>

namespace config {

struct Node;
using NodePtr = std::shared_ptr<const Node>;

/// One `key: value` of a mapping.
struct Entry
{
    QString key;
    NodePtr value;
    int at = 0; ///< the key's offset in the text, in bytes
};

/// A value as a YAML or JSON file says it, with the place where it stands: the tree that both
/// formats are read into and written from. Mappings keep the order of their keys.
struct Node
{
    enum class Kind {
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

    Kind kind = Kind::Null;
    int at = 0;                  ///< offset in the text, in bytes
    bool flow = false;           ///< a list or mapping in brackets
    QString text;                ///< of a Plain or Text
    std::vector<NodePtr> items;  ///< of a List
    std::vector<Entry> entries;  ///< of a Map, each key once, merge keys resolved
    std::vector<Repeat> repeats; ///< of a Map
    qint64 size = 1;             ///< nodes in here, each alias counted as what it stands for

    const Entry *find(QStringView key) const;
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
QJsonValue toJson(const Node &node);
/// Whether both say the same value; places and styles don't count, the order of keys does.
bool sameValue(const Node &a, const Node &b);

/// Whether a plain word is a number as JSON and YAML 1.2 write it.
bool isNumber(QStringView plain);
/// Shortest text that reads back as the same number.
QString numberText(double value);

} // namespace config
