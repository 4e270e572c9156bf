// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/files/documentfiles.h"
#include "window/merging/mergedialog.h"

#include "session/document/batchdocument.h"
#include "support/windowdriver.h"

#include <QFile>
#include <QPushButton>
#include <QRadioButton>
#include <QSaveFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::BatchDocument;
using ui::DocumentFiles;
using ui::MergeDialog;

/// A batch file that other programs change while it is open.
class TestDiskChanges : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aChangeIsShown_data();
    void aChangeIsShown();
    void jobsKeepTheirIds();
    void ourOwnSaveIsNoChange();
    void aBrokenFileChangesNothingAndIsNotWrittenOver();
    void aFileThatIsGoneComesBackWithTheNextSave();
    void aFileThatIsGoneCountsAsUnsaved();
    void aFileThatComesBackIsNoChange();
    void aFileThatComesBackIsReadAnew();
    void ourEditsStayWhileItIsGone();
    void aHalfWrittenFileIsReadWhenItIsWhole();
    void anIncludedFileThatIsGoneIsNamed();
    void anIncludedFileIsTakenBesideOurEdits();
    void whatCameWhileAPersonDecidedIsMet();
    void anIncludedFileCounts();
    void jobsOfAnIncludedFileAreNoChangeByThemselves();
    void keepingOursTakesWhatIncludedFilesSayNow();
    void whereBothChangedAPersonDecides();
    void aSaveAsksAsWell();
    void whatDoesNotTouchIsBroughtTogether();
    void theWholeFileCanBeTakenAndUndone();
    void ourSideCanBeKept();
    void laterLeavesAllAsItIs();

private:
    QByteArray text() const;
    void write(const QByteArray &text) const;
    void edit(int row, const QString &prompt) const;
    MergeDialog *dialog() const;
    template <typename Button>
    void press(const QString &text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QWidget> m_window;
    BatchDocument *m_document = nullptr;
    DocumentFiles *m_files = nullptr;
    QString m_path;
};

namespace {

const QByteArray original = "# Ours.\n"
                            "jobs:\n"
                            "  - name: One # first\n"
                            "    type: image\n"
                            "    model: black-forest-labs/flux-2-pro/text-to-image\n"
                            "    prompt: A cat\n"
                            "\n"
                            "  - name: Two\n"
                            "    type: image\n"
                            "    model: black-forest-labs/flux-2-pro/text-to-image\n"
                            "    prompt: A dog\n";

QByteArray with(const QByteArray &before, const QByteArray &after)
{
    return QByteArray(original).replace(before, after);
}

} // namespace

void TestDiskChanges::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"batch.yaml"_s);
    write(original);
    m_window = std::make_unique<QWidget>();
    m_window->show();
    m_document = new BatchDocument(catalog::Catalog::builtIn(), m_window.get());
    m_files = new DocumentFiles(m_document, m_window.get());
    QSignalSpy opened(m_files, &DocumentFiles::opened);
    m_files->open(m_path);
    QVERIFY(opened.wait());
}

QByteArray TestDiskChanges::text() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestDiskChanges::write(const QByteArray &text) const
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

void TestDiskChanges::edit(int row, const QString &prompt) const
{
    batch::Job job = m_document->job(row);
    job.prompt = prompt;
    m_document->changeJob(row, job, u"Edit"_s);
}

MergeDialog *TestDiskChanges::dialog() const
{
    return m_window->findChild<MergeDialog *>();
}

template <typename Button>
void TestDiskChanges::press(const QString &text) const
{
    for (Button *each : dialog()->findChildren<Button *>()) {
        if (each->isVisible() && each->text() == text)
            return QTest::mouseClick(each, Qt::LeftButton);
    }
    QFAIL(qPrintable(text));
}

void TestDiskChanges::aChangeIsShown_data()
{
    QTest::addColumn<bool>("byRenaming");
    QTest::addRow("written over") << false;
    QTest::addRow("renamed over, as editors and git do") << true;
}

