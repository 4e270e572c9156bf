// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/files/documentfiles.h"

#include "session/document/batchdocument.h"
#include "support/windowdriver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QThreadPool>

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
    void whatAnUndoBringsBackHasItsComments_data();
    void whatAnUndoBringsBackHasItsComments();
    void anotherLayoutStays();
    void anEditDuringASaveIsNotGivenUp();
    void aFolderThatCannotBeWrittenKeepsTheFileAndTheEdit();
    void anotherBatchWaitsForTheWrite();
    void aWriteThatMeetsAReadIsOfItsOwnBatch();
    void whatIsEditedDuringAReadIsAskedFor();
    void aNewBatchIsNotWrittenOverTheOld();
    void aCleanFileIsWrittenWhereItWasWanted();
    void aCleanFileIsOfferedOnlyWhereItHelps();
    void inAnotherFolderPathsMeanTheSame();
    void pathsThatVariablesNameAreTold();
    void asksBeforeUnsavedWorkIsGivenUp_data();
    void asksBeforeUnsavedWorkIsGivenUp();

private:
    QPushButton *button(const QString &text) const;
    QString write(const QString &name, const QByteArray &text) const;
    void openText(const QString &name, const QByteArray &text);
    static int jobsIn(const QString &path)
    {
        const auto file = config::readBatchFile(path);
        return file ? static_cast<int>(file->source.jobs.size()) : -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QWidget> m_window;
    BatchDocument *m_document = nullptr;
    DocumentFiles *m_files = nullptr;
    QString m_path;
};

namespace {

/// Holds up what is to be read and written, until it goes.
class BusyPool
{
public:
    BusyPool()
    {
        QThreadPool::globalInstance()->waitForDone();
        QThreadPool::globalInstance()->setMaxThreadCount(1);
        QThreadPool::globalInstance()->start([gate = m_gate] { gate->acquire(); });
    }
    ~BusyPool()
    {
        m_gate->release();
        QThreadPool::globalInstance()->waitForDone();
        QThreadPool::globalInstance()->setMaxThreadCount(QThread::idealThreadCount());
    }

private:
    std::shared_ptr<QSemaphore> m_gate = std::make_shared<QSemaphore>();
};

QByteArray job(const QByteArray &name, const QByteArray &more = {})
{
    return "  - name: " + name
        + "\n    type: image\n    model: black-forest-labs/flux-2-pro/"
          "text-to-image\n    prompt: A cup\n"
        + more;
}

} // namespace

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

QString TestDocumentFiles::write(const QString &name, const QByteArray &text) const
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).absolutePath()) || !file.open(QIODevice::WriteOnly))
        return {};
    file.write(text);
    return path;
}

void TestDocumentFiles::openText(const QString &name, const QByteArray &text)
{
    QSignalSpy opened(m_files, &DocumentFiles::opened);
    m_files->open(write(name, text));
    QVERIFY(opened.wait());
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

void TestDocumentFiles::whatAnUndoBringsBackHasItsComments_data()
{
    QTest::addColumn<int>("undone");
    QTest::addColumn<QByteArray>("before"); // what of the opened text …
    QTest::addColumn<QByteArray>("after");  // … is another
    QTest::newRow("all") << 4 << QByteArray() << QByteArray();
    QTest::newRow("all but an edit before the save")
        << 3 << QByteArray("A cat") << QByteArray("A lion");
}

void TestDocumentFiles::whatAnUndoBringsBackHasItsComments()
{
    QFETCH(int, undone);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const QByteArray text = "# Ours.\n"
                            "max_workers: 2   # gently\n"
                            "\n"
                            "jobs:\n"
                            "  # The first.\n"
                            "  - {name: One, type: image, model: m/a, prompt: A cat} # well\n"
                            "  # The second,\n"
                            "  # in quotes.\n"
                            "  - name: \"Two\"\n"
                            "    type: image # still\n"
                            "    model: 'm/a'\n"
                            "    prompt: >-\n"
                            "      A\n"
                            "      dog\n";
    const QString path = m_folder->filePath(u"ours.yaml"_s);
    const auto write = [&path](const QByteArray &content) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    };
    const auto onDisk = [&path] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(write(text));
    QSignalSpy opened(m_files, &DocumentFiles::opened);
    m_files->open(path);
    QVERIFY(opened.wait());
    QSignalSpy saved(m_files, &DocumentFiles::saved);
    const auto save = [&] {
        m_files->save();
        return saved.wait();
    };

    batch::Job job = m_document->job(0);
    job.prompt = u"A lion"_s;
    m_document->changeJob(0, job, u"Edit"_s);
    m_document->removeJobs({1});
    QVERIFY(save());
    batch::BatchSettings settings = m_document->source().settings;
    settings.maxWorkers.reset();
    m_document->changeSettings(settings, u"Settings"_s);
    QVERIFY(save());
    job.prompt = u"A tiger"_s;
    m_document->changeJob(0, job, u"Edit"_s);
    QVERIFY(save());
    QVERIFY(!onDisk().contains("gently") && !onDisk().contains("The second"));

    for (int i = 0; i < undone; ++i)
        m_document->undoStack()->undo();
    QVERIFY(save());
    QCOMPARE(onDisk(), before.isEmpty() ? text : QByteArray(text).replace(before, after));
    QVERIFY(!m_document->isModified());
    for (int i = 0; i < undone; ++i)
        m_document->undoStack()->redo();
    QVERIFY(save());
    QVERIFY(onDisk().contains("A tiger"));
    QVERIFY(!onDisk().contains("gently") && !onDisk().contains("The second"));
}

