// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace catalog {

/// A schema's title or description as people are to read it: in the interface language where it is
/// one that the snapshot uses; a service's own words stay as they are.
QString inInterfaceLanguage(const QString &schemaText);

} // namespace catalog
