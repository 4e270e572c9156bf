// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/fieldfactory.h"

#include "catalog/request/mediainputs.h"
#include "catalog/request/sizes.h"
#include "inspector/fields/choices/choicefield.h"
#include "inspector/fields/choices/enumfield.h"
#include "inspector/fields/choices/pixelsfield.h"
#include "inspector/fields/pictures/imagefield.h"
#include "inspector/fields/pictures/imagelistfield.h"
#include "inspector/fields/values/jsonfield.h"
#include "inspector/fields/values/numberfield.h"
#include "inspector/fields/values/seedfield.h"
#include "inspector/fields/values/switchfield.h"
#include "inspector/fields/values/textfield.h"

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using catalog::Parameter;
using catalog::ValueSchema;

namespace {

constexpr qsizetype mostShapes = 12; ///< more are a list to open
constexpr int longText = 200;        ///< characters: what may be longer is prose

/// A schema that says "one of these, or null" says it in a roundabout way: this is the plain one.
/// Of several, the one that lists its values is the one that a person can choose from.
Parameter plain(const Parameter &parameter)
{
    if (parameter.types || !parameter.allowed.isEmpty())
        return parameter;
    const auto &alternatives = parameter.anyOf.empty() ? parameter.oneOf : parameter.anyOf;
    const ValueSchema *chosen = nullptr;
    int count = 0;
    for (const ValueSchema &alternative : alternatives) {
        if (alternative.types == ValueSchema::Types(ValueSchema::Null))
            continue;
        ++count;
        if (!chosen || (chosen->allowed.isEmpty() && !alternative.allowed.isEmpty()))
            chosen = &alternative;
    }
    if (!chosen || (count > 1 && chosen->allowed.isEmpty()))
        return parameter;
    Parameter result = parameter;
    static_cast<ValueSchema &>(result) = *chosen;
    return result;
}

bool takesNumbers(const Parameter &parameter)
{
    return parameter.types.testFlag(ValueSchema::Integer)
        || parameter.types.testFlag(ValueSchema::Number);
}

bool takesImage(const Parameter &parameter)
{
    return catalog::inputKind(parameter) == catalog::InputKind::Image;
}

bool isImageList(const Parameter &parameter)
{
    if (!takesImage(parameter) || !parameter.types.testFlag(ValueSchema::Array))
        return false;
    return parameter.items.empty() || parameter.items.front().takes(ValueSchema::String);
}

bool isScalar(const QJsonValue &value)
{
    return !value.isArray() && !value.isObject();
}

/// Most of them: "auto" may stand among sizes.
bool mostly(const QJsonArray &values, std::optional<QSizeF> (*shape)(const QString &))
{
    const auto shaped = std::count_if(values.begin(), values.end(), [shape](const auto &value) {
        return shape(QJsonValue(value).toString()).has_value();
    });
    return shaped * 2 > values.size();
}

bool areFewAndShort(const QJsonArray &values)
{
    if (values.size() > 4)
        return false;
    qsizetype length = 0;
    for (const QJsonValue &value : values)
        length += valueText(value).size() + 2;
    return length <= 30;
}

FieldKind enumKind(const QJsonArray &values)
{
    if (!std::all_of(values.begin(), values.end(), isScalar))
        return FieldKind::Json;
    if (values.size() <= mostShapes && mostly(values, &ratioShape) && !mostly(values, &sizeShape))
        return FieldKind::Ratio;
    if (values.size() <= mostShapes && mostly(values, &sizeShape))
        return FieldKind::Size;
    return areFewAndShort(values) ? FieldKind::Choice : FieldKind::Enum;
}

bool isProse(const Parameter &parameter)
{
    const QString name = parameter.name.toLower();
    return name.contains("prompt"_L1) || name == "text"_L1 || name == "lyrics"_L1
        || parameter.maxLength.value_or(0) > longText;
}

FieldKind kindOf(const Parameter &parameter)
{
    if (!parameter.allowed.isEmpty())
        return enumKind(parameter.allowed);
    if (isImageList(parameter))
        return FieldKind::ImageList;
    const bool text = parameter.types.testFlag(ValueSchema::String);
    const QString name = parameter.name.toLower();
    if (text && takesImage(parameter))
        return FieldKind::Image;
    if (parameter.types.testFlag(ValueSchema::Array)
        || parameter.types.testFlag(ValueSchema::Object))
        return FieldKind::Json;
    if (text && catalog::isFreeSize(parameter))
        return FieldKind::Pixels;
    if (text)
        return isProse(parameter) ? FieldKind::Text : FieldKind::Line;
    if (takesNumbers(parameter)) {
        const bool seed = name == "seed"_L1 || name.endsWith("_seed"_L1);
        return seed ? FieldKind::Seed : FieldKind::Number;
    }
    return parameter.types.testFlag(ValueSchema::Boolean) ? FieldKind::Switch : FieldKind::Json;
}

} // namespace

FieldKind fieldKind(const Parameter &parameter)
{
    return kindOf(plain(parameter));
}

std::unique_ptr<Field> makeField(const Parameter &given, const FieldContext &context)
{
    const Parameter parameter = plain(given);
    switch (kindOf(parameter)) {
    case FieldKind::Choice:
        return std::make_unique<ChoiceField>(parameter.allowed, unitOf(parameter), context);
    case FieldKind::Ratio:
        return std::make_unique<RatioField>(parameter.allowed, context);
    case FieldKind::Size:
        return std::make_unique<SizeField>(parameter.allowed, context);
    case FieldKind::Pixels:
        return std::make_unique<PixelsField>(parameter, context);
    case FieldKind::Enum:
        return std::make_unique<EnumField>(parameter.allowed, unitOf(parameter), context);
    case FieldKind::Number:
        return std::make_unique<NumberField>(parameter, context);
    case FieldKind::Switch:
        return std::make_unique<SwitchField>(context);
    case FieldKind::Seed:
        return std::make_unique<SeedField>(parameter, context);
    case FieldKind::Image:
        return std::make_unique<ImageField>(context);
    case FieldKind::ImageList:
        return std::make_unique<ImageListField>(parameter, context);
    case FieldKind::Line:
        return std::make_unique<TextField>(parameter, TextField::Lines::One, context);
    case FieldKind::Text:
        return std::make_unique<TextField>(parameter, TextField::Lines::Several, context);
    case FieldKind::Json:
        break;
    }
    return std::make_unique<JsonField>(parameter, context);
}

} // namespace ui
