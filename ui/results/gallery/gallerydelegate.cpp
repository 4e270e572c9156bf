// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/gallery/gallerydelegate.h"

#include "look/icons.h"
#include "look/theme.h"
#include "results/gallery/gallerymodel.h"
#include "results/gallery/thumbnailloader.h"
#include "results/preview/clocktext.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int margin = 6;    ///< px, around a tile: room for its ring
constexpr double corner = 6; ///< px
constexpr int nameGap = 5;   ///< px, between picture and name

QFont smaller(const QFont &font)
{
    QFont small = font;
    if (font.pointSizeF() > 0)
        small.setPointSizeF(font.pointSizeF() * 0.88);
    return small;
}

void drawRoundedImage(QPainter *painter, const QRectF &rect, const QImage &image)
{
    // A texture brush keeps the corners smooth, where a clip path would leave steps.
    QBrush brush(image);
    brush.setTransform(QTransform::fromTranslate(rect.x(), rect.y())
                           .scale(rect.width() / image.width(), rect.height() / image.height()));
    painter->setPen(Qt::NoPen);
    painter->setBrush(brush);
    painter->drawRoundedRect(rect, corner, corner);
}

void drawLength(QPainter *painter, const QRect &rect, const QFont &font, double seconds)
{
    painter->setFont(smaller(font));
    const QString text = clockText(qRound64(seconds * 1000));
    const QFontMetrics metrics(painter->font());
    const int height = metrics.height() + 4;
    const int triangle = metrics.ascent() / 2;
    const QRect pill(rect.right() - 5 - metrics.horizontalAdvance(text) - triangle - 21,
                     rect.bottom() - 4 - height, metrics.horizontalAdvance(text) + triangle + 21,
                     height);
    // On top of any picture, so the same in light and dark.
    painter->setPen(Qt::NoPen);
    painter->setBrush(QColor(0, 0, 0, 165));
    painter->drawRoundedRect(pill, height / 2.0, height / 2.0);
    const QPointF at(pill.left() + 8, pill.center().y() + 0.5);
    painter->setBrush(Qt::white);
    painter->drawPolygon(QPolygonF{at + QPointF(0, -triangle / 1.6), at + QPointF(triangle, 0),
                                   at + QPointF(0, triangle / 1.6)});
    painter->setPen(Qt::white);
    painter->drawText(pill.adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter, text);
}

void drawWords(QPainter *painter, const QRect &rect, const QString &text, int lines)
{
    const QFontMetrics metrics = painter->fontMetrics();
    // Cut by the room there is, so that the last line ends in an ellipsis and not in the middle.
    const QString cut = metrics.elidedText(text.simplified(), Qt::ElideRight,
                                           rect.width() * lines - metrics.averageCharWidth() * 6);
    painter->drawText(rect, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, cut);
}

} // namespace

GalleryDelegate::GalleryDelegate(ThumbnailLoader *loader, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_loader(loader)
{
}

QSize GalleryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {m_pictureWidth + 2 * margin,
            m_pictureWidth * 3 / 4 + nameGap + option.fontMetrics.height() + 2 * margin};
}

QRect GalleryDelegate::pictureRect(const QStyleOptionViewItem &option) const
{
    // A cell may be wider than the tile: the spare room goes to both sides.
    const int left = option.rect.left() + (option.rect.width() - m_pictureWidth) / 2;
    return {left, option.rect.top() + margin, m_pictureWidth, m_pictureWidth * 3 / 4};
}

void GalleryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme theme = Theme::of(option.palette);
    const QColor text = option.palette.color(QPalette::Text);
    const QRect picture = pictureRect(option);
    const bool selected = option.state & QStyle::State_Selected;

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme.border, 1));
    painter->setBrush(theme.surface);
    painter->drawRoundedRect(QRectF(picture).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    if (index.data(GalleryModel::PathRole).toString().isEmpty())
        paintPlace(painter, picture, option, index);
    else
        paintFile(painter, picture, option, index);
    paintRing(painter, picture, option);

    painter->setFont(option.font);
    painter->setPen(selected ? text : mixed(text, theme.mutedText, 0.35));
    const QRect line(picture.left(), picture.bottom() + 1 + nameGap, picture.width(),
                     option.fontMetrics.height());
    const QString name = option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(),
                                                       Qt::ElideRight, line.width());
    painter->drawText(line, Qt::AlignHCenter | Qt::AlignVCenter, name);
    painter->restore();
}

