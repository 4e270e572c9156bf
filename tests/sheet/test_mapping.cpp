// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/mapping.h"

#include "sheet/reading/headings.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using sheet::ColumnUse;
using sheet::Table;

class TestMapping : public QObject
{
    Q_OBJECT
private slots:
    void knowsHeadings_data();
    void knowsHeadings();
    void namesVariables_data();
    void namesVariables();
    void cellsHaveTheirSay();
    void noTwoColumnsAreTheSame();
    void emptyColumnsAreLeftOut();
    void howJobsStoodIsLeftOut();
    void columnsWithoutHeadings();
    void tellsWhatIsWrong();
    void keysGoThereAndBack();
    void titlesAreHeadings_data();
    void titlesAreHeadings();
};

namespace {

/// A table with one row of such cells.
Table tableOf(const QStringList &header, const QStringList &cells)
{
    Table table;
    table.header = header;
    table.rows = {{.number = 2, .line = 2, .cells = cells}};
    return table;
}

QStringList keysOf(const sheet::Mapping &mapping)
{
    QStringList keys;
    for (const ColumnUse &use : mapping)
        keys.append(use.toKey());
    return keys;
}

} // namespace

void TestMapping::knowsHeadings_data()
{
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("key");
    struct Case
    {
        const char *heading;
        const char *cell;
        const char *key;
    };
    const QList<Case> cases{
        {"name", "x", "name"},
        {"Job name", "x", "name"},
        {"名稱", "燈", "name"},
        {"名称", "灯", "name"},
        {"檔名", "lamp_01", "name"},
        {"Prompt", "x", "prompt"},
        {"PROMPT *", "x", "prompt"},
        {"提示詞", "x", "prompt"},
        {"提示词", "x", "prompt"},
        {"Model", "x", "model"},
        {"模型", "x", "model"},
        {"Type", "image", "type"},
        {"類型", "影片", "type"},
        {"类型", "图片", "type"},
        {"Width", "1024", "width"},
        {"Width (px)", "1024 px", "width"},
        {"寬", "１０２４", "width"},
        {"宽度", "1024.0", "width"},
        {"高度（像素）", "768", "height"},
        {"Size", "1024x768", "size"},
        {"尺寸", "1024 × 768", "size"},
        {"Aspect ratio", "16:9", "aspect_ratio"},
        {"aspect_ratio", "16/9", "aspect_ratio"},
        {"長寬比", "１６：９", "aspect_ratio"},
        {"宽高比", "auto", "aspect_ratio"},
        {"Duration (s)", "5", "duration"},
        {"秒數", "5秒", "duration"},
        {"長度", "7.5 s", "duration"},
        {"时长", "5", "duration"},
        {"Resolution", "1080p", "resolution"},
        {"解析度", "1080p", "resolution"},
        {"分辨率", "720p", "resolution"},
        {"Seed", "7", "seed"},
        {"種子", "-1", "seed"},
        {"随机种子", "7", "seed"},
        {"Negative prompt", "x", "negative_prompt"},
        {"負面提示詞", "x", "negative_prompt"},
        {"反向提示词", "x", "negative_prompt"},
        {"圖片", "a.png", "image"},
        {"Image URL", "https://x/a.png", "image_url"},
        {"張數", "4", "count"},
        {"Enabled", "yes", "enabled"},
        {"params.guidance", "3.5", "params.guidance"},
        {"Params guidance_scale", "3.5", "params.guidance_scale"},
        {"參數：steps", "30", "params.steps"},
    };
    for (const Case &one : cases) {
        QTest::newRow(one.heading) << QString::fromUtf8(one.heading) << QString::fromUtf8(one.cell)
                                   << QString::fromLatin1(one.key);
    }
}

void TestMapping::knowsHeadings()
{
    QFETCH(QString, heading);
    QFETCH(QString, cell);
    QFETCH(QString, key);
    QCOMPARE(keysOf(sheet::guessMapping(tableOf({heading}, {cell}))), QStringList{key});
}

void TestMapping::namesVariables_data()
{
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"Product"_s << u"product"_s;
    QTest::newRow("blanks") << u"  Product   Name "_s << u"product-name"_s;
    QTest::newRow("brackets") << u"Price (USD)"_s << u"price-usd"_s;
    QTest::newRow("Chinese") << u"商品 名"_s << u"商品-名"_s;
    QTest::newRow("full width") << u"ＳＫＵ１"_s << u"sku1"_s;
    QTest::newRow("underscore") << u"main_colour"_s << u"main_colour"_s;
    QTest::newRow("hyphen") << u"main-colour"_s << u"main-colour"_s;
    QTest::newRow("braces") << u"{a|b}"_s << u"a-b"_s;
    QTest::newRow("signs only") << u"?!"_s << QString();
    QTest::newRow("long") << u"x"_s.repeated(90) << u"x"_s.repeated(40);
}

void TestMapping::namesVariables()
{
    QFETCH(QString, heading);
    QFETCH(QString, name);
    QCOMPARE(sheet::variableName(heading), name);
    QCOMPARE(sheet::variableName(name), name);
}

void TestMapping::cellsHaveTheirSay()
{
    // A shop's size, kind and length are no job's.
    QCOMPARE(keysOf(sheet::guessMapping(tableOf({u"Size"_s, u"Type"_s, u"Length"_s, u"Width"_s},
                                                {u"XL"_s, u"Chair"_s, u"long"_s, u"wide"_s}))),
             (QStringList{u"{size}"_s, u"{type}"_s, u"{length}"_s, u"{width}"_s}));
    // One slip doesn't make a width another thing.
    Table table = tableOf({u"Width"_s}, {u"1024"_s});
    for (const QString &cell : {u"768"_s, u"wide"_s})
        table.rows.append({.number = 3, .line = 3, .cells = {cell}});
    QCOMPARE(keysOf(sheet::guessMapping(table)), QStringList{u"width"_s});
}

