// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/connection.h"
#include "batch/batch.h"

#include <QProcessEnvironment>
#include <QString>
#include <QUrl>

namespace account {

/// The variables that may hold the key, in the order in which they are looked at: the article's
/// name, then that of Atlas Cloud's own tools.
QStringList keyVariables();
/// The variable that names another server: ATLASCLOUD_BASE_URL.
QString baseUrlVariable();

/// Where a key comes from, in the order in which they are looked at.
enum class KeySource { None, Environment, DotEnv, Session, Keychain };

/// A key for Atlas Cloud that was given for this session, or is kept in the keychain.
struct StoredKey
{
    atlas::ApiKey key;
    KeySource source = KeySource::None; ///< Session or Keychain, where there is a key
};

/// Which server a batch's jobs go to, and with which key.
///
/// A batch file may come from anybody, and names a server if it likes. The key must not follow:
/// it goes to Atlas Cloud's own host, to this machine (loopback), or to a server that the person
/// named themself, by `--base-url` or ATLASCLOUD_BASE_URL. It never goes over plain http to
/// another machine. Where these rules forbid the server, `refusal` says so and the connection
/// holds no key, so that a caller who overlooks it gives nothing away.
struct Access
{
    using KeySource = account::KeySource;
    enum class UrlSource { Default, Override, Environment, BatchFile };

    atlas::Connection connection;
    KeySource keySource = KeySource::None;
    UrlSource urlSource = UrlSource::Default;
    QString refusal; ///< why nothing may be sent there and what to do, for people; or empty

    bool hasKey() const { return !connection.key.isEmpty(); }
    bool isRefused() const { return !refusal.isEmpty(); }
    /// Whether a stored key is of use here: there is no other, and the server may have it. That is
    /// Atlas Cloud's own host, or one that the person named; not one that the batch file names,
    /// this machine's neither, since the key wasn't put beside that file.
    bool takesStoredKey() const;
};

/// Finds both. The server: `override` (`--base-url`), the environment, the batch's `base_url`,
/// Atlas Cloud's own. The key: the environment, then the `.env` file beside the batch file; never
/// an argument. Blocks on the disk for as long as a `.env` is read.
///
/// Stored keys come after those, and are added by withStoredKey(), since asking the keychain takes
/// its time and may show a prompt: it should happen only where takesStoredKey() says so.
Access findAccess(
    const QString &batchPath, const batch::BatchSettings &settings, const QUrl &override = {},
    const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

/// The same with the stored key, if it takes one; unchanged otherwise.
Access withStoredKey(Access access, const StoredKey &stored);

} // namespace account
