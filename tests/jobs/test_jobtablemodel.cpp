// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobsize.h"
#include "jobs/models.h"
#include "jobs/table/jobtablemodel.h"
#include "session/document/batchdocument.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using batch::Job;
using ui::BatchDocument;
using ui::JobTableModel;

namespace {

const QString flux = u"black-forest-labs/flux-2-pro/text-to-image"_s;
const QString veo = u"google/veo3.1/text-to-video"_s;

Job image(const QString &name)
{
    Job job;
    job.name = name;
    job.model = flux;
    job.prompt = u"A cat on a <b>roof</b>"_s;
    job.width = 2048;
    job.height = 1152;
    return job;
}

Job video(const QString &name, double duration)
{
    Job job;
    job.name = name;
    job.type = batch::MediaType::Video;
    job.model = veo;
    job.prompt = u"A walk"_s;
    job.duration = duration;
    return job;
}

} // namespace

/// The tester watches every change that a test makes, and fails it at the first broken promise.
class TestJobTableModel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<BatchDocument> m_document;
    std::unique_ptr<JobTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    QModelIndex at(int row, int column) const { return m_model->index(row, column); }
    QString names() const
    {
        QStringList names;
        for (int row = 0; row < m_model->rowCount(); ++row)
            names.append(at(row, JobTableModel::NameColumn).data().toString());
        return names.join(u' ');
    }

