// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/models/jsonschema.h"

#include "sandbox/models/ownfault.h"

#include <QJsonArray>
#include <QStringList>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

/// Walks a value and its schema together.
class Walk
{
public:
    explicit Walk(const QJsonObject &document)
        : m_document(document)
    {
    }

    /// `followed`: the references that led from a schema of this very value to this one.
    QString fault(const QJsonValue &schema, const QJsonValue &value, const QString &name,
                  const QStringList &followed = {}) const;

private:
    QString referenceFault(const QJsonObject &schema, const QJsonValue &value, const QString &name,
                           QStringList followed) const;
    QString itemFault(const QJsonObject &schema, const QJsonArray &value,
                      const QString &name) const;
    QString propertyFault(const QJsonObject &schema, const QJsonObject &value,
                          const QString &name) const;
    QString combinationFault(const QJsonObject &schema, const QJsonValue &value,
                             const QString &name, const QStringList &followed) const;

    const QJsonObject &m_document;
};

QString Walk::fault(const QJsonValue &schema, const QJsonValue &value, const QString &name,
                    const QStringList &followed) const
{
    const QString title = name.isEmpty() ? u"the request"_s : name;
    if (schema.isBool())
        return schema.toBool() ? QString() : title + " is not allowed"_L1;
    const QJsonObject rules = schema.toObject();
    if (const QString own = ownFault(rules, value); !own.isEmpty())
        return title + u' ' + own;

    QString found = referenceFault(rules, value, name, followed);
    if (found.isEmpty() && value.isArray())
        found = itemFault(rules, value.toArray(), name);
    if (found.isEmpty() && value.isObject())
        found = propertyFault(rules, value.toObject(), name);
    return found.isEmpty() ? combinationFault(rules, value, name, followed) : found;
}

QString Walk::referenceFault(const QJsonObject &schema, const QJsonValue &value,
                             const QString &name, QStringList followed) const
{
    const QString reference = schema["$ref"_L1].toString();
    // A schema that is defined by itself says no more the second time.
    if (reference.isEmpty() || followed.contains(reference))
        return {};
    followed.append(reference);
    return fault(referred(reference, m_document), value, name, followed);
}

QString Walk::itemFault(const QJsonObject &schema, const QJsonArray &value,
                        const QString &name) const
{
    if (!schema.contains("items"_L1))
        return {};
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QString found = fault(schema["items"_L1], value[i], u"%1[%2]"_s.arg(name).arg(i));
        if (!found.isEmpty())
            return found;
    }
    return {};
}

QString Walk::propertyFault(const QJsonObject &schema, const QJsonObject &value,
                            const QString &name) const
{
    const auto within = [&](const QString &key) {
        return name.isEmpty() ? key : name + u'.' + key;
    };
    const QJsonArray required = schema["required"_L1].toArray();
    for (const QJsonValue &key : required) {
        if (key.isString() && !value.contains(key.toString()))
            return within(key.toString()) + " is required"_L1;
    }
    const QJsonObject properties = schema["properties"_L1].toObject();
    const QJsonValue others = schema["additionalProperties"_L1];
    for (auto member = value.begin(); member != value.end(); ++member) {
        const auto property = properties.constFind(member.key());
        const QJsonValue rules = property == properties.constEnd() ? others : *property;
        const QString found = fault(rules, member.value(), within(member.key()));
        if (!found.isEmpty())
            return found;
    }
    return {};
}

QString Walk::combinationFault(const QJsonObject &schema, const QJsonValue &value,
                               const QString &name, const QStringList &followed) const
{
    const auto faults = [&](QLatin1StringView keyword) {
        QStringList found;
        const QJsonArray schemas = schema[keyword].toArray();
        for (const QJsonValue &each : schemas)
            found.append(fault(each, value, name, followed));
        return found;
    };
    const QStringList all = faults("allOf"_L1);
    for (const QString &found : all) {
        if (!found.isEmpty())
            return found;
    }
    const QStringList any = faults("anyOf"_L1);
    if (!any.isEmpty() && !any.contains(QString()))
        return any.join(u", or "_s);
    const QStringList one = faults("oneOf"_L1);
    if (!one.isEmpty() && !one.contains(QString()))
        return one.join(u", or "_s);
    if (one.count(QString()) > 1) {
        return u"%1 must match exactly one of %2 schemas, and matches %3"_s
            .arg(name.isEmpty() ? u"the request"_s : name)
            .arg(one.size())
            .arg(one.count(QString()));
    }
    return {};
}

} // namespace

QString schemaFault(const QJsonObject &schema, const QJsonValue &value, const QString &name,
                    const QJsonObject &document)
{
    return Walk(document).fault(schema, value, name);
}

QJsonObject referred(const QString &reference, const QJsonObject &document)
{
    QStringList steps = reference.split(u'/');
    if (steps.takeFirst() != "#"_L1)
        return {};
    QJsonValue place = document;
    for (QString &step : steps)
        place = place[step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1)];
    return place.toObject();
}

} // namespace sandbox
