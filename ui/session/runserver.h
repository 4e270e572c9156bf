// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/access.h"
#include "atlas/connection.h"
#include "catalog/catalog.h"
#include "session/latesttask.h"

#include <QList>
#include <QString>
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
/// the first run. Window's thread; the disk is read in the pool.
class RunServer
{
public:
    explicit RunServer(RunOptions options);
    ~RunServer();

    /// Looks anew for key and server, and then calls `done`. Only the latest look-up counts.
    void lookUp(const QString &batchPath, const batch::BatchSettings &settings,
                const std::function<void()> &done);

    bool isSandbox() const;
    /// The key for `baseUrl`; none where that isn't the server that jobs go to now: another one's
    /// key is not for it to see.
    atlas::ApiKey keyFor(const QUrl &baseUrl) const;
    /// Where jobs go now; empty for a sandbox that has not been started yet.
    QUrl baseUrl() const;
    /// Divides every wait of a run.
    double timeScale() const;
    /// Starts the sandbox where it is needed; the error, for people, says why nothing can be sent.
    tl::expected<atlas::Connection, QString> connect(const catalog::Catalog &catalog);

private:
    tl::expected<atlas::Connection, QString> connectToSandbox(const catalog::Catalog &catalog);

    RunOptions m_options;
    account::Access m_access;
    LatestTask<account::Access> m_lookUp;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
};

} // namespace ui
