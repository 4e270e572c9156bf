// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/gallery/gallerymodel.h"
#include "results/standings.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::JobState;

/// Which tiles there are, in which order, whatever happens to jobs and their order.
class TestGalleryModel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ui::BatchDocument> m_document;
    Standings m_standings;
    std::unique_ptr<ui::GalleryModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    const batch::Job &job(int row) const { return m_document->job(row); }
    void put(int row, JobState state, const QStringList &paths = {})
    {
        m_standings.set(job(row), state, paths);
        m_model->updateJob(job(row).id);
    }
    /// The tiles as "name path state", one string.
    QString tiles() const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const QModelIndex index = m_model->index(row);
            all += index.data().toString() + u':'
                + index.data(ui::GalleryModel::PathRole).toString() + u':'
                + batch::toKey(index.data(ui::GalleryModel::StateRole).value<JobState>());
        }
        return all.join(u' ');
    }

private slots:
    void init();
    void tellsTilesFromStates_data();
    void tellsTilesFromStates();
    void keepsTheDocumentsOrder();
    void oneTileForEachFile();
    void announcesFiles();
    void jobsComeAndGo();
    void reorderingKeepsWhatIsCurrent();
    void aRetriedJobKeepsItsPlace();
    void countsProgressOn();
    void givesFilesAway();
    void speaks();
    void tenThousand();
};

void TestGalleryModel::init()
{
    m_tester.reset();
    m_model.reset();
    m_standings = {};
    m_document = std::make_unique<ui::BatchDocument>(catalog::Catalog());
    m_document->insertJobs(0,
                           {makeJob(u"a"_s), makeJob(u"b"_s, batch::MediaType::Video),
                            makeJob(u"c"_s), makeJob(u"d"_s)},
                           u"Add"_s);
    m_model = std::make_unique<ui::GalleryModel>(m_document.get(), m_standings.source());
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void TestGalleryModel::tellsTilesFromStates_data()
{
    QTest::addColumn<JobState>("state");
    QTest::addColumn<QStringList>("paths");
    QTest::addColumn<QString>("tiles");
    QTest::newRow("draft") << JobState::Draft << QStringList() << u""_s;
    QTest::newRow("waiting") << JobState::Waiting << QStringList() << u""_s;
    QTest::newRow("submitting") << JobState::Submitting << QStringList() << u"a::submitting"_s;
    QTest::newRow("generating") << JobState::Generating << QStringList() << u"a::generating"_s;
    QTest::newRow("half downloaded") << JobState::Downloading << QStringList{u"/1.png"_s, QString()}
                                     << u"a:/1.png:downloading a::downloading"_s;
    QTest::newRow("succeeded") << JobState::Succeeded << QStringList{u"/1.png"_s}
                               << u"a:/1.png:succeeded"_s;
    QTest::newRow("edited since") << JobState::Draft << QStringList{u"/1.png"_s}
                                  << u"a:/1.png:draft"_s;
    QTest::newRow("failed") << JobState::Failed << QStringList() << u"a::failed"_s;
    QTest::newRow("cancelled") << JobState::Cancelled << QStringList() << u""_s;
    QTest::newRow("unresolved") << JobState::Unresolved << QStringList() << u"a::unresolved"_s;
}

void TestGalleryModel::tellsTilesFromStates()
{
    QFETCH(JobState, state);
    QFETCH(QStringList, paths);
    put(0, state, paths);
    QTEST(tiles(), "tiles");
}

void TestGalleryModel::keepsTheDocumentsOrder()
{
    put(2, JobState::Succeeded, {u"/c.png"_s});
    put(0, JobState::Generating);
    put(3, JobState::Failed);
    put(1, JobState::Succeeded, {u"/b.mp4"_s});
    QCOMPARE(tiles(), u"a::generating b:/b.mp4:succeeded c:/c.png:succeeded d::failed"_s);
    QCOMPARE(m_model->rowOf(job(2).id), 2);
    QCOMPARE(m_model->rowOf(batch::newJobId()), -1);
}

void TestGalleryModel::oneTileForEachFile()
{
    put(0, JobState::Generating);
    put(2, JobState::Generating);
    put(0, JobState::Succeeded, {u"/1.png"_s, u"/2.png"_s, u"/3.png"_s});
    QCOMPARE(tiles(), u"a:/1.png:succeeded a:/2.png:succeeded a:/3.png:succeeded c::generating"_s);
    QCOMPARE(m_model->rowOf(job(0).id, 2), 2);
    QCOMPARE(m_model->rowOf(job(2).id), 3);
    put(0, JobState::Succeeded, {u"/1.png"_s});
    QCOMPARE(tiles(), u"a:/1.png:succeeded c::generating"_s);
}

void TestGalleryModel::announcesFiles()
{
    QSignalSpy arrived(m_model.get(), &ui::GalleryModel::fileArrived);
    put(0, JobState::Generating);
    QCOMPARE(arrived.count(), 0);
    put(0, JobState::Succeeded, {u"/1.png"_s});
    QCOMPARE(arrived.count(), 1);
    QCOMPARE(arrived.first().first().value<ui::Tile>().path, u"/1.png"_s);
    m_model->updateJob(job(0).id);
    QCOMPARE(arrived.count(), 1);
}

void TestGalleryModel::jobsComeAndGo()
{
    for (int row = 0; row < 4; ++row)
        put(row, JobState::Succeeded, {u"/%1.png"_s.arg(row)});
    m_document->removeJobs({1, 2});
    QCOMPARE(tiles(), u"a:/0.png:succeeded d:/3.png:succeeded"_s);
    // What was made comes back with its job.
    m_document->undoStack()->undo();
    QCOMPARE(tiles(),
             u"a:/0.png:succeeded b:/1.png:succeeded c:/2.png:succeeded d:/3.png:succeeded"_s);
    m_document->reset();
    QCOMPARE(m_model->rowCount(), 0);
}

void TestGalleryModel::reorderingKeepsWhatIsCurrent()
{
    for (int row = 0; row < 4; ++row)
        put(row, JobState::Succeeded, {u"/%1.png"_s.arg(row)});
    const QPersistentModelIndex current = m_model->index(1);
    m_document->moveJobs({1}, 4);
    QCOMPARE(current.row(), 3);
    QCOMPARE(current.data().toString(), u"b"_s);
    QCOMPARE(tiles(),
             u"a:/0.png:succeeded c:/2.png:succeeded d:/3.png:succeeded b:/1.png:succeeded"_s);
}

void TestGalleryModel::aRetriedJobKeepsItsPlace()
{
    put(0, JobState::Generating);
    m_standings.set(job(0), JobState::Waiting);
    m_standings.of(job(0).id).result.attempts = 1;
    m_model->updateJob(job(0).id);
    QCOMPARE(tiles(), u"a::waiting"_s);
}

void TestGalleryModel::countsProgressOn()
{
    QVERIFY(!m_model->isActive());
    put(0, JobState::Generating);
    put(1, JobState::Succeeded, {u"/b.mp4"_s});
    QVERIFY(m_model->isActive());
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->updateFractions();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 0);
    put(0, JobState::Failed);
    QVERIFY(!m_model->isActive());
}

