// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clipreader.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <functional>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

namespace {

/// An open file whose frames are handed out one after the other.
class Reader
{
public:
    explicit Reader(const QString &path)
    {
        const QByteArray file = QFile::encodeName(path);
        if (avformat_open_input(&m_format, file.constData(), nullptr, nullptr) == 0)
            m_isOpen = avformat_find_stream_info(m_format, nullptr) >= 0;
    }
    ~Reader() { avformat_close_input(&m_format); }
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    bool isOpen() const { return m_isOpen; }
    double duration() const { return static_cast<double>(m_format->duration) / AV_TIME_BASE; }

    const AVStream *stream(AVMediaType type) const
    {
        const int number = av_find_best_stream(m_format, type, -1, -1, nullptr, 0);
        return number < 0 ? nullptr : m_format->streams[number];
    }

    /// Decodes a stream from the beginning until `each` returns false.
    void decode(const AVStream *stream, const std::function<bool(const AVFrame &)> &each)
    {
        const AVCodec *codec = avcodec_find_decoder(stream->codecpar->codec_id);
        AVCodecContext *decoder = avcodec_alloc_context3(codec);
        avcodec_parameters_to_context(decoder, stream->codecpar);
        AVPacket *packet = av_packet_alloc();
        AVFrame *frame = av_frame_alloc();
        av_seek_frame(m_format, stream->index, 0, AVSEEK_FLAG_BACKWARD);
        bool more = avcodec_open2(decoder, codec, nullptr) == 0;
        while (more) {
            const bool hasPacket = av_read_frame(m_format, packet) >= 0;
            if (!hasPacket || packet->stream_index == stream->index)
                avcodec_send_packet(decoder, hasPacket ? packet : nullptr);
            av_packet_unref(packet);
            while (more && avcodec_receive_frame(decoder, frame) == 0)
                more = each(*frame);
            more = more && hasPacket;
        }
        av_frame_free(&frame);
        av_packet_free(&packet);
        avcodec_free_context(&decoder);
    }

private:
    AVFormatContext *m_format = nullptr;
    bool m_isOpen = false;
};

} // namespace

ClipFacts readClip(const QString &path)
{
    ClipFacts facts;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray bytes = file.readAll();
        const qsizetype index = bytes.indexOf("moov");
        facts.startsFast = index > 0 && index < bytes.indexOf("mdat");
    }
    Reader reader(path);
    const AVStream *video = reader.isOpen() ? reader.stream(AVMEDIA_TYPE_VIDEO) : nullptr;
    const AVStream *audio = reader.isOpen() ? reader.stream(AVMEDIA_TYPE_AUDIO) : nullptr;
    facts.readable = video && audio;
    if (!facts.readable)
        return facts;
    facts.duration = reader.duration();
    facts.videoCodec = QString::fromUtf8(avcodec_get_name(video->codecpar->codec_id));
    facts.audioCodec = QString::fromUtf8(avcodec_get_name(audio->codecpar->codec_id));
    facts.size = QSize(video->codecpar->width, video->codecpar->height);
    reader.decode(video, [&facts](const AVFrame &) {
        ++facts.frames;
        return true;
    });
    reader.decode(audio, [&facts](const AVFrame &frame) {
        const auto *samples = reinterpret_cast<const float *>(frame.data[0]);
        for (int i = 0; i < frame.nb_samples; ++i)
            facts.loudest = std::max(facts.loudest, std::abs(static_cast<double>(samples[i])));
        return true;
    });
    return facts;
}

QImage clipFrame(const QString &path, int number)
{
    Reader reader(path);
    QImage image;
    if (!reader.isOpen() || !reader.stream(AVMEDIA_TYPE_VIDEO))
        return image;
    int at = 0;
    reader.decode(reader.stream(AVMEDIA_TYPE_VIDEO), [&](const AVFrame &frame) {
        if (at++ < number)
            return true;
        image = QImage(frame.width, frame.height, QImage::Format_Grayscale8);
        for (int y = 0; y < frame.height; ++y) {
            std::copy_n(frame.data[0] + static_cast<ptrdiff_t>(y) * frame.linesize[0], frame.width,
                        image.scanLine(y));
        }
        return false;
    });
    return image;
}
