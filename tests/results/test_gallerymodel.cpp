// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/gallery/gallerymodel.h"
#include "results/standings.h"

#include <QAbstractItemModelTester>
#include <QDir>
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

    batch::Job job(int row) const { return m_document->job(row); }
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
    /// Counted one by one.
    int withFiles() const
    {
        int count = 0;
        for (int row = 0; row < m_model->rowCount(); ++row)
            count += m_model->tile(row).path.isEmpty() ? 0 : 1;
        return count;
    }

private slots:
    void init();
    void tellsTilesFromStates_data();
    void tellsTilesFromStates();
    void keepsTheDocumentsOrder();
    void oneTileForEachFile();
    void announcesFiles();
    void jobsComeAndGo();
    void variationsComeAndGo();
    void reorderingKeepsWhatIsCurrent();
    void aRetriedJobKeepsItsPlace();
    void countsProgressOn();
    void givesFilesAway();
    void givesResultsToOtherJobs();
    void countsWhatArrived();
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

void TestGalleryModel::variationsComeAndGo()
{
    batch::JobSource entry = m_document->entry(1);
    entry.matrix = {{u"size"_s, {u"s"_s, u"m"_s, u"l"_s}}};
    m_document->changeEntries({{1, entry}}, u"Vary"_s);
    put(0, JobState::Succeeded, {u"/a.png"_s});
    put(3, JobState::Succeeded, {u"/d.png"_s});
    for (const batch::JobId id : m_document->madeIds(1)) {
        const batch::Job made = *m_document->madeJob(id);
        m_standings.set(made, JobState::Succeeded, {u"/%1.mp4"_s.arg(made.name)});
        m_model->updateJob(id);
    }
    QCOMPARE(tiles(),
             u"a:/a.png:succeeded b s:/b s.mp4:succeeded b m:/b m.mp4:succeeded "
             "b l:/b l.mp4:succeeded d:/d.png:succeeded"_s);
    const QPersistentModelIndex last = m_model->index(4);
    const QPersistentModelIndex large = m_model->index(3);
    // One goes, one comes that has nothing to show, and the others change places.
    entry.matrix[0].values = {u"l"_s, u"xl"_s, u"s"_s};
    m_document->changeEntries({{1, entry}}, u"Vary"_s);
    QCOMPARE(tiles(),
             u"a:/a.png:succeeded b l:/b l.mp4:succeeded b s:/b s.mp4:succeeded "
             "d:/d.png:succeeded"_s);
    QCOMPARE(large.row(), 1);
    QCOMPARE(last.row(), 3);
    m_document->moveJobs({1}, 0);
    QCOMPARE(large.row(), 0);
    m_document->removeJobs({0});
    QCOMPARE(tiles(), u"a:/a.png:succeeded d:/d.png:succeeded"_s);
    m_document->undoStack()->undo();
    m_document->undoStack()->undo();
    m_document->undoStack()->undo();
    QCOMPARE(m_model->rowCount(), 5);
    QCOMPARE(m_model->index(2).data().toString(), u"b m"_s);
    // All are looked at anew where the variables change.
    ui::Premises premises = ui::Premises::of(m_document->source());
    premises.vars.insert(u"brand"_s, u"Aurora"_s);
    m_document->changePremises(premises, u"Variables"_s);
    QCOMPARE(m_model->rowCount(), 5);
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

void TestGalleryModel::givesResultsToOtherJobs()
{
    const QString folder = QDir::tempPath();
    config::BatchFile file;
    file.path = folder + u"/batch.yaml"_s;
    file.source = m_document->source();
    m_document->reset(file);
    put(0, JobState::Succeeded, {folder + u"/a.png"_s, folder + u"/a 2.png"_s});
    put(1, JobState::Succeeded, {folder + u"/b.mp4"_s});
    const auto dragged = [this](const QList<int> &rows) {
        QModelIndexList tiles;
        for (const int row : rows)
            tiles.append(m_model->index(row));
        const std::unique_ptr<QMimeData> data(m_model->mimeData(tiles));
        const auto result = ui::jobmime::resultIn(data.get());
        return result ? result->address : QString();
    };
    QVERIFY(m_model->mimeTypes().contains(ui::jobmime::type));
    QCOMPARE(dragged({0}), u"job:a"_s);
    QCOMPARE(m_model->result(0)->job, job(0).id);
    // A reference means the first file; and a job of that name alone.
    QCOMPARE(dragged({1}), u"a 2.png"_s);
    QCOMPARE(dragged({2}), u"job:b"_s);
    QVERIFY(m_model->hasPicture(0));
    QVERIFY(!m_model->hasPicture(2));
    QVERIFY(dragged({0, 1}).isEmpty());
    batch::Job namesake = job(2);
    namesake.name = u"a"_s;
    m_document->changeJob(2, namesake, u"Rename"_s);
    QCOMPARE(dragged({0}), u"a.png"_s);
    // A job that makes something else by now.
    m_document->undoStack()->undo();
    batch::Job turned = job(0);
    turned.type = batch::MediaType::Video;
    m_document->changeJob(0, turned, u"Turn"_s);
    QCOMPARE(dragged({0}), u"a.png"_s);
    // Braces in a name would mean a variable.
    m_document->undoStack()->undo();
    batch::Job braced = job(0);
    braced.name = u"a {{b}}"_s;
    m_document->changeJob(0, braced, u"Rename"_s);
    QCOMPARE(m_document->batch().jobs.first().name, u"a {b}"_s);
    QCOMPARE(dragged({0}), u"job:a {{b}}"_s);
    // What another program is told is no result of ours.
    QMimeData foreign;
    foreign.setData(ui::jobmime::type, "a");
    QVERIFY(!ui::jobmime::resultIn(&foreign));
}

void TestGalleryModel::countsWhatArrived()
{
    int changes = 0;
    const auto countAnew = [this, &changes] {
        ++changes;
        QCOMPARE(m_model->arrivedCount(), withFiles());
    };
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model.get(), changed, this, countAnew);
    connect(m_model.get(), &QAbstractItemModel::dataChanged, this, countAnew);
    connect(m_model.get(), &QAbstractItemModel::modelReset, this, countAnew);
    put(0, JobState::Generating);
    put(0, JobState::Downloading, {u"/1.png"_s, QString()});
    put(0, JobState::Succeeded, {u"/1.png"_s, u"/2.png"_s, u"/3.png"_s});
    QCOMPARE(m_model->arrivedCount(), 3);
    put(0, JobState::Failed);
    QCOMPARE(m_model->arrivedCount(), 0);
    for (int row = 0; row < 4; ++row)
        put(row, JobState::Succeeded, {u"/%1.png"_s.arg(row)});
    m_document->removeJobs({1, 2});
    QCOMPARE(m_model->arrivedCount(), 2);
    m_document->undoStack()->undo();
    QCOMPARE(m_model->arrivedCount(), 4);
    batch::JobSource entry = m_document->entry(1);
    entry.matrix = {{u"size"_s, {u"s"_s, u"m"_s}}};
    m_document->changeEntries({{1, entry}}, u"Vary"_s);
    QCOMPARE(m_model->arrivedCount(), withFiles());
    m_model->updateAll();
    QCOMPARE(m_model->arrivedCount(), withFiles());
    m_document->reset();
    QCOMPARE(m_model->arrivedCount(), 0);
    QVERIFY(changes > 8);
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
    // An edit of all jobs asks for it once for each of them.
    qint64 arrived = 0;
    for (int i = 0; i < 1'000'000; ++i)
        arrived += m_model->arrivedCount();
    QCOMPARE(arrived, 10'000'000'000);
    m_document->removeJobs({5'000});
    QCOMPARE(m_model->rowCount(), 9'999);
    QCOMPARE(m_model->index(5'000).data().toString(), u"5001"_s);
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestGalleryModel)
#include "test_gallerymodel.moc"
