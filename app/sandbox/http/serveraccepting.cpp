// SPDX-License-Identifier: GPL-3.0-or-later
// The requests that cost something.
#include "sandbox/http/server.h"

#include "sandbox/http/replies.h"

#include <QJsonDocument>

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

    auto order = readOrder(m_shelf, type, call.request.body());
    if (!order)
        return refuseIt(order.error().status, order.error().message);
    const auto input = findInput(QJsonDocument::fromJson(call.request.body()).object());
    if (!input)
        return refuseIt(input.error().status, input.error().message);
    order->input = *input;
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

} // namespace sandbox
