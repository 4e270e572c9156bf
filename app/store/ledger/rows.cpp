// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger/rows.h"

#include "batch/jobjson.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace store {

using namespace Qt::StringLiterals;
using batch::JobState;

namespace {

QString toText(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonObject objectFrom(const QVariant &text)
{
    return QJsonDocument::fromJson(text.toString().toUtf8()).object();
}

QString toText(const QList<batch::Output> &outputs)
{
    QJsonArray json;
    for (const batch::Output &output : outputs)
        json.append(QJsonObject{{u"url"_s, output.url.toString(QUrl::FullyEncoded)},
                                {u"path"_s, output.path}});
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QList<batch::Output> outputsFrom(const QVariant &text)
{
    QList<batch::Output> outputs;
    const QJsonArray json = QJsonDocument::fromJson(text.toString().toUtf8()).array();
    for (const QJsonValue &value : json)
        outputs.append(
            {QUrl(value["url"_L1].toString(), QUrl::StrictMode), value["path"_L1].toString()});
    return outputs;
}

QVariant toMs(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch())
                          : QVariant(QMetaType(QMetaType::LongLong));
}

QDateTime timeFrom(const QVariant &ms)
{
    return ms.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms.toLongLong(), Qt::UTC);
}

Decision decisionFromKey(const QString &key)
{
    for (const Decision decision : {Decision::SubmittedAgain, Decision::Forgotten}) {
        if (key == toKey(decision))
            return decision;
    }
    return Decision::None;
}

/// A text that isn't null: what isn't said is an empty one in the ledger.
QString said(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

} // namespace

std::optional<JobState> stateFromKey(const QString &key)
{
    static const QHash<QString, JobState> states = [] {
        QHash<QString, JobState> byKey;
        for (const JobState state : batch::allJobStates)
            byKey.insert(batch::toKey(state), state);
        return byKey;
    }();
    const auto found = states.constFind(key);
    return found == states.cend() ? std::nullopt : std::optional(*found);
}

QString toKey(Decision decision)
{
    switch (decision) {
    case Decision::None:
        break;
    case Decision::SubmittedAgain:
        return u"submitted_again"_s;
    case Decision::Forgotten:
        return u"forgotten"_s;
    }
    return u""_s;
}

tl::expected<void, LedgerError> insertIntent(Connection &connection, const Intent &intent)
{
    return connection
        .run(uR"(INSERT INTO submissions (id, batch, server, digest, job, request, state,
                                          cost_micros, cost_is_guess, submitted_at)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
             {intent.submission, said(intent.batch), said(intent.server),
              QString::fromLatin1(batch::requestDigest(intent.job)),
              toText(batch::toJson(intent.job)), toText(intent.request),
              batch::toKey(JobState::Submitting), intent.estimate.micros(), intent.estimateIsGuess,
              toMs(intent.at)})
        .map([](const QSqlQuery &) {});
}

tl::expected<void, LedgerError> updateAccepted(Connection &connection, const QString &submission,
                                               const QString &predictionId)
{
    return connection
        .run(uR"(UPDATE submissions SET
                    prediction_id = ?, accepted_at = ?,
                    state = CASE WHEN state IN ('downloading', 'succeeded')
                            THEN state ELSE 'generating' END,
                    decision = CASE WHEN decision = ? THEN '' ELSE decision END
                 WHERE id = ?)"_s,
             {predictionId, QDateTime::currentMSecsSinceEpoch(), toKey(Decision::Forgotten),
              submission})
        .map([](const QSqlQuery &) {});
}

tl::expected<void, LedgerError> updateOutcome(Connection &connection, const QString &submission,
                                              const batch::JobResult &result)
{
    const bool isKnown = result.state != JobState::Unresolved;
    const QVariant charged = result.state == JobState::Succeeded
        ? QVariant(result.cost.micros())
        : QVariant(QMetaType(QMetaType::LongLong));
    return connection
        .run(uR"(UPDATE submissions SET
                    state = ?,
                    prediction_id = COALESCE(NULLIF(?, ''), prediction_id),
                    cost_micros = ?, cost_is_guess = ?,
                    charged_micros = COALESCE(?, charged_micros),
                    outputs = ?, attempts = ?, generation_time = ?, error = ?, finished_at = ?,
                    decision = CASE WHEN ? AND decision = ? THEN '' ELSE decision END
                 WHERE id = ?)"_s,
             {batch::toKey(result.state), said(result.predictionId), result.cost.micros(),
              result.costIsGuess, charged, toText(result.outputs), result.attempts,
              result.generationTime, said(result.error), toMs(result.finishedAt), isKnown,
              toKey(Decision::Forgotten), submission})
        .map([](const QSqlQuery &) {});
}

QString submissionColumns()
{
    return u"id, batch, server, job, request, state, decision, prediction_id, cost_micros, "
           "cost_is_guess, outputs, attempts, generation_time, error, submitted_at, finished_at"_s;
}

Submission submissionFrom(const QSqlQuery &row)
{
    int column = 0;
    const auto next = [&row, &column] { return row.value(column++); };
    Submission submission;
    batch::JobResult &result = submission.result;
    result.submission = next().toString();
    submission.batch = next().toString();
    submission.server = next().toString();
    submission.job = batch::jobFromJson(objectFrom(next()));
    submission.request = objectFrom(next());
    // A word that can't be read hides whether it was paid for: a person decides.
    result.state = stateFromKey(next().toString()).value_or(JobState::Unresolved);
    submission.decision = decisionFromKey(next().toString());
    result.predictionId = next().toString();
    result.cost = batch::Cost::fromMicros(next().toLongLong());
    result.costIsGuess = next().toBool();
    result.outputs = outputsFrom(next());
    result.attempts = next().toInt();
    result.generationTime = next().toDouble();
    result.error = next().toString();
    result.submittedAt = timeFrom(next());
    result.finishedAt = timeFrom(next());
    result.job = submission.job.id;
    result.name = submission.job.name;
    result.model = submission.job.model;
    result.type = submission.job.type;
    return submission;
}

} // namespace store