void TestGalleryModel::givesFilesAway()
{
    put(0, JobState::Succeeded, {u"/tmp/咖啡.png"_s});
    put(1, JobState::Failed);
    QVERIFY(m_model->flags(m_model->index(0)) & Qt::ItemIsDragEnabled);
    QVERIFY(!(m_model->flags(m_model->index(1)) & Qt::ItemIsDragEnabled));
    const std::unique_ptr<QMimeData> data(
        m_model->mimeData({m_model->index(0), m_model->index(1)}));
    QCOMPARE(data->urls(), QList<QUrl>{QUrl::fromLocalFile(u"/tmp/咖啡.png"_s)});
    QVERIFY(!m_model->mimeData({m_model->index(1)}));
}

void TestGalleryModel::speaks()
{
    put(1, JobState::Succeeded, {u"/b.mp4"_s});
    const QString words = m_model->index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(words.contains(u"b"_s) && words.contains(u"video"_s)
                 && words.contains(batch::toDisplay(JobState::Succeeded)),
             qPrintable(words));
}

void TestGalleryModel::tenThousand()
{
    // The tester walks through the whole model at every change.
    m_tester.reset();
    QList<batch::Job> jobs;
    for (int i = 0; i < 10'000; ++i)
        jobs += makeJob(QString::number(i));
    m_document->insertJobs(0, jobs, u"Add"_s);
    QElapsedTimer timer;
    timer.start();
    for (int row = 0; row < 10'000; ++row)
        put(row, JobState::Succeeded, {u"/x.png"_s});
    QCOMPARE(m_model->rowCount(), 10'000);
    m_document->removeJobs({5'000});
    QCOMPARE(m_model->rowCount(), 9'999);
    QCOMPARE(m_model->index(5'000).data().toString(), u"5001"_s);
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestGalleryModel)
#include "test_gallerymodel.moc"
