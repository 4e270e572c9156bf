// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/emptycard.h"

#include "look/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace ui {

namespace {

/// A strip of film: perforated edges, and frames in which the sun rises over a hill.
void drawStrip(QPainter &painter, const QRectF &strip, const QColor &line, const QColor &fill,
               const QColor &accent)
{
    painter.setPen(QPen(line, 1.5));
    painter.setBrush(fill);
    painter.drawRoundedRect(strip, 8, 8);
    const int frames = 3;
    const double gap = strip.height() * 0.1;
    const double edge = strip.height() * 0.2;
    const double width = (strip.width() - gap * (frames + 1)) / frames;
    for (int i = 0; i < frames; ++i) {
        const QRectF frame(strip.left() + gap + i * (width + gap), strip.top() + edge, width,
                           strip.height() - 2 * edge);
        QPainterPath clip;
        clip.addRoundedRect(frame, 4, 4);
        painter.save();
        painter.setClipPath(clip);
        painter.fillPath(clip, mixed(fill, line, 0.35));
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(fill, accent, 0.35 + 0.3 * i));
        const double sun = frame.height() * 0.19;
        painter.drawEllipse(QPointF(frame.center().x() + width * 0.12 * (i - 1),
                                    frame.bottom() - frame.height() * (0.22 + 0.2 * i)),
                            sun, sun);
        QPainterPath hill(frame.bottomLeft());
        hill.lineTo(frame.left(), frame.bottom() - frame.height() * 0.18);
        hill.cubicTo(frame.left() + width * 0.35, frame.bottom() - frame.height() * 0.5,
                     frame.left() + width * 0.6, frame.bottom() + frame.height() * 0.02,
                     frame.right(), frame.bottom() - frame.height() * 0.3);
        hill.lineTo(frame.bottomRight());
        hill.closeSubpath();
        painter.fillPath(hill, mixed(fill, line, 0.9));
        painter.restore();
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(line);
    const double hole = edge * 0.38;
    const int holes = 14;
    for (int i = 0; i < holes; ++i) {
        const double x = strip.left() + strip.width() * (i + 0.5) / holes - hole / 2;
        for (const double y : {strip.top() + edge / 2, strip.bottom() - edge / 2})
            painter.drawRoundedRect(QRectF(x, y - hole / 2, hole, hole), 1.5, 1.5);
    }
}

} // namespace

EmptyCard::EmptyCard(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("No results yet"));
    setAccessibleDescription(tr("Run the batch, and pictures and clips arrive here."));
}

void EmptyCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(palette());
    const double stripWidth = qBound(120.0, width() * 0.5, 260.0);
    const QSizeF strip(stripWidth, stripWidth * 0.38);
    QFont titleFont = font();
    titleFont.setPointSizeF(font().pointSizeF() * 1.2);
    titleFont.setWeight(QFont::DemiBold);
    const QFontMetrics titleMetrics(titleFont);
    const QRect wordsRoom(16, 0, qMax(0, width() - 32), 1000);
    const int wordsHeight =
        fontMetrics().boundingRect(wordsRoom, Qt::TextWordWrap, accessibleDescription()).height();
    const bool drawn = height() > strip.height() + titleMetrics.height() + wordsHeight + 48;
    const double whole =
        (drawn ? strip.height() + 20 : 0) + titleMetrics.height() + 6 + wordsHeight;
    double y = (height() - whole) / 2;
    if (drawn) {
        drawStrip(painter, QRectF(QPointF((width() - strip.width()) / 2, y), strip),
                  mixed(theme.border, theme.mutedText, 0.35), palette().color(QPalette::Base),
                  theme.accent);
        y += strip.height() + 20;
    }
    painter.setFont(titleFont);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(0, y, width(), titleMetrics.height()), Qt::AlignCenter,
                     accessibleName());
    y += titleMetrics.height() + 6;
    painter.setFont(font());
    painter.setPen(theme.mutedText);
    painter.drawText(QRectF(16, y, width() - 32, wordsHeight + 4),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, accessibleDescription());
}

} // namespace ui
