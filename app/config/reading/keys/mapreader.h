// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"
#include "config/batchfile.h"
#include "config/reading/findings.h"
#include "config/reading/tree/keyindex.h"
#include "config/reading/tree/node.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace config {

/// Takes typed values out of one mapping. A value of another type becomes an error that says what
/// was expected and what was found; a missing key is no error unless it is required.
class MapReader
{
public:
    /// `path` stands before the keys in messages ("jobs[2]."). Reports keys that stand twice.
    MapReader(const Node &map, Format format, const QString &path, Findings &findings);

    /// `expected` completes "Expected …": "a text, such as …".
    std::optional<QString> text(const QString &key, const QString &expected);
    std::optional<int> whole(const QString &key, const QString &expected);
    std::optional<qint64> largeWhole(const QString &key, const QString &expected);
    std::optional<double> number(const QString &key, const QString &expected);
    std::optional<bool> flag(const QString &key, const QString &expected);
    std::optional<batch::Cost> money(const QString &key, const QString &expected);
    std::optional<QJsonObject> object(const QString &key, const QString &expected);
    /// A list of one or more texts, numbers, true or false, as their texts.
    std::optional<QStringList> scalars(const QString &key, const QString &expected);
    /// A list of texts, none of them empty.
    std::optional<QStringList> texts(const QString &key, const QString &expected);
    /// A mapping with a reader of its own.
    std::optional<MapReader> within(const QString &key, const QString &expected);
    /// A list of mappings that say something; those items that are none are left out.
    std::vector<MapReader> mappings(const QString &key, const QString &expected);
    /// The value as it stands; null where the key is missing.
    const Node *node(const QString &key);
    bool has(const QString &key) const { return m_index.find(key) != nullptr; }
    /// All that it says, in its order.
    const std::vector<Entry> &entries() const { return m_map.entries; }

    /// A text that must be there.
    QString requiredText(const QString &key, const QString &expected);
    void missing(const QString &key, const QString &expected);

    /// Says that the value of a key is not what it should be.
    void wrong(const QString &key, const QString &expected);

    /// Says that a key is none.
    void wrongKey(const QString &key, const QString &expected);

    /// The keys that nobody asked for, each reported once, with the known key that it may be
    /// meant to be. Call it last.
    QJsonObject unknown(const QString &whose);

private:
    const Node *plain(const QString &key, const QString &expected);
    void wrongItem(const QString &key, qsizetype index, const QString &expected);
    void reportRepeats(const Node &node, const QString &path);
    void warnOfUnknown(const Entry &entry, const QString &whose, const QStringList &meant);

    const Node &m_map;
    KeyIndex<Entry> m_index;
    Format m_format;
    QString m_path;
    Findings &m_findings;
    QStringList m_known;
};

} // namespace config
