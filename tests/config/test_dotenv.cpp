// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/dotenv.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using Variables = QMap<QString, QString>;

class TestDotEnv : public QObject
{
    Q_OBJECT

private slots:
    void lines_data();
    void lines();
    void besideTheBatch();
};

void TestDotEnv::lines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Variables>("variables");
    const auto row = [](const char *name, const QByteArray &text, const Variables &variables) {
        QTest::newRow(name) << text << variables;
    };
    const auto a = [](const QString &value) { return Variables{{u"A"_s, value}}; };
    row("empty", "", {});
    row("plain", "A=b\n", a(u"b"_s));
    row("last line without break", "A=b", a(u"b"_s));
    row("spaces", "  A = b \n", a(u"b"_s));
    row("export", "export A=b\n", a(u"b"_s));
    row("export with tabs", "\texport\tA=b\n", a(u"b"_s));
    row("export as a name", "export=b\n", {{u"export"_s, u"b"_s}});
    row("comment line", "# A=b\n", {});
    row("comment behind", "A=b # c\n", a(u"b"_s));
    row("hash inside", "A=b#c\n", a(u"b#c"_s));
    row("only a comment behind", "A= # c\n", a(QString()));
    row("comment at once", "A=#c\n", a(QString()));
    row("empty value", "A=\n", a(QString()));
    row("equals inside", "A=b=c==\n", a(u"b=c=="_s));
    row("single quotes", "A='b # c \\n'\n", a(u"b # c \\n"_s));
    row("double quotes", "A=\"b # c\"\n", a(u"b # c"_s));
    row("escapes", "A=\"b\\nc\\\"d\\\\e\\f\"\n", a(u"b\nc\"d\\e\\f"_s));
    row("comment behind quotes", "A=\"b\" # c\n", a(u"b"_s));
    row("empty quotes", "A=\"\"\n", a(QString()));
    row("quotes inside", "A=b\"c\"\n", a(u"b\"c\""_s));
    row("open quote", "A=\"b\nB=c\n", {{u"B"_s, u"c"_s}});
    row("quote ends in a backslash", "A=\"b\\\n", {});
    row("last one wins", "A=b\nA=c\n", a(u"c"_s));
    row("CRLF", "A=b\r\nB=\"c\"\r\n", {{u"A"_s, u"b"_s}, {u"B"_s, u"c"_s}});
    row("byte order mark",
        "\xEF\xBB\xBF"
        "A=b\n",
        a(u"b"_s));
    row("Chinese", "A=圖\n", a(u"圖"_s));
    row("no name", "=b\n", {});
    row("name with a digit first", "1A=b\n", {});
    row("name with a dash", "A-B=c\n", {});
    row("no equals", "A\nB=c\n", {{u"B"_s, u"c"_s}});
    row("nonsense", QByteArray("\x00\xFF=\n\"\"\n", 7), {});
}

void TestDotEnv::lines()
{
    QFETCH(QByteArray, text);
    QTEST(config::parseDotEnv(text), "variables");
}

void TestDotEnv::besideTheBatch()
{
    const QTemporaryDir folder;
    const QString batch = folder.filePath(u"weekly.yaml"_s);
    QVERIFY(config::dotEnvBeside(batch).isEmpty());

    QFile file(folder.filePath(u".env"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# The key\nexport ATLAS_CLOUD_API_KEY='k=1'\n");
    file.close();
    QCOMPARE(config::dotEnvBeside(batch), Variables({{u"ATLAS_CLOUD_API_KEY"_s, u"k=1"_s}}));
}

QTEST_GUILESS_MAIN(TestDotEnv)
#include "test_dotenv.moc"
