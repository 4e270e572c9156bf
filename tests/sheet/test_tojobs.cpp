// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/tojobs.h"

#include "batch/expansion/expand.h"
#include "batch/jobcheck.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::JobSource;
using sheet::ColumnUse;
using sheet::Import;
using sheet::Table;
using sheet::Template;

class TestToJobs : public QObject
{
    Q_OBJECT
private slots:
    void columnsBecomeFields();
    void theRestBecomeVariables();
    void emptyCellsSayNothing();
    void emptyCellsAreNotKeptWithoutEnd();
    void wrongCellsLeaveTheirRowsOut_data();
    void wrongCellsLeaveTheirRowsOut();
    void understandsHowPeopleWrite_data();
    void understandsHowPeopleWrite();
    void allProblemsOfARowAreSaid();
    void sizesAndShapesReplaceEachOther();
    void bracesOfCellsAreText_data();
    void bracesOfCellsAreText();
    void cellsMayNameTheirNeighbours();
    void fieldColumnsAreVariablesWhereNamed();
    void namesAreUnique();
    void madeNamesAreUnique();
    void whatTheBatchSaysHolds();
    void defaultsMayNameColumns();
    void whatNoJobCanBeMadeOfIsLeftOut();
    void namesComeFromTheTemplate();
    void namesFallBackOnRows();
    void parametersHaveTypes();
    void guardedCellsAreFreed();
    void unreadableCellsAreProblems();
    void defaultsMayGiveModelAndPrompt();
    void problemsSayWhere();
    void sharedProblemsAreOneLine();
};

namespace {

Template flux(const QString &prompt = u"A photo"_s, const QString &name = {})
{
    Template pattern;
    pattern.job.job.name = name;
    pattern.job.job.type = batch::MediaType::Image;
    pattern.job.job.model = u"black-forest-labs/flux-schnell"_s;
    pattern.job.job.prompt = prompt;
    return pattern;
}

JobSource entryNamed(const QString &name)
{
    JobSource entry = flux().job;
    entry.job.name = name;
    return entry;
}

Table tableOf(const QByteArray &csv)
{
    const auto table = sheet::readTable(csv, {});
    if (!table)
        qFatal("%s", qPrintable(table.error().toText()));
    return *table;
}

Import imported(const QByteArray &csv, const Template &pattern = flux(),
                const batch::BatchSource &batch = {})
{
    const Table table = tableOf(csv);
    return sheet::toJobs(table, sheet::guessMapping(table), pattern, batch);
}

QStringList namesOf(const Import &import)
{
    QStringList names;
    for (const JobSource &entry : import.jobs)
        names.append(entry.job.name);
    return names;
}

QStringList madeNamesOf(const Import &import)
{
    QStringList names;
    for (const Import::Made &made : import.made)
        names.append(made.job.name);
    return names;
}

/// What the batch makes of the jobs.
QList<batch::Job> expanded(const Import &import)
{
    batch::BatchSource source;
    source.jobs = import.jobs;
    const batch::Expansion expansion = batch::expand(source);
    for (const batch::EntryProblem &problem : expansion.problems)
        qWarning() << problem.job << problem.problem.message;
    return expansion.plainJobs();
}

} // namespace

void TestToJobs::columnsBecomeFields()
{
    const Import import = imported(
        "Name,Type,Model,Prompt,Negative prompt,Aspect ratio,Duration,Resolution,Seed,"
        "Image,Takes,Enabled,Max wait,Max retries\n"
        "Opening,video,google/veo3.1,\"Waves,\nslowly\",people,16:9,8,1080p,42,a.png,3,no,90,1\n");
    QCOMPARE(import.problems, QList<sheet::RowProblem>());
    QCOMPARE(import.jobs.size(), 1);
    const JobSource &entry = import.jobs.first();
    const batch::Job &job = entry.job;
    QCOMPARE(job.name, u"Opening"_s);
    QCOMPARE(job.type, batch::MediaType::Video);
    QVERIFY(entry.saysType);
    QCOMPARE(job.model, u"google/veo3.1"_s);
    QCOMPARE(job.prompt, u"Waves,\nslowly"_s);
    QCOMPARE(job.negativePrompt, u"people"_s);
    QCOMPARE(job.aspectRatio, u"16:9"_s);
    QCOMPARE(job.duration, 8.0);
    QCOMPARE(job.resolution, u"1080p"_s);
    QCOMPARE(job.seed, 42);
    QCOMPARE(job.image, u"a.png"_s);
    QCOMPARE(entry.count, 3);
    QVERIFY(!job.enabled);
    QCOMPARE(job.maxWait, 90.0);
    QCOMPARE(job.maxRetries, 1);
    QVERIFY(entry.vars.isEmpty());
    QCOMPARE(import.made.size(), 3);
    QCOMPARE(import.made.last().row, 2);
}