private slots:
    void init()
    {
        m_document = std::make_unique<BatchDocument>(catalog::Catalog::builtIn());
        config::BatchFile file;
        file.source.jobs = {image(u"a"_s), video(u"b"_s, 8), image(u"c"_s), video(u"d"_s, 5)};
        m_document->reset(file);
        m_model = std::make_unique<JobTableModel>(m_document.get(), nullptr);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_document.reset();
    }

    void showsAJobInWords_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("spoken");
        QTest::newRow("name") << 0 << int(JobTableModel::NameColumn) << u"a"_s << u"Name: a"_s;
        QTest::newRow("type") << 1 << int(JobTableModel::TypeColumn) << u"Video"_s
                              << u"Type: Video"_s;
        QTest::newRow("model") << 1 << int(JobTableModel::ModelColumn) << u"Veo 3.1"_s
                               << u"Model: Veo 3.1"_s;
        QTest::newRow("size") << 0 << int(JobTableModel::SizeColumn) << u"2048 × 1152"_s
                              << u"Size or length: 2048 × 1152"_s;
        QTest::newRow("length") << 1 << int(JobTableModel::SizeColumn) << u"8\u00a0s · 1080p"_s
                                << u"Size or length: 8\u00a0s · 1080p"_s;
        QTest::newRow("cost") << 1 << int(JobTableModel::CostColumn) << u"$0.24"_s
                              << u"Cost: $0.24"_s;
        QTest::newRow("state") << 0 << int(JobTableModel::StateColumn) << u"Draft"_s
                               << u"State: Draft"_s;
        QTest::newRow("enabled") << 0 << int(JobTableModel::EnabledColumn) << QString()
                                 << u"Part of the run: Yes"_s;
    }

    void showsAJobInWords()
    {
        QFETCH(int, row);
        QFETCH(int, column);
        QFETCH(QString, text);
        QFETCH(QString, spoken);
        QCOMPARE(at(row, column).data().toString(), text);
        QCOMPARE(at(row, column).data(Qt::AccessibleTextRole).toString(), spoken);
    }

    void anUnknownModelIsShownByItsIdAndItsCostAsAGuess()
    {
        QVERIFY(m_model->setData(at(0, JobTableModel::ModelColumn), u" acme/dreamer "_s));
        QCOMPARE(at(0, JobTableModel::ModelColumn).data().toString(), u"acme/dreamer"_s);
        const QModelIndex cost = at(0, JobTableModel::CostColumn);
        QCOMPARE(cost.data().toString(), u"≈\u00a0$0.05"_s);
        QVERIFY(cost.data(JobTableModel::CostGuessRole).toBool());
        QVERIFY(cost.data(Qt::ToolTipRole).toString().contains(u"guess"_s));
        QCOMPARE(at(0, JobTableModel::ModelColumn).data(JobTableModel::SeverityRole).toInt(),
                 int(batch::Severity::Warning));
    }

    void edits_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QVariant>("shown");
        const auto size = [](int width, int height, double duration, const QString &resolution) {
            return QVariant::fromValue(ui::JobSize{width, height, {}, duration, resolution});
        };
        QTest::newRow("name") << 0 << int(JobTableModel::NameColumn) << QVariant(u" x  y "_s)
                              << QVariant(u"x y"_s);
        QTest::newRow("type") << 0 << int(JobTableModel::TypeColumn)
                              << QVariant(int(batch::MediaType::Video)) << QVariant(u"Video"_s);
        QTest::newRow("model") << 0 << int(JobTableModel::ModelColumn) << QVariant(veo)
                               << QVariant(u"Veo 3.1"_s);
        QTest::newRow("prompt") << 0 << int(JobTableModel::PromptColumn)
                                << QVariant(u"A dog\non grass"_s) << QVariant(u"A dog\non grass"_s);
        QTest::newRow("size") << 0 << int(JobTableModel::SizeColumn) << size(512, 768, 0, {})
                              << QVariant(u"512 × 768"_s);
        QTest::newRow("length") << 1 << int(JobTableModel::SizeColumn) << size(0, 0, 2.5, u"720p"_s)
                                << QVariant(u"2.5\u00a0s · 720p"_s);
    }

    void edits()
    {
        QFETCH(int, row);
        QFETCH(int, column);
        QFETCH(QVariant, value);
        QFETCH(QVariant, shown);
        const batch::Batch before = m_document->batch();
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QVERIFY(m_model->setData(at(row, column), value));
        QCOMPARE(at(row, column).data(), shown);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_document->undoStack()->count(), 1);
        m_document->undoStack()->undo();
        QCOMPARE(m_document->batch(), before);
        QCOMPARE(changed.size(), 2);
    }

    void anEditOfNothingIsNoStep()
    {
        for (int column = 0; column < JobTableModel::ColumnCount; ++column) {
            for (int row = 0; row < m_model->rowCount(); ++row)
                m_model->setData(at(row, column), at(row, column).data(Qt::EditRole));
        }
        QCOMPARE(m_document->undoStack()->count(), 0);
    }

    void refusesWhatCannotBeEdited()
    {
        QVERIFY(!m_model->setData(at(0, JobTableModel::CostColumn), 3));
        QVERIFY(!m_model->setData(at(0, JobTableModel::StateColumn), 3));
        QVERIFY(!m_model->setData(at(0, JobTableModel::SizeColumn), u"12 × 12"_s));
        QVERIFY(!m_model->setData(at(0, JobTableModel::NameColumn), u"x"_s, Qt::DisplayRole));
        QVERIFY(!m_model->setData({}, u"x"_s));
        QCOMPARE(m_document->undoStack()->count(), 0);
        QVERIFY(!(at(0, JobTableModel::CostColumn).flags() & Qt::ItemIsEditable));
        QVERIFY(!(at(0, JobTableModel::StateColumn).flags() & Qt::ItemIsEditable));
        QVERIFY(at(0, JobTableModel::EnabledColumn).flags() & Qt::ItemIsUserCheckable);
    }

    void theTypeAndItsModelChangeInOneStep()
    {
        m_model->setData(at(0, JobTableModel::TypeColumn), int(batch::MediaType::Video));
        QCOMPARE(m_document->job(0).model, u"bytedance/seedance-v1.5-pro/text-to-video"_s);
        m_document->undoStack()->undo();
        QCOMPARE(m_document->job(0).model, flux);
        QCOMPARE(m_document->job(0).type, batch::MediaType::Image);
    }

    void problemsStandAtTheirCells()
    {
        m_model->setData(at(1, JobTableModel::PromptColumn), QString());
        const ui::JobSize tooLong{0, 0, {}, 9, u"1080p"_s};
        m_model->setData(at(1, JobTableModel::SizeColumn), QVariant::fromValue(tooLong));
        const auto severity = [this](int column) {
            return at(1, column).data(JobTableModel::SeverityRole);
        };
        QCOMPARE(severity(JobTableModel::PromptColumn), QVariant(int(batch::Severity::Error)));
        QCOMPARE(severity(JobTableModel::SizeColumn), QVariant(int(batch::Severity::Error)));
        QVERIFY(!severity(JobTableModel::NameColumn).isValid());
        const QModelIndex size = at(1, JobTableModel::SizeColumn);
        QVERIFY(size.data(JobTableModel::ProblemsRole).toString().contains(u"at most 8 s"_s));
        QVERIFY(size.data(Qt::ToolTipRole).toString().contains(u"at most 8"_s));
        QVERIFY(size.data(Qt::AccessibleDescriptionRole).toString().contains(u"at most 8 s"_s));
        // A run would leave it out: the state says why.
        const QModelIndex state = at(1, JobTableModel::StateColumn);
        QCOMPARE(state.data(JobTableModel::DetailRole).toString(), u"The prompt is empty."_s);
        QVERIFY(state.data(JobTableModel::DetailIsErrorRole).toBool());
        QCOMPARE(state.data(Qt::AccessibleTextRole).toString(),
                 u"State: Draft. The prompt is empty."_s);
    }

    void problemsOfParametersStandAtTheirCells_data()
    {
        QTest::addColumn<Job>("job");
        QTest::addColumn<int>("column");
        Job ratio = image(u"x"_s);
        ratio.model = models::shaped().id;
        ratio.width.reset();
        ratio.height.reset();
        Job negative = ratio;
        Job seed = ratio;
        Job params = ratio;
        Job picture = ratio;
        ratio.aspectRatio = u"7:3"_s;
        QTest::newRow("ratio") << ratio << int(JobTableModel::SizeColumn);
        seed.seed = 7;
        QTest::newRow("seed") << seed << int(JobTableModel::ModelColumn);
        params.params = {{u"steps"_s, 3}};
        QTest::newRow("params") << params << int(JobTableModel::ModelColumn);
        picture.image = u"https://example.com/cat.png"_s;
        QTest::newRow("picture") << picture << int(JobTableModel::ModelColumn);
        negative.model = models::sized().id;
        negative.negativePrompt = u"people"_s;
        QTest::newRow("negative prompt") << negative << int(JobTableModel::PromptColumn);
    }

    void problemsOfParametersStandAtTheirCells()
    {
        QFETCH(Job, job);
        QFETCH(int, column);
        m_document->setCatalog(models::catalogOf({models::sized(), models::shaped()}));
        m_document->insertJobs(0, {job}, u"Add"_s);
        for (int each = 0; each < JobTableModel::StateColumn; ++each)
            QCOMPARE(at(0, each).data(JobTableModel::SeverityRole).isValid(), each == column);
        const QString words = at(0, column).data(JobTableModel::ProblemsRole).toString();
        QVERIFY(!words.isEmpty());
        QCOMPARE(at(0, column).data(Qt::AccessibleDescriptionRole).toString(), words);
    }

    void theCostSaysHowItIsMadeAndHowOldThePriceIs()
    {
        const auto tip = [this](int row) {
            return at(row, JobTableModel::CostColumn).data(Qt::ToolTipRole).toString();
        };
        QVERIFY2(tip(1).contains(u"8\u00a0s × $0.03"_s) || tip(1).contains(u"8&nbsp;s × $0.03"_s),
                 qPrintable(tip(1)));
        QVERIFY2(tip(1).contains(u"built in"_s), qPrintable(tip(1)));
        m_document->setCatalog(models::catalogOf({models::clips()}));
        m_model->setData(at(1, JobTableModel::ModelColumn), models::clips().id);
        QVERIFY2(tip(1).contains(u"Atlas Cloud's list, fetched 1 hour"_s), qPrintable(tip(1)));
    }

    void theSizeSaysHowItReachesTheModel()
    {
        m_document->setCatalog(models::catalogOf({models::sized(), models::unsized()}));
        m_model->setData(at(0, JobTableModel::ModelColumn), models::sized().id);
        const ui::JobSize square{2048, 2048, {}, 0, {}};
        QVERIFY(m_model->setData(at(0, JobTableModel::SizeColumn), QVariant::fromValue(square)));
        const QString tip = at(0, JobTableModel::SizeColumn).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(u"2048*2048"_s), qPrintable(tip));
        QVERIFY(at(0, JobTableModel::SizeColumn).flags() & Qt::ItemIsEditable);
        m_model->setData(at(0, JobTableModel::ModelColumn), models::unsized().id);
        QVERIFY(!(at(0, JobTableModel::SizeColumn).flags() & Qt::ItemIsEditable));
    }

    void toolTipsSayTheRestOfTheJob()
    {
        Job job = image(u"x"_s);
        job.image = u"cat.png"_s;
        job.seed = 77;
        job.negativePrompt = u"people"_s;
        m_document->changeJob(0, job, u"Change"_s);
        const QString model = at(0, JobTableModel::ModelColumn).data(Qt::ToolTipRole).toString();
        QVERIFY2(model.contains(u"cat.png"_s) && model.contains(u"77"_s), qPrintable(model));
        const QString prompt = at(0, JobTableModel::PromptColumn).data(Qt::ToolTipRole).toString();
        QVERIFY2(prompt.contains(u"people"_s), qPrintable(prompt));
    }

    void toolTipsAreNotReadAsMarkup()
    {
        const QString tip = at(0, JobTableModel::PromptColumn).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(u"&lt;b&gt;roof"_s), qPrintable(tip));
    }

    void switchesJobsTogether()
    {
        m_model->setData(at(1, JobTableModel::EnabledColumn), Qt::Unchecked, Qt::CheckStateRole);
        QVERIFY(!m_document->job(1).enabled);
        m_model->toggleEnabled({0, 1, 2});
        QVERIFY(m_document->job(0).enabled && m_document->job(1).enabled);
        m_model->toggleEnabled({0, 1, 2});
        QVERIFY(!m_document->job(0).enabled && !m_document->job(1).enabled);
        QVERIFY(m_document->job(3).enabled);
        QCOMPARE(m_document->undoStack()->count(), 3);
        m_document->undoStack()->undo();
        QVERIFY(m_document->job(0).enabled && m_document->job(1).enabled);
    }

    void dropsMoveRowsAndIndexesFollow()
    {
        const QPersistentModelIndex a = at(0, JobTableModel::NameColumn);
        const QPersistentModelIndex d = at(3, JobTableModel::StateColumn);
        const std::unique_ptr<QMimeData> dragged(
            m_model->mimeData({at(2, 0), at(2, 1), at(0, 0), at(0, JobTableModel::StateColumn)}));
        QVERIFY(m_model->canDropMimeData(dragged.get(), Qt::MoveAction, 4, 0, {}));
        QVERIFY(m_model->dropMimeData(dragged.get(), Qt::MoveAction, 4, 0, {}));
        QCOMPARE(names(), u"b d a c"_s);
        QCOMPARE(a.row(), 2);
        QCOMPARE(a.data().toString(), u"a"_s);
        QCOMPARE(d.row(), 1);
        QCOMPARE(d.column(), int(JobTableModel::StateColumn));
        m_document->undoStack()->undo();
        QCOMPARE(names(), u"a b c d"_s);
        QCOMPARE(a.row(), 0);
        QVERIFY(m_model->dropMimeData(dragged.get(), Qt::MoveAction, -1, -1, {}));
        QCOMPARE(names(), u"b d a c"_s);
    }

    /// A file may be read anew while rows are dragged.
    void whatIsDraggedIsStillThatWhenItIsDropped()
    {
        const std::unique_ptr<QMimeData> dragged(m_model->mimeData({at(2, 0), at(3, 0)}));
        m_document->insertJobs(0, {image(u"x"_s)}, u"Add"_s);
        m_document->removeJobs({4});
        QCOMPARE(names(), u"x a b c"_s);
        QVERIFY(m_model->dropMimeData(dragged.get(), Qt::MoveAction, 0, 0, {}));
        QCOMPARE(names(), u"c x a b"_s);
        m_document->removeJobs({0});
        QVERIFY(m_model->dropMimeData(dragged.get(), Qt::MoveAction, 0, 0, {}));
        QCOMPARE(names(), u"x a b"_s);
    }

    void refusesStrangeDrops()
    {
        QMimeData text;
        text.setText(u"0"_s);
        QVERIFY(!m_model->canDropMimeData(&text, Qt::MoveAction, 0, 0, {}));
        QVERIFY(!m_model->dropMimeData(&text, Qt::MoveAction, 0, 0, {}));
        const std::unique_ptr<QMimeData> dragged(m_model->mimeData({at(2, 0)}));
        QVERIFY(!m_model->dropMimeData(dragged.get(), Qt::CopyAction, 0, 0, {}));
        QCOMPARE(m_document->undoStack()->count(), 0);
    }

    void followsEveryKindOfChange()
    {
        m_document->insertJobs(1, {image(u"x"_s), image(u"y"_s)}, u"Add"_s);
        QCOMPARE(names(), u"a x y b c d"_s);
        m_document->removeJobs({0, 2, 4});
        QCOMPARE(names(), u"x b d"_s);
        m_document->duplicateJobs({0, 2});
        QCOMPARE(names(), u"x b d x 2 d 2"_s);
        m_document->moveJobs({4}, 0);
        QCOMPARE(names(), u"d 2 x b d x 2"_s);
        while (m_document->undoStack()->canUndo())
            m_document->undoStack()->undo();
        QCOMPARE(names(), u"a b c d"_s);
        while (m_document->undoStack()->canRedo())
            m_document->undoStack()->redo();
        QCOMPARE(names(), u"d 2 x b d x 2"_s);
        m_document->reset();
        QCOMPARE(m_model->rowCount(), 0);
    }
};

QTEST_MAIN(TestJobTableModel)
#include "test_jobtablemodel.moc"
