// SPDX-License-Identifier: GPL-3.0-or-later
// The requests that fetch what was paid for: polls and downloads.
#include "sandbox/http/server.h"

#include "sandbox/http/filesender.h"
#include "sandbox/http/replies.h"

#include <QFileInfo>
#include <QPointer>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

QString answerTold(const Prediction &prediction)
{
    switch (prediction.state) {
    case Prediction::State::Processing:
        return u"processing"_s;
    case Prediction::State::Completed:
        return u"completed"_s;
    case Prediction::State::Failed:
        return u"failed"_s;
    }
    return {};
}

Reply garbage(int kind)
{
    Reply reply;
    switch (kind) {
    case 0:
        reply.contentType = "text/html";
        reply.body = "<html><body>upstream connect error</body></html>";
        break;
    case 1:
        reply.body = "{\"code\":200,\"data\":{}}";
        break;
    default:
        break; // nothing at all
    }
    return reply;
}

} // namespace

void Server::logPoll(const QString &id, int status, QJsonObject more) const
{
    more["prediction"_L1] = id;
    more["status"_L1] = status;
    m_journal.note("poll"_L1, more);
}

void Server::poll(const Call &call, const QString &id)
{
    m_journal.count([](Sandbox::Tally &tally) { ++tally.polls; });
    if (!admit(call))
        return logPoll(id, 401, {});
    if (m_chance.hits(m_options.faults.pollError)) {
        constexpr int statuses[] = {500, 502, 503, 0};
        const int status = statuses[m_chance.below(4)];
        logPoll(id, status, {{"fault"_L1, "poll-error"_L1}});
        if (status == 0)
            breakConnection(call.socket);
        else
            refuse(call, status, u"The service is not well"_s);
        return;
    }
    if (m_chance.hits(m_options.faults.pollGarbage)) {
        logPoll(id, 200, {{"fault"_L1, "poll-garbage"_L1}});
        return answer(call, garbage(m_chance.below(3)));
    }
    const Prediction *prediction = m_predictions.ask(id);
    if (!prediction) {
        logPoll(id, 404, {});
        return refuse(call, 404, u"prediction not found: %1"_s.arg(id));
    }
    if (prediction->state != Prediction::State::Completed || !prediction->token.isEmpty())
        return tell(call.socket, call.id, *prediction);
    m_predictions.whenDrawn(
        *prediction,
        [this, socket = QPointer(call.socket), requestId = call.id](const Prediction &drawn) {
            if (socket)
                tell(socket, requestId, drawn);
        });
}

void Server::tell(QTcpSocket *socket, const QString &requestId, const Prediction &prediction) const
{
    logPoll(prediction.id, 200, {{"answer"_L1, answerTold(prediction)}});
    answer(socket, requestId,
           replies::prediction(m_options.dialect, prediction, fileUrl(prediction.token)));
}

void Server::download(const Call &call, const QString &token)
{
    const bool hasKey = call.hasKey();
    m_journal.count([hasKey](Sandbox::Tally &tally) {
        ++tally.downloads;
        tally.keysAtDownloads += hasKey ? 1 : 0;
    });
    const auto log = [&](int status, const QString &fault) {
        QJsonObject facts{{"file"_L1, call.request.url().path()},
                          {"authorization"_L1, hasKey},
                          {"status"_L1, status}};
        if (!fault.isEmpty())
            facts["fault"_L1] = fault;
        m_journal.note("download"_L1, facts);
    };
    const auto tell = [&](int status, const QString &fault) {
        log(status, fault);
        answer(call, Reply{status, "<html><body>No file here.</body></html>", "text/html", {}});
    };

    const Links::Link *link = findLink(token);
    if (const int death = link ? link->death() : 404; death != 0)
        return tell(death, {});
    FileSender::End end = FileSender::End::Whole;
    QString fault;
    if (link->isResult) {
        const Faults &faults = m_options.faults;
        for (const auto &[probability, status] :
             {std::pair(faults.download403, 403), std::pair(faults.download404, 404)}) {
            if (m_chance.hits(probability)) {
                m_links.kill(token, status);
                return tell(status, u"download-%1"_s.arg(status));
            }
        }
        if (m_chance.hits(faults.download500))
            return tell(500, u"download-500"_s);
        if (m_chance.hits(faults.wrongContent))
            return tell(200, u"wrong-content"_s);
        if (m_chance.hits(faults.truncated)) {
            end = FileSender::End::Truncated;
            fault = u"truncated"_s;
        } else if (m_chance.hits(faults.downloadReset)) {
            end = FileSender::End::Broken;
            fault = u"download-reset"_s;
        }
    }
    const int status =
        FileSender::answer(call.socket, link->work, call.header("Range"), call.header("If-Range"),
                           {{"X-Request-ID", call.id.toLatin1()}}, end, m_chance.between(0.1, 0.9));
    log(status, fault);
}

} // namespace sandbox
