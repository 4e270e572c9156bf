// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/cards/rowtemplate.h"
#include "sheets/columnmodel.h"
#include "sheets/previewmodel.h"
#include "sheets/productsheet.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using sheet::ColumnUse;
using ui::ColumnModel;
using ui::PreviewModel;

class TestModels : public QObject
{
    Q_OBJECT
private slots:
    void columnsShowASheet();
    void columnsCanBecomeOtherThings();
    void whatAnotherColumnHadIsAVariable();
    void choicesAreTheModels();
    void wrongKeysAreRefused();
    void previewShowsJobs();
    void answersAreComplete();
    void sharedProblemsAreOneLine();
    void variationsAreCounted();
    void whatTheBatchHasCounts();
    void whatTheDefaultsSayIsNotSaidAgain();
};

namespace {

std::shared_ptr<const sheet::Table> tableOf(const QByteArray &csv)
{
    const ui::SheetReading reading = ui::readSheet(csv, std::nullopt);
    if (!reading.table)
        qFatal("%s", qPrintable(reading.fault));
    return reading.table;
}

ui::ImportQuestion questionOf(const QByteArray &csv, const QString &prompt = {})
{
    ui::ImportQuestion question;
    question.table = tableOf(csv);
    question.mapping = sheet::guessMapping(*question.table);
    question.context = shippedModels();
    question.pattern.job.job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
    question.pattern.job.job.prompt = prompt;
    return question;
}

QStringList uses(const ColumnModel &model)
{
    QStringList keys;
    for (const ColumnUse &use : model.mapping())
        keys.append(use.toKey());
    return keys;
}

} // namespace

void TestModels::columnsShowASheet()
{
    ColumnModel model;
    QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 0);
    const auto table = tableOf("Prompt,Width,,Note\na lamp,1024,x,\n\"a\nchair\",768,x,\n");
    model.show(table, sheet::guessMapping(*table));
    QCOMPARE(uses(model), (QStringList{u"prompt"_s, u"width"_s, u"{column3}"_s, u""_s}));
    QCOMPARE(model.rowCount(), 4);
}

void TestModels::columnsCanBecomeOtherThings()
{
    ColumnModel model;
    QAbstractItemModelTester tester(&model);
    const auto table = tableOf("Prompt,Width,Colour\na lamp,1024,red\n\"a\nchair\",768,blue\n");
    model.show(table, sheet::guessMapping(*table));
    QCOMPARE(model.index(0, ColumnModel::Heading).data().toString(), u"Prompt"_s);
    QCOMPARE(model.index(0, ColumnModel::Example).data().toString(), u"a lamp  ·  a chair"_s);
    QCOMPARE(model.index(1, ColumnModel::Becomes).data().toString(), u"Width"_s);
    QCOMPARE(model.index(2, ColumnModel::Becomes).data().toString(), u"Variable {colour}"_s);

    QSignalSpy changed(&model, &ColumnModel::mappingChanged);
    QVERIFY(model.setData(model.index(1, ColumnModel::Becomes), u"seed"_s, Qt::EditRole));
    QVERIFY(model.setData(model.index(2, ColumnModel::Becomes), QString(), Qt::EditRole));
    QCOMPARE(changed.count(), 2);
    QCOMPARE(uses(model), (QStringList{u"prompt"_s, u"seed"_s, u""_s}));
    QVERIFY(model.index(2, 0).data(ColumnModel::IsLeftOutRole).toBool());
    QVERIFY(model.setData(model.index(2, ColumnModel::Becomes), QString(), Qt::EditRole));
    QCOMPARE(changed.count(), 2); // nothing changed
}

void TestModels::whatAnotherColumnHadIsAVariable()
{
    ColumnModel model;
    QAbstractItemModelTester tester(&model);
    const auto table = tableOf("Prompt,Text,text\na,b,c\n");
    model.show(table, sheet::guessMapping(*table));
    QCOMPARE(uses(model), (QStringList{u"prompt"_s, u"{text}"_s, u"{text-2}"_s}));
    model.setUse(1, {ColumnUse::Kind::Field, u"prompt"_s});
    QCOMPARE(uses(model), (QStringList{u"{prompt}"_s, u"prompt"_s, u"{text-2}"_s}));
    model.setUse(0, {ColumnUse::Kind::Variable, u"text-2"_s});
    QCOMPARE(uses(model), (QStringList{u"{text-2}"_s, u"prompt"_s, u"{text}"_s}));
    QVERIFY(sheet::faultOf(model.mapping(), *table).isEmpty());
}

