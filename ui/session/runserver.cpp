// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/runserver.h"

#include "sandbox/sandbox.h"

#include <QCoreApplication>

#include <utility>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::RunServer)
};

} // namespace

RunServer::RunServer(RunOptions options)
    : m_options(std::move(options))
{
}

RunServer::~RunServer() = default;

void RunServer::lookUp(const QString &batchPath, const batch::BatchSettings &settings,
                       const std::function<void()> &done)
{
    m_lookUp.start(
        [batchPath, settings, baseUrl = m_options.baseUrl] {
            return account::findAccess(batchPath, settings, baseUrl);
        },
        [this, done](const account::Access &found) {
            m_access = found;
            done();
        });
}

bool RunServer::isSandbox() const
{
    // Who names a server means that one, with or without a key.
    const bool named =
        !m_options.baseUrl.isEmpty() || m_access.urlSource != account::Access::UrlSource::Default;
    return m_options.sandbox || (!named && !m_access.hasKey());
}

QUrl RunServer::baseUrl() const
{
    if (!isSandbox())
        return m_access.connection.baseUrl;
    return m_sandbox ? m_sandbox->baseUrl() : QUrl();
}

atlas::ApiKey RunServer::keyFor(const QUrl &baseUrl) const
{
    const bool itsOwn = !isSandbox() && baseUrl == m_access.connection.baseUrl;
    return itsOwn ? m_access.connection.key : atlas::ApiKey();
}

double RunServer::timeScale() const
{
    return isSandbox() ? m_options.timeScale * m_options.sandboxSpeed : m_options.timeScale;
}

tl::expected<atlas::Connection, QString> RunServer::connect(const catalog::Catalog &catalog)
{
    if (isSandbox())
        return connectToSandbox(catalog);
    if (m_access.isRefused())
        return tl::unexpected(m_access.refusal);
    if (!m_access.hasKey()) {
        return tl::unexpected(
            Words::tr("There is no key for %1. Set %2 in the environment, or in a .env file beside "
                      "the batch.")
                .arg(m_access.connection.baseUrl.host(), account::keyVariables().constFirst()));
    }
    return m_access.connection;
}

tl::expected<atlas::Connection, QString> RunServer::connectToSandbox(
    const catalog::Catalog &catalog)
{
    if (!m_sandbox) {
        sandbox::Options options;
        options.speed = m_options.sandboxSpeed;
        options.catalog = catalog;
        auto starting = std::make_unique<sandbox::Sandbox>(std::move(options));
        if (const auto started = starting->start(); !started)
            return tl::unexpected(started.error());
        m_sandbox = std::move(starting);
    }
    atlas::Connection connection;
    connection.baseUrl = m_sandbox->baseUrl();
    connection.key = atlas::ApiKey("sandbox");
    return connection;
}

} // namespace ui
