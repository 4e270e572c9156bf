// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/files/arrivals.h"

#include "config/capacity.h"
#include "jobs/clipboard/jobclipboard.h"
#include "session/document/batchdocument.h"
#include "sheets/importdialog.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>

#include <algorithm>
#include <memory>
#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

/// What came with a batch and waits until that is open. Where it never is, it goes, and says so.
class Arrivals::Rest
{
public:
    Rest(Arrivals *arrivals, BroughtFiles brought)
        : m_arrivals(arrivals)
        , m_brought(std::move(brought))
    {
    }
    ~Rest()
    {
        // Whoever drops it may be in the middle of something.
        if (m_arrivals && !m_isTaken)
            QMetaObject::invokeMethod(
                m_arrivals,
                [arrivals = m_arrivals.data(), brought = m_brought] {
                    arrivals->leaveAside(brought);
                },
                Qt::QueuedConnection);
    }
    Q_DISABLE_COPY_MOVE(Rest)

    void take()
    {
        if (m_arrivals && !std::exchange(m_isTaken, true))
            m_arrivals->putInto(m_brought);
    }

private:
    QPointer<Arrivals> m_arrivals;
    BroughtFiles m_brought;
    bool m_isTaken = false;
};

Arrivals::Arrivals(BatchDocument *document, QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_window(window)
{
}

Arrivals::~Arrivals() = default;

void Arrivals::take(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    m_waiting.append([paths] { return readFiles(paths); });
    goOn();
}

void Arrivals::chooseTable(const QString &folder)
{
    auto *dialog = new QFileDialog(m_window, tr("Import jobs from a table"), folder,
                                   tr("Tables (*.csv *.tsv *.tab *.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_waiting.append([path] { return readTable(path); });
        goOn();
    });
    dialog->open();
}

void Arrivals::importClipboard()
{
    const auto clip = jobclipboard::clipOf(QGuiApplication::clipboard()->mimeData(), {});
    m_waiting.append([clip] {
        BroughtFiles brought;
        const QByteArray table = jobclipboard::tableIn(clip);
        if (table.isEmpty())
            brought.remarks.append(tr("There is no table in the clipboard."));
        else
            brought.tables.append({{}, table});
        return brought;
    });
    goOn();
}

void Arrivals::importTable(const QByteArray &table, const QString &source, int row)
{
    m_tables.append({{source, table}, row});
    goOn();
}

void Arrivals::goOn()
{
    if (m_isBusy || m_dialog)
        return;
    if (!m_tables.isEmpty()) {
        open(m_tables.takeFirst());
    } else if (!m_waiting.isEmpty()) {
        m_isBusy = true;
        m_reading.start(m_waiting.takeFirst(),
                        [this](const BroughtFiles &brought) { put(brought); });
    }
}

void Arrivals::put(const BroughtFiles &brought)
{
    m_remarks += brought.remarks;
    if (brought.batch.isEmpty())
        putInto(brought);
    else
        putBatch(brought);
}

void Arrivals::putBatch(const BroughtFiles &brought)
{
    if (!brought.otherBatches.isEmpty())
        m_remarks += tr("Only one batch can be open here: %1 is, and not %2.")
                         .arg(QFileInfo(brought.batch).fileName(), listed(brought.otherBatches));
    const auto rest = std::make_shared<Rest>(this, brought);
    emit batchCame(brought.batch, [rest] { rest->take(); });
}

void Arrivals::leaveAside(const BroughtFiles &brought)
{
    QStringList names;
    for (const BroughtFiles::Table &table : brought.tables)
        names.append(table.name);
    for (const BroughtResult &result : brought.results)
        names.append(result.file);
    if (!names.isEmpty())
        m_remarks += tr("%1 was not opened, and nothing was taken of what came with it: %2.")
                         .arg(QFileInfo(brought.batch).fileName(), listed(names));
    m_isBusy = false;
    tell();
    goOn();
}

void Arrivals::putInto(const BroughtFiles &brought)
{
    bringBack(brought);
    for (const BroughtFiles::Table &table : brought.tables)
        m_tables.append({table, atEnd});
    m_isBusy = false;
    tell();
    goOn();
}

void Arrivals::bringBack(const BroughtFiles &brought)
{
    const BroughtBack back = ui::bringBack(brought.results, *m_document);
    const int count = int(back.entries.size());
    if (count == 0)
        return;
    if (!config::fitsInOneFile(m_document->source(), back.entries)) {
        m_remarks += tr("The batch would be larger than one file can be. No job was brought back: "
                        "take fewer of these files, or bring them into a batch of its own.");
        return;
    }
    m_remarks += back.remarks;
    const int first = m_document->jobCount();
    m_document->insertEntries(first, back.entries,
                              count == 1 ? tr("Bring back a job")
                                         : tr("Bring back %n jobs", nullptr, count));
    emit jobsCame(first, first + count - 1);
}

void Arrivals::tell()
{
    constexpr qsizetype mostInALine = 2;
    if (m_remarks.isEmpty() || !m_waiting.isEmpty())
        return;
    const QStringList remarks = std::exchange(m_remarks, {});
    if (remarks.size() <= mostInALine)
        emit told(remarks.join(u' '), {});
    else
        emit told(tr("There are %n things to know about what came.", nullptr, int(remarks.size())),
                  remarks);
}

void Arrivals::open(const Table &table)
{
    const auto context = [this] {
        return ImportContext{m_document->catalog(), m_document->source(), m_document->batch().jobs};
    };
    auto *dialog = new ImportDialog(table.content.bytes, table.content.name, context(), m_window);
    m_dialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // Names, variables and defaults are those of the batch as it is when the rows are taken.
    const auto follow = [dialog, context] { dialog->setContext(context()); };
    for (const auto changed :
         {&BatchDocument::wasReset, &BatchDocument::allChanged, &BatchDocument::catalogChanged})
        connect(m_document, changed, dialog, follow);
    const auto edits = connect(m_document->undoStack(), &QUndoStack::indexChanged, dialog, follow);
    connect(dialog, &QDialog::accepted, this, [this, dialog, edits, row = table.row] {
        disconnect(edits);
        insert(dialog->jobs(), row);
    });
    connect(dialog, &QDialog::finished, this, [this] {
        m_dialog.clear();
        goOn();
    });
    dialog->open();
}

void Arrivals::insert(const QList<batch::JobSource> &entries, int row)
{
    if (entries.isEmpty())
        return;
    const int end = m_document->jobCount();
    const int first = row == atEnd ? end : std::min(row, end);
    const int count = int(entries.size());
    m_document->insertEntries(first, entries, tr("Import %n jobs", nullptr, count));
    emit jobsCame(first, first + count - 1);
}

} // namespace ui
