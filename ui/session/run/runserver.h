// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/access.h"
#include "account/keychain.h"
#include "atlas/connection.h"
#include "catalog/catalog.h"
#include "session/latesttask.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QTimer>
#include <QUrl>

#include <tl/expected.hpp>

#include <functional>
#include <memory>

namespace sandbox {
class Sandbox;
}

namespace ui {

/// Where the window sends its jobs, as it was told on the command line.
struct RunOptions
{
    QUrl baseUrl;             ///< empty: the batch's own, or Atlas Cloud's
    bool sandbox = false;     ///< use the sandbox even where there is a key
    double sandboxSpeed = 10; ///< of the sandbox's own server; sets the time scale too
    double timeScale = 1;     ///< divides every wait
};

/// The server that a document's jobs go to: the one that the batch, the environment or the
/// command line names, or, where there is no key for Atlas Cloud, a sandbox that is started with
/// the first run. Window's thread; the disk is read in the pool, the keychain in its own time.
class RunServer
{
public:
    explicit RunServer(RunOptions options);
    ~RunServer();

    /// Looks anew for key and server, and then calls `done`. Only the latest look-up counts. The
    /// first that needs the keychain asks it, and gives it a moment to answer; a locked one, whose
    /// prompt waits for the person, answers later through the listener.
    void lookUp(const QString &batchPath, const batch::BatchSettings &settings,
                const std::function<void()> &done);

    /// A key for as long as the program runs; an empty one takes it away. It comes before the
    /// keychain's, and after those in the environment and beside the batch.
    void setSessionKey(const atlas::ApiKey &key);
    /// Asks the keychain anew, after the preferences have changed what it holds.
    void readKeychain();
    /// Called when a key came or went outside of a look-up, so that the things below may answer
    /// otherwise than before.
    void setKeyListener(std::function<void()> listener) { m_listener = std::move(listener); }

    /// Where the key that jobs go with comes from.
    account::KeySource keySource() const { return m_access.keySource; }
    bool isSandbox() const;
    /// Nobody but the batch file names this server, and it isn't Atlas Cloud's.
    bool isNamedByFileAlone() const;
    /// The key for `baseUrl`; none where that isn't the server that jobs go to now: another one's
    /// key is not for it to see.
    atlas::ApiKey keyFor(const QUrl &baseUrl) const;
    /// Where jobs go now; empty for a sandbox that has not been started yet.
    QUrl baseUrl() const;
    /// Divides every wait of a run.
    double timeScale() const;
    /// Starts the sandbox where it is needed, or gives it these models; the error, for people, says
    /// why nothing can be sent.
    tl::expected<atlas::Connection, QString> connect(const catalog::Catalog &catalog);

private:
    tl::expected<atlas::Connection, QString> connectToSandbox(const catalog::Catalog &catalog);

    enum class KeychainState { NotAsked, Awaited, Late, Known };

    void onFound(const account::Access &found, const std::function<void()> &done);
    void onKeychainRead(const atlas::ApiKey &key);
    void useKeys();
    void goOn();

    RunOptions m_options;
    account::Access m_found;  ///< without stored keys
    account::Access m_access; ///< with them
    atlas::ApiKey m_sessionKey;
    atlas::ApiKey m_keychainKey;
    account::Keychain m_keychain;
    KeychainState m_keychainState = KeychainState::NotAsked;
    QTimer m_patience;
    std::function<void()> m_done; ///< of the look-up that waits for the keychain
    std::function<void()> m_listener = [] {};
    LatestTask<account::Access> m_lookUp;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    QByteArray m_sandboxModels; ///< what it was given last
};

} // namespace ui
