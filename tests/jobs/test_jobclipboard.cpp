// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobclipboard.h"

#include <QMimeData>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using batch::Job;

class TestJobClipboard : public QObject
{
    Q_OBJECT

private slots:
    void jobsComeBackWhole()
    {
        Job job;
        job.name = u"Opening"_s;
        job.type = batch::MediaType::Video;
        job.model = u"acme/dreamer"_s;
        job.prompt = u"Line one\nline \"two\"\twith a tab"_s;
        job.duration = 7.5;
        job.aspectRatio = u"9:16"_s;
        job.image = u"https://example.com/cat.png"_s;
        job.seed = 7;
        job.negativePrompt = u"people"_s;
        job.params = {{u"camera"_s, u"pan"_s}};
        job.enabled = false;
        const std::unique_ptr<QMimeData> data(
            ui::jobclipboard::toMimeData({job, Job()}, catalog::Catalog::builtIn()));
        const QList<Job> jobs = ui::jobclipboard::fromMimeData(data.get(), Job());
        QCOMPARE(jobs.size(), 2);
        QVERIFY(jobs.constFirst().sameContent(job));
        QVERIFY(jobs.constFirst().id != job.id);
    }

    void rowsReadAsTabSeparatedText()
    {
        Job job;
        job.name = u"Opening"_s;
        job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
        job.prompt = u"Two\nlines\tand a tab"_s;
        const std::unique_ptr<QMimeData> data(
            ui::jobclipboard::toMimeData({job, job}, catalog::Catalog::builtIn()));
        const QStringList lines = data->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.constFirst(),
                 u"Opening\timage\tblack-forest-labs/flux-2-pro/text-to-image\t"
                 "Two lines and a tab\t1024 × 1024\t0.04"_s);
    }

    void eachLineOfTextIsAPrompt()
    {
        Job pattern;
        pattern.model = u"google/imagen4-ultra/text-to-image"_s;
        pattern.width = 2048;
        QMimeData data;
        data.setText(u"A red fox in deep snow at first light\r\n\n   \n霓虹燈下的雨夜街道\n"_s);
        const QList<Job> jobs = ui::jobclipboard::fromMimeData(&data, pattern);
        QCOMPARE(jobs.size(), 2);
        QCOMPARE(jobs.at(0).prompt, u"A red fox in deep snow at first light"_s);
        QCOMPARE(jobs.at(0).name, u"A red fox in deep snow"_s);
        QCOMPARE(jobs.at(1).name, u"霓虹燈下的雨夜街道"_s);
        QCOMPARE(jobs.at(1).model, pattern.model);
        QCOMPARE(jobs.at(1).width, pattern.width);
        QVERIFY(jobs.at(0).id != jobs.at(1).id && jobs.at(0).id != pattern.id);
    }

    void readsNothingFromNothing()
    {
        QMimeData empty;
        QVERIFY(!ui::jobclipboard::canRead(nullptr));
        QVERIFY(!ui::jobclipboard::canRead(&empty));
        QVERIFY(ui::jobclipboard::fromMimeData(&empty, Job()).isEmpty());
        QMimeData blank;
        blank.setText(u" \n\t\n"_s);
        QVERIFY(ui::jobclipboard::fromMimeData(&blank, Job()).isEmpty());
    }

    void fallsBackToTheTextWhereTheJobsAreBroken()
    {
        QMimeData data;
        data.setData(u"application/x-rushes-jobs+json"_s, "{\"jobs\": [");
        data.setText(u"A cat"_s);
        const QList<Job> jobs = ui::jobclipboard::fromMimeData(&data, Job());
        QCOMPARE(jobs.size(), 1);
        QCOMPARE(jobs.constFirst().prompt, u"A cat"_s);
    }
};

QTEST_MAIN(TestJobClipboard)
#include "test_jobclipboard.moc"
