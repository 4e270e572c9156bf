// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/documentfiles.h"

#include "session/batchdocument.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxRecentFiles = 10;

QString filters()
{
    return DocumentFiles::tr("Batch files (*.yaml *.yml *.json);;All files (*)");
}

} // namespace

DocumentFiles::DocumentFiles(BatchDocument *document, QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_window(window)
{
}

QStringList DocumentFiles::recentFiles() const
{
    return QSettings().value(u"recentFiles"_s).toStringList();
}

void DocumentFiles::clearRecentFiles()
{
    QSettings().remove(u"recentFiles"_s);
    emit recentFilesChanged();
}

void DocumentFiles::remember(const QString &path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    files.resize(std::min(files.size(), maxRecentFiles));
    QSettings().setValue(u"recentFiles"_s, files);
    emit recentFilesChanged();
}

QString DocumentFiles::startFolder() const
{
    if (!m_document->path().isEmpty())
        return QFileInfo(m_document->path()).absolutePath();
    const QStringList recent = recentFiles();
    return recent.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                            : QFileInfo(recent.first()).absolutePath();
}

void DocumentFiles::newBatch()
{
    whenSafeToReplace([this] {
        m_reading.cancel();
        m_document->reset();
    });
}

void DocumentFiles::open(const QString &path)
{
    whenSafeToReplace([this, path] { read(path); });
}

void DocumentFiles::openByDialog()
{
    whenSafeToReplace([this] {
        auto *dialog = new QFileDialog(m_window, tr("Open a batch"), startFolder(), filters());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, &DocumentFiles::read);
        dialog->open();
    });
}

void DocumentFiles::read(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    m_reading.start(
        [absolute] { return config::readBatchFile(absolute); },
        [this, absolute](const tl::expected<config::BatchFile, QList<config::Diagnostic>> &file) {
            if (!file) {
                emit openFailed(absolute, file.error());
                return;
            }
            m_document->reset(*file);
            remember(absolute);
            emit opened(absolute);
        });
}

void DocumentFiles::save(const std::function<void()> &then)
{
    if (m_document->path().isEmpty())
        saveAs(then);
    else
        write(m_document->path(), then);
}

void DocumentFiles::saveAs(const std::function<void()> &then)
{
    auto *dialog = new QFileDialog(m_window, tr("Save the batch as"), startFolder(), filters());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"yaml"_s);
    if (m_document->path().isEmpty())
        dialog->selectFile(tr("batch") + u".yaml"_s);
    else
        dialog->selectFile(m_document->path());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, then](const QString &path) { write(path, then); });
    dialog->open();
}

void DocumentFiles::write(const QString &path, const std::function<void()> &then)
{
    if (m_isWriting) {
        // Two writes at once could leave the older text.
        m_writeNext = [this, path, then] { write(path, then); };
        return;
    }
    m_isWriting = true;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const batch::Batch batch = m_document->batch();
    m_writing.start(
        [batch, origin = m_document->origin(), absolute] {
            return config::saveBatchFile(batch, absolute, origin ? &*origin : nullptr);
        },
        [this, absolute, batch, then](const tl::expected<config::BatchFile, QString> &file) {
            written(absolute, batch, file, then);
        });
}

void DocumentFiles::written(const QString &path, const batch::Batch &batch,
                            const tl::expected<config::BatchFile, QString> &file,
                            const std::function<void()> &then)
{
    m_isWriting = false;
    if (file) {
        // An edit made while the file was being written is not in it.
        const bool editedSince = m_document->batch() != batch;
        m_document->markSaved(*file);
        if (editedSince)
            m_document->undoStack()->resetClean();
        remember(path);
        emit saved(path);
    } else {
        emit saveFailed(path, file.error());
    }
    const auto next = std::exchange(m_writeNext, {});
    if (file && then)
        whenSafeToReplace(then);
    if (next)
        next();
}

void DocumentFiles::whenSafeToReplace(const std::function<void()> &proceed)
{
    if (!m_document->isModified()) {
        proceed();
        return;
    }
    const QString name =
        m_document->path().isEmpty() ? tr("this batch") : QFileInfo(m_document->path()).fileName();
    auto *question = new QMessageBox(QMessageBox::NoIcon, tr("Unsaved changes"),
                                     tr("Save the changes to %1?").arg(name), {}, m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("What is not saved will be gone."));
    QPushButton *save = question->addButton(tr("Save"), QMessageBox::AcceptRole);
    QPushButton *discard = question->addButton(tr("Don't save"), QMessageBox::DestructiveRole);
    QPushButton *cancel = question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    question->setDefaultButton(save);
    question->setEscapeButton(cancel);
    connect(save, &QPushButton::clicked, this, [this, proceed] { this->save(proceed); });
    connect(discard, &QPushButton::clicked, this, [proceed] { proceed(); });
    question->open();
}

} // namespace ui