void TestToJobs::theRestBecomeVariables()
{
    const Import import =
        imported("SKU,Product Name,顏色\nA1,Lamp,紅\nA2,Chair,\n",
                 flux(u"A photo of a {product-name}, {顏色}"_s, u"{sku} {product-name}"_s));
    QCOMPARE(import.jobs.size(), 2);
    QCOMPARE(import.jobs[0].vars,
             (batch::Variables{
                 {u"sku"_s, u"A1"_s}, {u"product-name"_s, u"Lamp"_s}, {u"顏色"_s, u"紅"_s}}));
    QCOMPARE(import.jobs[0].job.prompt, u"A photo of a {product-name}, {顏色}"_s);
    QCOMPARE(import.jobs[0].job.name, u"A1 Lamp"_s);
    const QList<batch::Job> jobs = expanded(import);
    QCOMPARE(jobs.size(), 2);
    QCOMPARE(jobs[0].prompt, u"A photo of a Lamp, 紅"_s);
    QCOMPARE(jobs[1].prompt, u"A photo of a Chair, "_s);
    QCOMPARE(jobs[1].name, u"A2 Chair"_s);
}

void TestToJobs::emptyCellsSayNothing()
{
    Template pattern = flux(u"template's"_s);
    pattern.job.job.width = 512;
    pattern.job.job.seed = 3;
    const Import import = imported("Prompt,Width,Seed\nown,1024,5\n, ,\u3000\n\"\",,9\n", pattern);
    QCOMPARE(import.jobs.size(), 2);
    QCOMPARE(import.jobs[0].job.prompt, u"own"_s);
    QCOMPARE(import.jobs[1].job.prompt, u"template's"_s);
    QCOMPARE(import.jobs[1].job.width, 512);
    QCOMPARE(import.jobs[1].job.seed, 9);
}

/// One full row makes variables of all columns, and each of them would be said by each of a
/// hundred thousand rows.
void TestToJobs::emptyCellsAreNotKeptWithoutEnd()
{
    Table table;
    sheet::Row full{.number = 2, .line = 2, .cells = {}};
    for (qsizetype column = 0; column < sheet::maxSheetColumns; ++column) {
        table.header.append(u"note %1"_s.arg(column));
        full.cells.append(u"x"_s);
    }
    table.rows.append(full);
    for (int row = 3; row < 3'000; ++row)
        table.rows.append({.number = row, .line = row, .cells = {u"x"_s}});
    const Import import = sheet::toJobs(table, sheet::guessMapping(table), flux());
    QCOMPARE(import.jobs.size(), table.rows.size());
    qsizetype variables = 0;
    for (const JobSource &entry : import.jobs)
        variables += entry.vars.size();
    QVERIFY2(variables < 1'010'000, qPrintable(QString::number(variables)));
    QCOMPARE(import.jobs[1].vars.size(), sheet::maxSheetColumns);
}

void TestToJobs::wrongCellsLeaveTheirRowsOut_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("cell");
    const auto row = [](const char *key, const char *cell) {
        QTest::addRow("%s: %s", key, cell) << QString::fromLatin1(key) << QString::fromUtf8(cell);
    };
    for (const char *cell : {"wide", "1,024", "1024x", "-5", "0", "10.5", "1e3", "99999999999",
                             "20480", "#REF!", "0x400", "1024 px px", "½", "٣"})
        row("width", cell);
    for (const char *cell : {"tall", "0", "1.024,0"})
        row("height", cell);
    for (const char *cell : {"XL", "1024", "1024x", "x768", "1024x768x3", "0x0", "1024×高"})
        row("size", cell);
    for (const char *cell : {"five", "0", "-1", "00:05", "5 min", "1e9", "99999"})
        row("duration", cell);
    for (const char *cell : {"3.5", "seven", "99999999999999999999"})
        row("seed", cell);
    for (const char *cell : {"1:0", "16", "0:9", "16:9:3"})
        row("aspect_ratio", cell);
    for (const char *cell : {"chair", "影像", "0"})
        row("type", cell);
    for (const char *cell : {"0", "-1", "1001", "many", "1.5"})
        row("count", cell);
    for (const char *cell : {"maybe", "2"})
        row("enabled", cell);
    for (const char *cell : {"0", "soon"})
        row("max_wait", cell);
    for (const char *cell : {"-1", "often"})
        row("max_retries", cell);
}

