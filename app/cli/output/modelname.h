// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cli {

/// A model's short name, as the article prints it: "veo3.1" of "google/veo3.1/text-to-video". The
/// whole id where it isn't made so.
inline QString shortModelName(const QString &id)
{
    const QString name = id.section(u'/', 1, 1);
    return name.isEmpty() ? id : name;
}

} // namespace cli
