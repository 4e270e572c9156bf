// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobtablemodel.h"
#include "session/batchdocument.h"
#include "session/runsession.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using ui::JobTableModel;

/// The table while a run goes on, on the sandbox.
class TestJobTableRun : public QObject
{
    Q_OBJECT

private slots:
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
        file.batch.jobs = {job, off};
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
};

QTEST_MAIN(TestJobTableRun)
#include "test_jobtablerun.moc"
