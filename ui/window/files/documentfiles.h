// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/batchfile.h"
#include "session/latesttask.h"
#include "window/files/diskcheck.h"
#include "window/files/filewatch.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>
#include <optional>

class QDialog;
class QWidget;

namespace ui {

class BatchDocument;
struct WrittenBatch;

/// Brings batch files into the document and back to disk, and asks before unsaved work is given
/// up. Reading and writing happen in the thread pool; what comes of it is told by signals. While a
/// file is being written, the document stays: another one waits for its turn.
///
/// A file that others change while it is open is read anew where nothing here would be lost by
/// it. Where both changed, a person decides (MergeDialog), and until then a save writes nothing.
/// A file that is gone makes the document count as modified: what is here is the only copy.
class DocumentFiles : public QObject
{
    Q_OBJECT
public:
    /// What is to be done when a file is written, or open.
    using Then = std::function<void()>;

    /// Dialogs stand over `window`.
    DocumentFiles(BatchDocument *document, QWidget *window);

    /// What the file dialogs and the recent list show; the latest first.
    QStringList recentFiles() const;
    void clearRecentFiles();
    /// Where a file dialog begins.
    QString startFolder() const;

    void newBatch();
    /// `then` runs when the file is open, and not otherwise.
    void open(const QString &path, const Then &then = {});
    void openByDialog();
    /// `then` runs when the file is safely written, and not otherwise.
    void save(const Then &then = {});
    void saveAs(const Then &then = {});
    /// Writes the batch to `path`. In another folder than before its relative paths are written
    /// such that they mean the same files as they did.
    void saveTo(const QString &path, const Then &then = {});
    /// Writes the file in the house's layout: its comments within are gone, and odd layouts can
    /// stand in the way of nothing any more.
    void saveClean(const QString &path, const Then &then = {});
    bool isWriting() const { return m_isWriting; }
    /// Runs `proceed` when the document holds nothing unsaved, or the person gives that up.
    void whenSafeToReplace(const Then &proceed);
    /// Looks whether others have changed the file, as it does by itself where the system tells of
    /// changes.
    void checkDisk();
    /// Shows what was changed here and on the disk, for the person to decide.
    void compare();

signals:
    void opened(const QString &path);
    /// The file as a whole could not be read; the document is as it was.
    void openFailed(const QString &path, const QList<config::Diagnostic> &errors);
    void saved(const QString &path);
    /// `cleanHelps`: the text can't be changed as it is laid out; saveClean() can, with `then` that
    /// still waits for it.
    void saveFailed(const QString &path, const QString &message, bool cleanHelps,
                    const std::function<void()> &then);
    /// The batch was saved in another folder, and it can't be said of these jobs, by their names,
    /// that they still start from the same files: variables name them.
    void filesUnsure(const QString &path, const QStringList &jobs);
    /// Others changed the file, or, where `byIncluded`, one that it includes, and it was read anew.
    void reloaded(const QString &path, bool byIncluded);
    /// Others changed the file, or, where `byIncluded`, one that it includes, and what is there
    /// can't take the place of what is here.
    void changedToBroken(const QString &path, const QList<config::Diagnostic> &errors,
                         bool byIncluded);
    /// Others changed the file, and so did the person here: see compare().
    void bothChanged(const QString &path);
    /// Others deleted or moved the file. The next save writes it again.
    void gone(const QString &path);
    /// What others did to the file is settled, or undone by them.
    void settled();
    void recentFilesChanged();

private:
    // Opening and saving (documentfiles.cpp)
    void read(const QString &path, const Then &then);
    void show(const config::BatchFile &file, const Then &then);
    void write(const QString &path, const Then &then, config::Layout layout);
    void written(const QString &path, const batch::BatchSource &source, const WrittenBatch &outcome,
                 const Then &then);
    void takeWritten(const batch::BatchSource &source, const WrittenBatch &outcome);
    void goOn();
    void remember(const QString &path);

    // What others do to the file (diskchanges.cpp)
    void meet(const DiskCheck &check);
    void noteBack();
    void settle();
    void watch();

    BatchDocument *m_document;
    QWidget *m_window;
    FileWatch m_watch;
    LatestTask<tl::expected<config::BatchFile, QList<config::Diagnostic>>> m_reading;
    LatestTask<WrittenBatch> m_writing;
    LatestTask<DiskCheck> m_checking;
    Then m_whenRead; ///< of the file that is being read
    bool m_isWriting = false;
    QList<Then> m_waiting;    ///< what waits for the end of that, in turn
    int m_generation = 0;     ///< counts the documents that were shown
    bool m_isTouched = false; ///< edited, or saved, since another file is being read
    std::optional<config::BatchFile> m_theirs; ///< on the disk, while a person is to decide
    bool m_isGone = false;                     ///< from the disk
    QPointer<QDialog> m_comparing;
};

} // namespace ui
