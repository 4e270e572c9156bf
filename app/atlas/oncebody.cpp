// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/oncebody.h"

#include <algorithm>
#include <utility>

namespace atlas {

OnceBody::OnceBody(QByteArray bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
{
    // Unbuffered: QIODevice's own buffer could be read again.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OnceBody::bytesAvailable() const
{
    return m_bytes.size() - m_position;
}

bool OnceBody::seek(qint64 position)
{
    Q_UNUSED(position)
    return false;
}

qint64 OnceBody::readData(char *data, qint64 maxSize)
{
    const qint64 length = std::min(maxSize, bytesAvailable());
    if (length == 0)
        return atEnd() ? -1 : 0;
    std::copy_n(m_bytes.constData() + m_position, length, data);
    m_position += length;
    return length;
}

qint64 OnceBody::writeData(const char *data, qint64 size)
{
    Q_UNUSED(data)
    Q_UNUSED(size)
    return -1;
}

} // namespace atlas
