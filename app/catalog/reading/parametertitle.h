// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace catalog {

/// What people call a parameter: the schema's own title, or one made from the name:
/// "negative_prompt" and "negativePrompt" become "Negative prompt".
QString parameterTitle(const QString &name, const QString &title);

} // namespace catalog
