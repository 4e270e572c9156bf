// SPDX-License-Identifier: GPL-3.0-or-later
// The requests that cost something: submissions, and the uploads that they start from.
#include "sandbox/http/server.h"

#include "sandbox/http/replies.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QUuid>

namespace sandbox {

using namespace Qt::StringLiterals;

void Server::logSubmission(const Call &call, int status, QJsonObject more) const
{
    const bool isTooLarge = status == 413;
    const QJsonDocument document =
        isTooLarge ? QJsonDocument() : QJsonDocument::fromJson(call.request.body());
    const QJsonObject body = document.object();
    if (document.isObject())
        more["request"_L1] = body;
    more["status"_L1] = status;
    more["model"_L1] = body.value("model"_L1).toString();
    more["prompt"_L1] = body.value("prompt"_L1).toString();
    more["key"_L1] = call.hasKey();
    m_journal.note("submit"_L1, more);
}

void Server::submit(const Call &call, batch::MediaType type)
{
    m_journal.count([](Sandbox::Tally &tally) { ++tally.submissions; });
    const auto refuseIt = [&](int status, const QString &message) {
        logSubmission(call, status, {{"error"_L1, message}});
        refuse(call, status, message);
    };

    const Faults &faults = m_options.faults;
    if (!admit(call)) {
        logSubmission(call, isKeyAccepted(call.header("Authorization")) ? 413 : 401, {});
        return;
    }
    if (m_chance.hits(faults.rateLimited))
        return refuseIt(429, u"Too many requests"_s);
    if (m_chance.hits(faults.internalError))
        return refuseIt(500, u"Internal server error"_s);
    if (m_chance.hits(faults.busy))
        return refuseIt(503, u"The service is busy"_s);
    if (m_chance.hits(faults.resetBefore)) {
        logSubmission(call, 0, {{"fault"_L1, "reset-before"_L1}});
        return breakConnection(call.socket);
    }

    const auto order = readOrder(m_shelf, type, call.request.body());
    if (!order)
        return refuseIt(order.error().status, order.error().message);
    if (order->cost > m_predictions.balance())
        return refuseIt(402, u"Insufficient balance"_s);

    const Prediction *prediction = m_predictions.accept(*order);
    if (!prediction)
        return refuseIt(500, u"The sandbox can't write its state file"_s);
    QJsonObject facts{{"prediction"_L1, prediction->id},
                      {"charged"_L1, prediction->order.cost.toDecimal()},
                      {"digest"_L1, QString::fromLatin1(prediction->order.digest)}};
    if (m_chance.hits(faults.resetAfter)) {
        facts["fault"_L1] = "reset-after"_L1;
        logSubmission(call, 0, facts);
        return breakConnection(call.socket);
    }
    if (m_chance.hits(faults.droppedReply)) {
        facts["fault"_L1] = "dropped-reply"_L1;
        logSubmission(call, 0, facts);
        return; // the socket stays as it is until the client gives up
    }
    logSubmission(call, 200, facts);
    answer(call, replies::accepted(m_options.dialect, *prediction));
}

void Server::upload(const Call &call)
{
    if (!admit(call))
        return;
    const auto file = readFormFile(call.header("Content-Type"), call.request.body(), "file");
    if (!file)
        return refuse(call, 400, u"The form has no field named file"_s);

    // The name on disk keeps nothing but the ending of the client's.
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString ending = QFileInfo(file->name).suffix();
    QFile copy(m_studio.folder() + u'/' + name + (ending.isEmpty() ? QString() : u'.' + ending));
    if (!copy.open(QIODevice::WriteOnly) || copy.write(file->content) != file->content.size())
        return refuse(call, 500, copy.errorString());
    copy.close();
    const QString token =
        m_links.add({copy.fileName(), file->contentType, '"' + name.toLatin1() + '"'}, false);
    m_journal.note("upload"_L1, {{"file"_L1, file->name}, {"size"_L1, file->content.size()}});
    answer(call, replies::uploaded(m_options.dialect, *file, fileUrl(token)));
}

} // namespace sandbox
