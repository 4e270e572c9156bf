// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"
#include "config/batchfile.h"
#include "config/reading/findings.h"
#include "config/reading/node.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

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
    /// The value as it stands; null where the key is missing.
    const Node *node(const QString &key);

    /// A text that must be there.
    QString requiredText(const QString &key, const QString &expected);
    void missing(const QString &key, const QString &expected);

    /// Says that the value of a key is not what it should be.
    void wrong(const QString &key, const QString &expected);

    /// The keys that nobody asked for, each reported once, with the known key that it may be
    /// meant to be. Call it last.
    QJsonObject unknown(const QString &whose);

    /// The words for a value in "…, but found …".
    static QString describe(const Node &node);

private:
    const Node *plain(const QString &key, const QString &expected);
    void reportRepeats(const Node &node, const QString &path);

    const Node &m_map;
    Format m_format;
    QString m_path;
    Findings &m_findings;
    QStringList m_known;
};

} // namespace config
