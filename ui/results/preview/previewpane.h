// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/mediainfo.h"
#include "results/gallery/tile.h"
#include "session/latesttask.h"

#include <QDateTime>
#include <QWidget>

#include <optional>

class QAction;
class QHBoxLayout;
class QPlainTextEdit;
class QStackedWidget;
class QToolButton;

namespace ui {

class ElidedLabel;
class FileActions;
class ImagePreview;
class JobCard;
class VideoPreview;

/// The chosen result, large: its picture or clip, or its state in words where there is none; what
/// made it, what it cost, and what to do with its file. Left and Right ask for its neighbours.
class PreviewPane : public QWidget
{
    Q_OBJECT
public:
    explicit PreviewPane(QWidget *parent = nullptr);
    ~PreviewPane() override;

    /// Keeps zoom and position where only the words changed.
    void show(const Subject &subject);
    using QWidget::show;
    /// Lets go of the file.
    void clear();
    /// The file may be another now, or gone.
    void recheck();

    const std::optional<Subject> &subject() const { return m_subject; }
    ImagePreview *imagePreview() const { return m_image; }
    VideoPreview *videoPreview() const { return m_video; }
    /// The words that stand in place of a picture.
    JobCard *jobCard() const { return m_card; }
    QAction *openAction() const { return m_open; }
    QAction *folderAction() const { return m_folder; }
    QAction *copyAction() const { return m_copy; }

signals:
    /// To the next result, or the one before: 1 or -1.
    void stepWanted(int by);
    void problem(const QString &message);
    /// The person wants a video that begins with the picture that is shown.
    void videoWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What a look at the file gave.
    struct Look
    {
        tl::expected<media::MediaInfo, QString> facts;
        QDateTime modified; ///< when the file was, in the moment before
    };

    QAction *addFileAction(const QString &icon, const QString &text, const QString &toolTip,
                           const QKeySequence &shortcut);
    QWidget *buildPages();
    void addActionButtons(QHBoxLayout *row);
    QToolButton *addButton(QAction *action, QHBoxLayout *row);
    void showActions();
    void openFile();
    void readFacts();
    void takeFacts(const Look &look);
    void showFacts();
    void showFileProblem(const QString &message);
    QString path() const { return m_subject ? m_subject->tile.path : QString(); }

    std::optional<Subject> m_subject;
    std::optional<media::MediaInfo> m_facts;
    QDateTime m_modified;       ///< the file that `m_facts` are of
    bool m_fileProblem = false; ///< was said for the present file
    LatestTask<Look> m_reading;

    FileActions *m_files = nullptr;
    ElidedLabel *m_name = nullptr;
    ElidedLabel *m_model = nullptr;
    ElidedLabel *m_factsLine = nullptr;
    QStackedWidget *m_pages = nullptr;
    QWidget *m_imagePage = nullptr;
    ImagePreview *m_image = nullptr;
    VideoPreview *m_video = nullptr;
    JobCard *m_card = nullptr;
    QPlainTextEdit *m_prompt = nullptr;
    QAction *m_makeVideo = nullptr;
    QToolButton *m_videoButton = nullptr;
    QAction *m_open = nullptr;
    QAction *m_folder = nullptr;
    QAction *m_copy = nullptr;
};

} // namespace ui
