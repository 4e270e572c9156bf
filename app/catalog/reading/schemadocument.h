// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace catalog {

/// An OpenAPI document whose schemas refer to one another.
class SchemaDocument
{
public:
    explicit SchemaDocument(QJsonObject document);

    /// A schema with its own reference (`$ref: "#/…"`) resolved, and with what it writes in a
    /// roundabout way brought together, where that means the same: `allOf` with one element, and
    /// `anyOf` or `oneOf` of something and null. What stands beside a reference holds as well. A
    /// reference that leads nowhere, or in a circle, says nothing. Nor does anything after some
    /// ten thousand steps: no model's document needs as many, but one that refers to itself in
    /// several ways would never end.
    QJsonObject flattened(const QJsonObject &schema);

private:
    QJsonObject target(const QString &reference) const;
    QJsonObject flattened(QJsonObject schema, int depth);
    /// `anyOf` or `oneOf` of something and null, as that something.
    std::optional<QJsonObject> withoutNull(const QJsonObject &schema, const QString &key,
                                           int depth);

    QJsonObject m_document;
    int m_steps = 0;
};

} // namespace catalog
