// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchfile.h"
#include "jobs/clipboard/entrytext.h"
#include "jobs/clipboard/htmltable.h"
#include "jobs/clipboard/jobclipboard.h"

#include <QFile>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using batch::Job;
using batch::JobSource;
using ui::jobclipboard::Copied;
using ui::jobclipboard::Pasted;
using ui::jobclipboard::Place;

namespace {

const QString flux = u"black-forest-labs/flux-2-pro/text-to-image"_s;

Job opening()
{
    Job job;
    job.name = u"Opening"_s;
    job.type = batch::MediaType::Video;
    job.model = u"acme/dreamer"_s;
    job.prompt = u"Line one\nline \"two\"\twith a tab"_s;
    job.duration = 7.5;
    job.aspectRatio = u"9:16"_s;
    job.image = u"https://example.com/cat.png"_s;
    job.seed = 7;
    job.negativePrompt = u"people"_s;
    job.params = {{u"camera"_s, u"pan"_s}};
    job.enabled = false;
    return job;
}

/// An entry that says little, in a file that says the rest.
batch::BatchSource shots()
{
    JobSource hero;
    hero.job.name = u"hero {colour}"_s;
    hero.saysType = false;
    hero.matrix = {{u"colour"_s, {u"red"_s, u"blue"_s}}};
    hero.count = 2;
    batch::BatchSource source;
    source.defaults.all.job.model = flux;
    source.defaults.all.job.prompt = u"{brand}, {colour}"_s;
    source.vars = {{u"brand"_s, u"Aurora"_s}, {u"year"_s, u"2026"_s}};
    source.jobs = {hero};
    return source;
}

std::unique_ptr<QMimeData> copied(const batch::BatchSource &source, const Place &from = {})
{
    Copied what{source, {}, from};
    for (const JobSource &entry : source.jobs)
        what.made.append({entry.job, u"Draft"_s, batch::Cost::fromMicros(40'000), false, {}});
    return std::unique_ptr<QMimeData>(ui::jobclipboard::toMimeData(what));
}

Pasted pasted(const QMimeData &data, const Place &to = {}, const JobSource &pattern = {})
{
    return ui::jobclipboard::read(ui::jobclipboard::clipOf(&data, to), pattern);
}

Pasted pastedText(const QString &text)
{
    QMimeData data;
    data.setText(text);
    return pasted(data);
}

} // namespace

Q_DECLARE_METATYPE(Place)

class TestJobClipboard : public QObject
{
    Q_OBJECT

private slots:
    void jobsComeBackWhole()
    {
        batch::BatchSource source;
        source.jobs = {opening()};
        const std::unique_ptr<QMimeData> data = copied(source);
        const Pasted found = pasted(*data);
        QCOMPARE(found.entries.size(), 1);
        QVERIFY(found.entries.constFirst().job.sameContent(opening()));
        QVERIFY(found.entries.constFirst().id() != source.jobs.constFirst().id());
    }

    void entriesSayAllByThemselvesElsewhere()
    {
        const std::unique_ptr<QMimeData> data = copied(shots(), {"here", {}});
        const JobSource elsewhere = pasted(*data, {"there", {}}).entries.value(0);
        QCOMPARE(elsewhere.job.model, flux);
        QCOMPARE(elsewhere.job.prompt, u"{brand}, {colour}"_s);
        QCOMPARE(elsewhere.vars, (batch::Variables{{u"brand"_s, u"Aurora"_s}}));
        QCOMPARE(elsewhere.matrix, shots().jobs.constFirst().matrix);
        QCOMPARE(elsewhere.count, 2);
    }

    void entriesStayAsTheyAreWrittenAtHome()
    {
        const std::unique_ptr<QMimeData> data = copied(shots(), {"here", {}});
        const JobSource home = pasted(*data, {"here", {}}).entries.value(0);
        QVERIFY(home.sameContent(shots().jobs.constFirst()));
    }

    void textIsYamlThatBelongsBelowJobs()
    {
        const std::unique_ptr<QMimeData> data = copied(shots());
        const QString text = data->text();
        QVERIFY2(text.trimmed().startsWith("- name: "_L1), qPrintable(text));
        QVERIFY(!text.contains("jobs:"_L1));
        const auto file = config::readBatch("defaults: {type: image, model: m, prompt: p}\njobs:\n"
                                                + text.toUtf8(),
                                            config::Format::Yaml, QString());
        QVERIFY(file.has_value());
        QCOMPARE(file->source.jobs.constFirst().matrix, shots().jobs.constFirst().matrix);
    }

    void pathsLeadToTheSameFiles_data()
    {
        QTest::addColumn<Place>("to");
        QTest::addColumn<QString>("image");
        QTest::newRow("the same document") << Place{"here", u"/shop/spring"_s} << u"in/a.png"_s;
        QTest::newRow("beside it") << Place{"there", u"/shop/spring"_s} << u"in/a.png"_s;
        QTest::newRow("another folder")
            << Place{"there", u"/shop/autumn"_s} << u"../spring/in/a.png"_s;
        QTest::newRow("no file yet") << Place{"there", {}} << u"/shop/spring/in/a.png"_s;
    }

    void pathsLeadToTheSameFiles()
    {
        QFETCH(const Place, to);
        QFETCH(const QString, image);
        Job job = opening();
        job.image = u"in/a.png"_s;
        JobSource web = opening();
        web.job.image = u"{page}"_s;
        web.vars = {{u"page"_s, u"https://example.com/cat.png"_s}};
        batch::BatchSource source;
        source.jobs = {job, web};
        const auto data = copied(source, {"here", u"/shop/spring"_s});
        const Pasted found = pasted(*data, to);
        QCOMPARE(found.entries.size(), 2);
        QCOMPARE(found.entries[0].job.image, image);
        QCOMPARE(found.entries[1].job.image, u"{page}"_s);
    }

    void defaultsOfIncludedFilesKeepTheirFolder()
    {
        batch::Included house;
        house.path = u"/shop/house/rules.yaml"_s;
        house.folder = u"../house"_s;
        house.defaults.all.job.image = u"logo.png"_s;
        house.vars = {{u"brand"_s, u"Aurora"_s}};
        batch::BatchSource source;
        source.included = {house};
        Job job = opening();
        job.image.reset();
        job.prompt = u"by {brand}"_s;
        source.jobs = {job};
        const auto data = copied(source, {"here", u"/shop/spring"_s});
        const JobSource entry = pasted(*data, {"there", u"/shop/spring"_s}).entries.value(0);
        QCOMPARE(entry.job.image, u"../house/logo.png"_s);
        QCOMPARE(entry.vars.value(u"brand"_s), u"Aurora"_s);
    }

    void rowsAreATableForSpreadsheets()
    {
        Job job;
        job.name = u"Opening"_s;
        job.model = flux;
        job.prompt = u"Two <b>\nlines\tand a tab"_s;
        Job formula = job;
        formula.prompt = u"=HYPERLINK(1)"_s;
        batch::BatchSource source;
        source.jobs = {job, formula};
        const std::unique_ptr<QMimeData> data = copied(source);
        const QString table = QString::fromUtf8(data->data(u"text/tab-separated-values"_s));
        QVERIFY2(table.startsWith("Name\tType\tModel\tPrompt\tState\tCost (USD)\n"_L1),
                 qPrintable(table));
        QVERIFY(table.contains("\t\"Two <b>\nlines\tand a tab\"\tDraft\t0.04\n"_L1));
        // Nothing that runs when it is pasted.
        QVERIFY(table.contains("\t'=HYPERLINK(1)\t"_L1));
        QVERIFY(data->html().contains(">'=HYPERLINK(1)<"_L1));
        QCOMPARE(data->html().count("<tr>"_L1), 3);
        QVERIFY(data->html().contains("Two &lt;b&gt;<br"_L1));
        // And the table reads as one again.
        const QByteArray again = ui::tableInHtml(data->html());
        QVERIFY2(again.startsWith("Name\tType\t"), again.constData());
        QVERIFY(again.contains("\"Two <b>\nlines"));
    }

    void eachLineOfTextIsAPrompt()
    {
        JobSource pattern;
        pattern.job.model = u"google/imagen4-ultra/text-to-image"_s;
        pattern.job.width = 2048;
        pattern.saysType = false;
        QMimeData data;
        data.setText(u"A red fox in deep snow at first light\r\n\n   \n霓虹燈下的雨夜街道\n"_s);
        const auto entries = pasted(data, {}, pattern).entries;
        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries.at(0).job.prompt, u"A red fox in deep snow at first light"_s);
        QCOMPARE(entries.at(0).job.name, u"A red fox in deep snow"_s);
        QCOMPARE(entries.at(1).job.name, u"霓虹燈下的雨夜街道"_s);
        QCOMPARE(entries.at(1).job.model, pattern.job.model);
        QCOMPARE(entries.at(1).job.width, pattern.job.width);
        QVERIFY(!entries.at(1).saysType);
        QVERIFY(entries.at(0).id() != entries.at(1).id() && entries.at(0).id() != pattern.id());
    }

    void namesEndBetweenCharacters()
    {
        // Each takes two halves in UTF-16: the cut at 24 would go through one.
        QMimeData data;
        data.setText(u"x"_s + QString::fromUcs4(U"😀").repeated(20));
        const QString name = pasted(data).entries.value(0).job.name;
        QVERIFY(!name.isEmpty());
        QVERIFY(name.isValidUtf16());
    }

    void cellsOfAColumnAreAPromptEach()
    {
        const Pasted found = pastedText(u"\"A cat,\nsays \"\"no\"\"\"\r\nA dog\r\n"_s);
        QCOMPARE(found.entries.size(), 2);
        QCOMPARE(found.entries.at(0).job.prompt, u"A cat,\nsays \"no\""_s);
        QCOMPARE(found.entries.at(0).job.name, u"A cat, says \"no\""_s);
        QCOMPARE(found.entries.at(1).job.prompt, u"A dog"_s);
    }

    void tooManyLinesAreRefused()
    {
        const QString lines = u"A cat\n"_s.repeated(ui::jobclipboard::mostPrompts);
        QCOMPARE(pastedText(lines).entries.size(), ui::jobclipboard::mostPrompts);
        const Pasted more = pastedText(lines + u"one more"_s);
        QVERIFY(more.entries.isEmpty());
        QVERIFY2(more.problem.contains(u"10,001"_s), qPrintable(more.problem));
    }

    void takesEntriesFromATextEditor_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        const QString rest = u"type: image\n  model: m\n  prompt: A cat\n"_s;
        QTest::newRow("a list") << u"- name: a\n  "_s + rest + u"- name: b\n  "_s + rest
                                << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("an indented list")
            << u"  - name: a\n    type: image\n    model: m\n    prompt: A cat\n"_s
            << QStringList{u"a"_s};
        QTest::newRow("with comments")
            << u"# the hero\n- name: a   # here\n  "_s + rest << QStringList{u"a"_s};
        QTest::newRow("flow style")
            << u"- {name: a, type: image, model: m, prompt: A cat}\n"_s << QStringList{u"a"_s};
        QTest::newRow("one without a dash")
            << u"name: a\ntype: image\nmodel: m\nprompt: A cat\n"_s << QStringList{u"a"_s};
        QTest::newRow("a whole file")
            << u"output_dir: out\njobs:\n- name: a\n  "_s + rest << QStringList{u"a"_s};
        QTest::newRow("json") << u"{\"jobs\": [{\"name\": \"a\", \"type\": \"image\", \"model\": "
                                 "\"m\", \"prompt\": \"A cat\"}]}"_s
                              << QStringList{u"a"_s};
        QTest::newRow("windows line ends")
            << u"- name: a\r\n  type: image\r\n  model: m\r\n  prompt: A cat\r\n"_s
            << QStringList{u"a"_s};
    }

    void takesEntriesFromATextEditor()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, names);
        QVERIFY(ui::isEntryText(text));
        const Pasted found = pastedText(text);
        QVERIFY2(found.problem.isEmpty(), qPrintable(found.problem));
        QStringList all;
        for (const JobSource &entry : found.entries)
            all.append(entry.job.name);
        QCOMPARE(all, names);
        QCOMPARE(found.entries.constFirst().job.prompt, u"A cat"_s);
    }

    void aWholeFileBringsItsDefaults()
    {
        const Pasted found = pastedText(u"vars: {brand: Aurora}\n"
                                        "defaults: {type: video, model: m, prompt: '{brand}'}\n"
                                        "jobs:\n- name: a\n"_s);
        QVERIFY2(found.problem.isEmpty(), qPrintable(found.problem));
        const JobSource entry = found.entries.value(0);
        QCOMPARE(entry.job.type, batch::MediaType::Video);
        QVERIFY(entry.saysType);
        QCOMPARE(entry.job.prompt, u"{brand}"_s);
        QCOMPARE(entry.vars.value(u"brand"_s), u"Aurora"_s);
    }

    void whatAFileIncludesIsNotRead()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"house.yaml"_s);
        QFile house(path);
        QVERIFY(house.open(QIODevice::WriteOnly));
        house.write("defaults: {model: theirs}\njobs:\n- {name: x, type: image, prompt: p}\n");
        house.close();
        const Pasted found = pastedText(u"include: [%1]\njobs:\n- name: a\n  type: image\n"
                                        "  model: m\n  prompt: A cat\n"_s.arg(path));
        QVERIFY2(found.problem.isEmpty(), qPrintable(found.problem));
        QCOMPARE(found.entries.size(), 1);
        QCOMPARE(found.entries.constFirst().job.model, u"m"_s);
        QVERIFY2(found.note.contains(path), qPrintable(found.note));
    }

    void entriesMayLeaveTheRestToTheDefaults()
    {
        const std::unique_ptr<QMimeData> data = copied(shots());
        const Pasted found = pastedText(data->text());
        QVERIFY2(found.problem.isEmpty(), qPrintable(found.problem));
        QVERIFY(found.entries.value(0).sameContent(shots().jobs.constFirst()));
    }

    void badEntriesAreRefusedInWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("no yaml") << u"- name: a\n  prompt: \"never ends\n"_s;
        QTest::newRow("wrong types") << u"- name: a\n  type: song\n  model: m\n  prompt: p\n"_s;
        QTest::newRow("no jobs in it") << u"jobs:\n"_s;
        QTest::newRow("json cut off") << u"{\"jobs\": [{\"name\": \"a\""_s;
    }

    void badEntriesAreRefusedInWords()
    {
        QFETCH(QString, text);
        const Pasted found = pastedText(text);
        QVERIFY(found.entries.isEmpty());
        QVERIFY(found.table.isEmpty());
        QVERIFY2(found.problem.endsWith(u"Nothing was pasted."_s), qPrintable(found.problem));
    }

    void promptsThatLookALittleLikeYamlStayPrompts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("bullets") << u"- A cat: on a roof\n- A dog\n"_s << 2;
        QTest::newRow("a colon") << u"prompt: a cat on a roof"_s << 1;
        QTest::newRow("json as a prompt") << u"{\"scene\": \"roof\", \"mood\": \"calm\"}"_s << 1;
        QTest::newRow("an indent by a tab") << u"\tA cat\n\tA dog"_s << 2;
    }

    void promptsThatLookALittleLikeYamlStayPrompts()
    {
        QFETCH(QString, text);
        QFETCH(int, count);
        const Pasted found = pastedText(text);
        QCOMPARE(found.problem, QString());
        QVERIFY(found.table.isEmpty());
        QCOMPARE(found.entries.size(), count);
    }

    void aTableIsForTheImport()
    {
        const QString text = u"product\tcolour\nCup\tred\n\"Tea, pot\"\tblue"_s;
        const Pasted found = pastedText(text);
        QCOMPARE(found.table, text.toUtf8());
        QVERIFY(found.entries.isEmpty());

        QMimeData page;
        page.setHtml(u"<p>Prices</p><table><tr><th>product</th><th>note</th></tr>"
                     "<tr><td>Cup</td><td>two<br>lines</td></tr></table>"_s);
        QCOMPARE(pasted(page).table, "product\tnote\nCup\t\"two\nlines\"");
        QCOMPARE(ui::jobclipboard::tableIn(ui::jobclipboard::clipOf(&page, {})),
                 "product\tnote\nCup\t\"two\nlines\"");
        for (const QString &csv :
             {u"name,prompt\nCup,\"A cup, red\"\n"_s, u"提示詞;顏色\n一個杯子;紅\n"_s}) {
            QCOMPARE(pastedText(csv).table, csv.toUtf8());
            QVERIFY(pastedText(csv).entries.isEmpty());
        }
        QMimeData column;
        column.setText(u"A cat\nA dog"_s);
        column.setHtml(u"<table><tr><td>A cat</td></tr><tr><td>A dog</td></tr></table>"_s);
        QVERIFY(pasted(column).table.isEmpty());
        QCOMPARE(pasted(column).entries.size(), 2);
    }

    void readsNothingFromNothing()
    {
        QMimeData empty;
        QVERIFY(!ui::jobclipboard::canRead(nullptr));
        QVERIFY(!ui::jobclipboard::canRead(&empty));
        QVERIFY(pasted(empty).entries.isEmpty());
        QVERIFY(pastedText(u" \n\t\n"_s).entries.isEmpty());
    }

    void fallsBackToTheTextWhereTheJobsAreBroken()
    {
        QMimeData data;
        data.setData(u"application/x-rushes-jobs+json"_s, "{\"jobs\": [");
        data.setText(u"A cat"_s);
        const Pasted found = pasted(data);
        QCOMPARE(found.entries.size(), 1);
        QCOMPARE(found.entries.constFirst().job.prompt, u"A cat"_s);
    }
};

QTEST_MAIN(TestJobClipboard)
#include "test_jobclipboard.moc"
