// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger/reserve.h"

#include "store/ledger/opening/uselock.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <unistd.h>

namespace store {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 reserveSize = 256 * 1024; // bytes; the WAL frames of some 20 outcomes
}

Reserve::Reserve(const QString &ledgerPath)
    : m_path(besideLedger(ledgerPath, u"reserve"_s))
{
}

void Reserve::lay() const
{
    if (QFileInfo(m_path).size() == reserveSize)
        return;
    // Noise, since some file systems store nothing for zeros and little for what repeats.
    QByteArray noise(reserveSize, Qt::Uninitialized);
    auto *words = reinterpret_cast<quint32 *>(noise.data());
    QRandomGenerator(1).fillRange(words, noise.size() / qsizetype(sizeof(quint32)));
    QFile file(m_path);
    const bool laid = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
        && file.write(noise) == noise.size() && ::fdatasync(file.handle()) == 0;
    if (!laid)
        file.remove();
}

bool Reserve::spend() const
{
    return QFile::remove(m_path);
}

} // namespace store
