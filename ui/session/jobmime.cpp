// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/jobmime.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>
#include <QUuid>

namespace ui::jobmime {

namespace {

/// Names the running program.
const QUuid &ownId()
{
    static const QUuid id = QUuid::createUuid();
    return id;
}

} // namespace

void put(QMimeData *data, const Result &result)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << ownId() << static_cast<quint64>(result.job) << result.address;
    data->setData(type, bytes);
}

std::optional<Result> resultIn(const QMimeData *data)
{
    if (!data->hasFormat(type))
        return std::nullopt;
    QDataStream stream(data->data(type));
    QUuid program;
    quint64 job = 0;
    QString address;
    stream >> program >> job >> address;
    if (stream.status() != QDataStream::Ok || program != ownId() || address.isEmpty())
        return std::nullopt;
    return Result{batch::JobId{job}, address};
}

} // namespace ui::jobmime
