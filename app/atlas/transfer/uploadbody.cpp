// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/transfer/uploadbody.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(atlas::Client)
};

/// The `filename` of a form's part, as browsers write it: in UTF-8, with what would end the header
/// or its quotes percent-encoded, and other control characters as `_`.
QByteArray formFileName(const QString &name)
{
    QString fit = name;
    fit.replace(u'"', u"%22"_s).replace(u'\r', u"%0D"_s).replace(u'\n', u"%0A"_s);
    for (QChar &character : fit) {
        if (character.category() == QChar::Other_Control || character.isNull())
            character = u'_';
    }
    return fit.isEmpty() ? QByteArray("file") : fit.toUtf8();
}

} // namespace

QString changedFile(const QString &path)
{
    return Text::tr(
               "The file %1 changed while it was being uploaded. Try again when nothing writes "
               "to it.")
        .arg(QDir::toNativeSeparators(path));
}

QString unreadableFile(const QString &path, const QString &why)
{
    return Text::tr("The file %1 can't be read: %2.").arg(QDir::toNativeSeparators(path), why);
}

QString tooLargeFile(const QString &path, qint64 size)
{
    return Text::tr("The file %1 has %2; the service takes no more than %3. Make it smaller.")
        .arg(QDir::toNativeSeparators(path), QLocale().formattedDataSize(size),
             QLocale().formattedDataSize(largestUploadBody, 0));
}

Error localFault(const QString &words)
{
    Error error;
    error.kind = ErrorKind::Refused;
    error.message = words;
    return error;
}

UploadBody::UploadBody(UploadFile file, QObject *parent)
    : QIODevice(parent)
    , m_inspected(std::move(file))
    , m_file(m_inspected.path)
    , m_boundary("rushes-" + QUuid::createUuid().toByteArray(QUuid::Id128))
{
    const QByteArray type =
        m_inspected.type.isEmpty() ? "application/octet-stream" : m_inspected.type.toLatin1();
    m_head = "--" + m_boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
        + formFileName(m_inspected.name) + "\"\r\nContent-Type: " + type + "\r\n\r\n";
    m_tail = "\r\n--" + m_boundary + "--\r\n";
    // Unbuffered: QIODevice's own buffer could be read again.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

std::optional<QString> UploadBody::begin()
{
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadableFile(m_inspected.path, m_file.errorString());
    if (m_file.size() != m_inspected.size)
        return changedFile(m_inspected.path);
    if (size() > largestUploadBody)
        return tooLargeFile(m_inspected.path, m_inspected.size);
    return {};
}

QByteArray UploadBody::contentType() const
{
    return "multipart/form-data; boundary=" + m_boundary;
}

qint64 UploadBody::ofFile(qint64 bodyBytes) const
{
    return std::clamp<qint64>(bodyBytes - m_head.size(), 0, m_inspected.size);
}

bool UploadBody::atEnd() const
{
    return m_position == size() || !m_fault.isEmpty();
}

qint64 UploadBody::size() const
{
    return m_head.size() + m_inspected.size + m_tail.size();
}

qint64 UploadBody::bytesAvailable() const
{
    return m_fault.isEmpty() ? size() - m_position : 0;
}

bool UploadBody::seek(qint64 position)
{
    Q_UNUSED(position)
    return false;
}

qint64 UploadBody::readData(char *data, qint64 maxSize)
{
    if (atEnd())
        return -1;
    const qint64 inFile = m_position - m_head.size();
    const qint64 inTail = inFile - m_inspected.size;
    if (inFile >= 0 && inTail < 0)
        return readFile(data, std::min(maxSize, -inTail));
    const QByteArray &text = inFile < 0 ? m_head : m_tail;
    const qint64 from = inFile < 0 ? m_position : inTail;
    if (maxSize > 0 && inTail == 0 && !isWhole())
        return breakOff(changedFile(m_inspected.path));
    const qint64 length = std::min<qint64>(maxSize, text.size() - from);
    std::copy_n(text.constData() + from, length, data);
    m_position += length;
    return length;
}

qint64 UploadBody::readFile(char *data, qint64 maxSize)
{
    if (maxSize <= 0)
        return 0;
    const qint64 length = m_file.read(data, maxSize);
    if (length < 0)
        return breakOff(unreadableFile(m_inspected.path, m_file.errorString()));
    if (length == 0) // it was cut short
        return breakOff(changedFile(m_inspected.path));
    m_hash.addData(QByteArrayView(data, length));
    m_position += length;
    return length;
}

bool UploadBody::isWhole()
{
    char more = 0;
    return m_file.read(&more, 1) == 0
        && QString::fromLatin1(m_hash.result().toHex()) == m_inspected.digest;
}

qint64 UploadBody::breakOff(const QString &fault)
{
    m_fault = fault;
    return -1;
}

qint64 UploadBody::writeData(const char *data, qint64 size)
{
    Q_UNUSED(data)
    Q_UNUSED(size)
    return -1;
}

} // namespace atlas