void TestToJobs::wrongCellsLeaveTheirRowsOut()
{
    QFETCH(QString, key);
    QFETCH(QString, cell);
    Table table;
    table.header = {u"Heading"_s};
    table.rows = {{.number = 2, .line = 2, .cells = {QString()}},
                  {.number = 3, .line = 5, .cells = {cell}}};
    const Import import = sheet::toJobs(table, {ColumnUse{ColumnUse::Kind::Field, key}}, flux());
    QCOMPARE(import.jobs.size(), 1);
    QCOMPARE(import.rowsLeftOut, 1);
    QCOMPARE(import.problems.size(), 1);
    QCOMPARE(import.problems.first().row, 3);
    QCOMPARE(import.problems.first().line, 5);
    QCOMPARE(import.problems.first().column, u"“Heading”"_s);
    QVERIFY(import.problems.first().message.endsWith(u'.'));
}

void TestToJobs::understandsHowPeopleWrite_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("read");
    const auto row = [](const char *key, const char *cell, const char *read) {
        QTest::addRow("%s: %s", key, cell)
            << QString::fromLatin1(key) << QString::fromUtf8(cell) << QString::fromUtf8(read);
    };
    row("width", "1024", "1024");
    row("width", " 1024 px ", "1024");
    row("width", "１０２４", "1024");
    row("width", "1024.0", "1024");
    row("width", "1024像素", "1024");
    row("duration", "5", "5");
    row("duration", "7.5 s", "7.5");
    row("duration", "5秒", "5");
    row("duration", "８ 秒鐘", "8");
    row("duration", "5 Seconds", "5");
    row("seed", "-1", "-1");
    row("seed", "123456789012345678", "123456789012345678");
    row("aspect_ratio", "16:9", "16:9");
    row("aspect_ratio", "16 / 9", "16:9");
    row("aspect_ratio", "１６：９", "16:9");
    row("aspect_ratio", "2.39:1", "2.39:1");
    row("aspect_ratio", "Auto", "auto");
    row("type", "Video", "video");
    row("type", "影片", "video");
    row("type", "图片", "image");
    row("type", "Photo", "image");
    row("enabled", "是", "true");
    row("enabled", "x", "true");
    row("enabled", "FALSE", "false");
    row("count", "4", "4");
}

void TestToJobs::understandsHowPeopleWrite()
{
    QFETCH(QString, key);
    QFETCH(QString, cell);
    QFETCH(QString, read);
    Table table;
    table.header = {u"Heading"_s};
    table.rows = {{.number = 2, .line = 2, .cells = {cell}}};
    const Import import = sheet::toJobs(table, {ColumnUse{ColumnUse::Kind::Field, key}}, flux());
    QCOMPARE(import.problems, QList<sheet::RowProblem>());
    const JobSource entry = import.jobs.first();
    const QHash<QString, QString> said{
        {u"width"_s, QString::number(entry.job.width.value_or(0))},
        {u"duration"_s, QString::number(entry.job.duration.value_or(0))},
        {u"seed"_s, QString::number(entry.job.seed.value_or(0))},
        {u"aspect_ratio"_s, entry.job.aspectRatio.value_or(QString())},
        {u"type"_s, batch::toKey(entry.job.type)},
        {u"enabled"_s, entry.job.enabled ? u"true"_s : u"false"_s},
        {u"count"_s, QString::number(entry.count.value_or(0))},
    };
    QCOMPARE(said.value(key), read);
}

