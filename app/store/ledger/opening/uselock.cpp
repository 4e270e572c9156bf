// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger/opening/uselock.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace store {

using namespace Qt::StringLiterals;

UseLock::UseLock(int descriptor)
    : m_descriptor(descriptor)
{
}

UseLock::~UseLock()
{
    ::close(m_descriptor);
}

std::unique_ptr<UseLock> UseLock::take(const QString &ledgerPath, Kind kind, Failure *failure)
{
    const QByteArray name = QFile::encodeName(besideLedger(ledgerPath, u"lock"_s));
    const int descriptor = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        *failure = {false, qt_error_string(errno)};
        return nullptr;
    }
    std::unique_ptr<UseLock> lock(new UseLock(descriptor));
    if (::flock(descriptor, (kind == Kind::Alone ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0) {
        *failure = {errno == EWOULDBLOCK, qt_error_string(errno)};
        return nullptr;
    }
    return lock;
}

QString besideLedger(const QString &ledgerPath, const QString &ending)
{
    const QFileInfo ledger(ledgerPath);
    return ledger.path() + u'/' + ledger.completeBaseName() + u'.' + ending;
}

} // namespace store
