// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>

class QFileSystemWatcher;
class QThread;

namespace ui {

/// Notices that files may have been changed by other programs: by the system's word, and, since
/// that never comes from some network drives, whenever a person returns to the program. Whether
/// they have been is for the listener to find out. A file that is written over by renaming, or that
/// is gone for a moment as git does it, is still watched afterwards.
///
/// The system is asked in a thread of its own, which a drive that is away may hold up.
class FileWatch : public QObject
{
    Q_OBJECT
public:
    explicit FileWatch(QObject *parent = nullptr);
    ~FileWatch() override;

    /// These and no others; absolute.
    void watch(const QStringList &files);

signals:
    /// Once for a burst of changes.
    void maybeChanged();

private:
    void watchAgain();

    std::shared_ptr<int> m_token = std::make_shared<int>(); ///< goes with this
    QThread *m_thread;
    QFileSystemWatcher *m_watcher; ///< lives in the thread
    QTimer m_settling;             ///< until a burst is over
    QStringList m_files;
};

} // namespace ui
