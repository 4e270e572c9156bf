// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/merging/mergedialog.h"

#include "window/merging/mergelistmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::BatchSource;
using batch::JobSource;
using ui::MergeDialog;
using ui::MergeListModel;

namespace {

BatchSource batchOf(int jobs)
{
    BatchSource source;
    for (int i = 0; i < jobs; ++i) {
        batch::Job job;
        job.name = u"Job %1"_s.arg(i);
        job.model = u"m"_s;
        job.prompt = u"A cup"_s;
        source.jobs.append(job);
    }
    return source;
}

} // namespace

/// What two people made of one batch, side by side.
class TestMergeDialog : public QObject
{
    Q_OBJECT

    void begin(int jobs)
    {
        m_base = m_ours = m_theirs = batchOf(jobs);
        m_ours.jobs = m_theirs.jobs = m_base.jobs;
    }
    void open()
    {
        m_dialog =
            std::make_unique<MergeDialog>(batch::merge(m_base, m_ours, m_theirs), u"a.yaml"_s);
        m_decided = std::make_unique<QSignalSpy>(m_dialog.get(), &MergeDialog::decided);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    QTableView *list() const { return m_dialog->findChild<QTableView *>(); }
    QString cell(int row, MergeListModel::Column column) const
    {
        return list()->model()->index(row, column).data().toString();
    }
    QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            all.append(cell(row, MergeListModel::NameColumn));
        return all;
    }
    template <typename Button>
    void press(const QString &text) const
    {
        for (Button *each : m_dialog->findChildren<Button *>()) {
            if (each->isVisible() && each->text() == text)
                return QTest::mouseClick(each, Qt::LeftButton);
        }
        QFAIL(qPrintable(text));
    }
    bool says(const QString &words) const
    {
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == words)
                return true;
        }
        return false;
    }
    BatchSource decided() const { return m_decided->first().first().value<BatchSource>(); }

    BatchSource m_base;
    BatchSource m_ours;
    BatchSource m_theirs;
    std::unique_ptr<MergeDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_decided;

