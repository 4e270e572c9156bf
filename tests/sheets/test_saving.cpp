// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an import takes can be saved, and opened again.
#include "config/batchfile.h"
#include "sheets/importwork.h"
#include "sheets/productsheet.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSaving : public QObject
{
    Q_OBJECT

    static QByteArray sheetOf(int rows, qsizetype promptLength)
    {
        const QString line = u"A lamp, on a table of oak, soft light: \"quiet\", 清晨. "_s;
        QString prompt = line.repeated(promptLength / line.size() + 1).first(promptLength);
        prompt.replace(u'"', u"\"\""_s);
        QString text = u"Name,Prompt,Width,Height,Colour\r\n"_s;
        for (int row = 1; row <= rows; ++row)
            text += u"lamp %1,\"%2\",1024,768,red\r\n"_s.arg(row).arg(prompt);
        return text.toUtf8();
    }

    static ui::ImportAnswer answerTo(const QByteArray &sheet)
    {
        ui::ImportQuestion question;
        question.table = ui::readSheet(sheet, std::nullopt).table;
        question.mapping = sheet::guessMapping(*question.table);
        question.context = shippedModels();
        question.pattern.job.job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
        return ui::importAnswer(question);
    }

private slots:
    void tenThousandLongPrompts()
    {
        const ui::ImportAnswer answer = answerTo(sheetOf(10'000, 1000));
        QVERIFY2(answer.canBeTaken(), qPrintable(answer.obstacle));
        QCOMPARE(answer.made, 10'000);
        batch::BatchSource source;
        source.jobs = answer.jobs;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"batch.yaml"_s);
        const auto saved = config::saveBatchFile(source, path);
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error()));
        const auto again = config::readBatchFile(path);
        QVERIFY2(again, again ? "" : qPrintable(again.error().first().toText()));
        QVERIFY(again->jobErrors.isEmpty() && again->expansionErrors.isEmpty());
        QVERIFY(batch::sameContent(again->source, source));
        QCOMPARE(again->batch.jobs.size(), 10'000);
    }

    void whatCanNotBeSavedIsSaidBefore()
    {
        const ui::ImportAnswer answer = answerTo(sheetOf(1000, 40'000));
        QCOMPARE(answer.made, 1000);
        QVERIFY(!answer.canBeTaken());
        QVERIFY(answer.obstacle.contains(u"one file"_s));
    }
};

QTEST_GUILESS_MAIN(TestSaving)
#include "test_saving.moc"
