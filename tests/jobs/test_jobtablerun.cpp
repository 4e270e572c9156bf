// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/table/jobtable.h"
#include "jobs/table/jobtablemodel.h"
#include "jobs/table/jobtableview.h"
#include "session/document/batchdocument.h"
#include "session/run/runsession.h"

#include <QAbstractItemModelTester>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using ui::JobTableModel;

namespace {

/// Meets the timer of that interval when it next fires.
class TimerWatch : public QObject
{
public:
    explicit TimerWatch(std::chrono::milliseconds interval)
        : m_interval(interval)
    {
        qApp->installEventFilter(this);
    }
    QTimer *timer() const { return m_timer; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *timer = qobject_cast<QTimer *>(watched);
        if (event->type() == QEvent::Timer && timer && timer->intervalAsDuration() == m_interval)
            m_timer = timer;
        return false;
    }

private:
    const std::chrono::milliseconds m_interval;
    QPointer<QTimer> m_timer;
};

} // namespace

/// The table while a run goes on, on the sandbox.
class TestJobTableRun : public QObject
{
    Q_OBJECT

private slots:
    /// A table that has nothing to tell anew lets the computer rest.
    void aJobThatIsGoneIsNotFollowed()
    {
        QTemporaryDir folder;
        batch::Job job;
        job.name = u"Cat"_s;
        job.model = u"google/imagen4-ultra/text-to-image"_s;
        job.prompt = u"A cat"_s;
        config::BatchFile file;
        file.path = folder.filePath(u"batch.yaml"_s);
        file.source.jobs = {job};
        ui::BatchDocument document(catalog::Catalog::builtIn());
        document.reset(file);
        ui::RunOptions options;
        options.sandbox = true;
        ui::RunSession session(&document, options);
        JobTableModel model(&document, &session);
        const TimerWatch ticks(std::chrono::milliseconds(250));
        QSignalSpy finished(&session, &ui::RunSession::finished);
        session.run();
        QTRY_VERIFY(ticks.timer());
        const batch::JobId id = document.job(0).id;
        document.removeJobs({0});
        QVERIFY(ticks.timer()->isActive());
        emit session.jobChanged(id);
        QTRY_VERIFY_WITH_TIMEOUT(!ticks.timer()->isActive(), 1'000);
        QVERIFY(session.isRunning());
        session.leave();
        QVERIFY(finished.wait());
    }

    void showsProgressAndThenTheOutcome()
    {
        QTemporaryDir folder;
        QVERIFY(folder.isValid());
        batch::Job job;
        job.name = u"Cat"_s;
        job.model = u"google/imagen4-ultra/text-to-image"_s;
        job.prompt = u"A cat"_s;
        job.width = 256;
        job.height = 256;
        batch::Job off = job;
        off.id = batch::newJobId();
        off.enabled = false;
        config::BatchFile file;
        file.path = folder.filePath(u"batch.yaml"_s);
        file.source.jobs = {job, off};
        ui::BatchDocument document(catalog::Catalog::builtIn());
        document.reset(file);

        ui::RunOptions options;
        options.sandbox = true;
        options.sandboxSpeed = 10;
        ui::RunSession session(&document, options);
        JobTableModel model(&document, &session);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QModelIndex state = model.index(0, JobTableModel::StateColumn);
        const QModelIndex cost = model.index(0, JobTableModel::CostColumn);

        QList<double> fractions;
        QStringList spoken;
        connect(&model, &QAbstractItemModel::dataChanged, this,
                [&](const QModelIndex &first, const QModelIndex &last) {
                    // A run leaves what a person edits alone, and the job that is left out.
                    QCOMPARE(first.row(), 0);
                    QVERIFY(first.column() >= JobTableModel::CostColumn);
                    QCOMPARE(last.row(), 0);
                    const QVariant fraction = state.data(JobTableModel::FractionRole);
                    if (state.data(JobTableModel::StateRole).toInt()
                            == static_cast<int>(batch::JobState::Generating)
                        && fraction.isValid()) {
                        fractions.append(fraction.toDouble());
                        spoken.append(state.data(Qt::AccessibleTextRole).toString());
                    }
                });
        QSignalSpy finished(&session, &ui::RunSession::finished);
        session.run();
        QVERIFY(finished.wait(30'000));
        model.disconnect(this);

        QCOMPARE(state.data(Qt::AccessibleTextRole).toString(), u"State: Succeeded"_s);
        QCOMPARE(cost.data().toString(), u"$0.06"_s);
        QVERIFY(cost.data(Qt::ToolTipRole).toString().contains(u"Charged"_s));
        QCOMPARE(model.index(1, JobTableModel::StateColumn).data().toString(), u"Draft"_s);
        // It takes a second or more: the ticks in between told of it.
        QVERIFY2(fractions.size() >= 3, qPrintable(QString::number(fractions.size())));
        QVERIFY(std::is_sorted(fractions.begin(), fractions.end()));
        QVERIFY(fractions.constLast() > fractions.constFirst());
        QVERIFY2(spoken.constLast().startsWith(u"State: Generating, "_s),
                 qPrintable(spoken.constLast()));
        // What was made stays made when the job is edited back to what it was.
        model.setData(model.index(0, JobTableModel::PromptColumn), u"A dog"_s);
        QCOMPARE(state.data().toString(), u"Draft"_s);
        document.undoStack()->undo();
        QCOMPARE(state.data().toString(), u"Succeeded"_s);
    }

    void anEntryOfSeveralCountsWhatIsDone()
    {
        QTemporaryDir folder;
        QVERIFY(folder.isValid());
        batch::Job job;
        job.name = u"Cat"_s;
        job.model = u"google/imagen4-ultra/text-to-image"_s;
        job.prompt = u"A {red|blue|green} cat"_s;
        job.width = 256;
        job.height = 256;
        config::BatchFile file;
        file.path = folder.filePath(u"batch.yaml"_s);
        file.source.jobs = {job};
        ui::BatchDocument document(catalog::Catalog::builtIn());
        document.reset(file);
        document.setMadeEnabled({document.batch().jobs.at(2).id}, false);

        ui::RunOptions options;
        options.sandbox = true;
        options.sandboxSpeed = 100;
        ui::RunSession session(&document, options);
        JobTableModel model(&document, &session);
        const QModelIndex state = model.index(0, JobTableModel::StateColumn);
        QSet<QString> said;
        connect(&model, &QAbstractItemModel::dataChanged, this,
                [&] { said.insert(state.data().toString()); });
        QSignalSpy finished(&session, &ui::RunSession::finished);
        session.run();
        QVERIFY(finished.wait(30'000));
        QCOMPARE(state.data().toString(), u"2 of 2 done"_s);
        QVERIFY(said.contains(u"1 of 2 done"_s));
        QCOMPARE(state.data(JobTableModel::StateRole).toInt(),
                 static_cast<int>(batch::JobState::Succeeded));
        QCOMPARE(model.index(0, JobTableModel::CostColumn).data().toString(), u"$0.12"_s);
        QCOMPARE(model.index(3, JobTableModel::StateColumn).data().toString(), u"Draft"_s);
    }

    void whatIsMadeOfAnEntryIsNotMadeAgainUnaskedFor()
    {
        QTemporaryDir folder;
        QVERIFY(folder.isValid());
        batch::Job job;
        job.name = u"Cat"_s;
        job.model = u"google/imagen4-ultra/text-to-image"_s;
        job.prompt = u"A {red|blue|green} cat"_s;
        job.width = 256;
        job.height = 256;
        config::BatchFile file;
        file.path = folder.filePath(u"batch.yaml"_s);
        file.source.jobs = {job};
        ui::BatchDocument document(catalog::Catalog::builtIn());
        document.reset(file);
        const QList<batch::JobId> made = document.madeIds(0);
        ui::RunOptions options;
        options.sandbox = true;
        options.sandboxSpeed = 100;
        ui::RunSession session(&document, options);
        ui::JobTable table(&document, &session);
        table.view()->selectRows(0, 1);
        QCOMPARE(table.jobsToRun(), made);
        QSignalSpy finished(&session, &ui::RunSession::finished);
        session.runAgain(made.first(2));
        QVERIFY(finished.wait(30'000));
        QCOMPARE(session.stateOf(made.at(1)), batch::JobState::Succeeded);
        QCOMPARE(table.jobsToRun(), made.mid(2));
        // One that is meant itself is made again, beside what is left of the entry.
        table.view()->selectRows(0, 2);
        QCOMPARE(table.jobsToRun(), (QList{made.at(0), made.at(2)}));
        table.view()->selectRows(1, 2);
        QCOMPARE(table.jobsToRun(), made.first(2));
        // Where nothing is left, it can only mean all of it.
        session.runAgain(made.mid(2));
        QVERIFY(finished.wait(30'000));
        table.view()->selectRows(0, 1);
        QCOMPARE(table.jobsToRun(), made);
    }
};

QTEST_MAIN(TestJobTableRun)
#include "test_jobtablerun.moc"