void TestToJobs::allProblemsOfARowAreSaid()
{
    const Import import =
        imported("Prompt,Width,Height,Note\na,1024,768,x\nb,wide,768,x\nc,wide,tall,x\n"
                 "d,1024,768,x,y,z\ne,512,512,x\nf,512,512,x\n");
    QCOMPARE(import.jobs.size(), 3);
    QCOMPARE(import.rowsLeftOut, 3);
    QCOMPARE(import.problems.size(), 4);
    QCOMPARE(import.problems[1].row, 4);
    QCOMPARE(import.problems[2].row, 4);
    QCOMPARE(import.problems[3].row, 5);
    QVERIFY(import.problems[3].column.isEmpty());
    QVERIFY(import.problems[3].message.contains(u"quotes"_s));
}

void TestToJobs::sizesAndShapesReplaceEachOther()
{
    Template shaped = flux();
    shaped.job.job.aspectRatio = u"16:9"_s;
    const Import sized = imported("Prompt,Size\na,1024 × 768\nb,\n", shaped);
    QCOMPARE(sized.jobs[0].job.width, 1024);
    QCOMPARE(sized.jobs[0].job.height, 768);
    QVERIFY(!sized.jobs[0].job.aspectRatio);
    QCOMPARE(sized.jobs[1].job.aspectRatio, u"16:9"_s);

    Template large = flux();
    large.job.job.width = 2048;
    large.job.job.height = 2048;
    const Import ratio = imported("Prompt,Aspect ratio\na,4:3\nb,\n", large);
    QCOMPARE(ratio.jobs[0].job.aspectRatio, u"4:3"_s);
    QVERIFY(!ratio.jobs[0].job.width && !ratio.jobs[0].job.height);
    QCOMPARE(ratio.jobs[1].job.width, 2048);

    Template pictured = flux();
    pictured.job.job.image = u"house.png"_s;
    const Import url = imported("Prompt,Image URL\na,https://x/a.png\n", pictured);
    QVERIFY(!url.jobs[0].job.image);
    QCOMPARE(url.jobs[0].job.imageUrl, u"https://x/a.png"_s);
}

void TestToJobs::bracesOfCellsAreText_data()
{
    QTest::addColumn<QString>("cell");
    for (const char *cell :
         {"a {red|blue} lamp", "a {word} lamp", "a {{word}} lamp", "a {{red|blue}} lamp",
          "{\"scene\": {\"light\": \"warm|cold\"}}", "{a} {b} {c|d} {e}", "{{{x}}}", "{", "}{",
          "{}", "{|}", "{a b}", "{燈}", "{sku}}", "{take}", "{choice}"})
        QTest::newRow(cell) << QString::fromUtf8(cell);
}

void TestToJobs::bracesOfCellsAreText()
{
    QFETCH(QString, cell);
    Table table;
    table.header = {u"name"_s, u"prompt"_s, u"negative"_s, u"note"_s, u"p"_s};
    table.rows = {{.number = 2, .line = 2, .cells = {cell, cell, cell, cell, cell}}};
    using Kind = ColumnUse::Kind;
    const sheet::Mapping mapping{{Kind::Field, u"name"_s},
                                 {Kind::Field, u"prompt"_s},
                                 {Kind::Field, u"negative_prompt"_s},
                                 {Kind::Variable, u"note"_s},
                                 {Kind::Parameter, u"style"_s}};
    const QList<batch::Job> jobs = expanded(sheet::toJobs(table, mapping, flux()));
    QCOMPARE(jobs.size(), 1);
    QCOMPARE(jobs[0].prompt, cell);
    QCOMPARE(jobs[0].negativePrompt, cell);
    QCOMPARE(jobs[0].params.value(u"style"_s).toString(), cell);
    // What no sheet can say of a variable's value goes through the template.
    const QList<batch::Job> templated = expanded(
        sheet::toJobs(table, {{}, {}, {}, {Kind::Variable, u"note"_s}, {}}, flux(u"<{note}>"_s)));
    QCOMPARE(templated.size(), 1);
    QCOMPARE(templated[0].prompt, u"<"_s + cell + u'>');
}

