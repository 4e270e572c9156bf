// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <algorithm>

namespace cli {

/// A model's short name, as the article prints it: "veo3.1" of "google/veo3.1/text-to-video". The
/// whole id where it isn't made so.
inline QString shortModelName(const QString &id)
{
    const QString name = id.section(u'/', 1, 1);
    return name.isEmpty() ? id : name;
}

/// The short name, or the whole id where another of these ids has the same short name.
inline QString modelNameAmong(const QStringList &ids, const QString &id)
{
    const QString name = shortModelName(id);
    const auto shared = std::count_if(ids.begin(), ids.end(), [&name](const QString &each) {
        return shortModelName(each) == name;
    });
    return shared > 1 ? id : name;
}

} // namespace cli
