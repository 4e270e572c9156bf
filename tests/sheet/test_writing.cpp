// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/writing.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestWriting : public QObject
{
    Q_OBJECT
private slots:
    void writesCsv();
    void writesTsv();
    void formulasAreGuarded_data();
    void formulasAreGuarded();
    void guardingLosesNothing();
};

void TestWriting::writesCsv()
{
    const QByteArray bytes =
        sheet::toCsv({u"名稱"_s, u"Prompt"_s},
                     {{u"a"_s, u"b, c"_s}, {u"say \"hi\""_s, u"two\nlines"_s}, {u" x"_s, u"y "_s}});
    QCOMPARE(bytes,
             QByteArray("\xEF\xBB\xBF"
                        "名稱,Prompt\r\na,\"b, c\"\r\n\"say \"\"hi\"\"\",\"two\nlines\"\r\n"
                        "\" x\",\"y \"\r\n"));
    QCOMPARE(sheet::toCsv({u"a"_s}, {}),
             QByteArray("\xEF\xBB\xBF"
                        "a\r\n"));
}

void TestWriting::writesTsv()
{
    QCOMPARE(sheet::toTsv({u"a"_s, u"b"_s}, {{u"1, 2"_s, u"x\ty"_s}}), u"a\tb\n1, 2\t\"x\ty\"\n"_s);
    QCOMPARE(sheet::toTsv({}, {{u"=1+1"_s, u"line\nbreak"_s}}), u"'=1+1\t\"line\nbreak\"\n"_s);
}

void TestWriting::formulasAreGuarded_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cell");
    const auto row = [](const QString &text, const QString &cell) {
        QTest::newRow(qPrintable(text.simplified())) << text << cell;
    };
    row(u"=HYPERLINK(\"http://x\")"_s, u"'=HYPERLINK(\"http://x\")"_s);
    row(u"+1 more"_s, u"'+1 more"_s);
    row(u"-a list"_s, u"'-a list"_s);
    row(u"@cmd"_s, u"'@cmd"_s);
    row(u"\tx"_s, u"'\tx"_s);
    row(u"\rx"_s, u"'\rx"_s);
    row(u"\n=x"_s, u"'\n=x"_s);
    row(u"'=x"_s, u"''=x"_s);
    row(u"-5"_s, u"-5"_s);
    row(u"+3.25"_s, u"+3.25"_s);
    row(u"-5+cmd|' /C calc'!A0"_s, u"'-5+cmd|' /C calc'!A0"_s);
    row(u"'tis"_s, u"'tis"_s);
    row(u"a=b"_s, u"a=b"_s);
    row(QString(), QString());
    row(u"'"_s, u"'"_s);
}

void TestWriting::formulasAreGuarded()
{
    QFETCH(QString, text);
    QFETCH(QString, cell);
    QCOMPARE(sheet::guarded(text), cell);
    QCOMPARE(sheet::unguarded(cell), text);
}

void TestWriting::guardingLosesNothing()
{
    const QString letters = u"'=+-@\t1a "_s;
    // Every text of up to four of these.
    QStringList texts{QString()};
    for (qsizetype done = 0; done < texts.size() && texts[done].size() < 4; ++done) {
        for (const QChar c : letters)
            texts.append(texts[done] + c);
    }
    for (const QString &text : std::as_const(texts))
        QCOMPARE(sheet::unguarded(sheet::guarded(text)), text);
}

QTEST_GUILESS_MAIN(TestWriting)
#include "test_writing.moc"