void GalleryDelegate::paintFile(QPainter *painter, const QRect &rect,
                                const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const double ratio = painter->device()->devicePixelRatioF();
    const QSize box = (QSizeF(rect.size()) * ratio).toSize();
    const Thumbnail *thumbnail = m_loader->find(index.data(GalleryModel::PathRole).toString(), box);
    if (!thumbnail)
        return;
    if (thumbnail->image.isNull()) {
        const Theme theme = Theme::of(option.palette);
        painter->setFont(smaller(option.font));
        painter->setPen(theme.mutedText);
        painter->drawText(rect.adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                          thumbnail->missing ? tr("The file is gone") : tr("No preview"));
        return;
    }
    const QSizeF size = QSizeF(thumbnail->image.size()) / ratio;
    const QPointF at(rect.x() + (rect.width() - size.width()) / 2,
                     rect.y() + (rect.height() - size.height()) / 2);
    drawRoundedImage(painter, QRectF(at, size), thumbnail->image);
    if (thumbnail->duration > 0)
        drawLength(painter, rect, option.font, thumbnail->duration);
}

void GalleryDelegate::paintPlace(QPainter *painter, const QRect &rect,
                                 const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = Theme::of(option.palette);
    const auto state = index.data(GalleryModel::StateRole).value<batch::JobState>();
    const bool active = batch::isActive(state) || state == batch::JobState::Waiting;
    const QString words = index.data(GalleryModel::WordsRole).toString();
    const QFontMetrics metrics = option.fontMetrics;
    const QRect inner = rect.adjusted(10, 0, -10, 0);

    const QString title = batch::toDisplay(state);
    const int dot = 8;
    const int titleWidth = metrics.horizontalAdvance(title) + dot + 6;
    QRect line(rect.center().x() - titleWidth / 2,
               active                ? rect.center().y() - metrics.height()
                   : words.isEmpty() ? rect.center().y() - metrics.height() / 2
                                     : rect.top() + rect.height() / 5,
               titleWidth, metrics.height());
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.stateColor(state));
    painter->drawEllipse(QRectF(line.left(), line.center().y() - dot / 2.0 + 1, dot, dot));
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, title);

    if (!active) {
        painter->setFont(smaller(option.font));
        painter->setPen(theme.mutedText);
        const QRect room(inner.left(), line.bottom() + 4, inner.width(),
                         rect.bottom() - line.bottom() - 8);
        drawWords(painter, room, words, qMax(1, room.height() / painter->fontMetrics().height()));
        return;
    }
    const double fraction = qBound(0.0, index.data(GalleryModel::FractionRole).toDouble(), 1.0);
    QRectF bar(inner.left() + 8, line.bottom() + 9, inner.width() - 16, 4);
    painter->setPen(Qt::NoPen);
    painter->setBrush(mixed(option.palette.color(QPalette::Base), theme.mutedText, 0.25));
    painter->drawRoundedRect(bar, 2, 2);
    bar.setWidth(qMax(4.0, bar.width() * fraction));
    painter->setBrush(theme.accent);
    painter->drawRoundedRect(bar, 2, 2);
}

void GalleryDelegate::paintRing(QPainter *painter, const QRect &rect,
                                const QStyleOptionViewItem &option) const
{
    const Theme theme = Theme::of(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    const bool focused = option.state & QStyle::State_HasFocus;
    painter->setBrush(Qt::NoBrush);
    if (selected) {
        const bool active = option.state & QStyle::State_Active;
        painter->setPen(QPen(active ? theme.accent : theme.mutedText, 2));
        painter->drawRoundedRect(QRectF(rect).adjusted(-2, -2, 2, 2), corner + 2, corner + 2);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->setPen(QPen(theme.mutedText, 1));
        painter->drawRoundedRect(QRectF(rect).adjusted(-0.5, -0.5, 0.5, 0.5), corner, corner);
    }
    if (focused) {
        QColor glow = theme.accent;
        glow.setAlpha(selected ? 90 : 200);
        painter->setPen(QPen(glow, 2));
        painter->drawRoundedRect(QRectF(rect).adjusted(-4, -4, 4, 4), corner + 4, corner + 4);
    }
}

} // namespace ui