void TestToJobs::cellsMayNameTheirNeighbours()
{
    batch::BatchSource source;
    source.vars.insert(u"brand"_s, u"Aurora"_s);
    const Import import =
        imported("Prompt,Colour\n\"a {colour} lamp by {brand}, {other}\",red\n", flux(), source);
    QCOMPARE(import.jobs.first().job.prompt, u"a {colour} lamp by {brand}, {{other}}"_s);
    QCOMPARE(import.made.first().job.prompt, u"a red lamp by Aurora, {other}"_s);
    source.jobs = import.jobs;
    QCOMPARE(batch::expand(source).plainJobs().first().prompt, u"a red lamp by Aurora, {other}"_s);
}

void TestToJobs::fieldColumnsAreVariablesWhereNamed()
{
    const Import named =
        imported("Name,Colour\nLamp,red\n", flux(u"A photo of a {name}, {colour}"_s));
    QCOMPARE(named.jobs.first().vars,
             (batch::Variables{{u"name"_s, u"Lamp"_s}, {u"colour"_s, u"red"_s}}));
    QCOMPARE(expanded(named).first().prompt, u"A photo of a Lamp, red"_s);
    QCOMPARE(expanded(named).first().name, u"Lamp"_s);
    const Import unnamed = imported("Name,Colour\nLamp,red\n", flux(u"A {colour} thing"_s));
    QVERIFY(!unnamed.jobs.first().vars.contains(u"name"_s));
}

void TestToJobs::namesAreUnique()
{
    batch::BatchSource batch;
    batch.jobs = {entryNamed(u"chair"_s)};
    const Import import =
        imported("Name\nlamp\nlamp 2\nlamp\nlamp\nchair\n\"a\nb\"\n", flux(), batch);
    QCOMPARE(
        namesOf(import),
        (QStringList{u"lamp"_s, u"lamp 2"_s, u"lamp 3"_s, u"lamp 4"_s, u"chair 2"_s, u"a b"_s}));
    QSet<batch::JobId> ids;
    for (const JobSource &entry : import.jobs)
        ids.insert(entry.id());
    QCOMPARE(ids.size(), import.jobs.size());
}

void TestToJobs::madeNamesAreUnique()
{
    // The second take of "lamp" is "lamp 2".
    const Import takes = imported("Name,Takes\nlamp,2\nlamp,2\nlamp 2,1\n");
    const QStringList names = madeNamesOf(takes);
    QCOMPARE(names.size(), 5);
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), 5);
    QCOMPARE(names.first(2), (QStringList{u"lamp"_s, u"lamp 2"_s}));

    // What an entry of the batch makes counts, as does what it is called itself.
    batch::BatchSource batch;
    batch.jobs = {entryNamed(u"Shoe"_s)};
    batch.jobs.first().matrix = {{u"colour"_s, {u"red"_s, u"blue"_s}}};
    batch.jobs.first().job.prompt = u"A {colour} shoe"_s;
    QCOMPARE(namesOf(imported("Name\nShoe red\nShoe\n", flux(), batch)),
             (QStringList{u"Shoe red 2"_s, u"Shoe 2"_s}));
}

void TestToJobs::whatTheBatchSaysHolds()
{
    batch::BatchSource batch;
    batch.vars.insert(u"brand"_s, u"Aurora"_s);
    const Import import =
        imported("Product,Brand\nlamp,\nchair,Borealis\n", flux(u"{product} by {brand}"_s), batch);
    QCOMPARE(import.made.size(), 2);
    QCOMPARE(import.made[0].job.prompt, u"lamp by Aurora"_s);
    QCOMPARE(import.made[1].job.prompt, u"chair by Borealis"_s);
    // Where nobody says it, an empty cell leaves nothing behind.
    const Import alone =
        imported("Product,Brand\nlamp,\nchair,Borealis\n", flux(u"{product} by {brand}"_s));
    QCOMPARE(alone.made[0].job.prompt, u"lamp by "_s);
}

