// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox.h"

#include "sandbox/http/server.h"
#include "sandbox/journal.h"

#include <QDir>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QThread>

#include <utility>

namespace sandbox {

using namespace Qt::StringLiterals;

class Sandbox::Private
{
public:
    explicit Private(Options given)
        : options(std::move(given))
    {
        thread.setObjectName("sandbox"_L1);
        inThread.moveToThread(&thread);
    }

    Options options;
    Journal journal;
    QThread thread;
    QObject inThread;               ///< receives what is to be done in the thread
    std::unique_ptr<Server> server; ///< made, used and deleted in the thread
    quint16 port = 0;
};

Options ownOptions()
{
    Options options;
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    const QString folder = cache + QStringLiteral("/rushes");
    if (QDir().mkpath(folder))
        options.stateFile = folder + QStringLiteral("/sandbox-state.jsonl");
    options.balance = batch::Cost::fromUsd(1'000'000);
    return options;
}

Sandbox::Sandbox(Options options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(options)))
{
}

Sandbox::~Sandbox()
{
    if (!d->thread.isRunning())
        return;
    QMetaObject::invokeMethod(
        &d->inThread, [this] { d->server.reset(); }, Qt::BlockingQueuedConnection);
    d->thread.quit();
    d->thread.wait();
}

tl::expected<void, QString> Sandbox::start()
{
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return tl::unexpected(
            tr("The sandbox needs a QGuiApplication for the type on its pictures."));
    const auto shelf = Shelf::read(d->options.models);
    if (!shelf)
        return tl::unexpected(shelf.error());
    if (!d->options.logFile.isEmpty()) {
        if (const auto opened = d->journal.open(d->options.logFile); !opened)
            return opened;
    }
    d->thread.start();
    tl::expected<quint16, QString> port;
    QMetaObject::invokeMethod(
        &d->inThread,
        [this, &shelf] {
            d->server = std::make_unique<Server>(d->options, d->journal, *shelf);
            return d->server->listen();
        },
        Qt::BlockingQueuedConnection, &port);
    if (!port)
        return tl::unexpected(port.error());
    d->port = *port;
    return {};
}

tl::expected<void, QString> Sandbox::setModels(const QByteArray &models)
{
    const auto shelf = Shelf::read(models);
    if (!shelf)
        return tl::unexpected(shelf.error());
    if (!d->thread.isRunning()) {
        d->options.models = models;
        return {};
    }
    QMetaObject::invokeMethod(
        &d->inThread, [this, &shelf] { d->server->setShelf(*shelf); },
        Qt::BlockingQueuedConnection);
    return {};
}

void Sandbox::expireLinks()
{
    QMetaObject::invokeMethod(
        &d->inThread, [this] { d->server->expireLinks(); }, Qt::BlockingQueuedConnection);
}

QUrl Sandbox::baseUrl() const
{
    return QUrl(u"http://127.0.0.1:%1/api/v1"_s.arg(d->port));
}

Sandbox::Tally Sandbox::tally() const
{
    return d->journal.tally();
}

} // namespace sandbox
