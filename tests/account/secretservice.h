// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/keychain.h"

#include <QDBusVirtualObject>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>

namespace support {

/// A session bus of the test's own, on which nothing starts by itself, and GNOME Keyring on it,
/// with a home of its own. From startBus() on, DBUS_SESSION_BUS_ADDRESS names the bus, for this
/// program and those that it starts.
class SecretService
{
public:
    ~SecretService();

    bool startBus();
    bool startKeyring();
    bool stopKeyring();
    bool lock();
    int itemsWith(const QMap<QString, QString> &attributes) const;
    /// The files of the home, all in one.
    QByteArray everythingWritten() const;

private:
    QProcessEnvironment environment() const;

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;
};

/// Owns the keychain's name on the bus of a SecretService, and answers nobody.
class MuteService : public QDBusVirtualObject
{
    Q_OBJECT
public:
    ~MuteService() override;

    bool start();
    bool wasAsked() const { return m_asked; }

    QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    bool m_asked = false;
};

/// The content of every file in a folder and below, hidden ones too.
QByteArray contentOf(const QString &folder);

/// They wait for the answer; one that doesn't come is an error.
tl::expected<atlas::ApiKey, account::KeychainError> readKeychain();
tl::expected<void, account::KeychainError> writeKeychain(const QByteArray &key);
tl::expected<void, account::KeychainError> emptyKeychain();

} // namespace support
