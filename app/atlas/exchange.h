// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/apikey.h"
#include "atlas/error.h"
#include "atlas/replies.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <optional>

class QNetworkAccessManager;

namespace atlas {

class OnceBody;
class UploadBody;

/// What came of a request: an answer (status 0 where there was none), and what broke on the way.
struct Outcome
{
    HttpAnswer answer;
    std::optional<Error> broken; ///< set where the answer didn't come, or not to its end

    /// What the answer says, as far as it came. One that broke off still counts where it makes
    /// sense: an id that arrived is an id, and a redirect or a 4xx says it all in its head. (A
    /// 307 always counts as broken off, for want of a body to send again.)
    template <typename Read>
    auto read(Read readAnswer) const -> decltype(readAnswer(answer))
    {
        if (!broken)
            return readAnswer(answer);
        if (answer.status != 0) {
            auto result = readAnswer(answer);
            if (result || (answer.status >= 300 && answer.status < 500))
                return result;
        }
        return tl::unexpected(*broken);
    }
};

/// A request as the API wants it: with the key (where there is one), without cookies, redirects
/// or answers to password questions, over HTTP/1.1.
QNetworkRequest apiRequest(const QUrl &url, const ApiKey &key, std::chrono::milliseconds timeout);

/// One HTTP request and its answer. Gives up when it is destroyed.
class Exchange : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~Exchange() override;

    /// An answer of more than `largest` bytes (0: of any size) is given up as it comes in, and is
    /// broken for good.
    void get(QNetworkAccessManager *manager, const QNetworkRequest &request, qint64 largest = 0);
    /// Posts JSON exactly once, over a connection of its own: see OnceBody. `manager` must be new,
    /// so that it has no connection from before, which the server may be closing just now.
    void postOnce(QNetworkAccessManager *manager, QNetworkRequest request, const QByteArray &body);

    /// Posts a form exactly once, likewise. Where the body breaks off, the outcome is broken for
    /// good, in the body's words. What broke off may always be sent anew: see Client::upload.
    void postForm(QNetworkAccessManager *manager, QNetworkRequest request, UploadBody *body);

signals:
    /// Bytes of a form's body.
    void sent(qint64 bytes);
    void finished(const atlas::Outcome &outcome);

private:
    QNetworkReply *post(QNetworkAccessManager *manager, QNetworkRequest request, QIODevice *body);
    void begin(QNetworkReply *reply);
    void take();
    void conclude();

    QPointer<QNetworkReply> m_reply;
    qint64 m_largest = 0;
    QByteArray m_taken; ///< of an answer whose size is limited
    bool m_tooLarge = false;
    QPointer<OnceBody> m_body;
    QPointer<UploadBody> m_form;
};

} // namespace atlas
