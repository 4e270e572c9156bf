// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace atlas {

/// The body of a request that must leave exactly once.
///
/// QNetworkAccessManager sends a request again by itself, up to three times, when the server
/// closes the connection before it answers, and a POST that is sent twice is paid twice. Before
/// it does so it takes the body back to its beginning, and where that can't be done it gives up
/// with ContentReSendError. So this body is sequential and doesn't go back: what was read once is
/// gone.
class OnceBody : public QIODevice
{
    Q_OBJECT
public:
    explicit OnceBody(QByteArray bytes, QObject *parent = nullptr);

    /// Whether any of it was handed to the connection: from then on the server may have acted.
    bool wasTouched() const { return m_position > 0; }

    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_position == m_bytes.size(); }
    qint64 size() const override { return m_bytes.size(); }
    qint64 bytesAvailable() const override;
    bool seek(qint64 position) override;
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_bytes;
    qint64 m_position = 0;
};

} // namespace atlas