void TestDocumentFiles::anotherLayoutStays()
{
    QSignalSpy saved(m_files, &DocumentFiles::saved);
    const auto text = [this] {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("jobs: [{name: One, type: image, model: m/a, prompt: A cat}]\n");
    file.close();
    QSignalSpy opened(m_files, &DocumentFiles::opened);
    m_files->open(m_path);
    QVERIFY(opened.wait());
    m_files->saveClean(m_path);
    QVERIFY(saved.wait());
    const QByteArray clean = text();
    QVERIFY(clean.contains("  - name: One\n"));
    m_document->removeJobs({0});
    m_files->save();
    QVERIFY(saved.wait());
    m_document->undoStack()->undo();
    m_files->save();
    QVERIFY(saved.wait());
    QCOMPARE(text(), clean);
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

void TestDocumentFiles::anotherBatchWaitsForTheWrite()
{
    const QString other = write(u"other.yaml"_s, "jobs:\n" + job("Other"));
    m_document->removeJobs({0});
    QSignalSpy opened(m_files, &DocumentFiles::opened);
    {
        const BusyPool busy;
        m_files->save();
        m_files->open(other);
        QCoreApplication::processEvents();
        QVERIFY(!button(u"Save"_s));
    }
    QVERIFY(opened.wait());
    QCOMPARE(m_document->path(), other);
    QCOMPARE(m_document->jobCount(), 1);
    QVERIFY(!m_document->isModified());
    QCOMPARE(m_document->origin()->path, other);
    QCOMPARE(jobsIn(m_path), 2);
    QCOMPARE(jobsIn(other), 1);
}

void TestDocumentFiles::aWriteThatMeetsAReadIsOfItsOwnBatch()
{
    const QString other = write(u"other.yaml"_s, "jobs:\n" + job("Other"));
    QSignalSpy opened(m_files, &DocumentFiles::opened);
    {
        const BusyPool busy;
        m_files->open(other);
        m_document->removeJobs({0});
        m_files->save();
    }
    QVERIFY(opened.wait());
    QCOMPARE(m_document->path(), other);
    QVERIFY(!m_document->isModified());
    QCOMPARE(jobsIn(m_path), 2);
    QSignalSpy saved(m_files, &DocumentFiles::saved);
    m_files->save();
    QVERIFY(saved.wait());
    QCOMPARE(saved.first().first().toString(), other);
    QCOMPARE(jobsIn(m_path), 2);
}

void TestDocumentFiles::whatIsEditedDuringAReadIsAskedFor()
{
    const QString other = write(u"other.yaml"_s, "jobs:\n" + job("Other"));
    {
        const BusyPool busy;
        m_files->open(other);
        m_document->removeJobs({0});
    }
    QTRY_VERIFY(button(u"Cancel"_s));
    QTest::mouseClick(button(u"Cancel"_s), Qt::LeftButton);
    QCOMPARE(m_document->path(), m_path);
    QCOMPARE(m_document->jobCount(), 2);
}

void TestDocumentFiles::aNewBatchIsNotWrittenOverTheOld()
{
    m_document->removeJobs({0});
    QSignalSpy saved(m_files, &DocumentFiles::saved);
    {
        const BusyPool busy;
        m_files->save();
        m_files->newBatch();
        m_files->save();
    }
    QVERIFY(saved.wait());
    QCOMPARE(m_document->jobCount(), 0);
    QVERIFY(m_document->path().isEmpty());
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(saved.size(), 1);
    QCOMPARE(jobsIn(m_path), 2);
}

void TestDocumentFiles::aCleanFileIsWrittenWhereItWasWanted()
{
    // A key that is a block of text is more than an edit can follow.
    const QByteArray odd = "# Ours.\njobs:\n" + job("One", "    ? |\n      note\n    : calm\n");
    openText(u"odd.yaml"_s, odd);
    batch::Job edited = m_document->job(0);
    edited.prompt = u"A lion"_s;
    m_document->changeJob(0, edited, u"Edit"_s);
    const QString copy = m_folder->filePath(u"copy.yaml"_s);
    QSignalSpy failed(m_files, &DocumentFiles::saveFailed);
    QSignalSpy saved(m_files, &DocumentFiles::saved);
    bool wentOn = false;
    m_files->saveTo(copy, [&wentOn] { wentOn = true; });
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().at(0).toString(), copy);
    QVERIFY(failed.first().at(2).toBool());
    QVERIFY(!wentOn);
    const auto then = failed.first().at(3).value<std::function<void()>>();
    m_files->saveClean(copy, then);
    QVERIFY(saved.wait());
    QVERIFY(wentOn);
    QCOMPARE(m_document->path(), copy);
    QCOMPARE(config::readBatchFile(copy)->batch.jobs.first().prompt, u"A lion"_s);
    QFile original(m_folder->filePath(u"odd.yaml"_s));
    QVERIFY(original.open(QIODevice::ReadOnly));
    QCOMPARE(original.readAll(), odd);
}

void TestDocumentFiles::aCleanFileIsOfferedOnlyWhereItHelps()
{
    // A job that could not be read would be gone in any layout.
    openText(u"broken.yaml"_s, "jobs:\n" + job("One") + job("Two", "    seed: lots\n"));
    QCOMPARE(m_document->jobCount(), 1);
    m_document->removeJobs({0});
    QSignalSpy failed(m_files, &DocumentFiles::saveFailed);
    m_files->save();
    QVERIFY(failed.wait());
    QVERIFY(!failed.first().at(2).toBool());
    QVERIFY(failed.first().at(1).toString().contains(u"line"_s));
}

void TestDocumentFiles::inAnotherFolderPathsMeanTheSame()
{
    write(u"old/house.yaml"_s, "jobs:\n" + job("Logo", "    image: logo.png\n"));
    const QByteArray text = "# Ours.\ninclude: house.yaml\njobs:\n"
        + job("One", "    image: pics/cup.png # ours\n")
        + job("Two", "    image: https://x.y/a.png\n");
    openText(u"old/batch.yaml"_s, text);
    const batch::JobId logo = m_document->batch().jobs.first().id;
    const batch::JobId one = m_document->entry(0).id();
    QVERIFY(QDir().mkpath(m_folder->filePath(u"new"_s)));
    const QString copy = m_folder->filePath(u"new/batch.yaml"_s);
    QSignalSpy saved(m_files, &DocumentFiles::saved);
    QSignalSpy unsure(m_files, &DocumentFiles::filesUnsure);
    m_files->saveTo(copy);
    QVERIFY(saved.wait());
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray wanted = text;
    wanted.replace("include: house", "include: ../old/house");
    wanted.replace("pics/cup", "../old/pics/cup");
    QCOMPARE(file.readAll(), wanted);
    QCOMPARE(m_document->path(), copy);
    QVERIFY(!m_document->isModified());
    QVERIFY(unsure.isEmpty());
    // Here it is the same as there, and who looks for results still finds their jobs.
    QCOMPARE(m_document->entry(0).job.image, u"../old/pics/cup.png"_s);
    QCOMPARE(m_document->batch().jobs.first().image, u"../old/logo.png"_s);
    QCOMPARE(m_document->batch().jobs.first().id, logo);
    QCOMPARE(m_document->entry(0).id(), one);
    // A save there is one like any other.
    m_document->removeJobs({1});
    m_files->save();
    QVERIFY(saved.wait());
    QCOMPARE(jobsIn(copy), 1);
}

void TestDocumentFiles::pathsThatVariablesNameAreTold()
{
    openText(u"old/batch.yaml"_s, "jobs:\n" + job("One", "    matrix: {image: [a.png, b.png]}\n"));
    QVERIFY(QDir().mkpath(m_folder->filePath(u"new"_s)));
    QSignalSpy unsure(m_files, &DocumentFiles::filesUnsure);
    m_files->saveTo(m_folder->filePath(u"new/batch.yaml"_s));
    QVERIFY(unsure.wait());
    QCOMPARE(unsure.first().at(1).toStringList().size(), 2);
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
