// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchfile.h"
#include "jobs/clipboard/jobclipboard.h"
#include "jobs/table/jobtable.h"
#include "jobs/table/jobtablemodel.h"
#include "jobs/table/jobtableview.h"
#include "session/document/batchdocument.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using batch::Job;
using batch::JobSource;
using batch::MediaType;

/// What is copied in the table, and pasted there.
class TestJobTableClipboard : public QObject
{
    Q_OBJECT

    std::unique_ptr<ui::BatchDocument> m_document;
    std::unique_ptr<ui::JobTable> m_table;

    void open(const QByteArray &yaml, const QString &path = u"/shop/a.yaml"_s)
    {
        const auto file = config::readBatch(yaml, config::Format::Yaml, path);
        QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().first().toText()));
        m_document->reset(*file);
    }
    QStringList entryNames() const
    {
        QStringList names;
        for (const JobSource &entry : m_document->source().jobs)
            names.append(entry.job.name);
        return names;
    }
    void copyRows(int first, int count)
    {
        m_table->view()->selectRows(first, count);
        m_table->copyAction()->trigger();
    }
    void paste() { m_table->pasteAction()->trigger(); }
    void pasteText(const QString &text)
    {
        QGuiApplication::clipboard()->setText(text);
        paste();
    }

private slots:
    void init()
    {
        m_table.reset();
        m_document = std::make_unique<ui::BatchDocument>(catalog::Catalog::builtIn());
        m_table = std::make_unique<ui::JobTable>(m_document.get(), nullptr);
        m_table->resize(1000, 600);
        m_table->show();
    }

    void anOpenEntryIsCopiedOnce()
    {
        open("jobs:\n"
             "- {name: pair, type: image, model: m, prompt: '{colour}', "
             "matrix: {colour: [red, blue]}}\n"
             "- {name: z, type: image, model: m, prompt: z}\n");
        QCOMPARE(m_table->model()->rowCount(), 4);
        copyRows(0, 3);
        paste();
        QCOMPARE(entryNames(), (QStringList{u"pair"_s, u"pair 2"_s, u"z"_s}));
        QCOMPARE(m_document->batch().jobs.size(), 5);
        // What is selected without its entry comes by itself.
        copyRows(1, 2);
        paste();
        QCOMPARE(entryNames(),
                 (QStringList{u"pair"_s, u"pair red 2"_s, u"pair blue 2"_s, u"pair 2"_s, u"z"_s}));
    }

    void anotherFileIsNotHome()
    {
        open("defaults: {type: image, model: ours, prompt: A cat}\njobs:\n- name: a\n");
        copyRows(0, 1);
        paste();
        QVERIFY(m_document->entry(1).job.model.isEmpty());
        open("defaults: {type: video, model: theirs, prompt: A dog}\njobs:\n- name: b\n",
             u"/shop/b.yaml"_s);
        paste();
        QCOMPARE(m_document->entry(1).job.model, u"ours"_s);
        QCOMPARE(m_document->entry(1).job.prompt, u"A cat"_s);
        QCOMPARE(m_document->batch().jobs.at(1).type, MediaType::Image);
    }

    void madeJobsStayWhatTheyAre()
    {
        open("jobs:\n"
             "- {name: pair, type: image, model: m, prompt: '{colour} {{x|y}} {{z}}', "
             "matrix: {colour: [red, blue]}}\n");
        QCOMPARE(m_document->batch().jobs.first().prompt, u"red {x|y} {z}"_s);
        copyRows(1, 1);
        paste();
        QCOMPARE(m_document->batch().jobs.size(), 3);
        QCOMPARE(m_document->batch().jobs.last().prompt, u"red {x|y} {z}"_s);
    }

    void promptsAreLikeTheirNeighbour()
    {
        open("defaults: {type: video, model: google/veo3.1/text-to-video}\n"
             "jobs:\n- {name: a, prompt: A cat, count: 3}\n");
        pasteText(u"A dog\nA fox"_s);
        QCOMPARE(m_document->jobCount(), 3);
        for (const int row : {1, 2}) {
            QVERIFY(!m_document->entry(row).saysType);
            QVERIFY(m_document->entry(row).job.model.isEmpty());
            QVERIFY(!m_document->entry(row).count);
        }
        QCOMPARE(m_document->batch().jobs.last().type, MediaType::Video);
    }

    void promptsInAnEmptyBatchLeaveTheRestToTheDefaults()
    {
        open("defaults: {type: video, model: google/veo3.1/text-to-video}\njobs: []\n");
        pasteText(u"A dog"_s);
        QVERIFY(!m_document->entry(0).saysType);
        QVERIFY(m_document->entry(0).job.model.isEmpty());
        QCOMPARE(m_document->batch().jobs.first().type, MediaType::Video);
        m_document->reset();
        pasteText(u"A dog"_s);
        QVERIFY(!m_document->batch().jobs.first().model.isEmpty());
    }

    void whatNoFileCanHoldIsNotPasted()
    {
        open("jobs:\n- {name: a, type: image, model: m, prompt: A cat}\n");
        QSignalSpy refused(m_table.get(), &ui::JobTable::pasteRefused);
        const QString line = QString(100'000, u'x') + u'\n';
        pasteText(line.repeated(100));
        QTRY_COMPARE(m_document->jobCount(), 101);
        // The next ones are no more than those, but they don't come alone.
        pasteText(line.repeated(100));
        QTRY_COMPARE(refused.count(), 1);
        QVERIFY(refused.first().first().toString().contains(u"larger than one file can be"_s));
        QCOMPARE(m_document->jobCount(), 101);
        QVERIFY(config::writeBatch(m_document->source(), config::Format::Yaml));
    }

    void aLargeClipboardIsReadElsewhere()
    {
        open("jobs:\n- {name: a, type: image, model: m, prompt: A cat}\n"
             "- {name: z, type: image, model: m, prompt: A cat}\n");
        m_table->view()->selectRows(0, 1);
        const QString prompts = u"A very long walk along the sea in the morning\n"_s.repeated(3000);
        pasteText(prompts);
        QCOMPARE(m_document->jobCount(), 2);
        // It comes to where it was wanted, wherever the person is by then.
        m_table->view()->selectRows(1, 1);
        QTRY_COMPARE(m_document->jobCount(), 3002);
        QCOMPARE(m_document->entry(3001).job.name, u"z"_s);
        QCOMPARE(m_document->undoStack()->count(), 1);
        // Not into another batch.
        pasteText(prompts);
        m_document->reset();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(m_document->jobCount(), 0);
    }

    void notesAreTold()
    {
        QSignalSpy noted(m_table.get(), &ui::JobTable::pasteNoted);
        pasteText(u"include: [house.yaml]\njobs:\n- name: a\n  type: image\n  model: m\n"
                  "  prompt: p\n"_s);
        QCOMPARE(m_document->jobCount(), 1);
        QCOMPARE(noted.size(), 1);
        QVERIFY(noted.constFirst().constFirst().toString().contains(u"house.yaml"_s));
    }
};

QTEST_MAIN(TestJobTableClipboard)
#include "test_jobtableclipboard.moc"
