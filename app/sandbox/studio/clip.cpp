// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/studio/clip.h"

#include "sandbox/studio/frames.h"
#include "sandbox/studio/picture.h"
#include "sandbox/studio/soundtrack.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <memory>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
}

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int frameRate = 24;

struct Free
{
    void operator()(AVCodecContext *context) const { avcodec_free_context(&context); }
    void operator()(AVFrame *frame) const { av_frame_free(&frame); }
    void operator()(AVPacket *packet) const { av_packet_free(&packet); }
    void operator()(AVFormatContext *format) const
    {
        avio_closep(&format->pb);
        avformat_free_context(format);
    }
};

template <typename T>
using Owned = std::unique_ptr<T, Free>;

/// A step of the encoding that failed, with FFmpeg's error code.
struct Failure
{
    QString step;
    int code = 0;

    QString message() const
    {
        char text[AV_ERROR_MAX_STRING_SIZE] = {};
        av_strerror(code, text, sizeof text);
        return u"%1: %2"_s.arg(step, QString::fromUtf8(text));
    }
};

void must(int code, const char *step)
{
    if (code < 0)
        throw Failure{QString::fromUtf8(step), code};
}

/// One track of the file: its encoder, and the stream that it fills.
struct Track
{
    Owned<AVCodecContext> encoder;
    Owned<AVFrame> frame{av_frame_alloc()};
    AVStream *stream = nullptr;
};

/// Writes one clip. FFmpeg's calls can all fail; inside they throw Failure, and `encodeClip`
/// turns that into its error.
class Writer
{
public:
    Writer(const Order &order, const QString &path)
        : m_order(order)
        , m_frames(order, frameRate)
        , m_sound(pictureSeed(order), order.duration)
        , m_samples(std::llround(order.duration * Soundtrack::rate))
    {
        const QByteArray file = QFile::encodeName(path);
        AVFormatContext *format = nullptr;
        must(avformat_alloc_output_context2(&format, nullptr, "mp4", file.constData()), "MP4");
        m_format.reset(format);
        openPicture();
        openSound();
        must(avio_open(&m_format->pb, file.constData(), AVIO_FLAG_WRITE), file.constData());
        AVDictionary *options = nullptr;
        av_dict_set(&options, "movflags", "+faststart", 0);
        const int code = avformat_write_header(m_format.get(), &options);
        av_dict_free(&options);
        must(code, "the file's head");
    }

    void write(const std::atomic_bool &stop)
    {
        qint64 sample = 0;
        for (int frame = 0; frame < m_frames.count() && !stop; ++frame) {
            writeFrame(frame);
            const auto until = static_cast<qint64>(frame + 1) * Soundtrack::rate / frameRate;
            while (sample < std::min(until, m_samples))
                sample += writeSound(sample);
        }
        while (sample < m_samples && !stop)
            sample += writeSound(sample);
        if (stop)
            throw Failure{u"the sandbox stops"_s, AVERROR_EXIT};
        send(m_picture, nullptr);
        send(m_audio, nullptr);
        must(av_write_trailer(m_format.get()), "the file's end");
    }

private:
    void add(Track &track, const AVCodec *codec, AVDictionary **options)
    {
        if (m_format->oformat->flags & AVFMT_GLOBALHEADER)
            track.encoder->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
        must(avcodec_open2(track.encoder.get(), codec, options), codec->name);
        track.stream = avformat_new_stream(m_format.get(), nullptr);
        must(track.stream ? 0 : AVERROR(ENOMEM), "a stream");
        track.stream->time_base = track.encoder->time_base;
        must(avcodec_parameters_from_context(track.stream->codecpar, track.encoder.get()),
             codec->name);
    }

    void openPicture()
    {
        const AVCodec *codec = avcodec_find_encoder_by_name("libx264");
        must(codec ? 0 : AVERROR_ENCODER_NOT_FOUND, "libx264");
        m_picture.encoder.reset(avcodec_alloc_context3(codec));
        AVCodecContext &encoder = *m_picture.encoder;
        encoder.width = m_order.size.width();
        encoder.height = m_order.size.height();
        encoder.pix_fmt = AV_PIX_FMT_YUV420P;
        encoder.time_base = {1, frameRate};
        encoder.framerate = {frameRate, 1};
        encoder.gop_size = frameRate; // seeking lands within a second
        encoder.max_b_frames = 0;
        encoder.thread_count = 2;
        encoder.color_range = AVCOL_RANGE_MPEG;
        encoder.colorspace = AVCOL_SPC_BT709;
        encoder.color_primaries = AVCOL_PRI_BT709;
        encoder.color_trc = AVCOL_TRC_BT709;
        AVDictionary *options = nullptr;
        av_dict_set(&options, "preset", "ultrafast", 0);
        av_dict_set(&options, "crf", "23", 0);
        try {
            add(m_picture, codec, &options);
        } catch (const Failure &) {
            av_dict_free(&options);
            throw;
        }
        av_dict_free(&options);

        AVFrame &frame = *m_picture.frame;
        frame.format = encoder.pix_fmt;
        frame.width = encoder.width;
        frame.height = encoder.height;
        must(av_frame_get_buffer(&frame, 0), "a frame");
    }