private slots:
    void cleanup() { m_dialog.reset(); }

    void bothSidesStandBesideEachOther()
    {
        begin(3);
        m_ours.jobs[1].job.prompt = u"A lion"_s;
        m_theirs.jobs[1].job.prompt = u"A tiger"_s;
        m_ours.jobs[2].job.seed = 7;
        m_theirs.vars.insert(u"brand"_s, u"Aurora"_s);
        open();
        QCOMPARE(names(),
                 (QStringList{u"Changed on both sides: 1"_s, u"Job 1"_s, u"Changed only here: 1"_s,
                              u"Job 2"_s, u"Changed only in the file: 1"_s, u"vars.brand"_s}));
        QVERIFY(says(u"A lion"_s));
        QVERIFY(says(u"A tiger"_s));
        QCOMPARE(cell(1, MergeListModel::KeptColumn), u"Here"_s);
        press<QRadioButton>(u"As the file has it"_s);
        QCOMPARE(cell(1, MergeListModel::KeptColumn), u"The file"_s);
        // What one side changed is there to be seen, and needs no choice.
        list()->selectRow(3);
        QVERIFY(says(u"7"_s));
        QVERIFY(says(u"not said"_s));
        QVERIFY(!m_dialog->findChild<QRadioButton *>()->isVisible());
        list()->selectRow(5);
        QVERIFY(says(u"Aurora"_s));
        press<QPushButton>(u"Bring both together"_s);
        QCOMPARE(decided().jobs[1].job.prompt, u"A tiger"_s);
        QCOMPARE(decided().jobs[2].job.seed, 7);
        QCOMPARE(decided().vars.value(u"brand"_s), u"Aurora"_s);
    }

    void settingsKeysAndTheOrderAreChosenOneByOne()
    {
        begin(3);
        m_ours.vars.insert(u"brand"_s, u"Aurora"_s);
        m_theirs.vars.insert(u"brand"_s, u"Boreal"_s);
        m_ours.settings.maxWorkers = 2;
        m_theirs.settings.maxWorkers = 5;
        m_ours.jobs.move(0, 2);
        m_theirs.jobs.move(0, 1);
        open();
        QCOMPARE(names(),
                 (QStringList{u"Changed on both sides: 3"_s, u"max_workers"_s, u"vars.brand"_s,
                              u"The order of the jobs"_s}));
        list()->selectRow(2);
        QVERIFY(says(u"Aurora"_s));
        QVERIFY(says(u"Boreal"_s));
        press<QRadioButton>(u"As the file has it"_s);
        list()->selectRow(3);
        QVERIFY(says(u"Job 1\nJob 2\nJob 0"_s));
        QVERIFY(says(u"Job 1\nJob 0\nJob 2"_s));
        press<QRadioButton>(u"As the file has it"_s);
        press<QPushButton>(u"Bring both together"_s);
        QCOMPARE(decided().settings.maxWorkers, 2);
        QCOMPARE(decided().vars.value(u"brand"_s), u"Boreal"_s);
        QCOMPARE(decided().jobs.at(1).job.name, u"Job 0"_s);
    }

    void whatOneSideTookOutIsSaid()
    {
        begin(2);
        m_ours.jobs[0].job.prompt = u"A lion"_s;
        m_theirs.jobs.removeFirst();
        open();
        QCOMPARE(cell(1, MergeListModel::ChangeColumn), u"Taken out of the file"_s);
        QVERIFY(says(u"A lion"_s));
        QVERIFY(says(u"There is no such job."_s));
        press<QRadioButton>(u"As the file has it"_s);
        press<QPushButton>(u"Bring both together"_s);
        QCOMPARE(decided().jobs.size(), 1);
    }

    void aSideIsTakenAsAWhole_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("prompt");
        QTest::newRow("file") << u"Take the whole file"_s << u"A tiger"_s;
        QTest::newRow("here") << u"Keep all as it is here"_s << u"A lion"_s;
    }
    void aSideIsTakenAsAWhole()
    {
        QFETCH(const QString, button);
        QFETCH(const QString, prompt);
        begin(1);
        m_ours.jobs[0].job.prompt = u"A lion"_s;
        m_theirs.jobs[0].job.prompt = u"A tiger"_s;
        open();
        press<QPushButton>(button);
        QCOMPARE(decided().jobs[0].job.prompt, prompt);
        QVERIFY(!m_dialog->isVisible());
    }

    /// By the keyboard, and all at once.
    void fiveHundredConflicts()
    {
        begin(500);
        for (int i = 0; i < 500; ++i) {
            m_ours.jobs[i].job.prompt = u"A lion"_s;
            m_theirs.jobs[i].job.prompt = u"A tiger"_s;
            m_theirs.vars.insert(u"v%1"_s.arg(i), u"x"_s);
        }
        QElapsedTimer timer;
        timer.start();
        open();
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(list()->model()->rowCount(), 1002);
        // What is not seen has no widgets.
        QVERIFY(m_dialog->findChildren<QWidget *>().size() < 100);
        QTest::keyClick(list(), Qt::Key_Down);
        QCOMPARE(list()->currentIndex().row(), 2);
        press<QRadioButton>(u"As the file has it"_s);
        QCOMPARE(cell(2, MergeListModel::KeptColumn), u"The file"_s);
        QCOMPARE(cell(1, MergeListModel::KeptColumn), u"Here"_s);
        QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(says(u"The choice is for all 500 that are selected."_s));
        press<QRadioButton>(u"As it is here"_s);
        QCOMPARE(cell(2, MergeListModel::KeptColumn), u"Here"_s);
        press<QRadioButton>(u"As the file has it"_s);
        timer.start();
        press<QPushButton>(u"Bring both together"_s);
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
        for (const JobSource &entry : decided().jobs)
            QCOMPARE(entry.job.prompt, u"A tiger"_s);
    }

    void theListIsASoundModel()
    {
        begin(3);
        m_ours.jobs[0].job.prompt = u"A lion"_s;
        m_theirs.jobs[0].job.prompt = u"A tiger"_s;
        m_ours.jobs.removeLast();
        const batch::Merge merge = batch::merge(m_base, m_ours, m_theirs);
        const ui::MergeItems items(merge);
        MergeListModel model(items.all());
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(model.rowCount(), 4);
        QVERIFY(!model.item(0));
        QVERIFY(!(model.flags(model.index(0, 0)) & Qt::ItemIsSelectable));
        model.setSide({0, 1, 3}, batch::Conflict::Side::Theirs);
        QCOMPARE(model.side(1), batch::Conflict::Side::Theirs);
        QCOMPARE(model.index(3, MergeListModel::ChangeColumn).data().toString(), u"Taken out"_s);
    }
};

QTEST_MAIN(TestMergeDialog)
#include "test_mergedialog.moc"
