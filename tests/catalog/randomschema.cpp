// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/randomschema.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

const QStringList types{u"string"_s, u"integer"_s, u"number"_s, u"boolean"_s,
                        u"array"_s,  u"object"_s,  u"null"_s};

const QStringList commonNames{u"prompt"_s,       u"width"_s,  u"height"_s,          u"size"_s,
                              u"aspect_ratio"_s, u"ratio"_s,  u"duration"_s,        u"resolution"_s,
                              u"image"_s,        u"seed"_s,   u"negative_prompt"_s, u"seconds"_s,
                              u"image_url"_s,    u"images"_s, u"width"_s,           u"prompt"_s};

const QStringList otherNames{u"style"_s, u"fps"_s, u"loras"_s, u"camera"_s, u"strength"_s};

/// Keys of the schemas that others refer to.
const QStringList sharedNames{u"Shape"_s, u"Count"_s, u"Loop"_s};

} // namespace

QString RandomSchema::text()
{
    static const QStringList texts{
        u""_s,          u"a"_s,       u"abc"_s,          u"ABC"_s, u"🦊"_s, u"🦊🦊🦊"_s,
        u"數位"_s,      u"5"_s,       u"16:9"_s,         u"1:1"_s, u"720p"_s, u"1080P"_s,
        u"1024*1024"_s, u"512x512"_s, u"a longer text"_s};
    return one(texts);
}

double RandomSchema::number()
{
    static const QList<double> numbers{-2, 0, 1, 2, 3, 4, 5, 6, 8, 0.1, 0.3, 2.5, 512, 1024, 1e6};
    return one(numbers);
}

QJsonValue RandomSchema::value(int depth)
{
    switch (upTo(depth > 1 ? 4 : 6)) {
    case 0:
        return text();
    case 1:
        return number();
    case 2:
        return static_cast<qint64>(upTo(9));
    case 3:
        return once(2);
    case 4:
        return QJsonValue::Null;
    case 5: {
        QJsonArray list;
        for (int i = upTo(3); i > 0; --i)
            list.append(value(depth + 1));
        return list;
    }
    default: {
        QJsonObject object;
        for (int i = upTo(2); i > 0; --i)
            object.insert(one(otherNames), value(depth + 1));
        return object;
    }
    }
}

QJsonObject RandomSchema::textSchema()
{
    QJsonObject schema{{u"type"_s, u"string"_s}};
    if (once(3))
        schema["minLength"_L1] = upTo(4);
    if (once(3))
        schema["maxLength"_L1] = 1 + upTo(6);
    if (once(4)) {
        static const QStringList patterns{u"^[a-z]+$"_s, u"\\d"_s, u"^\\d+[*x]\\d+$"_s,
                                          u"^.{1,3}$"_s, u"["_s};
        schema["pattern"_L1] = one(patterns);
    }
    return schema;
}

QJsonObject RandomSchema::numberSchema(bool whole)
{
    QJsonObject schema{{u"type"_s, whole ? u"integer"_s : u"number"_s}};
    if (once(2))
        schema["minimum"_L1] = upTo(4);
    if (once(2))
        schema["maximum"_L1] = 3 + upTo(6);
    if (once(5))
        schema["exclusiveMinimum"_L1] = once(2) ? QJsonValue(once(2)) : QJsonValue(upTo(4));
    if (once(5))
        schema["exclusiveMaximum"_L1] = once(2) ? QJsonValue(once(2)) : QJsonValue(3 + upTo(6));
    if (once(4))
        schema["multipleOf"_L1] = whole ? QJsonValue(1 + upTo(3)) : QJsonValue(0.1);
    return schema;
}

QJsonObject RandomSchema::listSchema(int depth)
{
    QJsonObject schema{{u"type"_s, u"array"_s}};
    if (!once(3))
        schema["items"_L1] = schemaOrFlag(depth + 1);
    if (once(3))
        schema["minItems"_L1] = upTo(2);
    if (once(3))
        schema["maxItems"_L1] = 1 + upTo(2);
    if (once(3))
        schema["uniqueItems"_L1] = true;
    return schema;
}

QJsonObject RandomSchema::objectSchema(int depth)
{
    QJsonObject properties;
    for (int i = upTo(2); i >= 0; --i)
        properties.insert(one(otherNames), schemaOrFlag(depth + 1));
    QJsonObject schema{{u"type"_s, u"object"_s}, {u"properties"_s, properties}};
    if (once(2))
        schema["required"_L1] = QJsonArray{one(otherNames)};
    if (once(2))
        schema["additionalProperties"_L1] =
            once(2) ? QJsonValue(once(3)) : QJsonValue(RandomSchema::schema(depth + 1));
    return schema;
}

QJsonObject RandomSchema::choiceSchema(int depth)
{
    static const QStringList kinds{u"anyOf"_s, u"oneOf"_s, u"allOf"_s};
    QJsonArray branches;
    for (int i = upTo(2); i >= 0; --i)
        branches.append(schemaOrFlag(depth + 1));
    if (once(3))
        branches.append(QJsonObject{{u"type"_s, u"null"_s}});
    return {{one(kinds), branches}};
}

