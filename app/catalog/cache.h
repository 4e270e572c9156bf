// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"

#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

#include <optional>

namespace catalog {

/// What a server's list of models may weigh, bytes: the real one has some 500 entries in 2 MB.
inline constexpr qint64 largestList = 8 * 1024 * 1024;
/// What one schema may weigh, bytes.
inline constexpr qint64 largestSchema = 1024 * 1024;

/// The list of models that was fetched from a server last, in the user's cache folder: one file a
/// server, in the snapshot's form, whole or absent. Blocks on the disk: not for the window's
/// thread.
class Cache
{
public:
    /// `baseUrl` names the server.
    explicit Cache(const QUrl &baseUrl);

    QString path() const { return m_path; }
    /// Nothing where none was kept; the error, for people, where the file can't be read.
    tl::expected<std::optional<Catalog>, QString> read() const;
    tl::expected<void, QString> write(const Catalog &live) const;

private:
    QString m_path;
};

/// What is known of the models without asking anybody: the snapshot, brought up to date by what
/// was last fetched from that server. A cache that can't be read counts as none.
Catalog knownModels(const QUrl &baseUrl);

} // namespace catalog
