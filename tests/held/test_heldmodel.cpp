// SPDX-License-Identifier: GPL-3.0-or-later
#include "held/helddetails.h"
#include "held/heldmodel.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::HeldModel;
using ui::HeldSubmission;

namespace {

HeldSubmission submissionOf(const QString &name, bool guess = false)
{
    HeldSubmission held;
    held.job = batch::newJobId();
    held.name = name;
    held.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
    held.submittedAt = QDateTime(QDate(2026, 3, 1), QTime(8, 5, 9), Qt::UTC);
    held.cost = batch::Cost::fromUsd(0.04);
    held.costIsGuess = guess;
    return held;
}

} // namespace

class TestHeldModel : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatIsHeld()
    {
        HeldModel model(catalog::Catalog::builtIn());
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        HeldSubmission unknown = submissionOf(u"狗"_s, true);
        unknown.model = u"nobody/knows"_s;
        unknown.submittedAt = {};
        model.show({submissionOf(u"Cat"_s), unknown});
        const auto text = [&](int row, HeldModel::Column column) {
            return model.index(row, column).data().toString();
        };
        QCOMPARE(text(0, HeldModel::JobColumn), u"Cat"_s);
        QVERIFY(!text(0, HeldModel::ModelColumn).contains(u'/'));
        const QDateTime local = submissionOf({}).submittedAt.toLocalTime();
        QVERIFY(text(0, HeldModel::SentColumn).contains(local.toString(u"HH:mm:ss"_s)));
        QCOMPARE(text(0, HeldModel::CostColumn), u"$0.04"_s);
        QCOMPARE(text(1, HeldModel::ModelColumn), u"nobody/knows"_s);
        QVERIFY(!text(1, HeldModel::SentColumn).isEmpty());
        QVERIFY(text(1, HeldModel::CostColumn).startsWith(u'≈'));
        QCOMPARE(model.index(0, HeldModel::JobColumn).data(Qt::AccessibleTextRole).toString(),
                 u"Job: Cat"_s);
    }

    void whatStaysIsNotDisturbed()
    {
        HeldModel model(catalog::Catalog::builtIn());
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        const HeldSubmission one = submissionOf(u"one"_s);
        HeldSubmission two = submissionOf(u"two"_s);
        const HeldSubmission three = submissionOf(u"three"_s);
        model.show({one, two});
        const QPersistentModelIndex kept = model.index(1, 0);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.show({two, three});
        QVERIFY(kept.isValid());
        QCOMPARE(kept.row(), 0);
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(changed.isEmpty());
        two.isEdited = true;
        model.show({two, three});
        QCOMPARE(changed.size(), 1);
        model.show({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aRequestReadsAsLines()
    {
        const QJsonObject request{{u"prompt"_s, u"兩行\n文字"_s},
                                  {u"width"_s, 256},
                                  {u"model"_s, u"a/b"_s},
                                  {u"images"_s, QJsonArray{u"x"_s, u"y"_s}},
                                  {u"loop"_s, true}};
        QCOMPARE(ui::requestText(request),
                 u"兩行\n文字\n\nimages: [\"x\",\"y\"]\nloop: true\nmodel: a/b\nwidth: 256"_s);
        QCOMPARE(ui::requestText({{u"seed"_s, 7}}), u"seed: 7"_s);
    }
};

QTEST_MAIN(TestHeldModel)
#include "test_heldmodel.moc"
