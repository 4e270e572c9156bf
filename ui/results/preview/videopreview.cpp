// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/preview/videopreview.h"

#include "look/icons.h"
#include "look/theme.h"
#include "media/picture.h"
#include "results/preview/clocktext.h"
#include "results/preview/seekslider.h"
#include "results/preview/videosurface.h"

#include <QAudioDevice>
#include <QAudioOutput>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMediaDevices>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>
#include <QVideoSink>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// Enough for a preview on any screen, and quick to decode.
constexpr QSize posterBox(1920, 1920);

} // namespace

VideoPreview::VideoPreview(QWidget *parent)
    : QWidget(parent)
    , m_surface(new VideoSurface(this))
    , m_slider(new SeekSlider(this))
    , m_time(new QLabel(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Video preview"));
    m_playButton = addButton(u"play"_s, tr("Play (Space)"));
    m_playButton->setAccessibleName(tr("Play"));
    m_loopButton = addButton(u"loop"_s, tr("Play again and again"));
    m_loopButton->setCheckable(true);
    m_loopButton->setChecked(m_looping);
    m_soundButton = addButton(u"sound"_s, tr("Mute"));
    m_slider->setAccessibleName(tr("Position"));
    m_slider->setToolTip(tr("Position in the clip"));
    m_time->setAccessibleName(tr("Time and length"));
    m_time->setAlignment(Qt::AlignCenter);

    auto *controls = new QHBoxLayout;
    controls->setSpacing(6);
    controls->addWidget(m_playButton);
    controls->addWidget(m_slider, 1);
    controls->addWidget(m_time);
    controls->addWidget(m_loopButton);
    controls->addWidget(m_soundButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    layout->addWidget(m_surface, 1);
    layout->addLayout(controls);

    connect(m_surface, &VideoSurface::pressed, this, &VideoPreview::togglePlaying);
    connect(m_playButton, &QToolButton::clicked, this, &VideoPreview::togglePlaying);
    connect(m_loopButton, &QToolButton::toggled, this, &VideoPreview::setLooping);
    connect(m_soundButton, &QToolButton::clicked, this, [this] { setMuted(!m_muted); });
    connect(m_slider, &SeekSlider::sought, this, &VideoPreview::seek);
    showTime();
}

VideoPreview::~VideoPreview() = default;

QToolButton *VideoPreview::addButton(const QString &name, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(name));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    return button;
}

void VideoPreview::open(const QString &path)
{
    release();
    m_path = path;
    m_known.reset();
    m_playWanted = false;
    m_duration = 0;
    showTime();
    m_opening.start(
        [path] {
            return Opened{media::probe(path), media::poster(path, posterBox)};
        },
        [this](const Opened &opened) { take(opened); });
}

void VideoPreview::take(const Opened &opened)
{
    m_known = opened.info;
    if (!opened.info) {
        m_surface->clear();
        emit failed(opened.info.error());
        return;
    }
    m_surface->setPoster(opened.poster, opened.info->size);
    m_duration = qRound64(opened.info->duration * 1000);
    m_soundButton->setEnabled(opened.info->hasAudio);
    showSound();
    showTime();
    emit loaded(*opened.info);
    if (std::exchange(m_playWanted, false))
        play();
}

void VideoPreview::clear()
{
    release();
    m_opening.cancel();
    m_path.clear();
    m_known.reset();
    m_playWanted = false;
    m_duration = 0;
    m_surface->clear();
    showTime();
}

void VideoPreview::release()
{
    m_wantedPosition = -1;
    if (m_player && !m_player->source().isEmpty()) {
        m_player->stop();
        m_player->setSource(QUrl());
    }
    showPlaying(false);
}

void VideoPreview::buildPlayer()
{
    m_player = std::make_unique<QMediaPlayer>();
    m_sink = std::make_unique<QVideoSink>();
    m_player->setVideoSink(m_sink.get());
    // An output without a device would be an error at every clip.
    if (!QMediaDevices::defaultAudioOutput().isNull()) {
        m_sound = std::make_unique<QAudioOutput>();
        m_sound->setMuted(m_muted);
        m_player->setAudioOutput(m_sound.get());
    }
    m_player->setLoops(m_looping ? QMediaPlayer::Infinite : QMediaPlayer::Once);
    connect(m_sink.get(), &QVideoSink::videoFrameChanged, m_surface, &VideoSurface::setFrame);
    connect(m_player.get(), &QMediaPlayer::mediaStatusChanged, this, &VideoPreview::noteStatus);
    connect(m_player.get(), &QMediaPlayer::seekableChanged, this, &VideoPreview::goToWanted);
    connect(m_player.get(), &QMediaPlayer::errorOccurred, this, &VideoPreview::noteError);
    connect(m_player.get(), &QMediaPlayer::positionChanged, this, &VideoPreview::showTime);
    connect(m_player.get(), &QMediaPlayer::playbackStateChanged, this,
            [this] { showPlaying(isPlaying()); });
}

void VideoPreview::ensureSource()
{
    if (!m_player)
        buildPlayer();
    const QUrl source = QUrl::fromLocalFile(m_path);
    if (m_player->source() != source)
        m_player->setSource(source);
}

void VideoPreview::noteStatus(QMediaPlayer::MediaStatus status)
{
    // A backend that doesn't count loops ends here.
    if (status == QMediaPlayer::EndOfMedia && m_looping)
        m_player->play();
    else
        goToWanted();
}

void VideoPreview::goToWanted()
{
    // A player drops a position that it is given before it knows that the file can be sought in.
    const QMediaPlayer::MediaStatus status = m_player->mediaStatus();
    const bool open = status == QMediaPlayer::LoadedMedia || status == QMediaPlayer::BufferedMedia;
    if (m_wantedPosition >= 0 && open && m_player->isSeekable())
        m_player->setPosition(std::exchange(m_wantedPosition, -1));
}

void VideoPreview::noteError(QMediaPlayer::Error error, const QString &words)
{
    if (error == QMediaPlayer::NoError || m_path.isEmpty())
        return;
    const QString name = QFileInfo(m_path).fileName();
    release();
    emit failed(tr("“%1” can't be played: %2. Open file plays it in another program.")
                    .arg(name, words.isEmpty() ? tr("unknown error") : words));
}

bool VideoPreview::isPlaying() const
{
    return m_player && m_player->playbackState() == QMediaPlayer::PlayingState;
}

bool VideoPreview::isLooping() const
{
    return m_looping;
}

bool VideoPreview::isMuted() const
{
    return m_muted;
}

qint64 VideoPreview::position() const
{
    if (m_wantedPosition >= 0)
        return m_wantedPosition;
    return m_player ? m_player->position() : 0;
}

qint64 VideoPreview::duration() const
{
    return m_player && m_player->duration() > 0 ? m_player->duration() : m_duration;
}

const QImage &VideoPreview::picture() const
{
    return m_surface->picture();
}

void VideoPreview::play()
{
    // A file that can't be read never reaches the player: Qt 6.4's FFmpeg backend crashes on it.
    if (!m_known) {
        m_playWanted = !m_path.isEmpty();
    } else if (!*m_known) {
        emit failed(m_known->error());
    } else {
        ensureSource();
        m_player->play();
    }
}

void VideoPreview::pause()
{
    if (isPlaying())
        m_player->pause();
}

void VideoPreview::togglePlaying()
{
    if (isPlaying())
        pause();
    else
        play();
}

void VideoPreview::seek(qint64 milliseconds)
{
    if (!m_known || !*m_known)
        return;
    ensureSource();
    const qint64 wanted = qBound<qint64>(0, milliseconds, qMax<qint64>(0, duration()));
    m_wantedPosition = wanted;
    // A stopped player has no picture: it opens the file, stands still, and then goes there.
    if (m_player->playbackState() == QMediaPlayer::StoppedState)
        m_player->pause();
    goToWanted();
    showTime();
}

void VideoPreview::setLooping(bool looping)
{
    m_looping = looping;
    m_loopButton->setChecked(looping);
    if (m_player)
        m_player->setLoops(looping ? QMediaPlayer::Infinite : QMediaPlayer::Once);
}

void VideoPreview::setMuted(bool muted)
{
    m_muted = muted;
    showSound();
    if (m_sound)
        m_sound->setMuted(muted);
}

void VideoPreview::showSound()
{
    const QString text = !m_soundButton->isEnabled() ? tr("This clip has no sound")
        : m_muted                                    ? tr("Sound on")
                                                     : tr("Mute");
    m_soundButton->setIcon(icon(m_muted ? u"mute"_s : u"sound"_s));
    m_soundButton->setToolTip(text);
    m_soundButton->setAccessibleName(text);
}

void VideoPreview::showPlaying(bool playing)
{
    const QString text = playing ? tr("Pause (Space)") : tr("Play (Space)");
    m_playButton->setIcon(icon(playing ? u"pause"_s : u"play"_s));
    m_playButton->setToolTip(text);
    m_playButton->setAccessibleName(playing ? tr("Pause") : tr("Play"));
    m_surface->setResting(!playing);
}

void VideoPreview::showTime()
{
    m_slider->setEnabled(duration() > 0);
    m_slider->setRange(0, static_cast<int>(duration()));
    if (!m_slider->isSliderDown())
        m_slider->setValue(static_cast<int>(position()));
    const QString whole = clockText(duration());
    m_time->setText(
        tr("%1 / %2", "position and length of a clip").arg(clockText(position()), whole));
    m_time->setMinimumWidth(figureWidth(m_time->fontMetrics(), tr("%1 / %2").arg(whole, whole)));
}

void VideoPreview::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space)
        togglePlaying();
    else
        QWidget::keyPressEvent(event);
}

void VideoPreview::hideEvent(QHideEvent *event)
{
    pause();
    QWidget::hideEvent(event);
}

} // namespace ui
