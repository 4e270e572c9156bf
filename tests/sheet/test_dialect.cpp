// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/dialect.h"

#include "sheet/encoded.h"

#include <QTest>

using namespace Qt::StringLiterals;
using sheet::Dialect;
using sheet::Encoding;

class TestDialect : public QObject
{
    Q_OBJECT
private slots:
    void everyEncodingIsKnown();
    void guessesTheEncoding_data();
    void guessesTheEncoding();
    void skipsMarks();
    void guessesTheSeparator_data();
    void guessesTheSeparator();
    void guessesTheHeader_data();
    void guessesTheHeader();
    void guessesTheQuote();
    void damageDoesNotMakeAnotherEncoding();
    void nothingIsAlsoADialect();
    void longTextsAreCutWithinCharacters();
    void keysGoThereAndBack();
};

void TestDialect::everyEncodingIsKnown()
{
    for (const Encoding encoding : sheet::encodings()) {
        QVERIFY2(sheet::isSupported(encoding), qPrintable(sheet::toKey(encoding)));
        QVERIFY(!sheet::displayName(encoding).isEmpty());
    }
}

void TestDialect::guessesTheEncoding_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Encoding>("encoding");
    QTest::addColumn<bool>("mark");

    struct Text
    {
        const char *name;
        QString text;
        QList<Encoding> encodings;
    };
    const QList<Encoding> traditional{Encoding::Big5, Encoding::Utf8, Encoding::Utf16Le,
                                      Encoding::Utf16Be};
    const QList<Encoding> simplified{Encoding::Gb18030, Encoding::Utf8, Encoding::Utf16Le,
                                     Encoding::Utf16Be};
    const QList<Encoding> japanese{Encoding::ShiftJis, Encoding::Utf8, Encoding::Utf16Le,
                                   Encoding::Utf16Be};
    const QList<Encoding> western{Encoding::Windows1252, Encoding::Utf8, Encoding::Utf16Le,
                                  Encoding::Utf16Be};
    const QList<Text> texts{
        {"tea shop",
         u"名稱,提示詞,寬,高\r\n烏龍茶,一杯冒著熱氣的烏龍茶放在木桌上,1024,1024\r\n"_s
         u"紅茶,清晨陽光照進窗邊的紅茶,1024,768\r\n"_s,
         traditional},
        {"lamps",
         u"商品名稱,顏色,材質,說明\n北歐檯燈,白色,陶瓷,柔和光線下的極簡風格檯燈\n"_s
         u"工業風吊燈,黑色,金屬,餐廳天花板上的復古吊燈\n"_s,
         traditional},
        {"one row", u"商品,說明\n皮革背包,手工製作的棕色皮革背包\n"_s, traditional},
        {"mixed",
         u"SKU,Product,說明\nA-1001,LED 檯燈,可調光三段色溫\nA-1002,USB 風扇,靜音小風扇\n"_s,
         traditional},
        {"headings only in Chinese", u"名稱,提示詞\nlamp,a red lamp\nchair,a blue chair\n"_s,
         traditional},
        {"long prompts",
         u"提示詞\n一隻橘色的貓坐在台北街頭的機車上，背景是霓虹燈與細雨，電影感，淺景深\n"_s
         u"海邊的老漁夫正在修補漁網，黃昏的光線從側面照過來，寫實攝影\n"_s,
         traditional},
        {"shoes",
         u"名称,提示词,宽,高\r\n运动鞋,一双白色运动鞋放在混凝土台阶上,1024,1024\r\n"_s
         u"高跟鞋,红色高跟鞋在黑色背景前,1024,768\r\n"_s,
         simplified},
        {"furniture",
         u"商品名称,颜色,材质,说明\n餐桌,原木色,橡木,阳光照进现代厨房里的餐桌\n"_s
         u"沙发,灰色,布艺,客厅里的三人沙发\n"_s,
         simplified},
        {"one simplified row", u"商品,说明\n皮革背包,手工制作的棕色皮革背包\n"_s, simplified},
        {"ramen",
         u"商品名,説明\nラーメン,湯気の立つラーメンを木のテーブルに置く\nうどん,白い器のうどん\n"_s,
         japanese},
        {"kimono", u"名前,色\n着物,赤い花の模様の着物\n帯,金色の帯\n"_s, japanese},
        {"café",
         u"name;prompt\nCafé crème;Une tasse de café crème près d’une fenêtre\n"_s
         u"Gâteau;Un gâteau à la crème brûlée\n"_s,
         western},
        {"Größe",
         u"Name;Farbe;Größe\nStuhl;weiß;groß\nTür;grün;klein\nKüchentisch;natur;mittel\n"_s,
         western},
        {"jalapeño", u"producto,precio\nJalapeño,5 €\nPiñata,7 €\n"_s, western},
    };
    for (const Text &one : texts) {
        for (const Encoding encoding : one.encodings) {
            const QByteArray name = one.name + ", "_ba + sheet::toKey(encoding).toLatin1();
            QTest::newRow(name.constData()) << one.text << encoding << false;
            const bool unicode = encoding != one.encodings.first();
            if (unicode)
                QTest::newRow((name + ", mark").constData()) << one.text << encoding << true;
        }
    }
    QTest::newRow("plain ASCII") << u"name,prompt\nlamp,a lamp\n"_s << Encoding::Utf8 << false;
    QTest::newRow("emoji") << u"name,prompt\nfun,a 🎈 party 🎉\n"_s << Encoding::Utf8 << false;
    QTest::newRow("一 has a zero byte") << u"一,一一一\n一一,一\n"_s << Encoding::Utf16Le << false;
    QTest::newRow("一 has a zero byte, big end first")
        << u"一,一一一\n一一,一\n"_s << Encoding::Utf16Be << false;
}

