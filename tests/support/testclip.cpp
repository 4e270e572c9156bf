// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testclip.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/display.h>
#include <libavutil/opt.h>
}

#include <cmath>
#include <cstring>
#include <memory>

namespace {

struct Free
{
    void operator()(AVFormatContext *context) const
    {
        avio_closep(&context->pb);
        avformat_free_context(context);
    }
    void operator()(AVCodecContext *context) const { avcodec_free_context(&context); }
    void operator()(AVFrame *frame) const { av_frame_free(&frame); }
    void operator()(AVPacket *packet) const { av_packet_free(&packet); }
};
using Codec = std::unique_ptr<AVCodecContext, Free>;

bool setTurn(AVStream *stream, int degrees)
{
    const size_t size = 9 * sizeof(int32_t);
#if LIBAVCODEC_VERSION_INT >= AV_VERSION_INT(60, 31, 102)
    AVPacketSideData *data = av_packet_side_data_new(&stream->codecpar->coded_side_data,
                                                     &stream->codecpar->nb_coded_side_data,
                                                     AV_PKT_DATA_DISPLAYMATRIX, size, 0);
    auto *matrix = data ? reinterpret_cast<int32_t *>(data->data) : nullptr;
#else
    auto *matrix = reinterpret_cast<int32_t *>(
        av_stream_new_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, size));
#endif
    // FFmpeg counts the matrix's degrees clockwise when setting and the other way when getting.
    if (matrix)
        av_display_rotation_set(matrix, degrees);
    return matrix != nullptr;
}

class Writer
{
public:
    bool open(const TestClip &clip, const QString &path)
    {
        m_clip = clip;
        AVFormatContext *context = nullptr;
        avformat_alloc_output_context2(&context, nullptr, "mp4", nullptr);
        m_format.reset(context);
        return context && openVideo() && (!clip.sound || openAudio())
            && avio_open(&context->pb, path.toUtf8().constData(), AVIO_FLAG_WRITE) >= 0
            && avformat_write_header(context, nullptr) >= 0;
    }

    bool write()
    {
        const int frames = qRound(m_clip.duration * m_clip.fps);
        for (int i = 0; i < frames; ++i) {
            if (!writePicture(i, frames) || !writeSound((i + 1) / double(m_clip.fps)))
                return false;
        }
        return encode(m_video.get(), nullptr, m_pictures)
            && (!m_audio || encode(m_audio.get(), nullptr, m_tones))
            && av_write_trailer(m_format.get()) >= 0;
    }

private:
    bool openVideo()
    {
        const AVCodec *codec = avcodec_find_encoder(AV_CODEC_ID_H264);
        m_video.reset(avcodec_alloc_context3(codec));
        if (!codec || !m_video)
            return false;
        m_video->width = m_clip.size.width();
        m_video->height = m_clip.size.height();
        m_video->pix_fmt = AV_PIX_FMT_YUV420P;
        m_video->time_base = {1, m_clip.fps};
        m_video->framerate = {m_clip.fps, 1};
        m_video->sample_aspect_ratio = {m_clip.pixelAspect, 1};
        m_video->gop_size = m_clip.fps;
        m_video->thread_count = 1;
        av_opt_set(m_video->priv_data, "preset", "ultrafast", 0);
        m_pictures = addStream(m_video.get(), codec);
        return m_pictures && (m_clip.turn == 0 || setTurn(m_pictures, m_clip.turn));
    }

    bool openAudio()
    {
        const AVCodec *codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
        m_audio.reset(avcodec_alloc_context3(codec));
        if (!codec || !m_audio)
            return false;
        m_audio->sample_rate = 44100;
        m_audio->sample_fmt = AV_SAMPLE_FMT_FLTP;
        m_audio->time_base = {1, 44100};
        av_channel_layout_default(&m_audio->ch_layout, 1);
        m_tones = addStream(m_audio.get(), codec);
        return m_tones != nullptr;
    }

