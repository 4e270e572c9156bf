// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/studio/backdrop.h"

#include "sandbox/chance.h"
#include "sandbox/studio/palette.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace sandbox {

namespace {

/// A smooth line that begins and ends at the same height and slope: a few waves of whole numbers
/// of periods. -1 to 1.
class Wave
{
public:
    Wave(Chance &chance, int periods)
    {
        double sum = 0;
        for (size_t i = 0; i < m_parts.size(); ++i) {
            const double weight = std::pow(0.46, static_cast<double>(i));
            const int count = std::max(1, periods * (1 << i) + chance.below(2));
            m_parts[i] = {static_cast<double>(count), weight, chance.between(0, 1)};
            sum += weight;
        }
        for (Part &part : m_parts)
            part.weight /= sum;
    }

    double at(double x) const
    {
        double height = 0;
        for (const Part &part : m_parts)
            height +=
                part.weight * std::sin(2 * std::numbers::pi * (part.periods * x + part.phase));
        return height;
    }

private:
    struct Part
    {
        double periods = 1;
        double weight = 0;
        double phase = 0;
    };
    std::array<Part, 5> m_parts;
};

/// Draws one picture: the painter, its measures, its chance and its colours.
class Scene
{
public:
    Scene(QPainter &painter, QSizeF size, quint32 seed)
        : m_painter(painter)
        , m_width(size.width())
        , m_height(size.height())
        , m_unit(std::min(m_width, m_height))
        , m_chance(seed)
        , m_palette(anyPalette(m_chance))
        , m_across(std::max(1, static_cast<int>(std::lround(m_width / m_height))))
    {
    }

    void draw()
    {
        sky();
        switch (m_chance.below(3)) {
        case 0:
            stars(70);
            sun(m_chance.between(0.2, 0.8) * m_width, m_chance.between(0.34, 0.52) * m_height,
                m_chance.between(0.07, 0.13) * m_unit);
            ridges(6, 0.50, 0.085);
            break;
        case 1:
            stars(160);
            ribbons(4);
            ridges(3, 0.72, 0.06);
            break;
        default:
            stars(110);
            planets();
            ridges(4, 0.66, 0.05);
            break;
        }
        shade();
    }

private:
    void sky()
    {
        QLinearGradient sky(0, 0, 0, m_height);
        sky.setColorAt(0, QColor(m_palette.top));
        sky.setColorAt(0.42, QColor(m_palette.middle));
        sky.setColorAt(0.74, QColor(m_palette.horizon));
        sky.setColorAt(1, QColor(m_palette.horizon));
        m_painter.fillRect(QRectF(0, 0, m_width, m_height), sky);
    }

    void stars(int count)
    {
        m_painter.setPen(Qt::NoPen);
        for (int i = 0; i < count * m_across; ++i) {
            const double depth = m_chance.between(0, 1);
            const QPointF at(m_chance.between(0, m_width), depth * depth * 0.6 * m_height);
            const double radius = m_unit * m_chance.between(0.0006, 0.0019);
            QColor light(m_palette.light);
            light.setAlphaF(static_cast<float>((1 - depth) * m_chance.between(0.25, 0.95)));
            m_painter.setBrush(light);
            m_painter.drawEllipse(at, radius, radius);
        }
    }

    /// Draws at x and, as the edges meet, a whole width to either side.
    template <typename Draw>
    void around(Draw draw)
    {
        for (const double shift : {-m_width, 0.0, m_width}) {
            m_painter.save();
            m_painter.translate(shift, 0);
            draw();
            m_painter.restore();
        }
    }

    void glow(QPointF at, double radius, double strength)
    {
        QRadialGradient halo(at, radius);
        QColor light(m_palette.light);
        for (const double step : {0.0, 0.15, 0.35, 0.6, 1.0}) {
            light.setAlphaF(static_cast<float>(strength * std::pow(1 - step, 2.2)));
            halo.setColorAt(step, light);
        }
        m_painter.fillRect(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius), halo);
    }

    void sun(double x, double y, double radius)
    {
        around([&] {
            glow({x, y}, radius * 5.5, 0.75);
            QLinearGradient disc(0, y - radius, 0, y + radius);
            disc.setColorAt(0, QColor(m_palette.light));
            disc.setColorAt(1, mix(m_palette.light, m_palette.horizon, 0.7));
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(disc);
            m_painter.drawEllipse(QPointF(x, y), radius, radius);
        });
    }