void TestModels::choicesAreTheModels()
{
    ColumnModel model;
    const auto table = tableOf("Prompt,Params.oddity\na,1\n");
    model.show(table, sheet::guessMapping(*table));
    const auto keys = [&model](int row, const catalog::Model *of) {
        QStringList list;
        for (const ColumnModel::Choice &choice : model.choices(row, of))
            list.append(choice.key);
        return list;
    };
    const QStringList plain = keys(0, nullptr);
    QVERIFY(plain.startsWith(u""_s));
    QVERIFY(plain.contains(u"{prompt}"_s) && plain.contains(u"negative_prompt"_s));
    QVERIFY(plain.filter(u"params."_s).isEmpty());
    // What a column is already is offered, whatever the model has.
    QVERIFY(keys(1, nullptr).contains(u"params.oddity"_s));
    QStringList parameters;
    for (const catalog::Model &one : catalog::Catalog::builtIn().models())
        parameters += keys(0, &one).filter(u"params."_s);
    QVERIFY(!parameters.isEmpty());
    QVERIFY(!parameters.contains(u"params.prompt"_s));
}

void TestModels::wrongKeysAreRefused()
{
    ColumnModel model;
    const auto table = tableOf("Prompt,Colour\na,red\n");
    model.show(table, sheet::guessMapping(*table));
    QVERIFY(!model.setData(model.index(0, ColumnModel::Becomes), u"widht"_s, Qt::EditRole));
    QVERIFY(!model.setData(model.index(0, ColumnModel::Heading), u"width"_s, Qt::EditRole));
    QVERIFY(!model.setData(QModelIndex(), u"width"_s, Qt::EditRole));
    QCOMPARE(uses(model), (QStringList{u"prompt"_s, u"{colour}"_s}));
}

void TestModels::previewShowsJobs()
{
    PreviewModel model;
    QAbstractItemModelTester tester(&model);
    const ui::ImportAnswer answer = ui::importAnswer(questionOf(productSheet(300)));
    model.show(answer.preview);
    QCOMPARE(model.rowCount(), ui::previewLength);
    QCOMPARE(model.index(0, PreviewModel::Row).data().toString(), u"2"_s);
    QCOMPARE(model.index(0, PreviewModel::Name).data().toString(), u"leather satchel 1"_s);
    QVERIFY(!model.index(0, PreviewModel::Prompt).data().toString().contains(u'\n'));
    QVERIFY(model.index(0, PreviewModel::Prompt).data(Qt::ToolTipRole).toString().contains(u'\n'));
    QCOMPARE(model.index(0, PreviewModel::Size).data().toString(), u"1024 × 1024"_s);
    QCOMPARE(model.index(0, PreviewModel::Cost).data().toString(), u"$0.04"_s);
    QVERIFY(!model.index(0, 0).data(PreviewModel::IsRefusedRole).toBool());
    model.show({});
    QCOMPARE(model.rowCount(), 0);
}

void TestModels::answersAreComplete()
{
    const ui::ImportAnswer answer = ui::importAnswer(questionOf(productSheet(500, true)));
    QCOMPARE(answer.made, 450);
    QCOMPARE(answer.jobs.size(), 450);
    QCOMPARE(answer.rowsLeftOut, 50);
    QCOMPARE(answer.refused, 0);
    QCOMPARE(answer.bill.all.total().toDecimal(), u"18.00"_s);
    const ui::ImportAnswer whole = ui::importAnswer(questionOf(productSheet(500)));
    QCOMPARE(whole.bill.all.total().toDecimal(), u"20.00"_s);
    QVERIFY(whole.problems.isEmpty());

    // What the model refuses is counted and not billed.
    const ui::ImportAnswer refused =
        ui::importAnswer(questionOf("Prompt,Params.seed\na,7\nb,seven\n"));
    QCOMPARE(refused.made, 2);
    QCOMPARE(refused.refused, 1);
    QCOMPARE(refused.bill.all.jobs, 1);
    QVERIFY(refused.preview[1].isRefused);
    QVERIFY(refused.problems.first().startsWith(u"Row 3"_s));

    ui::ImportQuestion unknown = questionOf("Prompt\na\n");
    unknown.pattern.job.job.model = u"nobody/knows"_s;
    QVERIFY(ui::importAnswer(unknown).bill.all.guess);
}

