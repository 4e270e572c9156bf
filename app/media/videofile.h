// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <QImage>
#include <QSize>
#include <QString>
#include <QTransform>

#include <tl/expected.hpp>

#include <memory>

namespace media {

struct FreeFfmpeg
{
    void operator()(AVFormatContext *context) const { avformat_close_input(&context); }
    void operator()(AVCodecContext *context) const { avcodec_free_context(&context); }
    void operator()(AVFrame *frame) const { av_frame_free(&frame); }
    void operator()(AVPacket *packet) const { av_packet_free(&packet); }
};
using FramePtr = std::unique_ptr<AVFrame, FreeFfmpeg>;

/// A video file that is open for reading, for use inside of `media`: its best picture stream and,
/// once a frame is asked for, that stream's decoder. Local MP4, MOV and WebM files only; FFmpeg
/// may follow no other path or address that a file names. One thread at a time.
class VideoFile
{
public:
    /// The error is FFmpeg's own word for it.
    static tl::expected<VideoFile, QString> open(const QString &path);

    QSize displaySize() const; ///< px, upright, square pixels
    double duration() const;   ///< s; 0 where unknown
    double fps() const;        ///< 0 where unknown
    bool hasAudio() const;
    QString codec() const;

    /// The next picture in the order they are shown; null at the end and where no more can be
    /// decoded.
    FramePtr nextFrame();
    /// When a frame of this file is shown, s from the beginning.
    double timeOf(const AVFrame &frame) const;
    /// A frame as it is to be seen, within `box` px (not enlarged; empty: full size).
    QImage imageOf(const AVFrame &frame, QSize box) const;

private:
    VideoFile() = default;
    bool openDecoder();
    QTransform orientation() const;
    QSize squarePixels(const AVFrame *frame) const;

    std::unique_ptr<AVFormatContext, FreeFfmpeg> m_format;
    AVStream *m_stream = nullptr; ///< m_format's
    std::unique_ptr<AVCodecContext, FreeFfmpeg> m_decoder;
    bool m_decoderFailed = false;
    bool m_drained = false; ///< the file's end was given to the decoder
};

} // namespace media
