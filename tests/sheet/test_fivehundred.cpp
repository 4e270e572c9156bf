// SPDX-License-Identifier: GPL-3.0-or-later
//
// A sheet of 500 products, as shops have them: prompts with commas, quotes and line breaks, in the
// encodings that spreadsheets in Taiwan write.
#include "sheet/tojobs.h"

#include "batch/expansion/expand.h"
#include "catalog/estimate.h"
#include "sheet/encoded.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using sheet::Encoding;

class TestFiveHundred : public QObject
{
    Q_OBJECT
private slots:
    void becomeFiveHundredJobs_data();
    void becomeFiveHundredJobs();
    void tenThousandAreReadInMoments();
};

namespace {

const QString flux = u"black-forest-labs/flux-2-pro/text-to-image"_s;

QString promptOf(int number)
{
    const QStringList products{u"檯燈"_s, u"皮革背包"_s, u"陶瓷咖啡杯"_s, u"木質餐椅"_s};
    const QStringList lights{u"清晨的光線"_s, u"柔和的側光"_s, u"霓虹燈"_s};
    return u"第 %1 號商品：%2，放在木桌上, 背景簡潔\n%3, 淺景深, \"商品攝影\"風格; 極簡"_s
        .arg(number)
        .arg(products[number % 4], lights[number % 3]);
}

QString productSheet(int rows, QChar separator)
{
    QString text =
        QStringList{u"名稱"_s, u"提示詞"_s, u"寬"_s, u"高"_s, u"種子"_s, u"品牌"_s}.join(separator)
        + u"\r\n"_s;
    for (int number = 1; number <= rows; ++number) {
        QString prompt = promptOf(number);
        prompt.replace(u'"', u"\"\""_s).replace(u'\n', u"\r\n"_s);
        text += QStringList{u"商品%1"_s.arg(number),
                            u'"' + prompt + u'"',
                            u"1024"_s,
                            number % 2 == 0 ? u"1024"_s : u"768"_s,
                            QString::number(number),
                            u"晨光"_s}
                    .join(separator)
            + u"\r\n"_s;
    }
    return text;
}

sheet::Import imported(const QByteArray &bytes)
{
    const auto table = sheet::readTable(bytes, sheet::guessDialect(bytes));
    if (!table)
        qFatal("%s", qPrintable(table.error().toText()));
    sheet::Template pattern;
    pattern.job.job.model = flux;
    return sheet::toJobs(*table, sheet::guessMapping(*table), pattern);
}

} // namespace

void TestFiveHundred::becomeFiveHundredJobs_data()
{
    QTest::addColumn<Encoding>("encoding");
    QTest::addColumn<bool>("mark");
    QTest::addColumn<QChar>("separator");
    QTest::newRow("Big5") << Encoding::Big5 << false << QChar(u',');
    QTest::newRow("UTF-16, as Excel's Unicode text") << Encoding::Utf16Le << true << QChar(u'\t');
    QTest::newRow("UTF-16 without a mark") << Encoding::Utf16Be << false << QChar(u',');
    QTest::newRow("UTF-8") << Encoding::Utf8 << false << QChar(u',');
    QTest::newRow("UTF-8 with a mark") << Encoding::Utf8 << true << QChar(u';');
}

void TestFiveHundred::becomeFiveHundredJobs()
{
    QFETCH(Encoding, encoding);
    QFETCH(bool, mark);
    QFETCH(QChar, separator);
    const QByteArray bytes = encoded(productSheet(500, separator), encoding, mark);
    QCOMPARE(sheet::guessDialect(bytes),
             (sheet::Dialect{.encoding = encoding, .separator = separator}));

    const sheet::Import import = imported(bytes);
    QVERIFY2(import.problems.isEmpty(),
             import.problems.isEmpty() ? "" : qPrintable(import.problems.first().toText()));
    QCOMPARE(import.jobs.size(), 500);

    batch::BatchSource source;
    source.jobs = import.jobs;
    const batch::Expansion expansion = batch::expand(source);
    QVERIFY(expansion.problems.isEmpty());
    const QList<batch::Job> jobs = expansion.plainJobs();
    QCOMPARE(jobs.size(), 500);
    QSet<QString> names;
    for (int number = 1; number <= 500; ++number) {
        const batch::Job &job = jobs[number - 1];
        QCOMPARE(job.name, u"商品%1"_s.arg(number));
        QCOMPARE(job.prompt, promptOf(number));
        QCOMPARE(job.width, 1024);
        QCOMPARE(job.height, number % 2 == 0 ? 1024 : 768);
        QCOMPARE(job.seed, number);
        names.insert(job.name);
    }
    QCOMPARE(names.size(), 500);
    const batch::Bill bill = catalog::estimate(catalog::Catalog::builtIn(), batch::Batch{{}, jobs});
    QCOMPARE(bill.all.total().toDecimal(), u"20.00"_s);
    QVERIFY(!bill.all.guess);
}

void TestFiveHundred::tenThousandAreReadInMoments()
{
    const QByteArray bytes = encoded(productSheet(10'000, u','), Encoding::Big5);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(imported(bytes).jobs.size(), 10'000);
    // Far beyond what it takes, also with sanitizers: it must not grow with the square.
    QVERIFY2(clock.elapsed() < 15'000, qPrintable(QString::number(clock.elapsed())));
}

QTEST_GUILESS_MAIN(TestFiveHundred)
#include "test_fivehundred.moc"
