// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/videofile.h"

extern "C" {
#include <libavutil/log.h>
#include <libavutil/pixdesc.h>
#include <libswscale/swscale.h>
}

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace media {

namespace {

/// Larger pictures are taken for a broken header: no model makes them, and a decoder would ask
/// for gigabytes.
constexpr qint64 maxPixels = 16384LL * 8192;
constexpr int maxSide = 32768;

/// FFmpeg writes to stderr whatever it finds odd in a file. What matters comes back as an error.
void silenceFfmpeg()
{
    static const bool once = [] {
        av_log_set_level(AV_LOG_QUIET);
        return true;
    }();
    Q_UNUSED(once)
}

QString errorText(int error)
{
    std::array<char, AV_ERROR_MAX_STRING_SIZE> buffer{};
    av_strerror(error, buffer.data(), buffer.size());
    return QString::fromUtf8(buffer.data());
}

const int32_t *displayMatrix(const AVStream &stream)
{
#if LIBAVCODEC_VERSION_INT >= AV_VERSION_INT(60, 31, 102)
    const AVCodecParameters &codec = *stream.codecpar;
    const AVPacketSideData *data = av_packet_side_data_get(
        codec.coded_side_data, codec.nb_coded_side_data, AV_PKT_DATA_DISPLAYMATRIX);
    const uint8_t *bytes = data && data->size >= 9 * sizeof(int32_t) ? data->data : nullptr;
#else
    size_t size = 0;
    const uint8_t *bytes = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
    if (size < 9 * sizeof(int32_t))
        bytes = nullptr;
#endif
    return reinterpret_cast<const int32_t *>(bytes);
}

/// -1, 0 or 1 for a number in 16.16 fixed point.
int unitOf(int32_t fixed)
{
    return static_cast<int>(std::lround(static_cast<double>(fixed) / 65536.0));
}

bool isSane(QSize size)
{
    return !size.isEmpty() && size.width() <= maxSide && size.height() <= maxSide
        && static_cast<qint64>(size.width()) * size.height() <= maxPixels;
}

struct FreeSws
{
    void operator()(SwsContext *context) const { sws_freeContext(context); }
};

void setColours(SwsContext *scaler, const AVFrame &frame)
{
    // Where the file doesn't say: HD is BT.709, anything smaller BT.601, as players take it.
    int space = frame.colorspace;
    if (space == AVCOL_SPC_UNSPECIFIED || space == AVCOL_SPC_RGB)
        space = frame.height >= 720 ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M;
    const int full = frame.color_range == AVCOL_RANGE_JPEG ? 1 : 0;
    sws_setColorspaceDetails(scaler, sws_getCoefficients(space), full,
                             sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, 1 << 16, 1 << 16);
}

QImage convert(const AVFrame &frame, QSize size)
{
    const std::unique_ptr<SwsContext, FreeSws> scaler(sws_getContext(
        frame.width, frame.height, static_cast<AVPixelFormat>(frame.format), size.width(),
        size.height(), AV_PIX_FMT_RGB32, SWS_AREA, nullptr, nullptr, nullptr));
    if (!scaler)
        return {};
    setColours(scaler.get(), frame);
    // swscale's vector code may write past the end of a line, so the canvas is a bit larger.
    QImage canvas((size.width() + 31) / 32 * 32, size.height() + 1, QImage::Format_RGB32);
    if (canvas.isNull())
        return {};
    const std::array<uint8_t *, 4> lines{canvas.bits(), nullptr, nullptr, nullptr};
    const std::array<int, 4> strides{static_cast<int>(canvas.bytesPerLine()), 0, 0, 0};
    if (sws_scale(scaler.get(), frame.data, frame.linesize, 0, frame.height, lines.data(),
                  strides.data())
        <= 0)
        return {};
    return canvas.copy(0, 0, size.width(), size.height());
}

} // namespace

tl::expected<VideoFile, QString> VideoFile::open(const QString &path)
{
    silenceFfmpeg();
    AVDictionary *options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    av_dict_set(&options, "format_whitelist", "mov,matroska,webm", 0);
    AVFormatContext *context = nullptr;
    // "file:" keeps FFmpeg from reading a name such as "a:b.mp4" as an address.
    int error =
        avformat_open_input(&context, ("file:" + path.toUtf8()).constData(), nullptr, &options);
    av_dict_free(&options);
    if (error < 0)
        return tl::unexpected(errorText(error));

    VideoFile file;
    file.m_format.reset(context);
    error = avformat_find_stream_info(context, nullptr);
    if (error < 0)
        return tl::unexpected(errorText(error));
    const int index = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    if (index < 0)
        return tl::unexpected(errorText(index));
    file.m_stream = context->streams[index];
    if (!isSane(QSize(file.m_stream->codecpar->width, file.m_stream->codecpar->height)))
        return tl::unexpected(errorText(AVERROR_INVALIDDATA));
    return file;
}

QTransform VideoFile::orientation() const
{
    const int32_t *matrix = displayMatrix(*m_stream);
    if (!matrix)
        return {};
    const int a = unitOf(matrix[0]), b = unitOf(matrix[1]);
    const int c = unitOf(matrix[3]), d = unitOf(matrix[4]);
    // Quarter turns and mirrors only; anything else is no way to hold a camera.
    const bool upright = qAbs(a) == 1 && qAbs(d) == 1 && b == 0 && c == 0;
    const bool turned = a == 0 && d == 0 && qAbs(b) == 1 && qAbs(c) == 1;
    return upright || turned ? QTransform(a, b, c, d, 0, 0) : QTransform();
}

QSize VideoFile::squarePixels(const AVFrame *frame) const
{
    const AVRational ratio =
        av_guess_sample_aspect_ratio(m_format.get(), m_stream, const_cast<AVFrame *>(frame));
    const QSize size = frame ? QSize(frame->width, frame->height)
                             : QSize(m_stream->codecpar->width, m_stream->codecpar->height);
    const double aspect = ratio.num > 0 && ratio.den > 0 ? av_q2d(ratio) : 1;
    if (aspect < 0.1 || aspect > 10)
        return size;
    const QSize shown(qMax(1, qRound(size.width() * aspect)), size.height());
    return isSane(shown) ? shown : size;
}

QSize VideoFile::displaySize() const
{
    return orientation().mapRect(QRect(QPoint(), squarePixels(nullptr))).size();
}

double VideoFile::duration() const
{
    const double seconds = m_stream->duration != AV_NOPTS_VALUE
        ? static_cast<double>(m_stream->duration) * av_q2d(m_stream->time_base)
        : m_format->duration != AV_NOPTS_VALUE
        ? static_cast<double>(m_format->duration) / AV_TIME_BASE
        : 0;
    return std::isfinite(seconds) && seconds > 0 ? seconds : 0;
}

double VideoFile::fps() const
{
    const AVRational rate = av_guess_frame_rate(m_format.get(), m_stream, nullptr);
    return rate.num > 0 && rate.den > 0 ? av_q2d(rate) : 0;
}

bool VideoFile::hasAudio() const
{
    return av_find_best_stream(m_format.get(), AVMEDIA_TYPE_AUDIO, -1, -1, nullptr, 0) >= 0;
}

QString VideoFile::codec() const
{
    return QString::fromLatin1(avcodec_get_name(m_stream->codecpar->codec_id));
}

bool VideoFile::openDecoder()
{
    if (m_decoder || m_decoderFailed)
        return m_decoder != nullptr;
    m_decoderFailed = true;
    const AVCodec *codec = avcodec_find_decoder(m_stream->codecpar->codec_id);
    if (!codec)
        return false;
    std::unique_ptr<AVCodecContext, FreeFfmpeg> decoder(avcodec_alloc_context3(codec));
    if (!decoder || avcodec_parameters_to_context(decoder.get(), m_stream->codecpar) < 0)
        return false;
    decoder->pkt_timebase = m_stream->time_base;
    decoder->max_pixels = maxPixels;
    // Several files are decoded at once, each in a thread of its own.
    decoder->thread_count = 1;
    if (avcodec_open2(decoder.get(), codec, nullptr) < 0)
        return false;
    m_decoder = std::move(decoder);
    m_decoderFailed = false;
    return true;
}

FramePtr VideoFile::nextFrame()
{
    FramePtr frame(av_frame_alloc());
    const std::unique_ptr<AVPacket, FreeFfmpeg> packet(av_packet_alloc());
    if (!frame || !packet || !openDecoder())
        return nullptr;
    while (true) {
        const int received = avcodec_receive_frame(m_decoder.get(), frame.get());
        if (received == 0)
            return frame;
        if (received == AVERROR_EOF || m_drained)
            return nullptr;
        if (av_read_frame(m_format.get(), packet.get()) < 0) {
            m_drained = true;
            avcodec_send_packet(m_decoder.get(), nullptr);
            continue;
        }
        // A packet that the decoder refuses is left out: a later one may still make a picture.
        if (packet->stream_index == m_stream->index)
            avcodec_send_packet(m_decoder.get(), packet.get());
        av_packet_unref(packet.get());
    }
}

double VideoFile::timeOf(const AVFrame &frame) const
{
    if (frame.best_effort_timestamp == AV_NOPTS_VALUE)
        return 0;
    const int64_t start = m_stream->start_time == AV_NOPTS_VALUE ? 0 : m_stream->start_time;
    return static_cast<double>(frame.best_effort_timestamp - start) * av_q2d(m_stream->time_base);
}

QImage VideoFile::imageOf(const AVFrame &frame, QSize box) const
{
    if (!isSane(QSize(frame.width, frame.height)))
        return {};
    const QTransform turn = orientation();
    QSize size = squarePixels(&frame);
    if (!box.isEmpty()) {
        const QSize lyingBox = turn.mapRect(QRect(QPoint(), box)).size();
        if (size.width() > lyingBox.width() || size.height() > lyingBox.height())
            size = size.scaled(lyingBox, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    }
    const QImage image = convert(frame, size);
    return turn.isIdentity() ? image : image.transformed(turn);
}

} // namespace media