void TestDialect::guessesTheEncoding()
{
    QFETCH(QString, text);
    QFETCH(Encoding, encoding);
    QFETCH(bool, mark);
    const QByteArray bytes = encoded(text, encoding, mark);
    QCOMPARE(sheet::toKey(sheet::guessDialect(bytes).encoding), sheet::toKey(encoding));
    QCOMPARE(sheet::decoded(bytes, encoding), text);
}

void TestDialect::skipsMarks()
{
    for (const Encoding encoding : sheet::encodings()) {
        const bool isPaired = encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be;
        // Windows-1252 has no mark of its own.
        if (encoding == Encoding::Utf8 || encoding == Encoding::Gb18030 || isPaired)
            QCOMPARE(sheet::decoded(encoded(u"name"_s, encoding, true), encoding), u"name"_s);
        if (!isPaired)
            QCOMPARE(sheet::decoded("\xEF\xBB\xBFname", encoding), u"name"_s);
    }
}

void TestDialect::guessesTheSeparator_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QChar>("separator");
    QTest::newRow("comma") << u"a,b,c\n1,2,3\n"_s << QChar(u',');
    QTest::newRow("semicolon") << u"a;b;c\n1;2;3\n"_s << QChar(u';');
    QTest::newRow("tab") << u"a\tb\n1\t2\n"_s << QChar(u'\t');
    QTest::newRow("pipe") << u"a|b\n1|2\n"_s << QChar(u'|');
    QTest::newRow("semicolon with decimal commas")
        << u"name;width;strength\nx;1,5;2,5\ny;3,5;4,5\n"_s << QChar(u';');
    QTest::newRow("tab with commas in texts")
        << u"name\tprompt\nlamp\ta red, warm, small lamp\nchair\ta chair, in the sun\n"_s
        << QChar(u'\t');
    QTest::newRow("commas in quotes")
        << u"name;prompt\nx;\"a, b, c\"\ny;\"d, e\"\n"_s << QChar(u';');
    QTest::newRow("semicolons in quotes")
        << u"name,prompt\nx,\"a; b; c\"\ny,\"d; e; f\"\n"_s << QChar(u',');
    QTest::newRow("line breaks in quotes")
        << u"name;prompt\nx;\"a\nb, c\n\nd\"\ny;\"e\"\n"_s << QChar(u';');
    QTest::newRow("said by Excel") << u"sep=|\r\na|b,c\r\n1|2,3\r\n"_s << QChar(u'|');
    QTest::newRow("one column of prompts")
        << u"prompt\na red, warm lamp\na chair\na sofa, grey, big\n"_s << QChar(u',');
    QTest::newRow("ragged rows") << u"a;b;c\n1;2\n1;2;3\n1\n4;5;6\n"_s << QChar(u';');
    QTest::newRow("choices in texts")
        << u"name,prompt\nx,a {red|blue} lamp\ny,a {big|small} chair\n"_s << QChar(u',');
}

void TestDialect::guessesTheSeparator()
{
    QFETCH(QString, text);
    QFETCH(QChar, separator);
    QCOMPARE(sheet::guessDialect(text.toUtf8()).separator, separator);
}

