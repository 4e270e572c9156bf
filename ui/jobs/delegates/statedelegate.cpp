// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/delegates/statedelegate.h"

#include "batch/jobstate.h"
#include "jobs/jobtext.h"
#include "jobs/table/jobtablemodel.h"
#include "look/theme.h"

#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;
using batch::JobState;

namespace {

/// Filled for what came to an end or is worked on, a ring for what has not begun, and a ring with
/// a point for what a person has to decide: the shape tells them apart without the colour.
void drawDot(QPainter *painter, const QRectF &rect, JobState state, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool hollow = state == JobState::Draft || state == JobState::Waiting
        || state == JobState::Cancelled || state == JobState::Unresolved;
    if (hollow) {
        painter->setPen(QPen(color, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(rect.adjusted(0.75, 0.75, -0.75, -0.75));
    }
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    if (state == JobState::Unresolved)
        painter->drawEllipse(rect.center(), 1.6, 1.6);
    else if (!hollow)
        painter->drawEllipse(rect);
    painter->restore();
}

void drawBar(QPainter *painter, const QRectF &rect, double fraction, const QColor &ground,
             const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const double corner = rect.height() / 2;
    painter->setBrush(ground);
    painter->drawRoundedRect(rect, corner, corner);
    QRectF done = rect;
    done.setWidth(qMax(rect.height(), rect.width() * fraction));
    painter->setBrush(color);
    painter->drawRoundedRect(done, corner, corner);
    painter->restore();
}

} // namespace

void StateDelegate::paintContent(QPainter *painter, const QRect &rect,
                                 const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const auto state = static_cast<JobState>(index.data(JobTableModel::StateRole).toInt());
    const QVariant fraction = index.data(JobTableModel::FractionRole);
    const QString detail = index.data(JobTableModel::DetailRole).toString();
    const bool enabled = index.data(JobTableModel::EnabledRole).toBool();
    const QColor color = theme.stateColor(state);
    const QFontMetrics metrics = painter->fontMetrics();
    const int lineHeight = metrics.lineSpacing();
    const bool twoLines = fraction.isValid() || !detail.isEmpty();

    QRect line(rect.left(), rect.top() + (rect.height() - (twoLines ? 2 : 1) * lineHeight) / 2,
               rect.width(), lineHeight);
    constexpr double dot = 8;
    constexpr int indent = 14;
    drawDot(painter, QRectF(line.left(), line.center().y() - dot / 2 + 0.5, dot, dot), state,
            color);
    const bool quiet = state == JobState::Draft || state == JobState::Cancelled || !enabled;
    painter->setPen(quiet ? theme.mutedText : option.palette.color(QPalette::Text));
    drawElided(painter, line.adjusted(indent, 0, 0, 0), index.data(Qt::DisplayRole).toString());

    line.translate(0, lineHeight);
    if (!detail.isEmpty()) {
        const bool error = index.data(JobTableModel::DetailIsErrorRole).toBool();
        painter->setPen(error                               ? theme.error
                            : state == JobState::Unresolved ? theme.warning
                                                            : theme.mutedText);
        drawElided(painter, line, detail.simplified());
    } else if (fraction.isValid()) {
        // As wide as any per cent can become, so that the bar keeps its length.
        const int figures = figureWidth(metrics, jobtext::percent(1));
        const QRectF bar(line.left(), line.center().y() - 1, line.width() - figures - 8, 4);
        drawBar(painter, bar, fraction.toDouble(), theme.border, color);
        painter->setPen(theme.mutedText);
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter,
                          jobtext::percent(fraction.toDouble()));
    }
}

} // namespace ui
