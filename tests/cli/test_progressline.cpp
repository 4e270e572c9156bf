// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/progressline.h"
#include "cli/output/terminal.h"

#include <QTemporaryFile>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using batch::Cost;
using cli::ProgressLine;

namespace {

/// What `work` writes to stderr.
QByteArray stderrOf(const auto &work)
{
    QTemporaryFile file;
    if (!file.open())
        return {};
    const int before = ::dup(STDERR_FILENO);
    ::dup2(file.handle(), STDERR_FILENO);
    work();
    ::dup2(before, STDERR_FILENO);
    ::close(before);
    file.seek(0);
    return file.readAll();
}

} // namespace

/// The line that is redrawn, and how text is fitted into columns.
class TestProgressLine : public QObject
{
    Q_OBJECT

    static engine::BatchProgress halfWay()
    {
        engine::BatchProgress progress;
        progress.total = 10;
        progress.succeeded = 4;
        progress.failed = 1;
        progress.generating = 2;
        progress.waiting = 3;
        progress.bill.all.spent = Cost::fromMicros(160'000);
        progress.bill.all.toCome = Cost::fromMicros(240'000);
        progress.remaining = std::chrono::seconds(200);
        return progress;
    }

private slots:
    void saysThatTheNetworkIsAway()
    {
        engine::BatchProgress progress = halfWay();
        QVERIFY(!ProgressLine::text(progress, 120).contains("network"_L1));
        progress.paused = engine::PauseReason::Network;
        progress.remaining.reset();
        QVERIFY(ProgressLine::text(progress, 120).contains("waiting for the network"_L1));
    }

    void showsTheBill()
    {
        const QString line = ProgressLine::text(halfWay(), 120);
        QVERIFY(line.contains("5/10"_L1));
        QVERIFY(line.contains("0.16"_L1));
        QVERIFY(line.contains("0.40"_L1));
        QVERIFY(line.contains("1 failed"_L1));
        QVERIFY(line.contains("3 min"_L1));
        QCOMPARE(line.count(u'#'), line.count(u'-'));
    }

    void fitsAnyWidth_data()
    {
        QTest::addColumn<int>("columns");
        for (const int columns : {1, 4, 10, 20, 40, 60, 79, 80, 200})
            QTest::addRow("%d", columns) << columns;
    }

    void fitsAnyWidth()
    {
        QFETCH(const int, columns);
        const QString line = ProgressLine::text(halfWay(), columns);
        QVERIFY(!line.isEmpty());
        QVERIFY(cli::columnsOf(line) <= columns);
    }

    void beforeAnythingIsKnown() { QVERIFY(ProgressLine::text({}, 80).contains("0/0"_L1)); }

    void saysThatItStops()
    {
        engine::BatchProgress progress = halfWay();
        progress.stopping = true;
        const QString line = ProgressLine::text(progress, 120);
        QVERIFY(line.contains("stopping, 2"_L1));
        QVERIFY(!line.contains("left"_L1));
    }

    void redrawsOneLine()
    {
        const QByteArray shown = stderrOf([] {
            ProgressLine line;
            line.log(u"for files"_s);
            line.update(halfWay());
            line.update(halfWay());
            line.close();
        });
        QCOMPARE(shown.count('\r'), 3);
        QCOMPARE(shown.count('\n'), 0);
        QVERIFY(shown.endsWith("\r\x1b[K"));
        QVERIFY(!shown.contains("for files"));
    }

    void failuresStandAboveTheLine()
    {
        const QByteArray shown = stderrOf([] {
            ProgressLine line;
            line.update(halfWay());
            batch::JobResult job;
            job.name = u"Opening"_s;
            job.state = batch::JobState::Succeeded;
            line.jobEnded(job);
            job.state = batch::JobState::Failed;
            job.error = u"refused by moderation"_s;
            line.jobEnded(job);
        });
        QCOMPARE(shown.count('\n'), 1);
        QVERIFY(shown.contains("\x1b[K[FAIL] Opening -- refused by moderation\n\r"));
    }

    void columns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("columns");
        QTest::newRow("Latin") << u"Opening"_s << 7;
        QTest::newRow("Chinese") << u"品牌開場 Seedance"_s << 17;
        QTest::newRow("combining") << u"e\u0301"_s << 1;
        QTest::newRow("emoji") << u"🎬"_s << 2;
        QTest::newRow("nothing") << QString() << 0;
    }

    void columns()
    {
        QFETCH(const QString, text);
        QFETCH(const int, columns);
        QCOMPARE(cli::columnsOf(text), columns);
        QCOMPARE(cli::columnsOf(cli::padded(text, 20)), 20);
        QCOMPARE(cli::columnsOf(cli::paddedLeft(text, 20)), 20);
        for (int room = 1; room < columns; ++room)
            QVERIFY(cli::columnsOf(cli::fitted(text, room)) <= room);
        QCOMPARE(cli::fitted(text, columns), text);
    }

    void strangersDontMoveTheCursor()
    {
        QCOMPARE(cli::printable(u"a\x1b[2Jb\rc\x07\u009bd\ne"_s), u"a[2Jbcd\ne"_s);
    }
};

QTEST_GUILESS_MAIN(TestProgressLine)
#include "test_progressline.moc"