    void ridges(int count, double from, double swing)
    {
        m_painter.setPen(Qt::NoPen);
        for (int i = 0; i < count; ++i) {
            const double share = count == 1 ? 1 : static_cast<double>(i) / (count - 1);
            const Wave wave(m_chance, m_across * (1 + i / 2));
            const double base = m_height * (from + (1.0 - from) * 0.82 * share);
            const double height = m_height * swing * (1 + 0.5 * share);
            QPainterPath land(QPointF(0, m_height));
            const double step = std::max(1.0, m_unit / 400);
            for (double x = 0; x < m_width + step; x += step)
                land.lineTo(x, base + height * wave.at(x / m_width));
            land.lineTo(m_width + step, m_height);
            // The mist lies in the valleys: each range fades into the light at its foot.
            QLinearGradient fill(0, base - height, 0, base + m_height * 0.26);
            const QColor body = mix(m_palette.far, m_palette.near, std::pow(share, 0.8));
            fill.setColorAt(0, body);
            fill.setColorAt(1, mix(body.rgb(), m_palette.horizon, 0.42 * (1 - share)));
            m_painter.setBrush(fill);
            m_painter.drawPath(land);
        }
    }

    void ribbons(int count)
    {
        m_painter.setPen(Qt::NoPen);
        for (int i = 0; i < count; ++i) {
            const Wave edge(m_chance, m_across);
            const Wave reach(m_chance, m_across * 2);
            const double base = m_height * m_chance.between(0.30, 0.52);
            const QColor tint = mix(m_palette.horizon, m_palette.light, m_chance.between(0, 0.8));
            const double step = std::max(2.0, m_width / 260);
            for (double x = 0; x < m_width; x += step) {
                const double foot = base + m_height * 0.10 * edge.at(x / m_width);
                const double top = foot - m_height * (0.24 + 0.12 * reach.at(x / m_width));
                QLinearGradient curtain(0, top, 0, foot);
                QColor light = tint;
                light.setAlphaF(0);
                curtain.setColorAt(0, light);
                light.setAlphaF(static_cast<float>(0.22 + 0.12 * reach.at(x / m_width)));
                curtain.setColorAt(0.85, light);
                light.setAlphaF(0);
                curtain.setColorAt(1, light);
                m_painter.fillRect(QRectF(x, top, step, foot - top), curtain);
            }
        }
    }

    /// A large one with a ring, and two small ones to its sides.
    void planets()
    {
        planet(m_chance.between(0.42, 0.6), m_chance.between(0.32, 0.44),
               m_chance.between(0.16, 0.21), true);
        planet(m_chance.between(0.08, 0.2), m_chance.between(0.16, 0.3),
               m_chance.between(0.03, 0.06), false);
        planet(m_chance.between(0.82, 0.92), m_chance.between(0.14, 0.26),
               m_chance.between(0.02, 0.07), false);
    }

    void planet(double x, double y, double size, bool hasRing)
    {
        const QPointF at(x * m_width, y * m_height);
        const double radius = size * m_unit;
        const QColor face = mix(m_palette.horizon, m_palette.light, m_chance.between(0.1, 0.7));
        const QColor night = mix(m_palette.top, m_palette.middle, m_chance.between(0.2, 0.6));
        around([&] {
            glow(at, radius * 2.1, 0.32);
            if (hasRing)
                ring(at, radius, 0);
            QRadialGradient ball(at - QPointF(radius * 0.45, radius * 0.5), radius * 1.75);
            ball.setColorAt(0, face);
            ball.setColorAt(0.45, mix(face.rgb(), night.rgb(), 0.35));
            ball.setColorAt(1, night);
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(ball);
            m_painter.drawEllipse(at, radius, radius);
            if (hasRing)
                ring(at, radius, 180);
        });
    }

    /// The half of a ring that begins at that angle: 0 is the one behind the planet.
    void ring(QPointF at, double radius, int angle)
    {
        m_painter.save();
        m_painter.translate(at);
        m_painter.rotate(-16);
        m_painter.setBrush(Qt::NoBrush);
        for (const double reach : {1.42, 1.56, 1.66}) {
            QColor light(m_palette.light);
            light.setAlphaF(0.45F);
            m_painter.setPen(
                QPen(light, radius * (reach < 1.6 ? 0.055 : 0.02), Qt::SolidLine, Qt::FlatCap));
            const QRectF box(-radius * reach, -radius * reach * 0.26, 2 * radius * reach,
                             2 * radius * reach * 0.26);
            m_painter.drawArc(box, angle * 16, 180 * 16);
        }
        m_painter.restore();
    }

    /// Darkens the foot and the upper edge a little, so that type can be read there.
    void shade()
    {
        QLinearGradient foot(0, m_height * 0.45, 0, m_height);
        foot.setColorAt(0, QColor(0, 0, 0, 0));
        foot.setColorAt(0.5, QColor(0, 0, 0, 64));
        foot.setColorAt(1, QColor(0, 0, 0, 150));
        m_painter.fillRect(QRectF(0, m_height * 0.45, m_width, m_height * 0.55), foot);
    }

    QPainter &m_painter;
    double m_width;
    double m_height;
    double m_unit; ///< the shorter side, px
    Chance m_chance;
    const Palette &m_palette;
    int m_across; ///< how many heights the picture is wide
};

} // namespace

QImage drawBackdrop(QSize size, quint32 seed)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    Scene(painter, size, seed).draw();
    return image;
}

} // namespace sandbox
