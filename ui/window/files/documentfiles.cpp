// SPDX-License-Identifier: GPL-3.0-or-later
//
// Opening and saving.
#include "window/files/documentfiles.h"

#include "batch/references/relocation.h"
#include "session/document/batchdocument.h"
#include "window/files/batchwriting.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxRecentFiles = 10;

QString filters()
{
    return DocumentFiles::tr("Batch files (*.yaml *.yml *.json);;All files (*)");
}

QString folderOf(const QString &path)
{
    return QFileInfo(path).absolutePath();
}

} // namespace

DocumentFiles::DocumentFiles(BatchDocument *document, QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_window(window)
{
    connect(&m_watch, &FileWatch::maybeChanged, this, &DocumentFiles::checkDisk);
    connect(document, &BatchDocument::wasReset, this, [this] {
        ++m_generation;
        m_checking.cancel();
        m_isGone = false;
        settle();
    });
    connect(document, &BatchDocument::pathChanged, this, &DocumentFiles::watch);
    connect(document->undoStack(), &QUndoStack::indexChanged, this, [this] { m_isTouched = true; });
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
        m_whenRead = {};
        m_document->reset();
    });
}

void DocumentFiles::open(const QString &path, const Then &then)
{
    whenSafeToReplace([this, path, then] { read(path, then); });
}

void DocumentFiles::openByDialog()
{
    whenSafeToReplace([this] {
        auto *dialog = new QFileDialog(m_window, tr("Open a batch"), startFolder(), filters());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this,
                [this](const QString &path) { read(path, {}); });
        dialog->open();
    });
}

void DocumentFiles::read(const QString &path, const Then &then)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    m_isTouched = false;
    m_whenRead = then;
    m_reading.start(
        [absolute] { return config::readBatchFile(absolute); },
        [this, absolute](const tl::expected<config::BatchFile, QList<config::Diagnostic>> &file) {
            const Then whenRead = std::exchange(m_whenRead, {});
            if (!file)
                emit openFailed(absolute, file.error());
            else if (m_isTouched || m_isWriting)
                whenSafeToReplace([this, file = *file, whenRead] { show(file, whenRead); });
            else
                show(*file, whenRead);
        });
}

void DocumentFiles::show(const config::BatchFile &file, const Then &then)
{
    m_document->reset(file);
    watch();
    remember(file.path);
    emit opened(file.path);
    if (then)
        then();
}

void DocumentFiles::save(const Then &then)
{
    if (m_document->path().isEmpty())
        saveAs(then);
    else
        saveTo(m_document->path(), then);
}

void DocumentFiles::saveAs(const Then &then)
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
            [this, then](const QString &path) { saveTo(path, then); });
    dialog->open();
}

void DocumentFiles::saveTo(const QString &path, const Then &then)
{
    write(path, then, config::Layout::Kept);
}

void DocumentFiles::saveClean(const QString &path, const Then &then)
{
    write(path, then, config::Layout::Clean);
}

void DocumentFiles::write(const QString &path, const Then &then, config::Layout layout)
{
    m_isTouched = true;
    if (m_isWriting) {
        // Two writes at once could leave the older text.
        m_waiting.append([this, path, then, layout, generation = m_generation] {
            if (generation == m_generation)
                write(path, then, layout);
        });
        return;
    }
    m_isWriting = true;
    m_checking.cancel();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const batch::BatchSource source = m_document->source();
    m_writing.start([source, origin = m_document->origin(), versions = m_document->versions(),
                     absolute,
                     layout] { return writeToDisk(source, origin, versions, absolute, layout); },
                    [this, absolute, source, then](const WrittenBatch &outcome) {
                        written(absolute, source, outcome, then);
                    });
}

void DocumentFiles::written(const QString &path, const batch::BatchSource &source,
                            const WrittenBatch &outcome, const Then &then)
{
    m_isWriting = false;
    if (outcome.file) {
        takeWritten(source, outcome);
        m_isGone = false;
        watch();
        settle();
        remember(path);
        emit saved(path);
        if (outcome.moved && !outcome.moved->otherwise.isEmpty())
            emit filesUnsure(path, outcome.moved->otherwise);
        // What it includes was not looked at.
        if (!outcome.file->includedFiles.isEmpty())
            checkDisk();
    } else if (outcome.others) {
        meet(*outcome.others);
        compare();
    } else {
        emit saveFailed(path, outcome.file.error(), outcome.cleanHelps, then);
    }
    if (outcome.file && then)
        whenSafeToReplace(then);
    goOn();
}

void DocumentFiles::takeWritten(const batch::BatchSource &source, const WrittenBatch &outcome)
{
    // An edit made while the file was being written is not in it.
    const bool editedSince = m_document->source() != source;
    if (outcome.moved && outcome.moved->source != source) {
        const QString from = folderOf(m_document->path());
        const QString to = folderOf(outcome.file->path);
        m_document->markSavedElsewhere(*outcome.file,
                                       editedSince
                                           ? batch::relocated(m_document->source(), from, to).source
                                           : outcome.moved->source);
        return;
    }
    m_document->markSaved(*outcome.file, outcome.layout);
    if (editedSince)
        m_document->undoStack()->resetClean();
}

void DocumentFiles::goOn()
{
    while (!m_isWriting && !m_waiting.isEmpty())
        m_waiting.takeFirst()();
}

void DocumentFiles::whenSafeToReplace(const Then &proceed)
{
    if (m_isWriting) {
        // Only then is it known what is unsaved.
        m_waiting.append([this, proceed] { whenSafeToReplace(proceed); });
        return;
    }
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
