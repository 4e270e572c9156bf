// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchtext.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using batchtext::read;
using config::Format;

class TestRobustness : public QObject
{
    Q_OBJECT

private slots:
    void truncatedFiles_data();
    void truncatedFiles();
    void damagedFiles_data();
    void damagedFiles();
    void nestedDeeply_data();
    void nestedDeeply();
    void aliasesOfAliases();
    void tenThousandJobs();
};

void TestRobustness::truncatedFiles_data()
{
    const config::BatchFile weekly = read(batchtext::example(u"weekly.yaml"_s));
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Format>("format");
    QTest::newRow("YAML") << weekly.text << Format::Yaml;
    QTest::newRow("JSON") << config::cleanText(weekly.source, Format::Json) << Format::Json;
}

void TestRobustness::truncatedFiles()
{
    QFETCH(QByteArray, text);
    QFETCH(Format, format);
    for (qsizetype size = 0; size < text.size(); ++size) {
        const auto file = config::readBatch(text.first(size), format, u"weekly"_s);
        if (!file) {
            QVERIFY(!file.error().isEmpty());
            continue;
        }
        // A cut may hide at the end of a job, never leave nothing without a word.
        QVERIFY2(!file->source.jobs.isEmpty() || !file->jobErrors.isEmpty(),
                 qPrintable(QString::number(size)));
    }
}

void TestRobustness::damagedFiles_data()
{
    truncatedFiles_data();
}

void TestRobustness::damagedFiles()
{
    QFETCH(QByteArray, text);
    QFETCH(Format, format);
    constexpr char bytes[] = "\n\t :-#\"'[]{}&*!|>%@`,?\\0a\x80\xE5";
    QRandomGenerator random(2026);
    int sound = 0;
    int odd = 0;
    for (int round = 0; round < 3000; ++round) {
        QByteArray damaged = text;
        for (quint32 hits = random.bounded(1, 4); hits > 0; --hits) {
            const auto at = qsizetype(random.bounded(quint32(damaged.size())));
            damaged[at] = bytes[random.bounded(quint32(sizeof bytes - 1))];
        }
        const auto file = config::readBatch(damaged, format, u"weekly"_s);
        if (!file) {
            QVERIFY(!file.error().isEmpty());
            continue;
        }
        if (!file->jobErrors.isEmpty())
            continue;
        // What could be read can be edited and written, whatever its layout.
        ++sound;
        batch::BatchSource batch = file->source;
        batch.settings.maxWorkers = 7;
        batch.jobs.append(batch::Job());
        if (batch.jobs.size() > 1)
            batch.jobs.first().job.prompt = u"改: 過\n"_s;
        auto written = config::writeBatch(batch, format, &*file);
        if (!written) {
            // Nothing is written by halves: the way out is a clean file.
            ++odd;
            qWarning().noquote() << written.error() << damaged;
            written = config::cleanText(batch, format, &*file);
        }
        const auto again = config::readBatch(*written, format, u"weekly"_s);
        QVERIFY2(again.has_value() && batch::sameContent(again->source, batch), damaged);
    }
    QVERIFY(sound > 100);
    QVERIFY2(odd < sound / 50, qPrintable(QString::number(odd)));
}

void TestRobustness::nestedDeeply_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("lists") << "jobs: " + QByteArray(100'000, '[');
    QTest::newRow("mappings") << "jobs: " + QByteArray("{a: ").repeated(100'000);
    QTest::newRow("dashes") << QByteArray("- ").repeated(100'000);
    QTest::newRow("keys") << QByteArray("? ").repeated(100'000);
}

void TestRobustness::nestedDeeply()
{
    QFETCH(QByteArray, text);
    QVERIFY(!config::readBatch(text, Format::Yaml, u"weekly"_s).has_value());
    QVERIFY(!config::readBatch(text, Format::Json, u"weekly"_s).has_value());
}

void TestRobustness::aliasesOfAliases()
{
    QByteArray text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 12; ++i) {
        text += QByteArray("a%1: &a%1 [").replace("%1", QByteArray::number(i));
        text += ("*a" + QByteArray::number(i - 1) + ", ").repeated(10) + "x]\n";
    }
    const auto file = config::readBatch(text + "jobs: []\n", Format::Yaml, u"weekly"_s);
    QVERIFY(!file.has_value());
    QVERIFY(file.error().first().message.contains(u"too many values"_s));
    QCOMPARE(file.error().first().key, QString());
}

void TestRobustness::tenThousandJobs()
{
    QByteArray text = "output_dir: out\njobs:\n";
    for (int i = 0; i < 10'000; ++i) {
        text += "  - name: 商品 " + QByteArray::number(i)
            + "\n    type: image\n    model: black-forest-labs/flux-2-pro/text-to-image\n"
              "    prompt: >\n      鋁殼無線耳機立在濕潤的黑石上，側逆光勾出輪廓，水珠清晰，\n"
              "      奢華科技美學，極高細節，留白給標題\n    width: 1024\n    height: 1024\n\n";
    }
    QVERIFY(text.size() > 2'600'000);
    QElapsedTimer timer;
    timer.start();
    const config::BatchFile file = read(text);
    const qint64 readTime = timer.restart();
    QCOMPARE(file.batch.jobs.size(), 10'000);

    batch::BatchSource batch = file.source;
    batch.jobs[5000].job.width = 512;
    const QByteArray written = batchtext::written(batch, Format::Yaml, &file);
    const qint64 writeTime = timer.elapsed();
    const qsizetype at = text.indexOf("width: 1024", text.indexOf("商品 5000"));
    QCOMPARE(written, QByteArray(text).replace(at, 11, "width: 512"));
    qInfo("10,000 jobs: read in %lld ms, one changed in %lld ms", readTime, writeTime);
    // Far above what it takes alone on a machine, to hold beside other tests and sanitizers.
    QVERIFY(readTime < 15'000);
    QVERIFY(writeTime < 45'000);
}

QTEST_GUILESS_MAIN(TestRobustness)
#include "test_robustness.moc"
