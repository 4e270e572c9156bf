// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/documentfiles.h"

#include "session/batchdocument.h"
#include "support/windowdriver.h"

#include <QFile>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::BatchDocument;
using ui::DocumentFiles;

class TestDocumentFiles : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void opensInTheBackgroundAndRemembers();
    void aBadFileLeavesTheDocumentAsItWas();
    void savesWhatWasEdited();
    void anEditDuringASaveIsNotGivenUp();
    void aFolderThatCannotBeWrittenKeepsTheFileAndTheEdit();
    void asksBeforeUnsavedWorkIsGivenUp_data();
    void asksBeforeUnsavedWorkIsGivenUp();

private:
    QPushButton *button(const QString &text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QWidget> m_window;
    BatchDocument *m_document = nullptr;
    DocumentFiles *m_files = nullptr;
    QString m_path;
};

void TestDocumentFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<QWidget>();
    m_window->show();
    m_document = new BatchDocument(catalog::Catalog::builtIn(), m_window.get());
    m_files = new DocumentFiles(m_document, m_window.get());
    m_files->clearRecentFiles();
    m_path = support::writeBatchFile(support::quickBatch(2, 1), m_folder->path());
    QSignalSpy opened(m_files, &DocumentFiles::opened);
    m_files->open(m_path);
    QVERIFY(opened.wait());
}

QPushButton *TestDocumentFiles::button(const QString &text) const
{
    for (QPushButton *each : m_window->findChildren<QPushButton *>()) {
        if (each->isVisible() && each->text() == text)
            return each;
    }
    return nullptr;
}

void TestDocumentFiles::opensInTheBackgroundAndRemembers()
{
    QCOMPARE(m_document->jobCount(), 3);
    QCOMPARE(m_document->path(), m_path);
    QVERIFY(!m_document->isModified());
    QCOMPARE(m_files->recentFiles(), QStringList{m_path});
}

void TestDocumentFiles::aBadFileLeavesTheDocumentAsItWas()
{
    const QString bad = m_folder->filePath(u"bad.yaml"_s);
    QFile file(bad);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("jobs: [");
    file.close();
    QSignalSpy failed(m_files, &DocumentFiles::openFailed);
    m_files->open(bad);
    QVERIFY(failed.wait());
    QCOMPARE(m_document->path(), m_path);
    QCOMPARE(m_document->jobCount(), 3);
    QCOMPARE(m_files->recentFiles(), QStringList{m_path});
}

void TestDocumentFiles::savesWhatWasEdited()
{
    batch::Job job = m_document->job(0);
    job.prompt = u"全新的提示詞"_s;
    m_document->changeJob(0, job, u"Edit"_s);
    QVERIFY(m_document->isModified());
    QSignalSpy saved(m_files, &DocumentFiles::saved);
    m_files->save();
    QVERIFY(saved.wait());
    QVERIFY(!m_document->isModified());
    const auto read = config::readBatchFile(m_path);
    QVERIFY(read);
    QCOMPARE(read->batch.jobs.first().prompt, u"全新的提示詞"_s);

    // Once more, so that what was written is a sound origin for the next save.
    m_document->undoStack()->undo();
    QVERIFY(m_document->isModified());
    m_files->save();
    QVERIFY(saved.wait());
    QVERIFY(config::readBatchFile(m_path)->batch.jobs.first().prompt.startsWith(u"深色背景"));
}

void TestDocumentFiles::anEditDuringASaveIsNotGivenUp()
{
    m_document->removeJobs({0});
    QSignalSpy saved(m_files, &DocumentFiles::saved);
    bool wentOn = false;
    m_files->save([&wentOn] { wentOn = true; });
    m_document->removeJobs({0});
    QVERIFY(saved.wait());
    QVERIFY(m_document->isModified());
    QCOMPARE(config::readBatchFile(m_path)->batch.jobs.size(), 2);
    QVERIFY(!wentOn);

    QTRY_VERIFY(button(u"Save"_s));
    QTest::mouseClick(button(u"Save"_s), Qt::LeftButton);
    QTRY_VERIFY(wentOn);
    QVERIFY(!m_document->isModified());
    QCOMPARE(config::readBatchFile(m_path)->batch.jobs.size(), 1);
}

void TestDocumentFiles::aFolderThatCannotBeWrittenKeepsTheFileAndTheEdit()
{
    // A folder in the file's place can't be written over, not even by root.
    QVERIFY(QFile::remove(m_path));
    QVERIFY(QDir().mkpath(m_path + u"/inside"_s));
    batch::Job job = m_document->job(0);
    job.prompt = u"全新的提示詞"_s;
    m_document->changeJob(0, job, u"Edit"_s);
    QSignalSpy failed(m_files, &DocumentFiles::saveFailed);
    m_files->save();
    QVERIFY(failed.wait());
    QVERIFY(!failed.first().at(1).toString().isEmpty());
    QVERIFY(m_document->isModified());
    QCOMPARE(m_document->job(0).prompt, u"全新的提示詞"_s);
}

void TestDocumentFiles::asksBeforeUnsavedWorkIsGivenUp_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("goesOn");
    QTest::addColumn<bool>("writes");
    QTest::newRow("save") << u"Save"_s << true << true;
    QTest::newRow("don't save") << u"Don't save"_s << true << false;
    QTest::newRow("cancel") << u"Cancel"_s << false << false;
}

void TestDocumentFiles::asksBeforeUnsavedWorkIsGivenUp()
{
    QFETCH(QString, answer);
    QFETCH(bool, goesOn);
    QFETCH(bool, writes);
    m_document->removeJobs({0});
    bool wentOn = false;
    m_files->whenSafeToReplace([&wentOn] { wentOn = true; });
    QVERIFY(!wentOn);
    QTRY_VERIFY(button(answer));
    QTest::mouseClick(button(answer), Qt::LeftButton);
    if (goesOn)
        QTRY_VERIFY(wentOn);
    QTRY_VERIFY(!button(answer));
    QCOMPARE(wentOn, goesOn);
    QCOMPARE(config::readBatchFile(m_path)->batch.jobs.size(), writes ? 2 : 3);
}

QTEST_MAIN(TestDocumentFiles)
#include "test_documentfiles.moc"
