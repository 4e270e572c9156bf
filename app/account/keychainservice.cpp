// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/keychainservice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QFileInfo>
#include <QTimer>

namespace account {

using namespace Qt::StringLiterals;

namespace {

/// Asking for a bus where there is none would start one, if there is a display.
bool hasSessionBus()
{
    const QString runtimeDir = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const bool named = !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS");
    const bool standard = !runtimeDir.isEmpty() && QFileInfo::exists(runtimeDir + "/bus"_L1);
    return (named || standard) && QDBusConnection::sessionBus().isConnected();
}

/// In the order in which QtKeychain prefers them.
QStringList serviceNames()
{
    const QString secretService = u"org.freedesktop.secrets"_s;
    const QStringList wallets{u"org.kde.kwalletd6"_s, u"org.kde.kwalletd5"_s};
    const bool kde = qEnvironmentVariable("XDG_CURRENT_DESKTOP").split(u':').contains(u"KDE"_s);
    return kde ? wallets + QStringList{secretService} : QStringList{secretService} + wallets;
}

void callFirstOf(QStringList names, QObject *context, const std::function<void(bool)> &answer)
{
    if (names.isEmpty()) {
        answer(false);
        return;
    }
    // Starts it where that is possible.
    const QDBusMessage call = QDBusMessage::createMethodCall(
        names.takeFirst(), u"/"_s, u"org.freedesktop.DBus.Peer"_s, u"Ping"_s);
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [watcher, names, context, answer] {
                         watcher->deleteLater();
                         if (watcher->isError())
                             callFirstOf(names, context, answer);
                         else
                             answer(true);
                     });
}

} // namespace

void findKeychainService(QObject *context, const std::function<void(bool there)> &answer)
{
    if (hasSessionBus())
        callFirstOf(serviceNames(), context, answer);
    else
        QTimer::singleShot(0, context, [answer] { answer(false); });
}

} // namespace account
