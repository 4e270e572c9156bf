// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/connection.h"
#include "atlas/error.h"
#include "atlas/prediction.h"
#include "atlas/transfer/upload.h"
#include "batch/cost.h"

#include <QObject>

#include <tl/expected.hpp>

#include <memory>

namespace atlas {

/// One request under way, as a child of its Client. `finished` comes exactly once and never from
/// within the call that began it; the object then deletes itself.
class Call : public QObject
{
    Q_OBJECT
public:
    /// Gives up: no `finished` will come. A submission that is given up may still be accepted.
    virtual void abort() = 0;

protected:
    using QObject::QObject;
};

class SubmitCall : public Call
{
    Q_OBJECT
signals:
    void finished(const tl::expected<atlas::Accepted, atlas::Error> &result);

protected:
    using Call::Call;
};

class PollCall : public Call
{
    Q_OBJECT
signals:
    void finished(const tl::expected<atlas::Prediction, atlas::Error> &result);

protected:
    using Call::Call;
};

class UploadCall : public Call
{
    Q_OBJECT
signals:
    /// Bytes of the file that have left, of all; at most ten times a second. Comes before
    /// `finished` only.
    void progress(qint64 sent, qint64 total);
    void finished(const tl::expected<atlas::Uploaded, atlas::Error> &result);

protected:
    using Call::Call;
};

/// A plain GET whose body is wanted as it is: `/models`, a model's schema. What comes with a 2xx is
/// handed over unread, whatever it is.
class FetchCall : public Call
{
    Q_OBJECT
signals:
    void finished(const tl::expected<QByteArray, atlas::Error> &result);

protected:
    using Call::Call;
};

class BalanceCall : public Call
{
    Q_OBJECT
signals:
    void finished(const tl::expected<batch::Cost, atlas::Error> &result);

protected:
    using Call::Call;
};

/// The Atlas Cloud media API (docs/atlas-api.md), in both of its dialects: sends the same requests
/// and reads either answer. It never sends a request twice by itself, not even when a connection
/// breaks under it. Lives in one thread, with an event loop; HTTP, and nothing of batches.
class Client : public QObject
{
    Q_OBJECT
public:
    explicit Client(Connection connection, QObject *parent = nullptr);
    ~Client() override;

    const Connection &connection() const;
    /// Holds for calls made from now on.
    void setKey(const ApiKey &key);

    /// `POST /model/generateImage` or `generateVideo`, exactly once.
    SubmitCall *submit(const Submission &submission);
    /// `POST /model/uploadMedia`: sends a file, in pieces as they are read from the disk, and says
    /// where it is kept. The bytes that left are those of `file.digest`, or it is an error: a file
    /// that is gone, unreadable, or another one by now ends in ErrorKind::Refused without an HTTP
    /// status, and nothing is to be recorded for the digest. One that is too large isn't sent.
    ///
    /// Goes out once, with a body that can't be sent again in part; but it costs nothing and is no
    /// submission, so `mayHaveBeenAccepted` is never set, and wherever `mayRetry` is, the caller
    /// may send the file again: at worst the service keeps two copies for a while.
    UploadCall *upload(const UploadFile &file);
    /// How a prediction stands. Finds out by itself which of the two poll paths the server
    /// speaks, and remembers it for the lifetime of this client. An id that the server doesn't
    /// know (400, 404) is reported as the error it is: whether that is the warm-up is for the
    /// caller to say, who knows the prediction's age.
    PollCall *poll(const QString &predictionId);
    /// `GET /models`; needs no key and sends none. An answer of more than `largest` bytes is given
    /// up as it comes in, and is an error.
    FetchCall *fetchModels(qint64 largest);
    /// A model's schema at the address that the list names: over https, or from this machine. No
    /// key is sent.
    FetchCall *fetchSchema(const QUrl &url, qint64 largest);
    /// `GET /public/v1/balance`, beside the base URL's own root.
    BalanceCall *fetchBalance();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace atlas
