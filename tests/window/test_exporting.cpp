// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table as CSV, from the window's menu: what it says is what the table shows.
#include "window/mainwindow.h"

#include "session/document/batchdocument.h"
#include "sheet/table.h"
#include "support/windowdriver.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using batch::JobState;
using ui::MainWindow;

class TestExporting : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;

    void exportTo(const QString &path)
    {
        QAction *action = nullptr;
        for (QAction *each : m_window->findChildren<QAction *>()) {
            if (each->text().contains(u"CSV"_s))
                action = each;
        }
        QVERIFY(action);
        action->trigger();
        auto *dialog = m_window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        emit dialog->fileSelected(path);
        dialog->reject();
        QTRY_VERIFY(!m_window->findChild<QFileDialog *>());
    }
    bool says(const QString &words) const
    {
        return !support::accessibleNames(m_window.get()).filter(words).isEmpty();
    }
    sheet::Table tableIn(const QString &path) const
    {
        QFile file(path);
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        return sheet::readTable(bytes, {}).value_or(sheet::Table());
    }
    static QString cell(const sheet::Table &table, int row, const QString &heading)
    {
        return table.rows.value(row).cells.value(table.header.indexOf(heading));
    }

private slots:
    void init()
    {
        QSettings().clear();
        qunsetenv("ATLAS_CLOUD_API_KEY");
        m_folder = std::make_unique<QTemporaryDir>();
        ui::RunOptions options;
        options.sandbox = true;
        options.sandboxSpeed = 600;
        m_window = std::make_unique<MainWindow>(options);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QSignalSpy reset(m_window->document(), &ui::BatchDocument::wasReset);
        m_window->openFile(support::writeBatchFile(support::quickBatch(2, 0), m_folder->path()));
        QVERIFY(reset.wait());
    }
    void cleanup() { m_window.reset(); }

    void saysWhatTheTableShows()
    {
        ui::BatchDocument *document = m_window->document();
        ui::RunSession *session = m_window->session();
        QTRY_COMPARE(session->runnableCount(), 2);
        session->run();
        const auto stateOf = [&](int row) { return session->stateOf(document->job(row).id); };
        QTRY_VERIFY_WITH_TIMEOUT(
            stateOf(0) == JobState::Succeeded && stateOf(1) == JobState::Succeeded, 90'000);
        QTRY_VERIFY(!session->isRunning());
        // One that was changed since is a draft again, and what it made is of another request.
        batch::Job changed = document->job(1);
        changed.prompt = u"Another one"_s;
        document->changeJob(1, changed, u"Change"_s);
        QTRY_VERIFY(stateOf(1) == JobState::Draft);

        const QString path = m_folder->filePath(u"table.csv"_s);
        exportTo(path);
        QTRY_VERIFY(says(u"The table was written to table.csv"_s));
        const sheet::Table table = tableIn(path);
        QCOMPARE(table.rows.size(), 2);
        QCOMPARE(cell(table, 0, u"State"_s), batch::toDisplay(JobState::Succeeded));
        QCOMPARE(cell(table, 1, u"State"_s), batch::toDisplay(JobState::Draft));
        QCOMPARE(cell(table, 0, u"Cost (USD)"_s), u"0.04"_s);
        QVERIFY(QFileInfo::exists(cell(table, 0, u"Result"_s)));
        QCOMPARE(cell(table, 1, u"Result"_s), QString());
        QCOMPARE(cell(table, 1, u"Prompt"_s), u"Another one"_s);
    }

    void aFileThatCanNotBeWrittenIsTold()
    {
        exportTo(m_folder->filePath(u"nowhere/table.csv"_s));
        QTRY_VERIFY(says(u"table.csv was not written"_s));
    }
};

QTEST_MAIN(TestExporting)
#include "test_exporting.moc"
