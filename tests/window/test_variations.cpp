// SPDX-License-Identifier: GPL-3.0-or-later
//
// Entries of several jobs, included files, and what a batch file may hold beside them, in the
// window as a person uses it.
#include "inspector/fields/pictures/imagewell.h"
#include "inspector/inspector.h"
#include "inspector/variations/variationscard.h"
#include "jobs/table/jobtablemodel.h"
#include "jobs/table/jobtableview.h"
#include "session/document/batchdocument.h"
#include "support/windowdriver.h"
#include "window/files/documentfiles.h"
#include "window/mainwindow.h"
#include "window/messages/messagebar.h"
#include "window/sidepane.h"

#include <QAction>
#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int runTimeout = 90'000; // ms; the sandbox draws for real

QByteArray image(const QByteArray &name, const QByteArray &more)
{
    return "  - name: " + name
        + "\n    type: image\n    model: black-forest-labs/flux-2-pro/"
          "text-to-image\n"
        + more;
}

} // namespace

class TestVariations : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }
    void anEntryOfSeveralIsEditedAsOne();
    void whatAnEntryMakesLeadsToIt();
    void anEntryThatMakesNothingCanBeMended();
    void anIncludedFileIsOpenedFromItsJob();
    void aJobsResultShowsWhereItIsUsed();
    void whatIsLeftOutIsSaidOnceForAnEntry();
    void entriesThatMakeNothingAreCounted();
    void aFileThatIsGoneIsSaidAndSavedAgain();
    void aReloadIsSaidUntilItIsClosed();
    void aCleanFileIsOfferedWhereItHelps();
    void aCleanFileIsNotOfferedWhereJobsWouldBeLost();
    void noTwoActionsShareAShortcut();

private:
    QString write(const QString &name, const QByteArray &text) const;
    void open(const QByteArray &text);
    ui::BatchDocument *document() const { return m_window->document(); }
    ui::JobTableView *table() const { return m_window->findChild<ui::JobTableView *>(); }
    ui::Inspector *form() const { return m_window->findChild<ui::Inspector *>(); }
    QPlainTextEdit *promptField() const
    {
        return support::named<QPlainTextEdit>(form(), u"Prompt"_s);
    }
    QPushButton *button(const QString &name) const
    {
        return support::named<QPushButton>(m_window.get(), name);
    }
    bool says(const QString &words) const
    {
        const auto *bar = m_window->findChild<ui::MessageBar *>();
        return !support::accessibleNames(bar).filter(words).isEmpty();
    }
    void choose(int row) const
    {
        const QModelIndex name = table()->model()->index(row, ui::JobTableModel::NameColumn);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          table()->visualRect(name).center());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::MainWindow> m_window;
};

void TestVariations::init()
{
    QSettings().clear();
    qunsetenv("ATLAS_CLOUD_API_KEY");
    m_folder = std::make_unique<QTemporaryDir>();
}

QString TestVariations::write(const QString &name, const QByteArray &text) const
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path : QString();
}

