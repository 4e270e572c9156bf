// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchtext.h"
#include "config/reading/limits.h"

#include <QJsonArray>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;

/// What is written can be read, and what could not be read is not written.
class TestLargeFiles : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void largeBatches_data();
    void largeBatches();
    void whatIsTooLargeIsNotWritten_data();
    void whatIsTooLargeIsNotWritten();

private:
    QByteArray content(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// A batch as an import makes it: prompts of as many characters, and 15 variables each.
batch::BatchSource importOf(int count, int characters)
{
    batch::BatchSource source;
    for (int i = 0; i < count; ++i) {
        batch::JobSource entry;
        entry.job.name = u"Product %1"_s.arg(i);
        entry.job.model = u"m/a"_s;
        while (entry.job.prompt.size() < characters)
            entry.job.prompt += u"A {color} thing: calm, at dawn. "_s;
        for (int variable = 0; variable < 14; ++variable)
            entry.vars.insert(u"v%1"_s.arg(variable), u"value %1 of %2"_s.arg(variable).arg(i));
        entry.vars.insert(u"color"_s, u"red"_s);
        source.jobs.append(entry);
    }
    return source;
}

} // namespace

void TestLargeFiles::largeBatches_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("YAML") << u"large.yaml"_s;
    QTest::newRow("JSON") << u"large.json"_s;
}

void TestLargeFiles::largeBatches()
{
    QFETCH(QString, name);
    const QString path = m_folder->filePath(name);
    const auto saved = config::saveBatchFile(importOf(10'000, 1000), path);
    QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error()));
    QVERIFY(saved->text.size() > 13'000'000);
    auto opened = config::readBatchFile(path);
    QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().first().toText()));
    QVERIFY(batch::sameContent(opened->source, saved->source));
    QCOMPARE(opened->batch.jobs.size(), 10'000);

    batch::BatchSource source = opened->source;
    source.jobs.removeAt(17);
    source.jobs[5000].job.prompt += u" More."_s;
    source.jobs.append(importOf(3, 1000).jobs);
    const auto edited = config::saveBatchFile(source, path, &*opened);
    QVERIFY2(edited.has_value(), edited ? "" : qPrintable(edited.error()));
    opened = config::readBatchFile(path);
    QVERIFY(opened && batch::sameContent(opened->source, source));
}

void TestLargeFiles::whatIsTooLargeIsNotWritten_data()
{
    QTest::addColumn<batch::BatchSource>("source");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("contains");
    QTest::newRow("size") << importOf(1000, 20'000) << u"a.json"_s << u"larger than 16 MB"_s;
    batch::BatchSource values = importOf(1, 10);
    QJsonArray list;
    for (int i = 0; i < config::limits::nodes; ++i)
        list.append(1);
    values.jobs[0].job.params = {{u"list"_s, list}};
    QTest::newRow("values") << values << u"a.yaml"_s << u"too many values"_s;
    QTest::newRow("values in JSON") << values << u"a.json"_s << u"too many values"_s;
    batch::BatchSource lines = importOf(1, 10);
    lines.jobs[0].job.prompt = u"a line\n"_s.repeated(1'100'000);
    QTest::newRow("lines") << lines << u"a.yaml"_s << u"more than 1,000,000 lines"_s;
}

void TestLargeFiles::whatIsTooLargeIsNotWritten()
{
    QFETCH(batch::BatchSource, source);
    QFETCH(QString, name);
    QFETCH(QString, contains);
    const auto saved = config::saveBatchFile(source, m_folder->filePath(name));
    QVERIFY(!saved.has_value());
    QVERIFY2(saved.error().contains(contains), qPrintable(saved.error()));
    QVERIFY(!QFile::exists(m_folder->filePath(name)));
    const config::Format format = config::formatFor(name);
    QVERIFY(!config::writeBatch(source, format).has_value());

    // Nor into a file that is there.
    const auto small = config::saveBatchFile(importOf(1, 10), m_folder->filePath(name));
    QVERIFY(small.has_value());
    const auto grown = config::saveBatchFile(source, m_folder->filePath(name), &*small);
    QVERIFY(!grown.has_value());
    QVERIFY2(grown.error().contains(contains), qPrintable(grown.error()));
    QVERIFY(!config::needsCleanText(source, *small));
    QCOMPARE(content(name), small->text);
}

QTEST_GUILESS_MAIN(TestLargeFiles)
#include "test_largefiles.moc"
