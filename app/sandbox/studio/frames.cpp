// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/studio/frames.h"

#include "sandbox/studio/backdrop.h"
#include "sandbox/studio/inputpicture.h"
#include "sandbox/studio/picture.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

namespace sandbox {

namespace {

constexpr int swingTime = 8; // s

struct Yuv
{
    double y = 0;
    double u = 0;
    double v = 0;
};

/// BT.709, limited range. A premultiplied colour gives a premultiplied one.
Yuv toYuv(double red, double green, double blue, double cover)
{
    return {16 * cover + 0.1826 * red + 0.6142 * green + 0.0620 * blue,
            128 * cover - 0.1006 * red - 0.3386 * green + 0.4392 * blue,
            128 * cover + 0.4392 * red - 0.3989 * green - 0.0403 * blue};
}

std::uint8_t toByte(double value)
{
    return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L));
}

/// Calls `luma(index, yuv, cover)` for each pixel and `chroma(index, yuv, cover)` for each square
/// of four.
template <typename Luma, typename Chroma>
void convert(const QImage &image, Luma luma, Chroma chroma)
{
    const int width = image.width();
    size_t square = 0;
    for (int y = 0; y + 1 < image.height(); y += 2) {
        for (int x = 0; x + 1 < width; x += 2, ++square) {
            double red = 0, green = 0, blue = 0, cover = 0;
            for (const int dy : {0, 1}) {
                const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y + dy));
                for (const int dx : {0, 1}) {
                    const QRgb pixel = line[x + dx];
                    const double alpha = qAlpha(pixel) / 255.0;
                    luma(static_cast<size_t>(y + dy) * static_cast<size_t>(width)
                             + static_cast<size_t>(x + dx),
                         toYuv(qRed(pixel), qGreen(pixel), qBlue(pixel), alpha), alpha);
                    red += qRed(pixel) / 4.0;
                    green += qGreen(pixel) / 4.0;
                    blue += qBlue(pixel) / 4.0;
                    cover += alpha / 4;
                }
            }
            chroma(square, toYuv(red, green, blue, cover), cover);
        }
    }
}

/// Copies a stretch of a line that begins again at its end.
void copyAround(std::uint8_t *to, const std::uint8_t *line, int length, int from, int count)
{
    while (count > 0) {
        const int part = std::min(count, length - from);
        std::memcpy(to, line + from, static_cast<size_t>(part));
        to += part;
        count -= part;
        from = 0;
    }
}

void blendLine(std::uint8_t *to, const std::uint8_t *colour, const std::uint8_t *cover, int count)
{
    for (int i = 0; i < count; ++i)
        to[i] = static_cast<std::uint8_t>(colour[i] + (to[i] * (255 - cover[i]) + 127) / 255);
}

size_t area(int width, int height)
{
    return static_cast<size_t>(width) * static_cast<size_t>(height);
}

} // namespace

Frames::Frames(const Order &order, int frameRate)
    : m_size(order.size)
    , m_count(std::max(1, static_cast<int>(std::lround(order.duration * frameRate))))
    , m_step(2 * std::max(1, std::min(m_size.width(), m_size.height()) / 1080))
    , m_length(2 * (m_size.width() * 3 / 4))
{
    const int wider = m_size.width() + 2 * std::max(1, m_size.width() / 32);
    QImage backdrop = inputPicture(order, {wider, m_size.height()});
    if (backdrop.isNull()) {
        backdrop = drawBackdrop({m_length, m_size.height()}, pictureSeed(order));
    } else {
        m_length = wider;
        m_swing = swingTime * frameRate;
    }
    m_y.resize(area(m_length, m_size.height()));
    m_u.resize(m_y.size() / 4);
    m_v.resize(m_y.size() / 4);
    convert(
        backdrop, [this](size_t i, Yuv yuv, double) { m_y[i] = toByte(yuv.y); },
        [this](size_t i, Yuv yuv, double) {
            m_u[i] = toByte(yuv.u);
            m_v[i] = toByte(yuv.v);
        });

    QImage lettering(m_size, QImage::Format_ARGB32_Premultiplied);
    lettering.fill(Qt::transparent);
    QPainter painter(&lettering);
    drawLettering(painter, m_size, letteringFor(order));
    painter.end();
    const int middle = m_size.height() / 4 * 2;
    addLayer(lettering, {0, 0, m_size.width(), middle});
    addLayer(lettering, {0, middle, m_size.width(), m_size.height() - middle});
}

