// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerfixture.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;

store::Intent intentOf(const QString &submission)
{
    store::Intent intent;
    intent.submission = submission;
    intent.batch = testBatch.toString();
    intent.server = testServer.toString();
    intent.job.name = u"Cat "_s + submission;
    intent.job.type = batch::MediaType::Image;
    intent.job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
    intent.job.prompt = u"a cat, 貓"_s;
    intent.request = {{u"model"_s, intent.job.model}, {u"prompt"_s, intent.job.prompt}};
    intent.estimate = batch::Cost::fromMicros(40'000);
    intent.at = QDateTime::currentDateTimeUtc();
    return intent;
}

batch::JobResult resultOf(const store::Intent &intent, batch::JobState state)
{
    batch::JobResult result;
    result.job = intent.job.id;
    result.name = intent.job.name;
    result.model = intent.job.model;
    result.type = intent.job.type;
    result.state = state;
    result.cost = intent.estimate;
    result.costIsGuess = intent.estimateIsGuess;
    result.submission = intent.submission;
    result.submittedAt = intent.at;
    result.attempts = 1;
    return result;
}

namespace {

/// Hands out a Done, and what it was called with.
class Awaited
{
public:
    store::SubmissionStore::Done done()
    {
        return [this](const Answer &answer) {
            ++m_calls;
            m_answer = answer;
        };
    }
    Answer answer() const
    {
        if (m_calls != 1)
            return tl::unexpected(store::StoreError(u"answered %1 times"_s.arg(m_calls)));
        return m_answer;
    }

private:
    int m_calls = 0;
    Answer m_answer;
};

} // namespace

Answer keep(store::Ledger &ledger, const store::Intent &intent)
{
    Awaited awaited;
    ledger.recordIntent(intent, awaited.done());
    return awaited.answer();
}

Answer accept(store::Ledger &ledger, const QString &submission, const QString &predictionId)
{
    Awaited awaited;
    ledger.recordAccepted(submission, predictionId, awaited.done());
    return awaited.answer();
}

Answer end(store::Ledger &ledger, const QString &submission, const batch::JobResult &result)
{
    Awaited awaited;
    ledger.recordOutcome(submission, result, awaited.done());
    return awaited.answer();
}

store::Upload uploadOf(const QString &name)
{
    store::Upload upload;
    upload.digest = QString::fromLatin1(
        QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex());
    upload.server = testServer.toString();
    upload.size = 1200;
    upload.link = QUrl(u"https://cdn.example/"_s + name + u".png?sign=a%2Fb&x=1"_s);
    upload.at = QDateTime::fromMSecsSinceEpoch(QDateTime::currentMSecsSinceEpoch(), Qt::UTC);
    upload.until = upload.at.addSecs(std::chrono::seconds(store::uploadLife).count());
    return upload;
}

Answer remember(store::Ledger &ledger, const store::Upload &upload)
{
    Awaited awaited;
    ledger.recordUpload(upload, awaited.done());
    return awaited.answer();
}

Answer forget(store::Ledger &ledger, const store::Upload &upload)
{
    Awaited awaited;
    ledger.forgetUpload(upload, awaited.done());
    return awaited.answer();
}

Remembered recall(store::Ledger &ledger, const store::Upload &upload, const QDateTime &at)
{
    int calls = 0;
    Remembered remembered;
    ledger.findUpload(upload.digest, upload.server,
                      at.isValid() ? at : QDateTime::currentDateTimeUtc(),
                      [&](const Remembered &found) {
                          ++calls;
                          remembered = found;
                      });
    if (calls != 1)
        return tl::unexpected(store::StoreError(u"answered %1 times"_s.arg(calls)));
    return remembered;
}

void makeFirstVersion(const QString &path)
{
    runSql(path,
           {uR"(CREATE TABLE submissions (
                seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
                batch TEXT NOT NULL, server TEXT NOT NULL, state TEXT NOT NULL,
                decision TEXT NOT NULL DEFAULT '', prediction_id TEXT NOT NULL DEFAULT '',
                cost_micros INTEGER NOT NULL DEFAULT 0, cost_is_guess INTEGER NOT NULL DEFAULT 0,
                charged_micros INTEGER, submitted_at INTEGER NOT NULL, accepted_at INTEGER,
                finished_at INTEGER, attempts INTEGER NOT NULL DEFAULT 1,
                generation_time REAL NOT NULL DEFAULT 0, digest TEXT NOT NULL DEFAULT '',
                error TEXT NOT NULL DEFAULT '', outputs TEXT NOT NULL DEFAULT '[]',
                job TEXT NOT NULL DEFAULT '{}', request TEXT NOT NULL DEFAULT '{}'))"_s,
            u"CREATE INDEX submissions_of_batch ON submissions (batch, server)"_s,
            uR"(CREATE INDEX submissions_by_time ON submissions
                (server, submitted_at, state, decision, charged_micros, cost_micros))"_s,
            uR"(CREATE TABLE continues (batch TEXT NOT NULL, earlier TEXT NOT NULL,
                PRIMARY KEY (batch, earlier)) WITHOUT ROWID)"_s,
            u"PRAGMA user_version = 1"_s});
}

QList<store::Submission> submissionsOf(store::Ledger &ledger, const QString &batch)
{
    const auto read = ledger.submissions(batch, testServer.toString());
    if (!read) {
        QTest::qFail(qPrintable(read.error().message), __FILE__, __LINE__);
        return {};
    }
    return *read;
}

std::optional<store::Submission> find(store::Ledger &ledger, const QString &submission)
{
    for (const store::Submission &one : submissionsOf(ledger)) {
        if (one.result.submission == submission)
            return one;
    }
    return std::nullopt;
}

QVariant runSql(const QString &path, const QStringList &statements)
{
    QVariant value;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"behind"_s);
        database.setDatabaseName(path);
        bool ran = database.open();
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            ran = ran && query.exec(statement);
            if (ran && query.next())
                value = query.value(0);
        }
        if (!ran)
            QTest::qFail("The statements failed", __FILE__, __LINE__);
    }
    QSqlDatabase::removeDatabase(u"behind"_s);
    return value;
}

void fill(const QString &path, int submissions)
{
    {
        store::Ledger ledger(path);
        QVERIFY(keep(ledger, intentOf(u"s1"_s)).has_value());
        QVERIFY(accept(ledger, u"s1"_s, u"p1"_s).has_value());
    }
    // In one transaction: one by one each would wait for the disk.
    runSql(path, {uR"(WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < %1)
                INSERT INTO submissions (id, batch, server, digest, job, request, state,
                    prediction_id, cost_micros, submitted_at)
                SELECT 's' || i, batch, server, digest, job, request, state, 'p' || i,
                    cost_micros, submitted_at + i FROM submissions, n)"_s.arg(submissions)});
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString &path, qint64 offset, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(offset));
    QCOMPARE(file.write(bytes), bytes.size());
}
