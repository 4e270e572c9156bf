// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/batchlock.h"

#include "store/lockfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

namespace store {

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("store::BatchLock", text);
}

QString locksFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + u"/rushes/locks"_s;
}

QString batchLockFile(const QString &batch)
{
    const QByteArray digest =
        QCryptographicHash::hash(batch.toUtf8(), QCryptographicHash::Sha1).toHex();
    return locksFolder() + u'/' + QString::fromLatin1(digest) + u".lock"_s;
}

QString outputLockFile(const QString &outputDir)
{
    return QDir(outputDir).filePath(u".rushes.lock"_s);
}

BatchLock::Refusal refusal(const LockFile::Failure &failure, const char *takenText)
{
    if (failure.detail)
        return {std::nullopt,
                words(QT_TRANSLATE_NOOP("store::BatchLock",
                                        "The lock %1 can't be made: %2. See that its "
                                        "folder is there, that you may write in it, "
                                        "and that the disk has room."))
                    .arg(QDir::toNativeSeparators(failure.path), *failure.detail)};
    if (!failure.owner)
        return {std::nullopt,
                words(QT_TRANSLATE_NOOP("store::BatchLock",
                                        "Another program is just taking the lock %1. Try again; if "
                                        "no program is at work there, delete this file."))
                    .arg(QDir::toNativeSeparators(failure.path))};
    QString message = words(takenText).arg(failure.owner->toDisplay());
    message += u' ';
    if (failure.owner->isHere)
        message += words(
            QT_TRANSLATE_NOOP("store::BatchLock", "Wait until it has finished, or stop it there."));
    else
        message += words(QT_TRANSLATE_NOOP("store::BatchLock",
                                           "Wait until it has finished, or stop it there. If it is "
                                           "surely gone, delete %1 and try again."))
                       .arg(QDir::toNativeSeparators(failure.path));
    return {failure.owner, message};
}

} // namespace

class BatchLock::Private
{
public:
    LockFile batch;
    LockFile output;
};

QString LockOwner::toDisplay() const
{
    if (isHere)
        return words(QT_TRANSLATE_NOOP("store::BatchLock", "%1 (process %2)"))
            .arg(program, QString::number(pid));
    return words(QT_TRANSLATE_NOOP("store::BatchLock", "%1 (process %2 on %3)"))
        .arg(program, QString::number(pid), host);
}

tl::expected<std::shared_ptr<BatchLock>, BatchLock::Refusal> BatchLock::acquire(
    const QString &batch, const QString &outputDir)
{
    for (const QString &folder : {locksFolder(), outputDir}) {
        if (!QDir().mkpath(folder))
            return tl::unexpected(Refusal{
                std::nullopt,
                words(QT_TRANSLATE_NOOP("store::BatchLock",
                                        "The folder %1 can't be made. See that nothing else "
                                        "has its name, that you may write there, and that "
                                        "the disk has room."))
                    .arg(QDir::toNativeSeparators(folder))});
    }
    auto batchFile = LockFile::take(batchLockFile(batch));
    if (!batchFile)
        return tl::unexpected(
            refusal(batchFile.error(),
                    QT_TRANSLATE_NOOP("store::BatchLock", "%1 is at work on this batch.")));
    auto outputFile = LockFile::take(outputLockFile(outputDir));
    if (!outputFile)
        return tl::unexpected(refusal(
            outputFile.error(),
            QT_TRANSLATE_NOOP("store::BatchLock",
                              "%1 is at work on a batch that has the same output folder.")));
    std::shared_ptr<BatchLock> lock(new BatchLock);
    lock->d->batch = std::move(*batchFile);
    lock->d->output = std::move(*outputFile);
    return lock;
}

std::optional<LockOwner> BatchLock::owner(const QString &batch, const QString &outputDir)
{
    for (const QString &file : {batchLockFile(batch), outputLockFile(outputDir)}) {
        if (const auto owner = LockFile::livingOwner(file))
            return owner;
    }
    return std::nullopt;
}

BatchLock::BatchLock()
    : d(std::make_unique<Private>())
{
}

BatchLock::~BatchLock() = default;

} // namespace store
