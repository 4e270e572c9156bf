// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/latesttask.h"
#include "window/files/broughtfiles.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace ui {

class BatchDocument;
class ImportDialog;

/// What comes to the window from elsewhere: files that are dropped on it, tables that are chosen
/// or pasted. A table's rows become jobs (ImportDialog), a result brings back the job that made it
/// (media::readRecipe), and everything else is taken for a batch file. Files are read in the
/// thread pool.
///
/// Nothing that came is passed over: what comes while something else is under way waits for its
/// turn, one dialog comes after the other, and what could not be taken, or may not mean what it
/// did, is told.
class Arrivals : public QObject
{
    Q_OBJECT
public:
    /// Dialogs stand over `window`.
    Arrivals(BatchDocument *document, QWidget *window);
    ~Arrivals() override;

    /// Files and nothing else. A batch among them is opened first; the others go into it.
    void take(const QStringList &paths);
    void chooseTable(const QString &folder);
    /// What is in the clipboard, whatever it looks like.
    void importClipboard();
    /// `source` is the file's name; empty: the clipboard. The jobs come to stand before `row`.
    void importTable(const QByteArray &table, const QString &source, int row);

signals:
    /// It looks like a batch. `then` is to run when it is open; if it is dropped instead, what came
    /// with the batch is not taken.
    void batchCame(const QString &path, const std::function<void()> &then);
    /// Jobs came, and are in the document now: the first and the last of their rows.
    void jobsCame(int first, int last);
    /// What there is to say of all that came since the last time, for people. `details` are empty,
    /// or the lines that `text` sums up.
    void told(const QString &text, const QStringList &details);

private:
    /// A table that waits to be shown, and where its jobs go.
    struct Table
    {
        BroughtFiles::Table content;
        int row = 0; ///< they come to stand before it
    };
    static constexpr int atEnd = -1;
    class Rest;

    /// Takes up the next of all that waits.
    void goOn();
    void put(const BroughtFiles &brought);
    void putBatch(const BroughtFiles &brought);
    void putInto(const BroughtFiles &brought);
    void leaveAside(const BroughtFiles &brought);
    void bringBack(const BroughtFiles &brought);
    void open(const Table &table);
    /// What was imported.
    void insert(const QList<batch::JobSource> &entries, int row);
    void tell();

    BatchDocument *m_document;
    QWidget *m_window;
    LatestTask<BroughtFiles> m_reading;
    QList<std::function<BroughtFiles()>> m_waiting; ///< to be read
    QList<Table> m_tables;                          ///< to be shown, one after the other
    QPointer<ImportDialog> m_dialog;
    bool m_isBusy = false; ///< with reading, or until a batch is open
    QStringList m_remarks; ///< not told yet
};

} // namespace ui
