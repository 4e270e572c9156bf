// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/files/filewatch.h"

#include <QDir>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QGuiApplication>
#include <QThread>

namespace ui {

namespace {

using namespace std::chrono_literals;

/// Editors and git write in several steps.
constexpr auto burst = 150ms;

constexpr unsigned long patience = 200; ///< ms

/// In the watcher's thread: asks the disk. Of files that are watched already the system may have
/// another by now: a new file under the old name. The folder tells that one came. Answers whether
/// anything is watched that was not before.
bool watchFiles(QFileSystemWatcher *watcher, const QStringList &files)
{
    QStringList wanted;
    for (const QString &file : files) {
        const QFileInfo info(file);
        if (info.exists())
            wanted.append(file);
        if (info.dir().exists())
            wanted.append(info.absolutePath());
    }
    wanted.removeDuplicates();
    const QStringList watched = watcher->files() + watcher->directories();
    QStringList dropped = watched;
    dropped.removeIf([&wanted](const QString &path) { return wanted.contains(path); });
    if (!dropped.isEmpty())
        watcher->removePaths(dropped);
    wanted.removeIf([&watched](const QString &path) { return watched.contains(path); });
    return !wanted.isEmpty() && watcher->addPaths(wanted).size() < wanted.size();
}

} // namespace

FileWatch::FileWatch(QObject *parent)
    : QObject(parent)
    , m_thread(new QThread)
    , m_watcher(new QFileSystemWatcher)
{
    m_watcher->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_watcher, &QObject::deleteLater);
    m_thread->start();

    m_settling.setSingleShot(true);
    m_settling.setInterval(burst);
    const auto settle = qOverload<>(&QTimer::start);
    connect(m_watcher, &QFileSystemWatcher::fileChanged, &m_settling, settle);
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, &m_settling, settle);
    connect(&m_settling, &QTimer::timeout, this, [this] {
        watchAgain();
        emit maybeChanged();
    });
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this,
            [this](Qt::ApplicationState state) {
                if (state == Qt::ApplicationActive && !m_files.isEmpty())
                    m_settling.start();
            });
}

FileWatch::~FileWatch()
{
    connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    m_thread->quit();
    // A drive that is away isn't waited for: then the thread goes when it gets round to it.
    if (m_thread->wait(patience))
        delete m_thread;
}

void FileWatch::watch(const QStringList &files)
{
    m_files = files;
    watchAgain();
}

void FileWatch::watchAgain()
{
    const auto watch = [this, watcher = m_watcher, files = m_files,
                        token = std::weak_ptr<int>(m_token)] {
        if (!watchFiles(watcher, files))
            return;
        // What was changed before is not told of.
        const auto settle = [this, token] {
            if (!token.expired())
                m_settling.start();
        };
        QMetaObject::invokeMethod(qApp, settle, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(m_watcher, watch);
}

} // namespace ui
