// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/studio/firstframe.h"

#include <QFile>

#include <memory>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswscale/swscale.h>
}

namespace sandbox {

namespace {

constexpr int mostPackets = 500; // until then there is a picture, or none will come

struct Free
{
    void operator()(AVFormatContext *format) const { avformat_close_input(&format); }
    void operator()(AVCodecContext *decoder) const { avcodec_free_context(&decoder); }
    void operator()(AVFrame *frame) const { av_frame_free(&frame); }
    void operator()(AVPacket *packet) const { av_packet_free(&packet); }
    void operator()(SwsContext *scaler) const { sws_freeContext(scaler); }
};

template <typename T>
using Owned = std::unique_ptr<T, Free>;

QImage toImage(const AVFrame &frame)
{
    const Owned<SwsContext> scaler(sws_getContext(
        frame.width, frame.height, static_cast<AVPixelFormat>(frame.format), frame.width,
        frame.height, AV_PIX_FMT_RGB32, SWS_BILINEAR, nullptr, nullptr, nullptr));
    QImage image(frame.width, frame.height, QImage::Format_RGB32);
    if (!scaler || image.isNull())
        return {};
    uint8_t *const to[] = {image.bits()};
    const int stride[] = {static_cast<int>(image.bytesPerLine())};
    sws_scale(scaler.get(), frame.data, frame.linesize, 0, frame.height, to, stride);
    return image;
}

/// Reads packets of that stream into the decoder until a picture comes out.
QImage decodeFirst(AVFormatContext *format, AVCodecContext *decoder, int stream)
{
    const Owned<AVPacket> packet(av_packet_alloc());
    const Owned<AVFrame> frame(av_frame_alloc());
    for (int i = 0; i < mostPackets; ++i) {
        const bool isEnd = av_read_frame(format, packet.get()) < 0;
        if (isEnd)
            avcodec_send_packet(decoder, nullptr); // what is still inside
        else if (packet->stream_index == stream)
            avcodec_send_packet(decoder, packet.get());
        av_packet_unref(packet.get());
        if (avcodec_receive_frame(decoder, frame.get()) == 0)
            return toImage(*frame);
        if (isEnd)
            break;
    }
    return {};
}

} // namespace

QImage firstFrame(const QString &path)
{
    AVFormatContext *opened = nullptr;
    if (avformat_open_input(&opened, QFile::encodeName(path).constData(), nullptr, nullptr) < 0)
        return {};
    const Owned<AVFormatContext> format(opened);
    const AVCodec *codec = nullptr;
    if (avformat_find_stream_info(format.get(), nullptr) < 0)
        return {};
    const int stream = av_find_best_stream(format.get(), AVMEDIA_TYPE_VIDEO, -1, -1, &codec, 0);
    if (stream < 0)
        return {};
    const Owned<AVCodecContext> decoder(avcodec_alloc_context3(codec));
    const AVCodecParameters *parameters = format->streams[stream]->codecpar;
    if (!decoder || avcodec_parameters_to_context(decoder.get(), parameters) < 0
        || avcodec_open2(decoder.get(), codec, nullptr) < 0)
        return {};
    return decodeFirst(format.get(), decoder.get(), stream);
}

} // namespace sandbox