void TestVariations::open(const QByteArray &text)
{
    ui::RunOptions options;
    options.sandbox = true;
    options.sandboxSpeed = 600;
    m_window = std::make_unique<ui::MainWindow>(options);
    m_window->resize(1280, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->findChild<ui::SidePane *>()->show(ui::SidePane::Page::Parameters);
    QSignalSpy reset(document(), &ui::BatchDocument::wasReset);
    m_window->openFile(write(u"batch.yaml"_s, text));
    QVERIFY(reset.wait());
}

void TestVariations::anEntryOfSeveralIsEditedAsOne()
{
    open("jobs:\n" + image("hero", "    prompt: A {red|blue} cup\n"));
    choose(0);
    QTRY_VERIFY(promptField());
    QCOMPARE(promptField()->toPlainText(), u"A {red|blue} cup"_s);
    QVERIFY(form()->findChild<ui::VariationsCard *>()->isVisible());
    promptField()->setPlainText(u"A {red|blue|green} cup"_s);
    QTRY_COMPARE(document()->batch().jobs.size(), 3);
}

void TestVariations::whatAnEntryMakesLeadsToIt()
{
    open("jobs:\n" + image("hero", "    prompt: A cup\n"));
    // The job that was there before the others has the entry's own id, and is one of several all
    // the same.
    batch::JobSource entry = document()->entry(0);
    entry.job.prompt = u"A {red|blue} cup"_s;
    document()->changeEntries({{0, entry}}, u"Edit"_s);
    entry.job.prompt = u"A cup"_s;
    document()->changeEntries({{0, entry}}, u"Edit"_s);
    entry.job.prompt = u"A cup"_s;
    entry.count = 2;
    document()->changeEntries({{0, entry}}, u"Edit"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    for (const int row : {1, 2}) {
        choose(row);
        QTRY_VERIFY(button(u"Edit hero"_s));
        QVERIFY(!promptField());
        QTest::mouseClick(button(u"Edit hero"_s), Qt::LeftButton);
        QCOMPARE(table()->selectedRows(), QList<int>{0});
        QTRY_VERIFY(promptField());
    }
}

void TestVariations::anEntryThatMakesNothingCanBeMended()
{
    open("jobs:\n" + image("hero", "    vars: {colour: red}\n    prompt: A {clour} cup\n"));
    QCOMPARE(document()->batch().jobs.size(), 0);
    choose(0);
    QTRY_VERIFY(promptField());
    promptField()->setPlainText(u"A {colour} cup"_s);
    QTRY_COMPARE(document()->batch().jobs.size(), 1);
    QCOMPARE(document()->batch().jobs.first().prompt, u"A red cup"_s);
}

void TestVariations::anIncludedFileIsOpenedFromItsJob()
{
    const QString house = write(u"house.yaml"_s, "jobs:\n" + image("logo", "    prompt: A logo\n"));
    open("include: house.yaml\njobs:\n" + image("hero", "    prompt: A cup\n"));
    choose(1);
    QTRY_VERIFY(button(u"Open house.yaml"_s));
    QTest::mouseClick(button(u"Open house.yaml"_s), Qt::LeftButton);
    QTRY_COMPARE(document()->path(), house);
}

void TestVariations::aJobsResultShowsWhereItIsUsed()
{
    open("jobs:\n" + image("hero", "    prompt: A cup\n    width: 256\n    height: 256\n")
         + "  - name: clip\n    type: video\n"
           "    model: bytedance/seedance-v1.5-pro/image-to-video\n    prompt: It turns\n"
           "    image: job:hero\n    enabled: false\n");
    choose(1);
    ui::ImageWell *well = nullptr;
    QTRY_VERIFY((well = form()->findChild<ui::ImageWell *>()) && well->isVisible());
    const auto colours = [well] {
        const QImage shown = well->grab().toImage();
        QSet<QRgb> seen;
        for (int y = 0; y < shown.height(); y += 2) {
            for (int x = 0; x < shown.width(); x += 2)
                seen.insert(shown.pixel(x, y));
        }
        return seen.size();
    };
    QVERIFY(colours() < 100);
    QTRY_COMPARE(m_window->session()->runnableCount(), 1);
    m_window->session()->run();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->session()->counts().succeeded, 1, runTimeout);
    QTRY_VERIFY(colours() > 100);
}

void TestVariations::whatIsLeftOutIsSaidOnceForAnEntry()
{
    write(u"house.yaml"_s, "jobs:\n" + image("logo", "    prompt: A logo\n    width: 4096\n"));
    open("include: house.yaml\njobs:\n"
         + image("hero", "    prompt: A {red|blue} cup\n    width: 4096\n")
         + image("typo", "    vars: {colour: red}\n    prompt: A {clour} cup\n")
         + image("plain", "    prompt: A cup\n    width: 256\n    height: 256\n"));
    QTRY_COMPARE(m_window->session()->runnableCount(), 1);
    m_window->session()->run();
    QTRY_VERIFY(says(u"4 job(s) with errors were left out of this run"_s));
    QPushButton *details = nullptr; // of the line that came last
    for (QPushButton *each :
         m_window->findChild<ui::MessageBar *>()->findChildren<QPushButton *>()) {
        if (each->isVisible() && each->text() == u"Details"_s)
            details = each;
    }
    QVERIFY(details);
    QTest::mouseClick(details, Qt::LeftButton);
    const auto *list =
        support::named<QPlainTextEdit>(m_window->findChild<ui::MessageBar *>(), u"Details"_s);
    QVERIFY(list);
    const QStringList lines = list->toPlainText().split(u'\n');
    QVERIFY2(lines.size() == 3, qPrintable(list->toPlainText()));
    QVERIFY2(lines.at(0).startsWith(u"logo: "_s), qPrintable(lines.at(0)));
    QVERIFY2(lines.at(1).startsWith(u"hero (2 jobs): "_s), qPrintable(lines.at(1)));
    QVERIFY2(lines.at(2).startsWith(u"typo: "_s), qPrintable(lines.at(2)));
    QVERIFY(lines.at(2).contains(u"clour"_s));
}

void TestVariations::entriesThatMakeNothingAreCounted()
{
    const QByteArray typo = "    vars: {colour: red}\n    prompt: A {clour} cup\n";
    open("jobs:\n" + image("hero", typo) + image("side", typo)
         + image("plain", "    prompt: A cup\n"));
    QTRY_VERIFY(says(u"2 entries of batch.yaml make no jobs"_s));
    QVERIFY(!says(u"doesn't know"_s));
    // What is mended is no longer said.
    for (const int row : {0, 1}) {
        QVERIFY(says(u"no jobs"_s));
        batch::JobSource entry = document()->entry(row);
        entry.job.prompt = u"A cup"_s;
        document()->changeEntries({{row, entry}}, u"Edit"_s);
    }
    QTRY_VERIFY(!says(u"no jobs"_s));
}

void TestVariations::aFileThatIsGoneIsSaidAndSavedAgain()
{
    open("jobs:\n" + image("hero", "    prompt: A cup\n"));
    QVERIFY(QFile::remove(document()->path()));
    QTRY_VERIFY(says(u"batch.yaml was deleted or moved. Save writes it again."_s));
    QVERIFY(m_window->isWindowModified());
    QTest::mouseClick(button(u"Save"_s), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(document()->path()));
    QTRY_VERIFY(!says(u"deleted or moved"_s));
    QVERIFY(!m_window->isWindowModified());
}

void TestVariations::aReloadIsSaidUntilItIsClosed()
{
    open("jobs:\n" + image("hero", "    prompt: A cup\n"));
    write(u"batch.yaml"_s, "jobs:\n" + image("hero", "    prompt: A lion\n"));
    QTRY_VERIFY(says(u"batch.yaml was changed by another program and is shown as it is now."_s));
    auto *files = m_window->findChild<ui::DocumentFiles *>();
    QSignalSpy settled(files, &ui::DocumentFiles::settled);
    files->checkDisk();
    QVERIFY(settled.wait());
    QVERIFY(says(u"is shown as it is now."_s));
}

void TestVariations::aCleanFileIsOfferedWhereItHelps()
{
    // A key that is a block of text is more than an edit can follow.
    open("jobs:\n" + image("hero", "    prompt: A cup\n    ? |\n      note\n    : calm\n"));
    batch::Job job = document()->job(0);
    job.prompt = u"A lion"_s;
    document()->changeJob(0, job, u"Edit"_s);
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(says(u"batch.yaml was not saved."_s));
    QVERIFY(button(u"Save as a clean file"_s));
    QTest::mouseClick(button(u"Save as a clean file"_s), Qt::LeftButton);
    QTRY_VERIFY(!document()->isModified());
    QTRY_VERIFY(!says(u"not saved"_s));
    QCOMPARE(config::readBatchFile(document()->path())->batch.jobs.first().prompt, u"A lion"_s);
}

void TestVariations::aCleanFileIsNotOfferedWhereJobsWouldBeLost()
{
    open("jobs:\n" + image("hero", "    prompt: A cup\n") + image("side", "    seed: lots\n"));
    QTRY_VERIFY(says(u"could not be read"_s));
    document()->removeJobs({0});
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(says(u"batch.yaml was not saved."_s));
    QVERIFY(!button(u"Save as a clean file"_s));
}

void TestVariations::noTwoActionsShareAShortcut()
{
    open("jobs:\n" + image("hero", "    prompt: A cup\n"));
    QHash<QKeySequence, QString> known;
    for (const QAction *action : m_window->findChildren<QAction *>()) {
        for (const QKeySequence &keys : action->shortcuts()) {
            // Those that count within one part of the window may mean something else in another.
            if (keys.isEmpty() || action->shortcutContext() == Qt::WidgetWithChildrenShortcut
                || action->shortcutContext() == Qt::WidgetShortcut)
                continue;
            QVERIFY2(!known.contains(keys),
                     qPrintable(u"%1: %2 and %3"_s.arg(keys.toString(), known.value(keys),
                                                       action->text())));
            known.insert(keys, action->text());
        }
    }
    QVERIFY(known.size() > 10);
}

QTEST_MAIN(TestVariations)
#include "test_variations.moc"
