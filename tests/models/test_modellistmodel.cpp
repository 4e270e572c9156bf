// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/favourites.h"
#include "models/list/modellistmodel.h"
#include "models/manymodels.h"
#include "session/document/batchdocument.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using catalog::ModelKind;
using catalog::ModelOrder;
using ui::ModelListModel;
using ui::ModelScope;
using ui::ModelSearch;

class TestModelListModel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ui::BatchDocument> m_document;
    std::unique_ptr<ui::Favourites> m_favourites;
    std::unique_ptr<ModelListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void open(const catalog::Catalog &catalog)
    {
        m_tester.reset();
        m_model.reset();
        m_document = std::make_unique<ui::BatchDocument>(catalog);
        m_favourites = std::make_unique<ui::Favourites>();
        m_model = std::make_unique<ModelListModel>(m_document.get(), m_favourites.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    QStringList ids() const
    {
        QStringList ids;
        for (int row = 0; row < m_model->rowCount(); ++row)
            ids.append(m_model->idAt(row));
        return ids;
    }

    static ModelSearch forWords(const QString &words)
    {
        ModelSearch search;
        search.query.words = words;
        search.order = ModelOrder::Relevance;
        return search;
    }

private slots:
    void init()
    {
        QSettings().clear();
        open(catalog::Catalog::builtIn());
    }

    void saysWhatAModelIs()
    {
        m_model->show(forWords(u"veo 3.1"_s));
        const QModelIndex index = m_model->index(m_model->rowOf(testing::veo));
        QVERIFY(index.isValid());
        QCOMPARE(index.data(ModelListModel::IdRole).toString(), testing::veo);
        QCOMPARE(index.data().toString(), u"Veo 3.1"_s);
        QCOMPARE(index.data(ModelListModel::KindRole).toString(), u"Google · Text to video"_s);
        QCOMPARE(index.data(ModelListModel::PriceRole).toString(), u"$0.03 / s"_s);
        QVERIFY(index.data(ModelListModel::PriceKnownRole).toBool());
        QCOMPARE(index.data(ModelListModel::TimeRole).toString(), u"60–120\u00a0s"_s);
        m_model->setCurrentModels({testing::veo});
        m_favourites->set(testing::veo, true);
        QCOMPARE(index.data(Qt::AccessibleTextRole).toString(),
                 u"Veo 3.1, Google · Text to video, $0.03 / s, 60–120\u00a0s, the jobs' model now, "
                 "favourite"_s);
    }

    void saysWhereAPriceIsNotKnown()
    {
        open(testing::manyModelsCatalog(1));
        const QModelIndex index = m_model->index(0);
        QCOMPARE(index.data(ModelListModel::PriceRole).toString(), u"Price unknown"_s);
        QVERIFY(!index.data(ModelListModel::PriceKnownRole).toBool());
        QCOMPARE(index.data(ModelListModel::TimeRole).toString(), QString());
    }

    void findsWordsInAnyOrder_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("found");
        QTest::newRow("name") << u"seedance"_s << true;
        QTest::newRow("two") << u"seedance bytedance"_s << true;
        QTest::newRow("the other way") << u"bytedance seedance"_s << true;
        QTest::newRow("capitals") << u"SeeDance"_s << true;
        QTest::newRow("what it does") << u"volume clips"_s << true;
        QTest::newRow("one of them nowhere") << u"seedance google"_s << false;
    }
    void findsWordsInAnyOrder()
    {
        QFETCH(QString, words);
        QFETCH(bool, found);
        m_model->show(forWords(words));
        QCOMPARE(m_model->rowOf(testing::seedance) >= 0, found);
    }

    void findsWhatTheCatalogFinds()
    {
        ModelSearch search;
        search.query.kind = ModelKind::TextToVideo;
        search.query.mostCost = batch::Cost::fromUsd(0.25);
        search.order = ModelOrder::Price;
        m_model->show(search);
        QVERIFY(m_model->rowCount() > 1);
        QCOMPARE(ids(), catalog::search(m_document->catalog(), search.query, search.order));
    }

    void sameSearchDisturbsNobody()
    {
        m_model->show(forWords(u"veo"_s));
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->show(forWords(u"veo"_s));
        QCOMPARE(reset.size(), 0);
    }

    void starsAndUnstars()
    {
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        const QModelIndex index = m_model->index(3);
        QVERIFY(m_model->setData(index, true, ModelListModel::FavouriteRole));
        QVERIFY(m_favourites->contains(m_model->idAt(3)));
        QVERIFY(index.data(ModelListModel::FavouriteRole).toBool());
        QCOMPARE(changed.size(), 1);
        QVERIFY(!m_model->setData(index, u"x"_s, Qt::EditRole));
    }

    void favouritesFollowTheStars()
    {
        ModelSearch search;
        search.scope = ModelScope::Favourites;
        m_model->show(search);
        QCOMPARE(m_model->rowCount(), 0);
        m_favourites->set(testing::veo, true);
        m_favourites->set(u"nobody/knows-it"_s, true);
        QCOMPARE(ids(), QStringList{testing::veo});
        m_favourites->set(testing::veo, false);
        QCOMPARE(m_model->rowCount(), 0);
    }

    void recentOnesComeLatestFirst()
    {
        m_favourites->addRecent(testing::flux);
        m_favourites->addRecent(testing::veo);
        batch::Job job;
        job.model = testing::seedance;
        m_document->insertJobs(0, {job}, u"Add"_s);
        ModelSearch search;
        search.scope = ModelScope::Recent;
        search.order = ModelOrder::Relevance;
        m_model->show(search);
        QCOMPARE(ids(), (QStringList{testing::veo, testing::flux, testing::seedance}));
        search.order = ModelOrder::Price;
        m_model->show(search);
        QCOMPARE(ids(), (QStringList{testing::flux, testing::seedance, testing::veo}));
    }

    void ownModelsStayWhereTheServiceDropsThem()
    {
        m_favourites->set(testing::veo, true);
        m_document->setCatalog(
            catalog::Catalog::builtIn().updatedBy(testing::manyModelsCatalog(3, true)));
        QCOMPARE(m_model->rowOf(testing::veo), -1);
        ModelSearch search;
        search.scope = ModelScope::Favourites;
        m_model->show(search);
        QCOMPARE(ids(), QStringList{testing::veo});
        QVERIFY(m_model->index(0)
                    .data(ModelListModel::KindRole)
                    .toString()
                    .contains(u"no longer offered"_s));
    }

    void followsTheCatalog()
    {
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_document->setCatalog(testing::manyModelsCatalog(12));
        QCOMPARE(reset.size(), 1);
        QCOMPARE(m_model->rowCount(), 12);
        QCOMPARE(m_model->available(), 12);
    }

    void filtersManyWithoutAStutter()
    {
        open(testing::manyModelsCatalog(500));
        m_tester.reset(); // its own checks are not to be measured
        QElapsedTimer timer;
        timer.start();
        const QString typed = u"model image 001"_s;
        for (int length = 1; length <= typed.size(); ++length)
            m_model->show(forWords(typed.left(length)));
        const double each =
            static_cast<double>(timer.nsecsElapsed()) / 1e6 / static_cast<double>(typed.size());
        qInfo("%.2f ms a key", each);
        QVERIFY(m_model->rowCount() > 0);
        QVERIFY2(each < 100, "far from a frame, even on a busy machine");
    }
};

QTEST_GUILESS_MAIN(TestModelListModel)

#include "test_modellistmodel.moc"