/// Some values; none at all once in a while, and once in a while a constant beside them.
QJsonObject RandomSchema::listedSchema()
{
    QJsonArray allowed;
    for (int i = once(10) ? 0 : 1 + upTo(3); i > 0; --i)
        allowed.append(value(1));
    QJsonObject schema{{u"enum"_s, allowed}};
    if (once(6))
        schema["const"_L1] = allowed.isEmpty() || once(4) ? value(1) : one(allowed);
    return schema;
}

QJsonValue RandomSchema::schemaOrFlag(int depth)
{
    return once(12) ? QJsonValue(!once(3)) : QJsonValue(schema(depth));
}

QJsonObject RandomSchema::schema(int depth)
{
    QJsonObject schema;
    switch (upTo(depth > 1 ? 8 : 12)) {
    case 0:
    case 1:
        schema = textSchema();
        break;
    case 2:
    case 3:
        schema = numberSchema(true);
        break;
    case 4:
        schema = numberSchema(false);
        break;
    case 5:
        schema = listedSchema();
        break;
    case 6:
        schema = {{u"type"_s, QJsonArray{one(types), one(types)}}};
        break;
    case 7:
        schema = {{u"type"_s, one(types)}};
        break;
    case 8:
        schema = once(2) ? QJsonObject{{u"const"_s, value(1)}}
                         : QJsonObject{{u"$ref"_s, u"#/components/schemas/"_s + one(sharedNames)}};
        break;
    case 9:
        schema = listSchema(depth);
        break;
    case 10:
        schema = objectSchema(depth);
        break;
    case 11:
        schema = choiceSchema(depth);
        break;
    default:
        break; // anything goes
    }
    if (once(8))
        schema["nullable"_L1] = true;
    return schema;
}

QJsonObject RandomSchema::usualSchema(const QString &name)
{
    if (name == "width"_L1 || name == "height"_L1)
        return {{u"type"_s, u"integer"_s}, {u"minimum"_s, 256}, {u"maximum"_s, 2048}};
    if (name == "size"_L1)
        return {{u"type"_s, u"string"_s},
                {u"enum"_s, QJsonArray{u"512x512"_s, u"1024x1024"_s, u"1280x720"_s}}};
    if (name == "aspect_ratio"_L1 || name == "ratio"_L1)
        return {{u"type"_s, u"string"_s}, {u"enum"_s, QJsonArray{u"1:1"_s, u"16:9"_s}}};
    if (name == "resolution"_L1)
        return {{u"type"_s, u"string"_s}, {u"enum"_s, QJsonArray{u"720P"_s, u"1080P"_s}}};
    if (name == "duration"_L1)
        return {{u"type"_s, u"integer"_s}, {u"minimum"_s, 2}, {u"maximum"_s, 8}};
    if (name == "seconds"_L1)
        return {{u"type"_s, u"string"_s}, {u"enum"_s, QJsonArray{u"4"_s, u"8"_s}}};
    if (name == "seed"_L1)
        return {{u"type"_s, u"integer"_s}, {u"minimum"_s, 0}};
    if (name == "images"_L1)
        return {{u"type"_s, u"array"_s}, {u"items"_s, QJsonObject{{u"type"_s, u"string"_s}}}};
    return {{u"type"_s, u"string"_s}, {u"minLength"_s, 1}, {u"maxLength"_s, 12}};
}

QJsonObject RandomSchema::input()
{
    QJsonObject properties;
    for (int i = upTo(5); i >= 0; --i) {
        const QString name = once(3) ? one(otherNames) : one(commonNames);
        if (once(20)) {
            properties.insert(name, once(3));
            continue;
        }
        QJsonObject property =
            commonNames.contains(name) && !once(3) ? usualSchema(name) : schema(0);
        if (once(6))
            property["default"_L1] = value(1);
        properties.insert(name, property);
    }
    QJsonArray required;
    for (const QString &name : properties.keys()) {
        if (once(4))
            required.append(name);
    }
    if (once(12))
        required.append(one(commonNames + otherNames));
    if (once(4))
        required.append(u"model"_s);
    if (once(4))
        properties.insert(u"model"_s, QJsonObject{{u"type"_s, u"string"_s}});
    return {{u"type"_s, u"object"_s}, {u"properties"_s, properties}, {u"required"_s, required}};
}

QJsonObject RandomSchema::others()
{
    const QJsonObject loop{
        {u"type"_s, QJsonArray{u"object"_s, u"integer"_s}},
        {u"properties"_s,
         QJsonObject{{u"style"_s, QJsonObject{{u"$ref"_s, u"#/components/schemas/Count"_s}}}}}};
    return {{sharedNames.at(0), once(2) ? textSchema() : usualSchema(u"ratio"_s)},
            {sharedNames.at(1), numberSchema(once(2))},
            {sharedNames.at(2), loop}};
}

