// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/preview/fileactions.h"

#include <QClipboard>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ui {

void FileActions::ifThere(const QString &path, std::function<void()> action)
{
    m_looking.start([path] { return QFileInfo(path).isFile(); },
                    [this, path, action = std::move(action)](bool there) {
                        if (there)
                            return action();
                        emit problem(tr("“%1” is no longer in %2. Running its job again makes it "
                                        "anew.")
                                         .arg(QFileInfo(path).fileName(),
                                              QDir::toNativeSeparators(QFileInfo(path).path())));
                    });
}

void FileActions::openUrl(const QString &path)
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path))) {
        emit problem(
            tr("No program of this desktop opens “%1”. It is in %2.")
                .arg(QFileInfo(path).fileName(), QDir::toNativeSeparators(QFileInfo(path).path())));
    }
}

void FileActions::open(const QString &path)
{
    ifThere(path, [this, path] { openUrl(path); });
}

void FileActions::showInFolder(const QString &path)
{
    ifThere(path, [this, path] {
        const QString folder = QFileInfo(path).path();
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (!bus.isConnected())
            return openUrl(folder);
        // freedesktop.org's File Manager Interface: the one call that also selects the file.
        QDBusMessage call = QDBusMessage::createMethodCall(
            u"org.freedesktop.FileManager1"_s, u"/org/freedesktop/FileManager1"_s,
            u"org.freedesktop.FileManager1"_s, u"ShowItems"_s);
        call << QStringList{QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded)} << QString();
        auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
        connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, folder] {
            answer->deleteLater();
            if (answer->isError())
                openUrl(folder);
        });
    });
}

void FileActions::copy(const QString &path, const QImage &picture)
{
    ifThere(path, [this, path, picture] {
        const QUrl url = QUrl::fromLocalFile(path);
        auto *data = new QMimeData;
        data->setUrls({url});
        data->setText(QDir::toNativeSeparators(path));
        // What GNOME's file manager wants to see before it pastes a file.
        data->setData(u"x-special/gnome-copied-files"_s,
                      "copy\n" + url.toEncoded(QUrl::FullyEncoded));
        if (!picture.isNull())
            data->setImageData(picture);
        QGuiApplication::clipboard()->setMimeData(data);
        emit copied(path);
    });
}

} // namespace ui
