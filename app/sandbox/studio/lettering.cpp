// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/studio/lettering.h"

#include <QFont>
#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

QFont face(double pixels, QFont::Weight weight)
{
    QFont font;
    font.setFamilies(
        {u"Noto Sans CJK SC"_s, u"Noto Sans CJK TC"_s, u"Noto Sans"_s, u"DejaVu Sans"_s});
    font.setPixelSize(std::max(6, static_cast<int>(pixels)));
    font.setWeight(weight);
    return font;
}

QStringList wrapped(const QString &text, const QFont &font, double width)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

struct Block
{
    QFont font;
    QStringList lines;
    double lineHeight = 0; ///< px

    double height() const { return lineHeight * static_cast<double>(lines.size()); }
};

/// The text as large as it fits into that space.
Block fitted(const QString &text, double unit, double width, double height)
{
    Block block;
    for (const double share : {0.066, 0.056, 0.047, 0.040, 0.034, 0.028}) {
        block.font = face(unit * share, QFont::DemiBold);
        block.lines = wrapped(text, block.font, width);
        block.lineHeight = QFontMetricsF(block.font).height() * 0.98;
        if (block.height() <= height)
            return block;
    }
    const auto room = std::max<qsizetype>(1, static_cast<qsizetype>(height / block.lineHeight));
    if (block.lines.size() > room) {
        block.lines = block.lines.first(room);
        block.lines.last() =
            QFontMetricsF(block.font)
                .elidedText(block.lines.last() + u" …………"_s, Qt::ElideRight, width);
    }
    return block;
}

void drawMark(QPainter &painter, double unit, double margin)
{
    QFont font = face(unit * 0.030, QFont::Bold);
    font.setLetterSpacing(QFont::PercentageSpacing, 118);
    const QFontMetricsF metrics(font);
    const QString mark = u"SANDBOX"_s;
    const double height = metrics.height() * 1.35;
    const QRectF pill(margin, margin, metrics.horizontalAdvance(mark) + height * 1.05, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 150));
    painter.drawRoundedRect(pill, height / 2, height / 2);
    painter.setPen(Qt::white);
    painter.setFont(font);
    painter.drawText(pill.translated(unit * 0.002, 0), Qt::AlignCenter, mark);
}

} // namespace

void drawLettering(QPainter &painter, QSizeF frame, const Lettering &lettering)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    const double unit = std::min(frame.width(), frame.height());
    const double margin = unit * 0.055;
    const double width = frame.width() - 2 * margin;
    drawMark(painter, unit, margin);

    const QFont small = face(unit * 0.024, QFont::Normal);
    const QFontMetricsF smallMetrics(small);
    const double noteTop = frame.height() - margin - smallMetrics.height();
    painter.setFont(small);
    painter.setPen(QColor(255, 255, 255, 190));
    painter.drawText(QPointF(margin, noteTop + smallMetrics.ascent()),
                     smallMetrics.elidedText(lettering.note, Qt::ElideMiddle, width));

    const Block block = fitted(lettering.prompt.simplified(), unit, std::min(width, unit * 1.25),
                               frame.height() * 0.36);
    const QFontMetricsF metrics(block.font);
    painter.setFont(block.font);
    double baseline = noteTop - unit * 0.022 - block.height() + metrics.ascent();
    for (const QString &line : block.lines) {
        painter.setPen(QColor(0, 0, 0, 110));
        painter.drawText(QPointF(margin + unit * 0.0015, baseline + unit * 0.002), line);
        painter.setPen(Qt::white);
        painter.drawText(QPointF(margin, baseline), line);
        baseline += block.lineHeight;
    }
}

} // namespace sandbox
