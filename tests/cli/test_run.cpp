// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using clitest::Outcome;

namespace {

QStringList onSandbox(const QString &file, const QString &folder)
{
    return {u"run"_s,          file,  u"--sandbox"_s, u"--sandbox-speed"_s, u"60"_s,
            u"--output-dir"_s, folder};
}

/// s, as ffprobe reads it; 0 if it can't.
double videoLength(const QString &path)
{
    QProcess probe;
    probe.start(u"ffprobe"_s,
                {u"-v"_s, u"error"_s, u"-show_entries"_s, u"format=duration"_s, u"-of"_s,
                 u"csv=p=0"_s, path});
    return probe.waitForFinished() ? probe.readAllStandardOutput().trimmed().toDouble() : 0;
}

} // namespace

/// `run` on the program's own sandbox.
class TestRun : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::optional<clitest::PrivateHome> m_home;

    QString write(const QByteArray &text)
    {
        const QString path = m_folder.filePath(u"batch.yaml"_s);
        return clitest::writeFile(path, text) ? path : QString();
    }
    QString fresh(const QString &name) { return m_folder.filePath(name); }

private slots:
    void init() { m_home.emplace(); }

    void theArticlesBatch()
    {
        const QString folder = fresh(u"weekly"_s);
        const Outcome outcome = clitest::run(onSandbox(clitest::example(u"weekly.yaml"_s), folder));
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());

        const QImage image(folder + u"/images/產品主視覺圖.png"_s);
        QCOMPARE(image.size(), QSize(2048, 2048));
        QCOMPARE(qRound(videoLength(folder + u"/videos/社群媒體影片.mp4"_s)), 10);
        QCOMPARE(qRound(videoLength(folder + u"/videos/電影級廣告.mp4"_s)), 8);

        const QJsonObject manifest = clitest::readJson(folder + u"/manifest.json"_s);
        QCOMPARE(manifest.value("total_cost"_L1).toDouble(), 0.52);
        QCOMPARE(manifest.value("total_jobs"_L1).toInt(), 3);
        QCOMPARE(manifest.value("successful"_L1).toInt(), 3);
        QCOMPARE(manifest.value("failed"_L1).toInt(), 0);

        QVERIFY2(outcome.out.contains("USD0.5200"), outcome.out.constData());
        QVERIFY(outcome.out.contains("imagen4-ultra: USD0.0600"));
        QVERIFY(outcome.out.contains(folder.toUtf8()));
    }

    void aLogWhereNobodyWatches()
    {
        const Outcome outcome =
            clitest::run(onSandbox(write(clitest::imageBatch(2)), fresh(u"log"_s)));
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(!outcome.err.contains('\r'));
        QVERIFY(!outcome.err.contains('\x1b'));
        static const QRegularExpression form(
            u"^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\[(INFO|WARNING|ERROR)\\] \\S"_s);
        const QStringList lines = QString::fromUtf8(outcome.err).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(lines.size() >= 2);
        for (const QString &line : lines)
            QVERIFY2(form.match(line).hasMatch(), qUtf8Printable(line));
        QCOMPARE(outcome.err.count("[OK] Picture "), 2);
        QVERIFY(outcome.err.contains("USD0.040"));
    }

    void jsonIsTheManifestAndASummary()
    {
        const QString folder = fresh(u"json"_s);
        const Outcome outcome =
            clitest::run(onSandbox(write(clitest::imageBatch(2)), folder) << u"--json"_s);
        QCOMPARE(outcome.exitCode, 0);

        QJsonObject document = outcome.json();
        const QJsonObject summary = document.take("summary"_L1).toObject();
        QCOMPARE(summary.value("exit_code"_L1).toInt(-1), 0);
        QCOMPARE(summary.value("output_dir"_L1).toString(), folder);
        QVERIFY(summary.value("stopped_by"_L1).isNull());

        QJsonObject manifest = clitest::readJson(folder + u"/manifest.json"_s);
        manifest.remove("generated_at"_L1);
        document.remove("generated_at"_L1);
        QCOMPARE(document.keys(), manifest.keys());
        QCOMPARE(document.value("total_cost"_L1).toDouble(), 0.08);
        QCOMPARE(manifest.value("total_cost"_L1).toDouble(), 0.08);
    }

    void disabledJobsAreLeftOut()
    {
        QByteArray text = clitest::imageBatch(2);
        text += "    enabled: false\n";
        const Outcome outcome =
            clitest::run(onSandbox(write(text), fresh(u"disabled"_s)) << u"--json"_s);
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.json().value("total_jobs"_L1).toInt(), 1);
    }

    void nothingEnabledIsNoRun()
    {
        QByteArray text = clitest::imageBatch(1);
        text += "    enabled: false\n";
        QCOMPARE(clitest::run(onSandbox(write(text), fresh(u"nothing"_s))).exitCode, 2);
    }

    void refusedBeforeAnythingIsSpent_data()
    {
        QTest::addColumn<QByteArray>("job");
        QTest::newRow("no model") << QByteArray("{name: B, type: image, prompt: x}");
        QTest::newRow("no prompt")
            << QByteArray("{name: B, type: video, model: google/veo3.1/text-to-video, "
                          "prompt: '', duration: 5}");
    }

    void refusedBeforeAnythingIsSpent()
    {
        QFETCH(const QByteArray, job);
        const QString folder = fresh(u"refused"_s);
        const QString file = write(clitest::imageBatch(1) + "  - " + job + "\n");
        const Outcome outcome = clitest::run(onSandbox(file, folder) << u"--json"_s);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains("batch.yaml:8"), outcome.err.constData());
        QVERIFY(!outcome.json().value("error"_L1).toString().isEmpty());
        QVERIFY(!QFileInfo::exists(folder));
    }

    void aFolderThatCantBeWritten()
    {
        const QString blocked = fresh(u"a-file"_s);
        QVERIFY(clitest::writeFile(blocked, "not a folder"));
        const Outcome outcome =
            clitest::run(onSandbox(write(clitest::imageBatch(1)), blocked + u"/results"_s));
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(outcome.err.contains("a-file"));
    }

    void aListOfResultsThatCantBeWritten()
    {
        const QString folder = fresh(u"no-list"_s);
        // Both names that it may have are taken by folders.
        const QString list = folder + u"/manifest.json"_s;
        QVERIFY(QDir().mkpath(list));
        QVERIFY(QDir().mkpath(folder + u"/rushes-manifest.json"_s));
        const QString file = write(clitest::imageBatch(1));
        const Outcome outcome = clitest::run(onSandbox(file, folder));
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.out.contains("manifest.json"), outcome.out.constData());
        QVERIFY(QFileInfo::exists(folder + u"/images/picture_1.png"_s));

        // The pictures stand; only the list is left to be written.
        QCOMPARE(clitest::run(onSandbox(file, folder)).exitCode, 1);
        QVERIFY(QDir().rmdir(list));
        QCOMPARE(clitest::run(onSandbox(file, folder)).exitCode, 0);
        QCOMPARE(clitest::readJson(list).value("successful"_L1).toInt(), 1);
    }

    void resultsGoBesideTheBatchFile()
    {
        const QString file = write(clitest::imageBatch(1, "output_dir: here\n"));
        const Outcome outcome =
            clitest::run({u"run"_s, file, u"--sandbox"_s, u"--sandbox-speed"_s, u"60"_s});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(QFileInfo::exists(fresh(u"here/manifest.json"_s)));
        QVERIFY(QFileInfo::exists(fresh(u"here/images/picture_1.png"_s)));
    }
};

QTEST_GUILESS_MAIN(TestRun)
#include "test_run.moc"
