// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/transfer/upload.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QFile>
#include <QIODevice>

#include <optional>

namespace atlas {

/// A form (multipart/form-data, RFC 7578) with one file in its field `file`, read from the disk as
/// the connection takes it. What leaves is measured and digested on its way: where it isn't the
/// file that was inspected, the body breaks off before its end, so that the service gets no whole
/// form of it, and QNetworkAccessManager ends the request with an error.
///
/// Like OnceBody it is sequential and doesn't go back, so that QNetworkAccessManager can't send it
/// a second time from the middle of the file.
class UploadBody : public QIODevice
{
    Q_OBJECT
public:
    explicit UploadBody(UploadFile file, QObject *parent = nullptr);

    /// Opens the file; the error is for people. To be called first.
    std::optional<QString> begin();
    qint64 fileSize() const { return m_inspected.size; }
    /// The form's Content-Type, with its boundary.
    QByteArray contentType() const;
    /// Of the file, how much of that many bytes of the body are.
    qint64 ofFile(qint64 bodyBytes) const;
    /// Why the body broke off, for people; empty: it didn't.
    QString fault() const { return m_fault; }

    bool isSequential() const override { return true; }
    bool atEnd() const override;
    qint64 size() const override;
    qint64 bytesAvailable() const override;
    bool seek(qint64 position) override;
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    qint64 readFile(char *data, qint64 maxSize);
    bool isWhole();
    qint64 breakOff(const QString &fault);

    UploadFile m_inspected;
    QFile m_file;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QByteArray m_boundary;
    QByteArray m_head;
    QByteArray m_tail;
    qint64 m_position = 0;
    QString m_fault;
};

// The faults of a file, in words that name it.

QString changedFile(const QString &path);
QString unreadableFile(const QString &path, const QString &why);
QString tooLargeFile(const QString &path, qint64 size);
/// The error for such words.
Error localFault(const QString &words);

} // namespace atlas
