// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/inputs/inputfolder.h"

#include "sandbox/inputs/contenttype.h"
#include "sandbox/statefile.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace sandbox {

using namespace Qt::StringLiterals;

void InputFolder::open(const QString &path)
{
    m_path = path;
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addSecs(-StateFile::keptFor);
    const QFileInfoList files = QDir(path).entryInfoList(QDir::Files);
    for (const QFileInfo &file : files) {
        if (file.lastModified() < oldest)
            QFile::remove(file.filePath());
    }
}

tl::expected<QString, QString> InputFolder::keep(const QByteArray &content)
{
    const QString name =
        QString::fromLatin1(contentDigest(content)) + endingFor(contentTypeOf(content));
    const QString path = pathOf(name);
    QFile known(path);
    // Used now: so it stays.
    if (known.size() == content.size() && known.open(QIODevice::Append)
        && known.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime))
        return path;
    // Nobody else's business.
    QDir().mkdir(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    // Whole or not at all: another program may keep the same at this moment.
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return path;
    return tl::unexpected(file.errorString());
}

tl::expected<QString, QString> InputFolder::keepCopy(const QString &path)
{
    const auto known = m_copies.constFind(path);
    if (known != m_copies.cend() && QFile::exists(*known))
        return *known;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(file.errorString());
    const auto kept = keep(file.readAll());
    if (kept)
        m_copies.insert(path, *kept);
    return kept;
}

QByteArray contentDigest(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

} // namespace sandbox
