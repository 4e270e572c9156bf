// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"

#include <memory>

namespace ui {

class Field;
struct FieldContext;

/// The kinds of control that a parameter can get.
enum class FieldKind {
    Choice,
    Ratio,
    Size,   ///< one of a few
    Pixels, ///< any width and height
    Enum,
    Number,
    Switch,
    Seed,
    Image,
    ImageList,
    Line,
    Text,
    Json,
};

/// The control that fits a parameter: by what it may be, its name and its format.
FieldKind fieldKind(const catalog::Parameter &parameter);
std::unique_ptr<Field> makeField(const catalog::Parameter &parameter, const FieldContext &context);

} // namespace ui