void TestMapping::noTwoColumnsAreTheSame()
{
    const Table table =
        tableOf({u"Prompt"_s, u"提示詞"_s, u"prompt"_s, u"Colour"_s, u"colour "_s, u"colour"_s},
                {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s});
    const sheet::Mapping mapping = sheet::guessMapping(table);
    QCOMPARE(keysOf(mapping),
             (QStringList{u"prompt"_s, u"{提示詞}"_s, u"{prompt}"_s, u"{colour}"_s, u"{colour-2}"_s,
                          u"{colour-3}"_s}));
    QVERIFY(sheet::faultOf(mapping, table).isEmpty());
}

void TestMapping::emptyColumnsAreLeftOut()
{
    const Table table = tableOf({u"Prompt"_s, u"Width"_s, u"Note"_s}, {u"a"_s, u" "_s, u""_s});
    QCOMPARE(keysOf(sheet::guessMapping(table)), (QStringList{u"prompt"_s, u""_s, u""_s}));
}

void TestMapping::howJobsStoodIsLeftOut()
{
    const QStringList cells{u"a"_s, u"b"_s, u"0.04"_s, u"c"_s};
    for (const QStringList &header :
         {QStringList{u"Prompt"_s, u"State"_s, u"Cost (USD)"_s, u"Result"_s},
          QStringList{u"提示詞"_s, u"狀態"_s, u"費用（USD）"_s, u"結果"_s}}) {
        QCOMPARE(keysOf(sheet::guessMapping(tableOf(header, cells))),
                 (QStringList{u"prompt"_s, u""_s, u""_s, u""_s}));
    }
    // A list of shops has a state, too.
    QCOMPARE(keysOf(sheet::guessMapping(
                 tableOf({u"Prompt"_s, u"State"_s, u"Cost"_s, u"Result"_s}, cells))),
             (QStringList{u"prompt"_s, u"{state}"_s, u"{cost}"_s, u"{result}"_s}));
}

void TestMapping::columnsWithoutHeadings()
{
    const Table table = tableOf({u""_s, u"?"_s, u"take"_s}, {u"a"_s, u"b"_s, u"c"_s});
    QCOMPARE(keysOf(sheet::guessMapping(table)),
             (QStringList{u"{column1}"_s, u"{column2}"_s, u"{column3}"_s}));
    QCOMPARE(sheet::columnTitle(table, 0), u"Column 1"_s);
    QCOMPARE(sheet::columnTitle(table, 1), u"“?”"_s);
}

void TestMapping::tellsWhatIsWrong()
{
    const Table table = tableOf({u"a"_s, u"b"_s, u"c"_s}, {u"1"_s, u"2"_s, u"3"_s});
    const ColumnUse width{ColumnUse::Kind::Field, u"width"_s};
    const ColumnUse variable{ColumnUse::Kind::Variable, u"x"_s};
    const QString fields = sheet::faultOf({width, {}, width}, table);
    QVERIFY2(fields.contains(u"“a”"_s) && fields.contains(u"“c”"_s) && fields.contains(u"Width"_s),
             qPrintable(fields));
    QVERIFY(sheet::faultOf({variable, variable, {}}, table).contains(u"{x}"_s));
    QVERIFY(sheet::faultOf({{}, {}, {}}, table).isEmpty());
    QVERIFY(sheet::faultOf({width, variable, {}}, table).isEmpty());
}

void TestMapping::keysGoThereAndBack()
{
    for (const QString &key : sheet::fieldKeys()) {
        QCOMPARE(ColumnUse::fromKey(key).value_or(ColumnUse()).toKey(), key);
        QVERIFY(!sheet::fieldTitle(key).isEmpty());
    }
    for (const QString &key : {u"{商品}"_s, u"{a-b_1}"_s, u"params.cfg"_s, u""_s}) {
        QVERIFY(ColumnUse::fromKey(key));
        QCOMPARE(ColumnUse::fromKey(key)->toKey(), key);
    }
    for (const QString &key : {u"widht"_s, u"{}"_s, u"{a b}"_s, u"params."_s, u"{a|b}"_s})
        QVERIFY(!ColumnUse::fromKey(key));
}

/// An export writes the titles in the interface's language, and is to be read again.
void TestMapping::titlesAreHeadings_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("key");
    QHash<QString, QString> keys; // by title, as it stands in the source
    for (const QString &key : sheet::fieldKeys()) {
        keys.insert(sheet::fieldTitle(key), key);
        QTest::addRow("%s", qPrintable(sheet::fieldTitle(key))) << sheet::fieldTitle(key) << key;
    }
    const QDir folder(QStringLiteral(RUSHES_SOURCE_DIR "/resources/translations"));
    const QStringList files = folder.entryList({u"*.ts"_s});
    QVERIFY(!files.isEmpty());
    for (const QString &name : files) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QString context;
        QString source;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == u"name")
                context = xml.readElementText();
            else if (xml.name() == u"source")
                source = xml.readElementText();
            if (!xml.isStartElement() || xml.name() != u"translation")
                continue;
            const QString title = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            if (context == u"sheet::Field" && keys.contains(source) && !title.isEmpty())
                QTest::addRow("%s: %s", qPrintable(name), qPrintable(source))
                    << title << keys[source];
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    }
}

void TestMapping::titlesAreHeadings()
{
    QFETCH(const QString, title);
    QFETCH(const QString, key);
    QCOMPARE(sheet::keyOfHeading(title), key);
}

QTEST_GUILESS_MAIN(TestMapping)
#include "test_mapping.moc"
