// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/exporttable.h"

#include "sheet/tojobs.h"

#include <QTest>

using namespace Qt::StringLiterals;
using ui::ExportRow;

class TestExportTable : public QObject
{
    Q_OBJECT
private slots:
    void hasWhatTheTableShows();
    void leavesOutWhatNobodySays();
    void isSafeInASpreadsheet();
    void comesBackByAnImport();
    void goesToTheClipboard();
};

namespace {

ExportRow lamp()
{
    ExportRow row;
    row.job.name = u"Lamp"_s;
    row.job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
    row.job.prompt = u"A lamp, \"warm\"\nlight"_s;
    row.job.width = 1024;
    row.job.height = 768;
    row.job.seed = 7;
    row.state = u"Succeeded"_s;
    row.cost = batch::Cost::fromMicros(40'000);
    row.resultFile = u"images/lamp.png"_s;
    return row;
}

ExportRow clip()
{
    ExportRow row;
    row.job.name = u"Waves"_s;
    row.job.type = batch::MediaType::Video;
    row.job.model = u"google/veo3.1/text-to-video"_s;
    row.job.prompt = u"=waves"_s;
    row.job.aspectRatio = u"16:9"_s;
    row.job.duration = 7.5;
    row.job.resolution = u"1080p"_s;
    row.job.negativePrompt = u"people"_s;
    row.job.imageUrl = u"https://x/a.png"_s;
    row.job.enabled = false;
    row.state = u"Draft"_s;
    row.cost = batch::Cost::fromMicros(50'000);
    row.guess = true;
    return row;
}

QString cell(const ui::ExportTable &table, int row, const QString &heading)
{
    return table.rows.at(row).value(table.header.indexOf(heading));
}

} // namespace

void TestExportTable::hasWhatTheTableShows()
{
    const ui::ExportTable table = ui::exportTable({lamp(), clip()});
    QCOMPARE(table.rows.size(), 2);
    for (const QStringList &row : table.rows)
        QCOMPARE(row.size(), table.header.size());
    QCOMPARE(cell(table, 0, u"Name"_s), u"Lamp"_s);
    QCOMPARE(cell(table, 0, u"Type"_s), u"image"_s);
    QCOMPARE(cell(table, 0, u"Width"_s), u"1024"_s);
    QCOMPARE(cell(table, 0, u"Length in seconds"_s), QString());
    QCOMPARE(cell(table, 0, u"Cost (USD)"_s), u"0.04"_s);
    QCOMPARE(cell(table, 0, u"Result"_s), u"images/lamp.png"_s);
    QCOMPARE(cell(table, 1, u"Length in seconds"_s), u"7.5"_s);
    QCOMPARE(cell(table, 1, u"Image"_s), u"https://x/a.png"_s);
    QCOMPARE(cell(table, 1, u"Enabled"_s), u"false"_s);
    QCOMPARE(cell(table, 1, u"State"_s), u"Draft"_s);
    QCOMPARE(cell(table, 1, u"Cost is a guess"_s), u"true"_s);
}

void TestExportTable::leavesOutWhatNobodySays()
{
    QCOMPARE(
        ui::exportTable({}).header,
        (QStringList{u"Name"_s, u"Type"_s, u"Model"_s, u"Prompt"_s, u"State"_s, u"Cost (USD)"_s}));
    const ui::ExportTable table = ui::exportTable({lamp()});
    QVERIFY(!table.header.contains(u"Aspect ratio"_s));
    QVERIFY(!table.header.contains(u"Cost is a guess"_s));
    QVERIFY(table.header.contains(u"Seed"_s));
}

void TestExportTable::isSafeInASpreadsheet()
{
    const QByteArray bytes = ui::exportCsv({lamp(), clip()});
    QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
    QVERIFY(bytes.contains("'=waves"));
    QVERIFY(bytes.contains("\"A lamp, \"\"warm\"\"\nlight\""));
    QVERIFY(bytes.endsWith("\r\n"));
}

void TestExportTable::comesBackByAnImport()
{
    const QByteArray bytes = ui::exportCsv({lamp(), clip()});
    const auto table = sheet::readTable(bytes, sheet::guessDialect(bytes));
    QVERIFY(table);
    const sheet::Mapping mapping = sheet::guessMapping(*table);
    // How the jobs stood, and what they cost, is nothing that they say.
    for (const sheet::ColumnUse &use : mapping)
        QVERIFY2(use.kind != sheet::ColumnUse::Kind::Variable, qPrintable(use.name));
    const sheet::Import import = sheet::toJobs(*table, mapping, {});
    QVERIFY(import.problems.isEmpty());
    QCOMPARE(import.jobs.size(), 2);
    const ExportRow first = lamp();
    const ExportRow second = clip();
    QVERIFY(import.jobs[0].job.sameContent(first.job));
    batch::Job wanted = second.job;
    wanted.image = wanted.imageUrl;
    wanted.imageUrl.reset();
    QVERIFY(import.jobs[1].job.sameContent(wanted));
}

void TestExportTable::goesToTheClipboard()
{
    const QString text = ui::exportTsv(ui::exportTable({lamp()}));
    QVERIFY(text.startsWith(u"Name\tType\tModel\tPrompt"_s));
    QVERIFY(text.contains(u"\t\"A lamp, \"\"warm\"\"\nlight\"\t"_s));
    QVERIFY(!text.startsWith(QChar(QChar::ByteOrderMark)));
}

QTEST_GUILESS_MAIN(TestExportTable)
#include "test_exporttable.moc"
