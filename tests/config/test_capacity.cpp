// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/capacity.h"

#include "config/reading/limits.h"
#include "config/sourcetext.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::BatchSource;
using batch::Job;
using batch::JobSource;

/// What one file can hold, told from the batch alone.
class TestCapacity : public QObject
{
    Q_OBJECT

    static Job job(const QString &prompt)
    {
        Job job;
        job.name = u"a"_s;
        job.model = u"m"_s;
        job.prompt = prompt;
        return job;
    }

    static BatchSource ofJobs(int count, const QString &prompt)
    {
        BatchSource source;
        source.jobs.fill(job(prompt), count);
        return source;
    }

private slots:
    void agreesWithTheReader_data()
    {
        QTest::addColumn<BatchSource>("source");
        QTest::addColumn<bool>("fits");
        const QString line = u"A lamp, on a table of oak, soft morning light, quiet. "_s;
        QTest::newRow("nothing") << BatchSource() << true;
        QTest::newRow("long prompts") << ofJobs(340, line.repeated(800)) << true;
        QTest::newRow("too long prompts") << ofJobs(450, line.repeated(800)) << false;
        QTest::newRow("characters of three bytes")
            << ofJobs(150, u"燈"_s.repeated(40'000)) << false;
        QTest::newRow("characters that are escaped")
            << ofJobs(90, QString(40'000, QChar(1))) << false;
        QTest::newRow("many lines") << ofJobs(90, u"a\n"_s.repeated(10'000)) << true;
        QTest::newRow("too many lines") << ofJobs(110, u"a\n"_s.repeated(10'000)) << false;
        const auto ofValues = [](int count) {
            QJsonArray values;
            for (int i = 0; i < count; ++i)
                values.append(7);
            BatchSource source = ofJobs(1, u"p"_s);
            source.jobs.first().job.params.insert(u"values"_s, values);
            return source;
        };
        QTest::newRow("many values") << ofValues(config::limits::nodes / 10 * 9) << true;
        QTest::newRow("too many values") << ofValues(config::limits::nodes / 10 * 11) << false;
    }

    void agreesWithTheReader()
    {
        QFETCH(const BatchSource, source);
        QFETCH(const bool, fits);
        QCOMPARE(config::fitsInOneFile(source), fits);
        QCOMPARE(config::fitsInOneFile({}, source.jobs), fits);
        const auto text = config::writeBatch(source, config::Format::Json);
        QVERIFY2(!fits || text, text ? "" : qPrintable(text.error()));
    }
};

QTEST_APPLESS_MAIN(TestCapacity)
#include "test_capacity.moc"
