// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/run/runserver.h"

#include "sandbox/sandbox.h"

#include <QCoreApplication>

#include <chrono>
#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// For a keychain that needs no person to answer.
constexpr std::chrono::seconds keychainPatience{3};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::RunServer)
};

} // namespace

RunServer::RunServer(RunOptions options)
    : m_options(std::move(options))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(keychainPatience);
    QObject::connect(&m_patience, &QTimer::timeout, &m_patience, [this] {
        m_keychainState = KeychainState::Late;
        goOn();
    });
}

RunServer::~RunServer() = default;

void RunServer::lookUp(const QString &batchPath, const batch::BatchSettings &settings,
                       const std::function<void()> &done)
{
    m_done = {};
    m_lookUp.start(
        [batchPath, settings, baseUrl = m_options.baseUrl] {
            return account::findAccess(batchPath, settings, baseUrl);
        },
        [this, done](const account::Access &found) { onFound(found, done); });
}

void RunServer::onFound(const account::Access &found, const std::function<void()> &done)
{
    m_found = found;
    useKeys();
    const bool needsKeychain = !m_options.sandbox && m_access.takesStoredKey();
    if (needsKeychain && m_keychainState == KeychainState::NotAsked)
        readKeychain();
    if (needsKeychain && m_keychainState == KeychainState::Awaited)
        m_done = done;
    else
        done();
}

void RunServer::setSessionKey(const atlas::ApiKey &key)
{
    m_sessionKey = key;
    useKeys();
    m_listener();
}

void RunServer::readKeychain()
{
    m_keychainState = KeychainState::Awaited;
    m_patience.start();
    m_keychain.read([this](const tl::expected<atlas::ApiKey, account::KeychainError> &key) {
        onKeychainRead(key.value_or(atlas::ApiKey()));
    });
}

void RunServer::onKeychainRead(const atlas::ApiKey &key)
{
    m_patience.stop();
    m_keychainState = KeychainState::Known;
    m_keychainKey = key;
    goOn();
}

void RunServer::useKeys()
{
    const bool session = !m_sessionKey.isEmpty();
    const account::StoredKey stored{session ? m_sessionKey : m_keychainKey,
                                    session ? account::KeySource::Session
                                            : account::KeySource::Keychain};
    m_access = account::withStoredKey(m_found, stored);
}

void RunServer::goOn()
{
    useKeys();
    // Whoever waits for the look-up sees the change by that.
    if (const auto done = std::exchange(m_done, {}))
        done();
    else
        m_listener();
}

bool RunServer::isSandbox() const
{
    // Who names a server means that one, with or without a key.
    const bool named =
        !m_options.baseUrl.isEmpty() || m_access.urlSource != account::Access::UrlSource::Default;
    return m_options.sandbox || (!named && !m_access.hasKey());
}

bool RunServer::isNamedByFileAlone() const
{
    return m_access.urlSource == account::Access::UrlSource::BatchFile
        && m_access.connection.baseUrl.host() != atlas::defaultBaseUrl().host();
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
        const QString message = m_access.takesStoredKey()
            ? Words::tr("There is no key for %1. Give one in the preferences, or set %2 in the "
                        "environment or in a .env file beside the batch.")
            : Words::tr("There is no key for %1. Set %2 in the environment, or in a .env file "
                        "beside the batch.");
        return tl::unexpected(
            message.arg(m_access.connection.baseUrl.host(), account::keyVariables().constFirst()));
    }
    return m_access.connection;
}

tl::expected<atlas::Connection, QString> RunServer::connectToSandbox(
    const catalog::Catalog &catalog)
{
    const QByteArray models = catalog.toSnapshot();
    if (!m_sandbox) {
        sandbox::Options options = sandbox::ownOptions();
        options.speed = m_options.sandboxSpeed;
        options.models = models;
        auto starting = std::make_unique<sandbox::Sandbox>(std::move(options));
        if (const auto started = starting->start(); !started)
            return tl::unexpected(started.error());
        m_sandbox = std::move(starting);
    } else if (models != m_sandboxModels) {
        if (const auto changed = m_sandbox->setModels(models); !changed)
            return tl::unexpected(changed.error());
    }
    m_sandboxModels = models;
    atlas::Connection connection;
    connection.baseUrl = m_sandbox->baseUrl();
    connection.key = atlas::ApiKey("sandbox");
    return connection;
}

} // namespace ui
