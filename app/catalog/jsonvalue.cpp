// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/jsonvalue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace catalog {

using namespace Qt::StringLiterals;

QString numberText(double value)
{
    return QString::number(value, 'g', 15);
}

QString compactJson(const QJsonValue &value)
{
    // QJsonDocument takes lists and objects only.
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(1, json.size() - 2));
}

QString valueText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().isEmpty() ? u"\"\""_s : value.toString();
    if (value.isDouble())
        return numberText(value.toDouble());
    return compactJson(value);
}

bool sameValue(const QJsonValue &a, const QJsonValue &b)
{
    if (a.type() != b.type())
        return false;
    if (a.isDouble())
        return a.toDouble() == b.toDouble();
    if (a.isArray()) {
        const QJsonArray left = a.toArray();
        const QJsonArray right = b.toArray();
        return std::equal(left.begin(), left.end(), right.begin(), right.end(), sameValue);
    }
    if (a.isObject()) {
        const QJsonObject left = a.toObject();
        const QJsonObject right = b.toObject();
        if (left.size() != right.size())
            return false;
        for (auto it = left.begin(); it != left.end(); ++it) {
            if (!sameValue(it.value(), right.value(it.key())))
                return false;
        }
        return true;
    }
    return a == b;
}

} // namespace catalog