void TestDiskChanges::aChangeIsShown()
{
    QFETCH(const bool, byRenaming);
    const auto change = [&](const QByteArray &text) {
        if (!byRenaming)
            return write(text);
        QSaveFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        QVERIFY(file.commit());
    };
    QSignalSpy reloaded(m_files, &DocumentFiles::reloaded);
    change(with("A cat", "A lion"));
    QVERIFY(reloaded.wait());
    QCOMPARE(m_document->job(0).prompt, u"A lion"_s);
    QVERIFY(!m_document->isModified());
    // And once more: the new file is watched, too.
    change(with("A cat", "A tiger"));
    QVERIFY(reloaded.wait());
    QCOMPARE(m_document->job(0).prompt, u"A tiger"_s);
}

void TestDiskChanges::jobsKeepTheirIds()
{
    const batch::JobId one = m_document->job(0).id;
    const batch::JobId two = m_document->job(1).id;
    QSignalSpy reloaded(m_files, &DocumentFiles::reloaded);
    write(with("jobs:\n", "jobs:\n  - {name: New, type: image, model: m, prompt: p}\n"));
    QVERIFY(reloaded.wait());
    QCOMPARE(m_document->rowOf(one), 1);
    QCOMPARE(m_document->rowOf(two), 2);
    QCOMPARE(m_document->batch().jobs.at(1).id, one);
}

void TestDiskChanges::ourOwnSaveIsNoChange()
{
    edit(0, u"A lion"_s);
    QSignalSpy saved(m_files, &DocumentFiles::saved);
    QSignalSpy reloaded(m_files, &DocumentFiles::reloaded);
    QSignalSpy settled(m_files, &DocumentFiles::settled);
    m_files->save();
    QVERIFY(saved.wait());
    // The watch looks at what we wrote, and finds it known.
    settled.clear();
    QVERIFY(settled.wait());
    QCOMPARE(reloaded.size(), 0);
    QCOMPARE(text(), with("A cat", "A lion"));
}

void TestDiskChanges::aBrokenFileChangesNothingAndIsNotWrittenOver()
{
    QSignalSpy broken(m_files, &DocumentFiles::changedToBroken);
    write("jobs: [");
    QVERIFY(broken.wait());
    QVERIFY(!broken.first().at(1).value<QList<config::Diagnostic>>().isEmpty());
    QCOMPARE(m_document->jobCount(), 2);
    QSignalSpy saved(m_files, &DocumentFiles::saved);
    edit(0, u"A lion"_s);
    m_files->save();
    QVERIFY(broken.wait());
    QCOMPARE(saved.size(), 0);
    QCOMPARE(text(), QByteArray("jobs: ["));
}

void TestDiskChanges::aFileThatIsGoneComesBackWithTheNextSave()
{
    QVERIFY(QFile::remove(m_path));
    edit(0, u"A lion"_s);
    QSignalSpy saved(m_files, &DocumentFiles::saved);
    m_files->save();
    QVERIFY(saved.wait());
    QCOMPARE(text(), with("A cat", "A lion"));
}

void TestDiskChanges::aFileThatIsGoneCountsAsUnsaved()
{
    QSignalSpy gone(m_files, &DocumentFiles::gone);
    QVERIFY(QFile::remove(m_path));
    QVERIFY(gone.wait());
    QCOMPARE(gone.first().first().toString(), m_path);
    QVERIFY(m_document->isModified());
    // Who goes on to another batch is asked.
    bool wentOn = false;
    m_files->whenSafeToReplace([&wentOn] { wentOn = true; });
    QVERIFY(!wentOn);
    QSignalSpy saved(m_files, &DocumentFiles::saved);
    m_files->save();
    QVERIFY(saved.wait());
    QVERIFY(!m_document->isModified());
    QCOMPARE(text(), original);
}

void TestDiskChanges::aFileThatComesBackIsNoChange()
{
    QSignalSpy gone(m_files, &DocumentFiles::gone);
    QVERIFY(QFile::rename(m_path, m_path + u".away"_s));
    QVERIFY(gone.wait());
    QSignalSpy settled(m_files, &DocumentFiles::settled);
    QSignalSpy reloaded(m_files, &DocumentFiles::reloaded);
    QVERIFY(QFile::rename(m_path + u".away"_s, m_path));
    QVERIFY(settled.wait());
    QVERIFY(!m_document->isModified());
    QCOMPARE(reloaded.size(), 0);
}