void TestDialect::guessesTheHeader_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("header");
    QTest::newRow("known names") << u"name,prompt\nlamp,a lamp\n"_s << true;
    QTest::newRow("known Chinese names") << u"名稱,寬度\n燈,1024\n"_s << true;
    QTest::newRow("above numbers") << u"sku,amount\nA1,3\nA2,4\n"_s << true;
    QTest::newRow("above long texts")
        << u"colour,story\nred,A red lamp stands alone on a long table of oak.\n"_s
           "blue,A blue chair leans against the wall of a quiet room.\n"_s
        << true;
    QTest::newRow("short words") << u"colour,material\nred,oak\nblue,steel\n"_s << true;
    QTest::newRow("numbers in the first row") << u"lamp,1024\nchair,768\n"_s << false;
    QTest::newRow("the same text twice") << u"red,red\nblue,green\n"_s << false;
    QTest::newRow("values that come again") << u"red,oak\nblue,oak\nred,steel\n"_s << false;
    QTest::newRow("a type in every row")
        << u"lamp,image,oak\nwaves,video,sea\nchair,image,steel\n"_s << false;
    QTest::newRow("known names, one of them twice") << u"Prompt,Text,text\na lamp,x,y\n"_s << true;
    QTest::newRow("a single row") << u"lamp,oak\n"_s << false;
    QTest::newRow("a single row of known names") << u"name,prompt\n"_s << true;
    QTest::newRow("only prompts")
        << u"A red lamp stands alone on a long table of oak, in the evening light\n"
           "A blue chair leans against the wall of a quiet room\n"_s
        << false;
}

void TestDialect::guessesTheHeader()
{
    QFETCH(QString, text);
    QFETCH(bool, header);
    QCOMPARE(sheet::guessDialect(text.toUtf8()).hasHeader, header);
}

void TestDialect::guessesTheQuote()
{
    QCOMPARE(sheet::guessDialect("a,b\n'x, y','z'\n'1','2'\n").quote, QChar(u'\''));
    QCOMPARE(sheet::guessDialect("a,b\n\"x, y\",'z'\n").quote, QChar(u'"'));
    // Apostrophes of texts and of guarded formulas.
    QCOMPARE(sheet::guessDialect("a,b\nit's,'tis\ndon't,x\n").quote, QChar(u'"'));
    QCOMPARE(sheet::guessDialect("a,b\n'=x,'-y\n'@z,'+w\n").quote, QChar(u'"'));
}

void TestDialect::damageDoesNotMakeAnotherEncoding()
{
    QByteArray bytes;
    for (int i = 0; i < 40; ++i)
        bytes += "烏龍茶,一杯冒著熱氣的烏龍茶放在木桌上\n";
    bytes += "\xE7\x83,x\n";
    QCOMPARE(sheet::guessDialect(bytes).encoding, Encoding::Utf8);
}

void TestDialect::nothingIsAlsoADialect()
{
    QCOMPARE(sheet::guessDialect({}), (Dialect{.hasHeader = false}));
    QCOMPARE(sheet::guessDialect("\n\n\n").encoding, Encoding::Utf8);
    QCOMPARE(sheet::guessDialect(QByteArray(1, '\xFF')).separator, QChar(u','));
    QCOMPARE(sheet::guessDialect("\xFF\xFE").encoding, Encoding::Utf16Le);
    QCOMPARE(sheet::guessDialect("sep=").separator, QChar(u','));
}

void TestDialect::longTextsAreCutWithinCharacters()
{
    // Three bytes each, so that any limit in bytes is likely to fall within one.
    for (const qsizetype shift : {0, 1, 2}) {
        const QByteArray bytes = QByteArray(shift, 'x') + u"烏"_s.repeated(200'000).toUtf8();
        QCOMPARE(sheet::guessDialect(bytes).encoding, Encoding::Utf8);
    }
}

void TestDialect::keysGoThereAndBack()
{
    for (const Encoding encoding : sheet::encodings())
        QCOMPARE(sheet::encodingFromKey(sheet::toKey(encoding)), std::optional(encoding));
    QCOMPARE(sheet::encodingFromKey(u"CP950"_s), std::optional(Encoding::Big5));
    QCOMPARE(sheet::encodingFromKey(u"GBK"_s), std::optional(Encoding::Gb18030));
    QVERIFY(!sheet::encodingFromKey(u"klingon"_s));
    QVERIFY(!sheet::encodingFromKey(u""_s));
    QVERIFY(!sheet::encodingFromKey(u"utf8 utf-8-sig"_s));
}

QTEST_GUILESS_MAIN(TestDialect)
#include "test_dialect.moc"
