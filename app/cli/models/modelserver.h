// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"
#include "cli/options/options.h"

#include <QStringList>
#include <QUrl>

#include <tl/expected.hpp>

namespace cli {

/// Whose list of models counts: that of the server which a person named (`--base-url`,
/// ATLASCLOUD_BASE_URL), else Atlas Cloud's. Never that of a server which a batch file names: its
/// prices would stand for Atlas Cloud's.
QUrl modelServer(const Options &options);

/// What a refresh brought.
struct Refreshed
{
    catalog::Catalog known;
    QStringList missingSchemas; ///< of those that were wanted
};

/// Fetches that server's list, and the schemas of these models, and keeps both. Runs an event
/// loop; says on stderr what it does. The error is for people.
tl::expected<Refreshed, QString> refreshModels(const QUrl &server, const QStringList &models);

} // namespace cli