/// As where git goes to another branch and to a third.
void TestDiskChanges::aFileThatComesBackIsReadAnew()
{
    QSignalSpy gone(m_files, &DocumentFiles::gone);
    QVERIFY(QFile::remove(m_path));
    QVERIFY(gone.wait());
    QSignalSpy reloaded(m_files, &DocumentFiles::reloaded);
    QSignalSpy both(m_files, &DocumentFiles::bothChanged);
    write(with("A cat", "A lion"));
    QVERIFY(reloaded.wait());
    QCOMPARE(m_document->job(0).prompt, u"A lion"_s);
    QVERIFY(!m_document->isModified());
    QCOMPARE(both.size(), 0);
    // And it is watched on.
    write(with("A cat", "A tiger"));
    QVERIFY(reloaded.wait());
}

void TestDiskChanges::ourEditsStayWhileItIsGone()
{
    edit(0, u"A lion"_s);
    QSignalSpy gone(m_files, &DocumentFiles::gone);
    QVERIFY(QFile::remove(m_path));
    QVERIFY(gone.wait());
    QSignalSpy settled(m_files, &DocumentFiles::settled);
    write(original);
    QVERIFY(settled.wait());
    QVERIFY(m_document->isModified());
    QCOMPARE(m_document->job(0).prompt, u"A lion"_s);
}

void TestDiskChanges::aHalfWrittenFileIsReadWhenItIsWhole()
{
    QSignalSpy broken(m_files, &DocumentFiles::changedToBroken);
    write("jobs:\n  - name: \"On");
    QVERIFY(broken.wait());
    QVERIFY(!broken.first().at(2).toBool());
    QCOMPARE(m_document->jobCount(), 2);
    QSignalSpy reloaded(m_files, &DocumentFiles::reloaded);
    write(with("A cat", "A lion"));
    QVERIFY(reloaded.wait());
    QCOMPARE(m_document->job(0).prompt, u"A lion"_s);
}

void TestDiskChanges::anIncludedFileThatIsGoneIsNamed()
{
    const QString house = m_folder->filePath(u"house.yaml"_s);
    QFile file(house);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("vars: {pet: cat}\njobs: []\n");
    file.close();
    QSignalSpy reloaded(m_files, &DocumentFiles::reloaded);
    write("include: house.yaml\n" + original);
    QVERIFY(reloaded.wait());
    QSignalSpy broken(m_files, &DocumentFiles::changedToBroken);
    QVERIFY(QFile::remove(house));
    QVERIFY(broken.wait());
    QVERIFY(broken.first().at(2).toBool());
    const auto errors = broken.first().at(1).value<QList<config::Diagnostic>>();
    QVERIFY(errors.first().toText().contains(u"house.yaml"_s));

    // What the person wrote here can be saved all the same.
    broken.clear();
    edit(0, u"A lion"_s);
    QSignalSpy saved(m_files, &DocumentFiles::saved);
    m_files->save();
    QVERIFY(saved.wait());
    QCOMPARE(text(), "include: house.yaml\n" + with("A cat", "A lion"));
    QVERIFY(!m_document->isModified());
    QVERIFY(broken.wait());
    QVERIFY(broken.first().at(2).toBool());
}