void TestToJobs::defaultsMayNameColumns()
{
    batch::BatchSource batch;
    batch.defaults.all.job.prompt = u"A photo of {name}, {width} wide"_s;
    batch.defaults.video.job.prompt = u"A clip of {name}"_s;
    Template pattern = flux(QString());
    const Import import =
        imported("Name,Width,Type\nLamp,512,image\nChair,640,video\n", pattern, batch);
    QCOMPARE(import.problems, QList<sheet::RowProblem>());
    QCOMPARE(import.made.size(), 2);
    QCOMPARE(import.made[0].job.prompt, u"A photo of Lamp, 512 wide"_s);
    QCOMPARE(import.made[1].job.prompt, u"A clip of Chair"_s);
}

void TestToJobs::whatNoJobCanBeMadeOfIsLeftOut()
{
    // A variable that nobody knows: an error where there are variables, else a warning.
    const Import unknown =
        imported("Product,Prompt\nlamp,\nchair,A chair\n", flux(u"A {prodct}"_s));
    QCOMPARE(unknown.jobs.size(), 1);
    QCOMPARE(unknown.rowsLeftOut, 1);
    QCOMPARE(unknown.problems.size(), 1);
    QCOMPARE(unknown.problems.first().row, 2);
    QCOMPARE(unknown.problems.first().column, u"“Prompt”"_s);
    const Import warned = imported("Width\n512\n", flux(u"A {prodct}"_s));
    QCOMPARE(warned.jobs.size(), 1);
    QCOMPARE(warned.problems.size(), 1);
    QCOMPARE(warned.problems.first().severity, batch::Severity::Warning);
    QCOMPARE(warned.made.first().job.prompt, u"A {prodct}"_s);

    // Rows share the batch's limit, with what it has already.
    batch::BatchSource batch;
    batch.maxVariations = 10;
    batch.jobs = {entryNamed(u"shot"_s)};
    batch.jobs.first().count = 4;
    const Import limited = imported("Name,Takes\na,4\nb,4\nc,1\nd,2\n", flux(), batch);
    QCOMPARE(namesOf(limited), (QStringList{u"a"_s, u"c"_s, u"d"_s}));
    QCOMPARE(limited.made.size(), 7);
    QCOMPARE(limited.problems.first().column, u"“Takes”"_s);
}

void TestToJobs::namesComeFromTheTemplate()
{
    const Import import = imported("Product,Name\nLamp,\nChair,Seat\n{x|y} {z},\n",
                                   flux(u"{product}"_s, u"Shot of {product}, {take}"_s));
    QCOMPARE(import.jobs.size(), 3);
    QCOMPARE(import.jobs[0].job.name, u"Shot of Lamp, {take}"_s);
    QCOMPARE(import.jobs[1].job.name, u"Seat"_s);
    QCOMPARE(expanded(import)[2].name, u"Shot of {x|y} {z}, 1"_s);
}