    void openSound()
    {
        const AVCodec *codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
        must(codec ? 0 : AVERROR_ENCODER_NOT_FOUND, "AAC");
        m_audio.encoder.reset(avcodec_alloc_context3(codec));
        AVCodecContext &encoder = *m_audio.encoder;
        encoder.sample_rate = Soundtrack::rate;
        encoder.sample_fmt = AV_SAMPLE_FMT_FLTP;
        av_channel_layout_default(&encoder.ch_layout, 2);
        encoder.bit_rate = 96'000;
        encoder.time_base = {1, Soundtrack::rate};
        add(m_audio, codec, nullptr);

        AVFrame &frame = *m_audio.frame;
        frame.format = encoder.sample_fmt;
        frame.sample_rate = encoder.sample_rate;
        frame.nb_samples = encoder.frame_size;
        must(av_channel_layout_copy(&frame.ch_layout, &encoder.ch_layout), "sound");
        must(av_frame_get_buffer(&frame, 0), "sound");
    }

    void writeFrame(int number)
    {
        AVFrame &frame = *m_picture.frame;
        must(av_frame_make_writable(&frame), "a frame");
        m_frames.draw(number,
                      {frame.data[0], frame.data[1], frame.data[2], frame.linesize[0],
                       frame.linesize[1], frame.linesize[2]});
        frame.pts = number;
        send(m_picture, &frame);
    }

    /// Writes one frame of sound; returns how many samples it held.
    qint64 writeSound(qint64 from)
    {
        AVFrame &frame = *m_audio.frame;
        must(av_frame_make_writable(&frame), "sound");
        frame.nb_samples =
            static_cast<int>(std::min<qint64>(m_audio.encoder->frame_size, m_samples - from));
        auto *left = reinterpret_cast<float *>(frame.data[0]);
        auto *right = reinterpret_cast<float *>(frame.data[1]);
        for (int i = 0; i < frame.nb_samples; ++i) {
            const Soundtrack::Sample sample = m_sound.at(from + i);
            left[i] = sample.left;
            right[i] = sample.right;
        }
        frame.pts = from;
        send(m_audio, &frame);
        return frame.nb_samples;
    }

    /// Encodes a frame, or what is still inside without one, and writes what comes out.
    void send(Track &track, const AVFrame *frame)
    {
        must(avcodec_send_frame(track.encoder.get(), frame), "encoding");
        for (;;) {
            const int code = avcodec_receive_packet(track.encoder.get(), m_packet.get());
            if (code == AVERROR(EAGAIN) || code == AVERROR_EOF)
                return;
            must(code, "encoding");
            if (m_packet->duration == 0 && &track == &m_picture)
                m_packet->duration = 1;
            av_packet_rescale_ts(m_packet.get(), track.encoder->time_base, track.stream->time_base);
            m_packet->stream_index = track.stream->index;
            must(av_interleaved_write_frame(m_format.get(), m_packet.get()), "writing");
        }
    }

    const Order &m_order;
    Frames m_frames;
    Soundtrack m_sound;
    qint64 m_samples; ///< of the whole sound
    Owned<AVFormatContext> m_format;
    Owned<AVPacket> m_packet{av_packet_alloc()};
    Track m_picture;
    Track m_audio;
};

} // namespace

tl::expected<void, QString> encodeClip(const Order &order, const QString &path,
                                       const std::atomic_bool &stop)
{
    // x264 and the muxer report on themselves, which nobody asked for.
    av_log_set_level(AV_LOG_ERROR);
    try {
        Writer(order, path).write(stop);
    } catch (const Failure &failure) {
        QFile::remove(path);
        return tl::unexpected(failure.message());
    }
    return {};
}

} // namespace sandbox
