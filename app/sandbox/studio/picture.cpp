// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/studio/picture.h"

#include "sandbox/studio/backdrop.h"
#include "sandbox/studio/inputpicture.h"

#include <QCryptographicHash>
#include <QPainter>
#include <QtEndian>

namespace sandbox {

using namespace Qt::StringLiterals;

quint32 pictureSeed(const Order &order)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(order.model.toUtf8() + '\0' + order.prompt.toUtf8() + '\0'
                 + QByteArray::number(order.seed));
    return qFromBigEndian<quint32>(hash.result().constData());
}

Lettering letteringFor(const Order &order)
{
    QString note =
        u"%1  ·  %2 × %3"_s.arg(order.model).arg(order.size.width()).arg(order.size.height());
    if (order.type == batch::MediaType::Video)
        note += u"  ·  %1 s"_s.arg(order.duration);
    return {order.prompt, note};
}

QImage drawPicture(const Order &order)
{
    QImage picture = inputPicture(order, order.size);
    if (picture.isNull())
        picture = drawBackdrop(order.size, pictureSeed(order));
    QPainter painter(&picture);
    drawLettering(painter, picture.size(), letteringFor(order));
    return picture;
}

} // namespace sandbox
