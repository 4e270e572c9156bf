// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/transfer/upload.h"

#include "atlas/transfer/uploadbody.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

using namespace Qt::StringLiterals;

namespace atlas {

namespace {

constexpr qint64 piece = 256 * 1024; // bytes
constexpr qint64 typeTelling = 4096; // bytes at the beginning that tell a file's type

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(atlas::Client)
};

tl::unexpected<Error> fault(const QString &words)
{
    return tl::unexpected(localFault(words));
}

/// What keeps the file from being an upload before any of it is read; empty: nothing.
QString obstacle(const QFileInfo &file)
{
    const QString shown = QDir::toNativeSeparators(file.filePath());
    if (!file.exists())
        return Text::tr("The file %1 is not there.").arg(shown);
    if (file.isDir())
        return Text::tr("%1 is a folder. Name one file in it.").arg(shown);
    if (!file.isFile()) // a pipe or a device could be read for ever
        return Text::tr("%1 is no file that can be uploaded.").arg(shown);
    if (file.size() == 0)
        return Text::tr("The file %1 is empty.").arg(shown);
    if (file.size() > largestUploadBody)
        return tooLargeFile(file.filePath(), file.size());
    return {};
}

QString typeOf(const QString &name, const QByteArray &beginning)
{
    const QMimeType type = QMimeDatabase().mimeTypeForFileNameAndData(name, beginning);
    return type.name();
}

} // namespace

tl::expected<UploadFile, Error> inspectUpload(const QString &path)
{
    const QFileInfo info(path);
    if (const QString why = obstacle(info); !why.isEmpty())
        return fault(why);
    QFile file(info.absoluteFilePath());
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fault(unreadableFile(file.fileName(), file.errorString()));

    UploadFile found{file.fileName(), info.fileName(), {}, 0, {}};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray bytes(piece, Qt::Uninitialized);
    for (;;) {
        const qint64 length = file.read(bytes.data(), bytes.size());
        if (length < 0)
            return fault(unreadableFile(found.path, file.errorString()));
        if (length == 0)
            break;
        if (found.size == 0)
            found.type = typeOf(found.name, bytes.first(qMin(length, typeTelling)));
        hash.addData(QByteArrayView(bytes).first(length));
        found.size += length;
        if (found.size > largestUploadBody) // it grows as it is read
            return fault(changedFile(found.path));
    }
    if (found.size == 0)
        return fault(changedFile(found.path));
    found.digest = QString::fromLatin1(hash.result().toHex());
    return found;
}

} // namespace atlas
