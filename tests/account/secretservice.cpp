// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/secretservice.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <csignal>
#include <optional>
#include <sys/prctl.h>

namespace support {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000; // ms

const char *const busConfiguration = R"(<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";

const QString serviceName = u"org.freedesktop.secrets"_s;

bool isServed()
{
    return QDBusConnection::sessionBus().interface()->isServiceRegistered(serviceName);
}

QDBusMessage ask(const QString &method, const QVariant &argument)
{
    qDBusRegisterMetaType<QMap<QString, QString>>();
    QDBusMessage call = QDBusMessage::createMethodCall(serviceName, u"/org/freedesktop/secrets"_s,
                                                       u"org.freedesktop.Secret.Service"_s, method);
    call << argument;
    return QDBusConnection::sessionBus().call(call);
}

void end(QProcess &process)
{
    process.terminate();
    if (!process.waitForFinished(patience))
        process.kill();
}

template <typename Value>
using Reply = tl::expected<Value, account::KeychainError>;

template <typename Value>
Reply<Value> waitFor(const std::optional<Reply<Value>> &answer)
{
    if (QTest::qWaitFor([&answer] { return answer.has_value(); }, patience))
        return *answer;
    return tl::unexpected(account::KeychainError{false, u"no answer"_s});
}

} // namespace

SecretService::~SecretService()
{
    for (QProcess *process : {&m_keyring, &m_bus}) {
        if (process->state() != QProcess::NotRunning)
            end(*process);
    }
}

QProcessEnvironment SecretService::environment() const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_home.path());
    environment.insert(u"XDG_DATA_HOME"_s, m_home.filePath(u"data"_s));
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_home.filePath(u"runtime"_s));
    return environment;
}

bool SecretService::startBus()
{
    QFile file(m_home.filePath(u"bus.conf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(busConfiguration) < 0)
        return false;
    file.close();
    QDir(m_home.path()).mkpath(u"runtime"_s);
    QFile::setPermissions(m_home.filePath(u"runtime"_s),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    // Neither must outlive a test that was killed.
    for (QProcess *process : {&m_bus, &m_keyring})
        process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    m_bus.setReadChannel(QProcess::StandardOutput);
    m_bus.start(u"dbus-daemon"_s,
                {u"--config-file="_s + file.fileName(), u"--nofork"_s, u"--print-address=1"_s});
    if (!m_bus.waitForReadyRead(patience))
        return false;
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
    return QDBusConnection::sessionBus().isConnected();
}

bool SecretService::startKeyring()
{
    m_keyring.setProcessEnvironment(environment());
    m_keyring.start(u"gnome-keyring-daemon"_s,
                    {u"--unlock"_s, u"--foreground"_s, u"--components=secrets"_s,
                     u"--control-directory="_s + m_home.filePath(u"control"_s)});
    if (!m_keyring.waitForStarted(patience))
        return false;
    // Unlocking reads the keyring's password from there.
    m_keyring.write("password of the test");
    m_keyring.closeWriteChannel();
    return QTest::qWaitFor(isServed, patience);
}

bool SecretService::stopKeyring()
{
    end(m_keyring);
    return QTest::qWaitFor([] { return !isServed(); }, patience);
}

bool SecretService::lock()
{
    const QList<QDBusObjectPath> all{
        QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s)};
    const QDBusMessage reply = ask(u"Lock"_s, QVariant::fromValue(all));
    return qdbus_cast<QList<QDBusObjectPath>>(reply.arguments().value(0)) == all;
}

int SecretService::itemsWith(const QMap<QString, QString> &attributes) const
{
    const QDBusMessage reply = ask(u"SearchItems"_s, QVariant::fromValue(attributes));
    return static_cast<int>(qdbus_cast<QList<QDBusObjectPath>>(reply.arguments().value(0)).size());
}

QByteArray SecretService::everythingWritten() const
{
    return contentOf(m_home.path());
}

MuteService::~MuteService()
{
    QDBusConnection::disconnectFromBus(u"mute"_s);
}

bool MuteService::start()
{
    // A connection of its own: calls to oneself would not go over the bus.
    auto bus =
        QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"), u"mute"_s);
    return bus.registerVirtualObject(u"/"_s, this, QDBusConnection::SubPath)
        && bus.registerService(serviceName);
}

QString MuteService::introspect(const QString &) const
{
    return {};
}

bool MuteService::handleMessage(const QDBusMessage &message, const QDBusConnection &)
{
    message.setDelayedReply(true);
    m_asked = true;
    return true;
}

QByteArray contentOf(const QString &folder)
{
    QByteArray all;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

tl::expected<atlas::ApiKey, account::KeychainError> readKeychain()
{
    std::optional<Reply<atlas::ApiKey>> answer;
    account::Keychain keychain;
    keychain.read([&answer](const Reply<atlas::ApiKey> &key) { answer.emplace(key); });
    return waitFor(answer);
}

tl::expected<void, account::KeychainError> writeKeychain(const QByteArray &key)
{
    std::optional<Reply<void>> answer;
    account::Keychain keychain;
    keychain.write(atlas::ApiKey(key),
                   [&answer](const Reply<void> &done) { answer.emplace(done); });
    return waitFor(answer);
}

tl::expected<void, account::KeychainError> emptyKeychain()
{
    std::optional<Reply<void>> answer;
    account::Keychain keychain;
    keychain.remove([&answer](const Reply<void> &done) { answer.emplace(done); });
    return waitFor(answer);
}

} // namespace support
