// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/batchfile.h"
#include "session/latesttask.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <functional>

class QWidget;

namespace ui {

class BatchDocument;

/// Brings batch files into the document and back to disk, and asks before unsaved work is given
/// up. Reading and writing happen in the thread pool; what comes of it is told by signals.
class DocumentFiles : public QObject
{
    Q_OBJECT
public:
    /// Dialogs stand over `window`.
    DocumentFiles(BatchDocument *document, QWidget *window);

    /// What the file dialogs and the recent list show; the latest first.
    QStringList recentFiles() const;
    void clearRecentFiles();

    void newBatch();
    void open(const QString &path);
    void openByDialog();
    /// `then` runs when the file is safely written, and not otherwise.
    void save(const std::function<void()> &then = {});
    void saveAs(const std::function<void()> &then = {});
    /// Runs `proceed` when the document holds nothing unsaved, or the person gives that up.
    void whenSafeToReplace(const std::function<void()> &proceed);

signals:
    void opened(const QString &path);
    /// The file as a whole could not be read; the document is as it was.
    void openFailed(const QString &path, const QList<config::Diagnostic> &errors);
    void saved(const QString &path);
    void saveFailed(const QString &path, const QString &message);
    void recentFilesChanged();

private:
    void read(const QString &path);
    void write(const QString &path, const std::function<void()> &then);
    void written(const QString &path, const batch::Batch &batch,
                 const tl::expected<config::BatchFile, QString> &file,
                 const std::function<void()> &then);
    void remember(const QString &path);
    QString startFolder() const;

    BatchDocument *m_document;
    QWidget *m_window;
    LatestTask<tl::expected<config::BatchFile, QList<config::Diagnostic>>> m_reading;
    LatestTask<tl::expected<config::BatchFile, QString>> m_writing;
    bool m_isWriting = false;
    std::function<void()> m_writeNext; ///< asked for while another write was under way
};

} // namespace ui
