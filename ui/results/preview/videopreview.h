// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/mediainfo.h"
#include "session/latesttask.h"

#include <QImage>
#include <QMediaPlayer>
#include <QWidget>

#include <memory>
#include <optional>

class QAudioOutput;
class QLabel;
class QToolButton;
class QVideoSink;

namespace ui {

class SeekSlider;
class VideoSurface;

/// Plays a clip. At first its poster is shown and nothing is open but by the thread pool: the
/// player takes the file when the person presses play or seeks, and lets go of it when another
/// clip or none is shown. Loops unless told otherwise. Sound is on, since nothing plays by itself;
/// the person's choice of loop and sound holds for the clips after it.
///
/// Space plays and pauses.
class VideoPreview : public QWidget
{
    Q_OBJECT
public:
    explicit VideoPreview(QWidget *parent = nullptr);
    ~VideoPreview() override;

    /// Shows this clip's poster, ready to play.
    void open(const QString &path);
    /// Shows nothing and holds no file.
    void clear();

    bool isPlaying() const;
    bool isLooping() const;
    bool isMuted() const;
    qint64 position() const; ///< ms
    qint64 duration() const; ///< ms; 0 while unknown
    /// What is seen at this moment: a frame, or the poster.
    const QImage &picture() const;

public slots:
    void play();
    void pause();
    void togglePlaying();
    void seek(qint64 milliseconds);
    void setLooping(bool looping);
    void setMuted(bool muted);

signals:
    /// The file's facts and poster are there.
    void loaded(const media::MediaInfo &info);
    void failed(const QString &message);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Opened
    {
        tl::expected<media::MediaInfo, QString> info;
        QImage poster;
    };

    QToolButton *addButton(const QString &icon, const QString &text);
    void buildPlayer();
    /// Makes the player take the file, where it hasn't yet.
    void ensureSource();
    void take(const Opened &opened);
    void noteStatus(QMediaPlayer::MediaStatus status);
    /// To m_wantedPosition, as soon as the player can.
    void goToWanted();
    void noteError(QMediaPlayer::Error error, const QString &words);
    void showPlaying(bool playing);
    void showTime();
    void showSound();
    void release();

    VideoSurface *m_surface = nullptr;
    QToolButton *m_playButton = nullptr;
    QToolButton *m_loopButton = nullptr;
    QToolButton *m_soundButton = nullptr;
    SeekSlider *m_slider = nullptr;
    QLabel *m_time = nullptr;

    QString m_path;
    /// Nothing until the thread pool has looked at the file.
    std::optional<tl::expected<media::MediaInfo, QString>> m_known;
    bool m_playWanted = false;    ///< as soon as it is known
    qint64 m_duration = 0;        ///< ms
    qint64 m_wantedPosition = -1; ///< ms; where to go once the file is open
    bool m_looping = true;
    bool m_muted = false;
    std::unique_ptr<QMediaPlayer> m_player; ///< made when it is first needed
    std::unique_ptr<QVideoSink> m_sink;
    std::unique_ptr<QAudioOutput> m_sound;
    LatestTask<Opened> m_opening;
};

} // namespace ui
