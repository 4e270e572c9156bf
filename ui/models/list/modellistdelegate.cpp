// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list/modellistdelegate.h"

#include "look/icons.h"
#include "look/theme.h"
#include "models/list/modellistmodel.h"

#include <QApplication>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int side = 14;     ///< px, free at both ends of a row
constexpr int above = 9;     ///< px, free above and below the words
constexpr int between = 3;   ///< px, between the two lines
constexpr int starRoom = 36; ///< px, of the star with what is free around it
constexpr int starSize = 18; ///< px
constexpr int gap = 12;      ///< px, at least, between words at the left and figures at the right

QFont nameFont(const QFont &font)
{
    QFont name = font;
    name.setWeight(QFont::DemiBold);
    return name;
}

/// Words at the left, a figure at the right that always has its room.
void drawLine(QPainter *painter, const QRect &line, const QFont &leftFont, const QColor &leftColor,
              const QString &left, const QFont &rightFont, const QColor &rightColor,
              const QString &right)
{
    const int figure = right.isEmpty() ? 0 : QFontMetrics(rightFont).horizontalAdvance(right) + gap;
    painter->setFont(leftFont);
    painter->setPen(leftColor);
    painter->drawText(
        line.adjusted(0, 0, -figure, 0), Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(leftFont).elidedText(left, Qt::ElideRight, line.width() - figure));
    painter->setFont(rightFont);
    painter->setPen(rightColor);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, right);
}

} // namespace

ModelListDelegate::ModelListDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
    , m_star(icon(u"star"_s))
    , m_faintStar(icon(u"star"_s, Tone::Muted))
    , m_filledStar(icon(u"star-filled"_s, Tone::Accent))
{
}

QRect ModelListDelegate::starRect(const QRect &row, Qt::LayoutDirection direction)
{
    const QRect star(row.right() + 1 - starRoom - 2, row.top(), starRoom, row.height());
    return QStyle::visualRect(direction, row, star);
}

QSize ModelListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines =
        QFontMetrics(nameFont(option.font)).height() + between + option.fontMetrics.height();
    return {200, lines + 2 * above};
}

void ModelListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    painter->save();
    const QWidget *widget = option.widget;
    // What is selected is at work also while the keyboard is in the search field.
    if (widget && widget->isActiveWindow())
        row.state |= QStyle::State_Active;
    QStyle *style = widget ? widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &row, painter, widget);
    const Theme &theme = Theme::of(option.palette);
    if ((row.state & QStyle::State_Selected) && (row.state & QStyle::State_Active))
        painter->fillRect(QStyle::visualRect(option.direction, option.rect,
                                             QRect(option.rect.left(), option.rect.top(), 3,
                                                   option.rect.height())),
                          theme.accent);
    painter->fillRect(
        QRect(option.rect.left() + side, option.rect.bottom(), option.rect.width() - 2 * side, 1),
        mixed(option.palette.color(QPalette::Base), theme.border, 0.7));
    const QRect words = option.rect.adjusted(side, above, -starRoom - 6, -above);
    paintWords(painter, option, QStyle::visualRect(option.direction, option.rect, words), index);
    paintStar(painter, option, index);
    painter->restore();
}

void ModelListDelegate::paintWords(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QRect &room, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const QColor text = option.palette.color(QPalette::Text);
    const QFont name = nameFont(option.font);
    const QRect first(room.left(), room.top(), room.width(), QFontMetrics(name).height());
    const QRect second(room.left(), first.bottom() + 1 + between, room.width(),
                       option.fontMetrics.height());
    const bool priced = index.data(ModelListModel::PriceKnownRole).toBool();
    drawLine(painter, first, name, text, index.data().toString(), option.font,
             priced ? text : theme.mutedText, index.data(ModelListModel::PriceRole).toString());
    QString facts = index.data(ModelListModel::KindRole).toString();
    if (index.data(ModelListModel::CurrentRole).toBool()) {
        //: A model that the jobs at hand have: provider and kind.
        facts = tr("In use · %1").arg(facts);
    }
    drawLine(painter, second, option.font, theme.mutedText, facts, option.font, theme.mutedText,
             index.data(ModelListModel::TimeRole).toString());
}

void ModelListDelegate::paintStar(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const QRect room = starRect(option.rect, option.direction);
    QRect star(0, 0, starSize, starSize);
    star.moveCenter(room.center());
    const bool favourite = index.data(ModelListModel::FavouriteRole).toBool();
    const bool lit = option.state & (QStyle::State_MouseOver | QStyle::State_Selected);
    if (!favourite && !lit)
        painter->setOpacity(0.45);
    const QIcon &symbol = favourite ? m_filledStar : lit ? m_star : m_faintStar;
    symbol.paint(painter, star);
}

} // namespace ui