    AVStream *addStream(AVCodecContext *encoder, const AVCodec *codec)
    {
        if (m_format->oformat->flags & AVFMT_GLOBALHEADER)
            encoder->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
        AVStream *stream = avformat_new_stream(m_format.get(), nullptr);
        if (!stream || avcodec_open2(encoder, codec, nullptr) < 0
            || avcodec_parameters_from_context(stream->codecpar, encoder) < 0)
            return nullptr;
        stream->time_base = encoder->time_base;
        stream->sample_aspect_ratio = encoder->sample_aspect_ratio;
        return stream;
    }

    bool writePicture(int index, int count)
    {
        const std::unique_ptr<AVFrame, Free> frame(av_frame_alloc());
        frame->format = m_video->pix_fmt;
        frame->width = m_video->width;
        frame->height = m_video->height;
        frame->pts = index;
        if (av_frame_get_buffer(frame.get(), 0) < 0)
            return false;
        const bool black = index < m_clip.black * m_clip.fps;
        const int band = frame->width * index / count;
        for (int y = 0; y < frame->height; ++y) {
            uint8_t *line = frame->data[0] + y * frame->linesize[0];
            for (int x = 0; x < frame->width; ++x) {
                const bool inBand = x >= band && x < band + frame->width / 8;
                line[x] = static_cast<uint8_t>(black        ? 16
                                                   : inBand ? 220
                                                            : 70 + 60 * y / frame->height);
            }
        }
        for (int plane : {1, 2}) {
            for (int y = 0; y < frame->height / 2; ++y) {
                std::memset(frame->data[plane] + y * frame->linesize[plane],
                            black            ? 128
                                : plane == 1 ? 150
                                             : 110,
                            size_t(frame->width / 2));
            }
        }
        return encode(m_video.get(), frame.get(), m_pictures);
    }

    bool writeSound(double until)
    {
        while (m_audio && double(m_samples) / m_audio->sample_rate < until) {
            const std::unique_ptr<AVFrame, Free> frame(av_frame_alloc());
            frame->format = m_audio->sample_fmt;
            frame->nb_samples = m_audio->frame_size;
            frame->sample_rate = m_audio->sample_rate;
            av_channel_layout_copy(&frame->ch_layout, &m_audio->ch_layout);
            frame->pts = m_samples;
            if (av_frame_get_buffer(frame.get(), 0) < 0)
                return false;
            auto *samples = reinterpret_cast<float *>(frame->data[0]);
            for (int i = 0; i < frame->nb_samples; ++i, ++m_samples)
                samples[i] = 0.05F * static_cast<float>(std::sin(double(m_samples) * 0.06));
            if (!encode(m_audio.get(), frame.get(), m_tones))
                return false;
        }
        return true;
    }

    bool encode(AVCodecContext *encoder, const AVFrame *frame, AVStream *stream)
    {
        if (avcodec_send_frame(encoder, frame) < 0)
            return false;
        const std::unique_ptr<AVPacket, Free> packet(av_packet_alloc());
        while (avcodec_receive_packet(encoder, packet.get()) == 0) {
            // x264 leaves it to the muxer, which then can't know how long the last frame stands.
            if (packet->duration == 0)
                packet->duration = 1;
            av_packet_rescale_ts(packet.get(), encoder->time_base, stream->time_base);
            packet->stream_index = stream->index;
            if (av_interleaved_write_frame(m_format.get(), packet.get()) < 0)
                return false;
        }
        return true;
    }

    TestClip m_clip;
    std::unique_ptr<AVFormatContext, Free> m_format;
    Codec m_video;
    Codec m_audio;
    AVStream *m_pictures = nullptr; ///< m_format's
    AVStream *m_tones = nullptr;    ///< m_format's
    int64_t m_samples = 0;
};

} // namespace

bool TestClip::write(const QString &path) const
{
    av_log_set_level(AV_LOG_QUIET);
    Writer writer;
    return writer.open(*this, path) && writer.write();
}
