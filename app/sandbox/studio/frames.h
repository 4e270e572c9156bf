// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/order.h"

#include <QImage>
#include <QRect>

#include <cstdint>
#include <vector>

namespace sandbox {

/// Where a frame is to be drawn: YUV 4:2:0, BT.709, limited range.
struct Planes
{
    std::uint8_t *y = nullptr;
    std::uint8_t *u = nullptr;
    std::uint8_t *v = nullptr;
    int yStride = 0; ///< bytes
    int uStride = 0;
    int vStride = 0;
};

/// The frames of a clip: the camera travels along the order's backdrop, or sways before the picture
/// that it starts from, while the type stands
/// still and a line at the lower edge grows with the time. Everything is drawn once; a frame costs
/// little more than copying it.
class Frames
{
public:
    Frames(const Order &order, int frameRate);

    int count() const { return m_count; }
    void draw(int frame, const Planes &planes) const;

private:
    struct Layer
    {
        QRect area;                                       ///< px, even
        std::vector<std::uint8_t> y, yCover, u, v, cover; ///< colours, times what they cover
    };
    void addLayer(const QImage &lettering, const QRect &area);
    void blend(const Layer &layer, const Planes &planes) const;
    void drawTimeLine(int frame, const Planes &planes) const;
    int offsetAt(int frame) const;

    QSize m_size;
    int m_count = 0;
    int m_step = 2;                          ///< px that the camera travels a frame; even
    int m_length = 0;                        ///< px of the backdrop, until it begins again; even
    int m_swing = 0;                         ///< frames there and back; 0: it travels
    std::vector<std::uint8_t> m_y, m_u, m_v; ///< the backdrop
    std::vector<Layer> m_layers;
};

} // namespace sandbox
