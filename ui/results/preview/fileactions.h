// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/latesttask.h"

#include <QImage>
#include <QObject>

namespace ui {

/// What a person does with a result's file outside of Rushes. Each looks first, in the thread
/// pool, whether the file is still there.
class FileActions : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// In the desktop's own program for it.
    void open(const QString &path);
    /// In the file manager, selected where the desktop can do that; else its folder is opened.
    void showInFolder(const QString &path);
    /// To the clipboard: the file, for file managers and mail; its path, as text; and the picture
    /// itself where there is one, for programs that take pictures.
    void copy(const QString &path, const QImage &picture = {});

signals:
    void copied(const QString &path);
    /// Words for a person: the file is gone, or the desktop has no program for it.
    void problem(const QString &message);

private:
    void ifThere(const QString &path, std::function<void()> action);
    void openUrl(const QString &path);

    LatestTask<bool> m_looking;
};

} // namespace ui