void TestDiskChanges::anIncludedFileIsTakenBesideOurEdits()
{
    const auto writeHouse = [this](const QByteArray &text) {
        QFile file(m_folder->filePath(u"house.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    writeHouse("vars: {pet: cat}\njobs: []\n");
    QSignalSpy reloaded(m_files, &DocumentFiles::reloaded);
    write("include: house.yaml\n" + with("A cat", "A {pet}"));
    QVERIFY(reloaded.wait());
    edit(1, u"A wolf"_s);
    QSignalSpy both(m_files, &DocumentFiles::bothChanged);
    writeHouse("vars: {pet: lion}\njobs: []\n");
    QVERIFY(reloaded.wait());
    QVERIFY(reloaded.last().at(1).toBool());
    QCOMPARE(both.size(), 0);
    QCOMPARE(m_document->batch().jobs.at(0).prompt, u"A lion"_s);
    QCOMPARE(m_document->batch().jobs.at(1).prompt, u"A wolf"_s);
    QVERIFY(m_document->isModified());
}

void TestDiskChanges::whatCameWhileAPersonDecidedIsMet()
{
    edit(0, u"A lion"_s);
    QSignalSpy both(m_files, &DocumentFiles::bothChanged);
    write(with("A dog", "A wolf"));
    QVERIFY(both.wait());
    m_files->compare();
    write(with("A dog", "A bear"));
    QVERIFY(both.wait());
    QVERIFY(dialog());
    both.clear();
    press<QPushButton>(u"Bring both together"_s);
    QCOMPARE(m_document->job(1).prompt, u"A wolf"_s);
    QVERIFY(both.wait());
    QTRY_VERIFY(!dialog());
    m_files->compare();
    press<QPushButton>(u"Bring both together"_s);
    QCOMPARE(m_document->job(0).prompt, u"A lion"_s);
    QCOMPARE(m_document->job(1).prompt, u"A bear"_s);
}

void TestDiskChanges::anIncludedFileCounts()
{
    const QString house = m_folder->filePath(u"house.yaml"_s);
    const auto writeHouse = [&house](const QByteArray &text) {
        QFile file(house);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    writeHouse("vars: {pet: cat}\njobs: []\n");
    QSignalSpy reloaded(m_files, &DocumentFiles::reloaded);
    write("include: house.yaml\n" + with("A cat", "A {pet}"));
    QVERIFY(reloaded.wait());
    QCOMPARE(m_document->batch().jobs.first().prompt, u"A cat"_s);
    writeHouse("vars: {pet: lion}\njobs: []\n");
    QVERIFY(reloaded.wait());
    QCOMPARE(m_document->batch().jobs.first().prompt, u"A lion"_s);
}

void TestDiskChanges::jobsOfAnIncludedFileAreNoChangeByThemselves()
{
    QFile house(m_folder->filePath(u"house.yaml"_s));
    QVERIFY(house.open(QIODevice::WriteOnly));
    house.write("jobs:\n  - {name: Logo, type: image, model: m/x, prompt: A logo}\n");
    house.close();
    QSignalSpy reloaded(m_files, &DocumentFiles::reloaded);
    write("include: house.yaml\n" + original);
    QVERIFY(reloaded.wait());
    QCOMPARE(m_document->includedCount(), 1);
    const batch::JobId logo = m_document->batch().jobs.constFirst().id;
    QSignalSpy both(m_files, &DocumentFiles::bothChanged);
    QSignalSpy settled(m_files, &DocumentFiles::settled);
    m_files->checkDisk();
    QVERIFY(settled.wait());
    edit(0, u"A lion"_s);
    QSignalSpy saved(m_files, &DocumentFiles::saved);
    m_files->save();
    QVERIFY(saved.wait());
    QVERIFY(!m_document->isModified());
    settled.clear();
    m_files->checkDisk();
    QVERIFY(settled.wait());
    QCOMPARE(both.size(), 0);
    QCOMPARE(reloaded.size(), 1);
    QCOMPARE(m_document->batch().jobs.constFirst().id, logo);
}

void TestDiskChanges::keepingOursTakesWhatIncludedFilesSayNow()
{
    const auto writeHouse = [this](const QByteArray &prompt) {
        QFile house(m_folder->filePath(u"house.yaml"_s));
        QVERIFY(house.open(QIODevice::WriteOnly));
        house.write("jobs:\n  - {name: Logo, type: image, model: m/x, prompt: " + prompt + "}\n");
    };
    writeHouse("A logo");
    QSignalSpy reloaded(m_files, &DocumentFiles::reloaded);
    write("include: house.yaml\n" + original);
    QVERIFY(reloaded.wait());
    const batch::JobId logo = m_document->batch().jobs.constFirst().id;
    edit(0, u"A lion"_s);
    QSignalSpy both(m_files, &DocumentFiles::bothChanged);
    writeHouse("A new logo");
    write("include: house.yaml\n" + with("A dog", "A wolf"));
    QVERIFY(both.wait());
    m_files->compare();
    press<QPushButton>(u"Keep all as it is here"_s);
    QCOMPARE(m_document->job(0).prompt, u"A lion"_s);
    QCOMPARE(m_document->job(1).prompt, u"A dog"_s);
    QCOMPARE(m_document->batch().jobs.constFirst().prompt, u"A new logo"_s);
    QCOMPARE(m_document->batch().jobs.constFirst().id, logo);
}

void TestDiskChanges::whereBothChangedAPersonDecides()
{
    edit(0, u"A lion"_s);
    QSignalSpy both(m_files, &DocumentFiles::bothChanged);
    write(with("A cat", "A tiger"));
    QVERIFY(both.wait());
    QCOMPARE(m_document->job(0).prompt, u"A lion"_s);
    m_files->compare();
    QVERIFY(dialog());
    press<QRadioButton>(u"As the file has it"_s);
    press<QPushButton>(u"Bring both together"_s);
    QCOMPARE(m_document->job(0).prompt, u"A tiger"_s);
    QVERIFY(!m_document->isModified());
    m_document->undoStack()->undo();
    QCOMPARE(m_document->job(0).prompt, u"A lion"_s);
}

void TestDiskChanges::aSaveAsksAsWell()
{
    // The watch may not have noticed, as on a network drive: it looks at nothing here.
    edit(0, u"A lion"_s);
    write(with("A dog", "A wolf"));
    QSignalSpy both(m_files, &DocumentFiles::bothChanged);
    QSignalSpy saved(m_files, &DocumentFiles::saved);
    m_files->save();
    QTRY_VERIFY(dialog());
    QVERIFY(!both.isEmpty());
    QCOMPARE(saved.size(), 0);
    QCOMPARE(text(), with("A dog", "A wolf"));
}

void TestDiskChanges::whatDoesNotTouchIsBroughtTogether()
{
    edit(0, u"A lion"_s);
    QSignalSpy both(m_files, &DocumentFiles::bothChanged);
    write(with("A dog", "A wolf # theirs"));
    QVERIFY(both.wait());
    m_files->compare();
    for (const QRadioButton *side : dialog()->findChildren<QRadioButton *>())
        QVERIFY(!side->isVisible());
    press<QPushButton>(u"Bring both together"_s);
    QCOMPARE(m_document->job(0).prompt, u"A lion"_s);
    QCOMPARE(m_document->job(1).prompt, u"A wolf"_s);
    QVERIFY(m_document->isModified());
    QSignalSpy saved(m_files, &DocumentFiles::saved);
    m_files->save();
    QVERIFY(saved.wait());
    QCOMPARE(text(), with("A dog", "A wolf # theirs").replace("A cat", "A lion"));
}

void TestDiskChanges::theWholeFileCanBeTakenAndUndone()
{
    edit(0, u"A lion"_s);
    QSignalSpy both(m_files, &DocumentFiles::bothChanged);
    write(with("A dog", "A wolf"));
    QVERIFY(both.wait());
    m_files->compare();
    press<QPushButton>(u"Take the whole file"_s);
    QCOMPARE(m_document->job(0).prompt, u"A cat"_s);
    QCOMPARE(m_document->job(1).prompt, u"A wolf"_s);
    QVERIFY(!m_document->isModified());
    m_document->undoStack()->undo();
    QCOMPARE(m_document->job(0).prompt, u"A lion"_s);
    QVERIFY(m_document->isModified());
}

void TestDiskChanges::ourSideCanBeKept()
{
    edit(0, u"A lion"_s);
    QSignalSpy both(m_files, &DocumentFiles::bothChanged);
    write(with("A dog", "A wolf"));
    QVERIFY(both.wait());
    m_files->compare();
    press<QPushButton>(u"Keep all as it is here"_s);
    QSignalSpy saved(m_files, &DocumentFiles::saved);
    m_files->save();
    QVERIFY(saved.wait());
    QCOMPARE(text(), with("A cat", "A lion"));
}

void TestDiskChanges::laterLeavesAllAsItIs()
{
    edit(0, u"A lion"_s);
    QSignalSpy both(m_files, &DocumentFiles::bothChanged);
    write(with("A dog", "A wolf"));
    QVERIFY(both.wait());
    m_files->compare();
    press<QPushButton>(u"Later"_s);
    QCOMPARE(m_document->job(0).prompt, u"A lion"_s);
    QCOMPARE(m_document->job(1).prompt, u"A dog"_s);
    QCOMPARE(text(), with("A dog", "A wolf"));
    // Nothing is settled by that.
    QTRY_VERIFY(!dialog());
    m_files->compare();
    QVERIFY(dialog());
}

QTEST_MAIN(TestDiskChanges)
#include "test_diskchanges.moc"