void TestModels::sharedProblemsAreOneLine()
{
    ui::ImportAnswer answer =
        ui::importAnswer(questionOf("Colour,Width\nred,1\nblue,2\n", u"A {color} lamp"_s));
    QCOMPARE(answer.made, 0);
    QCOMPARE(answer.rowsLeftOut, 2);
    QCOMPARE(answer.jobs.size(), 0);
    QCOMPARE(answer.problems.size(), 1);
    QVERIFY2(answer.problems.first().startsWith(u"Rows 2, 3: {color}"_s),
             qPrintable(answer.problems.first()));
    answer = ui::importAnswer(questionOf(productSheet(100, true)));
    QCOMPARE(answer.problems.size(), 1);
    QVERIFY2(answer.problems.first().startsWith(u"Rows 11, 21, 31, 41 and 6 more, “Width”"_s),
             qPrintable(answer.problems.first()));
}

void TestModels::variationsAreCounted()
{
    const ui::ImportAnswer answer = ui::importAnswer(
        questionOf("Product,Takes\nlamp,2\nchair,1\n", u"{big|small} {product}"_s));
    QCOMPARE(answer.jobs.size(), 2);
    QCOMPARE(answer.made, 6);
    QCOMPARE(answer.bill.all.jobs, 6);
    QCOMPARE(answer.preview.first().prompt, u"big lamp"_s);
}

void TestModels::whatTheBatchHasCounts()
{
    ui::ImportQuestion question = questionOf("Name,Colour\nlamp,red\n", u"{brand} {colour}"_s);
    question.context.batch.vars.insert(u"brand"_s, u"Aurora"_s);
    batch::Job lamp;
    lamp.name = u"lamp"_s;
    lamp.model = question.pattern.job.job.model;
    lamp.prompt = u"x"_s;
    question.context.batch.jobs.append(lamp);
    const ui::ImportAnswer answer = ui::importAnswer(question);
    QCOMPARE(answer.made, 1);
    QCOMPARE(answer.jobs.first().job.name, u"lamp 2"_s);
    QCOMPARE(answer.preview.first().prompt, u"Aurora red"_s);
    QCOMPARE(answer.bill.all.jobs, 1);
}

void TestModels::whatTheDefaultsSayIsNotSaidAgain()
{
    const auto table = tableOf("Product,Colour\nlamp,red\nchair,red\n");
    const sheet::Mapping mapping = sheet::guessMapping(*table);
    ui::ImportContext context = shippedModels();
    ui::RowTemplate values = ui::firstTemplate(*table, mapping, context);
    ui::RowTemplate wanted;
    wanted.name = u"{product}"_s;
    QCOMPARE(values, wanted);
    values.model = u"x/y"_s;
    QVERIFY(ui::toSheetTemplate(values, context).job.saysType);

    batch::Defaults &defaults = context.batch.defaults;
    defaults.all.saysType = true;
    defaults.all.job.type = batch::MediaType::Video;
    defaults.video.job.prompt = u"Waves"_s;
    defaults.video.job.model = u"x/y"_s;
    values.type = batch::MediaType::Video;
    values.prompt = u"Waves"_s;
    const sheet::Template video = ui::toSheetTemplate(values, context);
    QVERIFY(!video.job.saysType);
    QVERIFY(video.job.job.model.isEmpty() && video.job.job.prompt.isEmpty());
    values.type = batch::MediaType::Image;
    const sheet::Template image = ui::toSheetTemplate(values, context);
    QVERIFY(image.job.saysType);
    QCOMPARE(image.job.job.prompt, u"Waves"_s);
    QCOMPARE(image.job.job.model, u"x/y"_s);
}

QTEST_GUILESS_MAIN(TestModels)
#include "test_models.moc"
