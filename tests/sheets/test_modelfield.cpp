// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/modelfield.h"

#include "catalog/catalog.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestModelField : public QObject
{
    Q_OBJECT
private slots:
    void anEmptiedFieldIsNoModel_data();
    void anEmptiedFieldIsNoModel();
};

void TestModelField::anEmptiedFieldIsNoModel_data()
{
    QTest::addColumn<QString>("model");
    QTest::newRow("in the short list") << u"black-forest-labs/flux-2-pro/text-to-image"_s;
    QTest::newRow("not in the short list") << u"acme/dreamer"_s;
}

void TestModelField::anEmptiedFieldIsNoModel()
{
    QFETCH(QString, model);
    ui::ModelField field(catalog::Catalog::builtIn(), {});
    field.setModelId(model);
    field.show();
    QSignalSpy chosen(&field, &ui::ModelField::modelChosen);
    QTest::keySequence(&field, QKeySequence::SelectAll);
    QTest::keyClick(&field, Qt::Key_Delete);
    QTest::keyClick(&field, Qt::Key_Return);
    QVERIFY(field.currentText().isEmpty());
    QVERIFY(field.modelId().isEmpty());
    QCOMPARE(chosen.size(), 1);
}

QTEST_MAIN(TestModelField)
#include "test_modelfield.moc"
