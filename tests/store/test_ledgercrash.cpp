// SPDX-License-Identifier: GPL-3.0-or-later
#include "childprocess.h"
#include "ledgerfixture.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using batch::JobState;

/// Several processes, some of which are killed: what the ledger has confirmed is there.
class LedgerCrashTest : public QObject
{
    Q_OBJECT
private slots:
    void killedWhileWriting();
    void killedWhileBeginning();
    void twoWriteAtOnce();
    void beginAtOnce();
    void sharedLimit();
};

namespace {

/// What a child tells of itself, "intent NAME" and "accepted NAME", is in the ledger.
void verifyTold(const QString &path, const QList<QByteArray> &told)
{
    store::Ledger ledger(path);
    QHash<QString, store::Submission> kept;
    const QList<store::Submission> all = submissionsOf(ledger);
    for (const store::Submission &one : all)
        kept.insert(one.result.submission, one);
    QCOMPARE(kept.size(), all.size());
    for (const QByteArray &line : told) {
        const QList<QByteArray> words = line.split(' ');
        QVERIFY2(words.size() == 2, line.constData());
        const QString name = QString::fromLatin1(words[1]);
        QVERIFY2(kept.contains(name), line.constData());
        if (words[0] == "accepted")
            QCOMPARE(kept[name].result.predictionId, u"p-"_s + name);
    }
}

} // namespace

void LedgerCrashTest::killedWhileWriting()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"ledger.sqlite"_s);
    QRandomGenerator random(7);
    QList<QByteArray> told;
    for (int round = 0; round < 12; ++round) {
        ChildProcess writer({u"--write"_s, path, u"r%1"_s.arg(round), u"1000000"_s});
        const int lines = static_cast<int>(random.bounded(1, 120));
        for (int i = 0; i < lines; ++i) {
            told.append(writer.line());
            QVERIFY(!told.last().isEmpty());
        }
        writer.kill();
        told += writer.linesSoFar();
        verifyTold(path, told);
    }
    QVERIFY(told.size() >= 12);
}

void LedgerCrashTest::killedWhileBeginning()
{
    // At any moment between the program's start and its first submission.
    for (int round = 0; round < 20; ++round) {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"new/ledger.sqlite"_s);
        QList<QByteArray> told;
        {
            ChildProcess writer({u"--write"_s, path, u"r"_s, u"1000000"_s});
            QElapsedTimer timer;
            timer.start();
            while (timer.nsecsElapsed() < round * 2'000'000) { }
            writer.kill();
            told = writer.linesSoFar();
        }
        verifyTold(path, told);
    }
}

void LedgerCrashTest::twoWriteAtOnce()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"ledger.sqlite"_s);
    QList<QByteArray> told;
    {
        ChildProcess one({u"--write"_s, path, u"a"_s, u"100"_s});
        ChildProcess two({u"--write"_s, path, u"b"_s, u"100"_s});
        for (int i = 0; i < 200; ++i)
            told << one.line() << two.line();
        one.letGo();
        two.letGo();
    }
    verifyTold(path, told);
    store::Ledger ledger(path);
    QCOMPARE(submissionsOf(ledger).size(), 200);
}

void LedgerCrashTest::beginAtOnce()
{
    for (int round = 0; round < 5; ++round) {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"new/ledger.sqlite"_s);
        QList<QByteArray> told;
        std::vector<std::unique_ptr<ChildProcess>> writers;
        for (int i = 0; i < 4; ++i)
            writers.push_back(std::make_unique<ChildProcess>(
                QStringList{u"--write"_s, path, u"w%1"_s.arg(i), u"3"_s}));
        for (const auto &writer : writers) {
            for (int i = 0; i < 6; ++i)
                told.append(writer->line());
            writer->letGo();
        }
        verifyTold(path, told);
    }
}

void LedgerCrashTest::sharedLimit()
{
    // Two programs spend from one limit: together never more, and all of it.
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"ledger.sqlite"_s);
    int kept = 0;
    {
        ChildProcess one({u"--spend"_s, path, u"a"_s});
        ChildProcess two({u"--spend"_s, path, u"b"_s});
        for (ChildProcess *child : {&one, &two})
            kept += child->line().toInt();
    }
    QCOMPARE(kept, 50); // of 0.04 in 2.00
    store::Ledger ledger(path);
    QCOMPARE(submissionsOf(ledger).size(), 50);
}

/// Submits and is accepted, again and again.
int write(const QString &path, const QString &prefix, int count)
{
    store::Ledger ledger(path);
    for (int i = 0; i < count; ++i) {
        const QString name = u"%1-%2"_s.arg(prefix).arg(i);
        const Answer intent = keep(ledger, intentOf(name));
        tell(intent ? "intent " + name.toLatin1() : intent.error().message.toUtf8());
        const Answer accepted = accept(ledger, name, u"p-"_s + name);
        tell(accepted ? "accepted " + name.toLatin1() : accepted.error().message.toUtf8());
    }
    waitToLetGo();
    return 0;
}

/// Submits until the limit says no; how often it could.
int spend(const QString &path, const QString &prefix)
{
    store::Ledger ledger(path);
    int kept = 0;
    for (;;) {
        store::Intent intent = intentOf(u"%1-%2"_s.arg(prefix).arg(kept));
        intent.monthlyLimit = batch::Cost::fromMicros(2'000'000);
        const Answer answer = keep(ledger, intent);
        if (!answer) {
            const bool isLimit = answer.error().kind == store::StoreError::Kind::MonthlyLimit;
            tell(isLimit ? QByteArray::number(kept) : "failed");
            return 0;
        }
        ++kept;
    }
}

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--write"_s)
        return write(arguments[2], arguments[3], arguments[4].toInt());
    if (arguments.value(1) == u"--spend"_s)
        return spend(arguments[2], arguments[3]);
    LedgerCrashTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_ledgercrash.moc"
