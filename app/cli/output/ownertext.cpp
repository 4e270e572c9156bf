// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/ownertext.h"

#include "cli/output/heldtext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Owner)
};

/// A lock file is written once, when the lock is taken.
QDateTime since(const store::LockOwner &owner)
{
    return QFileInfo(owner.lockFile).lastModified();
}

} // namespace

QString ownerText(const store::LockOwner &owner)
{
    const QDateTime begin = since(owner);
    return begin.isValid() ? Words::tr("%1 since %2").arg(owner.toDisplay(), timeText(begin))
                           : owner.toDisplay();
}

QJsonObject toJson(const store::LockOwner &owner)
{
    QJsonObject json{{u"pid"_s, owner.pid}, {u"host"_s, owner.host}, {u"program"_s, owner.program}};
    if (const QDateTime begin = since(owner); begin.isValid())
        json.insert(u"since"_s, begin.toUTC().toString(Qt::ISODateWithMs));
    return json;
}

} // namespace cli