QJsonObject RandomSchema::inParts(QJsonObject input, QJsonObject &others)
{
    QJsonObject properties = input["properties"_L1].toObject();
    QJsonObject moved;
    for (const QString &name : properties.keys()) {
        if (!once(2))
            continue;
        moved.insert(name, properties.value(name));
        if (!once(3)) // else it stands in both
            properties.remove(name);
    }
    QJsonObject base{{u"properties"_s, moved}};
    if (once(2))
        base.insert("additionalProperties"_L1, false);
    if (once(2)) {
        base.insert("required"_L1, input.take("required"_L1));
        input.remove("type"_L1);
    }
    others.insert(u"Base"_s, base);
    input.insert("properties"_L1, properties);
    QJsonArray parts{QJsonObject{{u"$ref"_s, u"#/components/schemas/Base"_s}}};
    if (once(2))
        parts.append(QJsonObject{{u"required"_s, QJsonArray{one(commonNames)}}});
    input.insert("allOf"_L1, parts);
    return input;
}

QJsonValue RandomSchema::fitting(const QJsonValue &written, const QJsonObject &others, int depth)
{
    if (depth > 4 || written.isBool())
        return value(2);
    const QJsonObject schema = written.toObject();
    if (const QJsonArray allowed = schema["enum"_L1].toArray(); !allowed.isEmpty())
        return one(allowed);
    if (schema.contains("const"_L1))
        return schema["const"_L1];
    if (schema.contains("$ref"_L1)) {
        const QString name = schema["$ref"_L1].toString().section(u'/', -1);
        return fitting(others[name], others, depth + 1);
    }
    for (const QString &kind : {u"anyOf"_s, u"oneOf"_s, u"allOf"_s}) {
        if (const QJsonArray branches = schema[kind].toArray(); !branches.isEmpty())
            return fitting(one(branches), others, depth + 1);
    }
    if (schema["nullable"_L1].toBool() && once(3))
        return QJsonValue::Null;
    const QJsonArray list = schema["type"_L1].toArray();
    const QString type = list.isEmpty() ? schema["type"_L1].toString() : one(list).toString();
    return fittingType(type, schema, others, depth);
}

QJsonValue RandomSchema::fittingType(const QString &type, const QJsonObject &schema,
                                     const QJsonObject &others, int depth)
{
    if (type == "string"_L1)
        return text();
    if (type == "integer"_L1)
        return schema["minimum"_L1].toInt() + upTo(6);
    if (type == "number"_L1)
        return number();
    if (type == "boolean"_L1)
        return once(2);
    if (type == "null"_L1)
        return QJsonValue::Null;
    if (type == "array"_L1) {
        QJsonArray list;
        for (int i = schema["minItems"_L1].toInt() + upTo(1); i > 0; --i)
            list.append(fitting(schema["items"_L1], others, depth + 1));
        if (!list.isEmpty() && once(4))
            list.append(list.first());
        return list;
    }
    if (type == "object"_L1) {
        QJsonObject object;
        const QJsonObject properties = schema["properties"_L1].toObject();
        for (auto it = properties.begin(); it != properties.end(); ++it) {
            if (!once(3))
                object.insert(it.key(), fitting(it.value(), others, depth + 1));
        }
        if (const QJsonValue further = schema["additionalProperties"_L1];
            further.isObject() && once(2))
            object.insert(one(otherNames), fitting(further, others, depth + 1));
        return object;
    }
    return value(depth);
}

void RandomSchema::sayCommon(batch::Job &job)
{
    static const QList<int> sides{-5, 100, 512, 720, 1024, 1280, 1920, 4096};
    static const QStringList ratios{u"16:9"_s, u"1:1"_s, u"16/9"_s, u"4:3"_s, u"auto"_s, u""_s};
    static const QStringList resolutions{u"720p"_s, u"1080P"_s, u"4k"_s, u"720"_s, u""_s};
    static const QList<double> lengths{1, 2.5, 4, 5, 8, 12, 100};
    static const QStringList pictures{u"a.png"_s, u"https://a.example/b.png"_s, u""_s};
    if (once(4))
        job.width = one(sides);
    if (once(4))
        job.height = one(sides);
    if (once(5))
        job.aspectRatio = one(ratios);
    if (once(4))
        job.duration = one(lengths);
    if (once(5))
        job.resolution = one(resolutions);
    if (once(5))
        job.image = one(pictures);
    if (once(8))
        job.imageUrl = one(pictures);
    if (once(4))
        job.seed = upTo(9) - 1;
    if (once(6))
        job.negativePrompt = text();
}

batch::Job RandomSchema::job(const QJsonObject &input, const QJsonObject &others,
                             batch::MediaType type)
{
    batch::Job job;
    job.name = u"n"_s;
    job.type = type;
    static const QStringList prompts{u"a fox"_s, u"🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊"_s,
                                     u"a fox in the snow"_s, u"x"_s};
    job.prompt = one(prompts);
    sayCommon(job);
    const QJsonObject properties = input["properties"_L1].toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        const bool required = input["required"_L1].toArray().contains(it.key());
        if (it.key() == "model"_L1 || !once(required ? 1 : 3))
            continue;
        job.params.insert(it.key(), once(5) ? value() : fitting(it.value(), others));
    }
    if (once(12))
        job.params.insert(one(commonNames + otherNames), value());
    if (once(30))
        job.params.insert(u"model"_s, u"another/model"_s);
    return job;
}
