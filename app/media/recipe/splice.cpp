// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/recipe/splice.h"

#include "media/disksync.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace media {

namespace {

constexpr qint64 pieceSize = 1 << 20;

bool copyPiecewise(QFile &from, QFile &to, qint64 length)
{
    while (length > 0) {
        const QByteArray piece = from.read(std::min(pieceSize, length));
        if (piece.isEmpty() || to.write(piece) != piece.size())
            return false;
        length -= piece.size();
    }
    return true;
}

bool copyAll(QFile &from, const QList<Splice> &splices, QFile &to)
{
    qint64 at = 0;
    if (!from.seek(0))
        return false;
    for (const Splice &splice : splices) {
        if (splice.at < at || !copyPiecewise(from, to, splice.at - at)
            || to.write(splice.inserted) != splice.inserted.size())
            return false;
        at = splice.at + splice.removed;
        if (at > from.size() || !from.seek(at))
            return false;
    }
    return copyPiecewise(from, to, from.size() - at);
}

} // namespace

tl::expected<void, QString> copySpliced(QFile &from, QList<Splice> splices, const QString &to)
{
    // What is put in before a piece comes before what becomes of the piece.
    std::sort(splices.begin(), splices.end(), [](const Splice &one, const Splice &other) {
        return std::pair(one.at, one.removed) < std::pair(other.at, other.removed);
    });
    QFile copy(to);
    // Unbuffered, so that a full disk shows at the write that meets it.
    if (!copy.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
        return tl::unexpected(copy.errorString());
    QString why;
    if (copyAll(from, splices, copy))
        why = syncToDisk(copy);
    else
        why = copy.error() == QFileDevice::NoError ? from.errorString() : copy.errorString();
    if (why.isEmpty())
        return {};
    copy.close();
    copy.remove();
    return tl::unexpected(why);
}

tl::unexpected<QString> damaged()
{
    return tl::unexpected(
        QCoreApplication::translate("media", "The file is not built as its format asks."));
}

} // namespace media