void Frames::addLayer(const QImage &lettering, const QRect &part)
{
    QRect used;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(lettering.constScanLine(y));
        const auto isCovered = [](QRgb pixel) { return qAlpha(pixel) > 0; };
        const auto *end = line + part.width();
        const auto *first = std::find_if(line, end, isCovered);
        if (first == end)
            continue;
        int last = part.width() - 1;
        while (!isCovered(line[last]))
            --last;
        used |= QRect(QPoint(static_cast<int>(first - line), y), QPoint(last, y));
    }
    if (used.isEmpty())
        return;
    Layer layer;
    layer.area = QRect(QPoint(used.left() / 2 * 2, used.top() / 2 * 2),
                       QPoint(used.right() | 1, used.bottom() | 1));
    for (auto *plane : {&layer.y, &layer.yCover})
        plane->resize(area(layer.area.width(), layer.area.height()));
    for (auto *plane : {&layer.u, &layer.v, &layer.cover})
        plane->resize(layer.y.size() / 4);
    convert(
        lettering.copy(layer.area),
        [&layer](size_t i, Yuv yuv, double cover) {
            layer.y[i] = toByte(yuv.y);
            layer.yCover[i] = toByte(255 * cover);
        },
        [&layer](size_t i, Yuv yuv, double cover) {
            layer.u[i] = toByte(yuv.u);
            layer.v[i] = toByte(yuv.v);
            layer.cover[i] = toByte(255 * cover);
        });
    m_layers.push_back(std::move(layer));
}

/// Of the frame's left edge in the backdrop, px; even.
int Frames::offsetAt(int frame) const
{
    if (m_swing == 0)
        return static_cast<int>(static_cast<qint64>(frame) * m_step % m_length);
    const double turn = 2 * std::numbers::pi * frame / m_swing;
    const double room = m_length - m_size.width();
    return static_cast<int>(room * (1 - std::cos(turn)) / 4) * 2;
}

void Frames::draw(int frame, const Planes &planes) const
{
    const int from = offsetAt(frame);
    for (int y = 0; y < m_size.height(); ++y) {
        copyAround(planes.y + static_cast<ptrdiff_t>(y) * planes.yStride,
                   m_y.data() + area(m_length, y), m_length, from, m_size.width());
    }
    for (int y = 0; y < m_size.height() / 2; ++y) {
        const size_t line = area(m_length / 2, y);
        copyAround(planes.u + static_cast<ptrdiff_t>(y) * planes.uStride, m_u.data() + line,
                   m_length / 2, from / 2, m_size.width() / 2);
        copyAround(planes.v + static_cast<ptrdiff_t>(y) * planes.vStride, m_v.data() + line,
                   m_length / 2, from / 2, m_size.width() / 2);
    }
    for (const Layer &layer : m_layers)
        blend(layer, planes);
    drawTimeLine(frame, planes);
}

void Frames::blend(const Layer &layer, const Planes &planes) const
{
    const QRect &place = layer.area;
    for (int y = 0; y < place.height(); ++y) {
        const size_t line = area(place.width(), y);
        blendLine(planes.y + static_cast<ptrdiff_t>(place.top() + y) * planes.yStride
                      + place.left(),
                  layer.y.data() + line, layer.yCover.data() + line, place.width());
    }
    for (int y = 0; y < place.height() / 2; ++y) {
        const size_t line = area(place.width() / 2, y);
        const ptrdiff_t row = place.top() / 2 + y;
        blendLine(planes.u + row * planes.uStride + place.left() / 2, layer.u.data() + line,
                  layer.cover.data() + line, place.width() / 2);
        blendLine(planes.v + row * planes.vStride + place.left() / 2, layer.v.data() + line,
                  layer.cover.data() + line, place.width() / 2);
    }
}

void Frames::drawTimeLine(int frame, const Planes &planes) const
{
    const int thickness = 2 * std::max(1, m_size.height() / 360);
    const auto length =
        static_cast<size_t>(static_cast<qint64>(m_size.width()) * (frame + 1) / m_count);
    for (int y = m_size.height() - thickness; y < m_size.height(); ++y)
        std::memset(planes.y + static_cast<ptrdiff_t>(y) * planes.yStride, 235, length);
    for (int y = (m_size.height() - thickness) / 2; y < m_size.height() / 2; ++y) {
        std::memset(planes.u + static_cast<ptrdiff_t>(y) * planes.uStride, 128, length / 2);
        std::memset(planes.v + static_cast<ptrdiff_t>(y) * planes.vStride, 128, length / 2);
    }
}

} // namespace sandbox