void TestToJobs::namesFallBackOnRows()
{
    const Import import = imported("Prompt,Note\n\na,x\n\"b\nb\",x\n\nc,x\n");
    QCOMPARE(namesOf(import), (QStringList{u"Row 3"_s, u"Row 4"_s, u"Row 6"_s}));
    // Ten thousand rows of one name are as quick as of different ones.
    Table table;
    table.header = {u"Name"_s};
    for (int row = 0; row < 10'000; ++row)
        table.rows.append({.number = row + 2, .line = row + 2, .cells = {u"lamp"_s}});
    const Import many = sheet::toJobs(table, sheet::guessMapping(table), flux());
    QCOMPARE(many.jobs.size(), 10'000);
    QCOMPARE(many.jobs.last().job.name, u"lamp 10000"_s);
}

void TestToJobs::parametersHaveTypes()
{
    Template pattern = flux();
    pattern.textParameters = [](const QString &model) {
        return model == u"black-forest-labs/flux-schnell" ? QStringList{u"code"_s} : QStringList();
    };
    pattern.job.job.params.insert(u"steps"_s, 30);
    const Import import =
        imported("Params.guidance,Params.steps,Params.raw,Params.code,Params.style,Params.zip\n"
                 "3.5,,TRUE,12,oil,007\n",
                 pattern);
    QCOMPARE(import.jobs.first().job.params,
             (QJsonObject{{u"guidance"_s, 3.5},
                          {u"steps"_s, 30},
                          {u"raw"_s, true},
                          {u"code"_s, u"12"_s},
                          {u"style"_s, u"oil"_s},
                          {u"zip"_s, u"007"_s}}));
    // By the model that the row names, wherever its column stands.
    const Import models = imported("Params.code,Model\n12,\n12,x/y\n", pattern);
    QCOMPARE(models.jobs[0].job.params.value(u"code"_s), QJsonValue(u"12"_s));
    QCOMPARE(models.jobs[1].job.params.value(u"code"_s), QJsonValue(12));
}

void TestToJobs::guardedCellsAreFreed()
{
    const Import import = imported("Prompt,Note\n'=1+1,'-x\n''=2,'tis\n", flux());
    QCOMPARE(import.jobs[0].job.prompt, u"=1+1"_s);
    QCOMPARE(import.jobs[0].vars.value(u"note"_s), u"-x"_s);
    QCOMPARE(import.jobs[1].job.prompt, u"'=2"_s);
    QCOMPARE(import.jobs[1].vars.value(u"note"_s), u"'tis"_s);
}

void TestToJobs::unreadableCellsAreProblems()
{
    const Import import = imported("Prompt,Note\ngood,\xC3(\nbad\x01,x\nfine,\tx\n,\x7F\n");
    QCOMPARE(import.jobs.size(), 1);
    QCOMPARE(import.jobs.first().job.prompt, u"fine"_s);
    QCOMPARE(import.problems.size(), 3);
    QVERIFY(import.problems[0].message.contains(u"encoding"_s));
    QVERIFY(import.problems[1].message.contains(u"control"_s));
    // Nobody minds what is left out.
    const Table table = tableOf("Prompt,Note\ngood,\xC3(\n");
    const Import partly =
        sheet::toJobs(table, {ColumnUse{ColumnUse::Kind::Field, u"prompt"_s}, ColumnUse()}, flux());
    QCOMPARE(partly.jobs.size(), 1);
}

void TestToJobs::defaultsMayGiveModelAndPrompt()
{
    Template bare;
    const Table table = tableOf("Name,Seed\na,1\nb,2\n");
    const sheet::Mapping mapping = sheet::guessMapping(table);
    const Import nothing = sheet::toJobs(table, mapping, bare);
    QCOMPARE(nothing.jobs.size(), 0);
    QCOMPARE(nothing.rowsLeftOut, 2);
    QCOMPARE(nothing.problems.size(), 4); // model and prompt, of each
    batch::BatchSource batch;
    batch.defaults.all.job.model = u"x/y"_s;
    batch.defaults.all.job.prompt = u"The same for all"_s;
    const Import given = sheet::toJobs(table, mapping, bare, batch);
    QCOMPARE(given.jobs.size(), 2);
    QVERIFY(given.jobs.first().job.model.isEmpty() && given.jobs.first().job.prompt.isEmpty());
}

void TestToJobs::problemsSayWhere()
{
    const Import import = imported("Prompt,Width\n\"a\nb\",1024\nc,wide\nd,512\n");
    QCOMPARE(import.problems.size(), 1);
    QCOMPARE(import.problems.first().toText(),
             u"Row 3 (line 4), “Width”: “wide” is no number of pixels. Write a whole number such "
             "as 1024."_s);
    QCOMPARE((sheet::RowProblem{2, 2, {}, u"Odd."_s}.toText()), u"Row 2: Odd."_s);
}

void TestToJobs::sharedProblemsAreOneLine()
{
    QCOMPARE(sheet::toTexts({}), QStringList());
    QList<sheet::RowProblem> problems;
    for (int row = 2; row < 12; ++row)
        problems.append({row, row + 1, u"“Width”"_s, u"Odd."_s});
    problems.append({5, 6, {}, u"Long."_s});
    problems.append({5, 6, {}, u"Long."_s}); // of another job that the row makes
    QCOMPARE(
        sheet::toTexts(problems),
        (QStringList{u"Rows 2, 3, 4, 5 and 6 more, “Width”: Odd."_s, u"Row 5 (line 6): Long."_s}));
}

QTEST_GUILESS_MAIN(TestToJobs)
#include "test_tojobs.moc"
