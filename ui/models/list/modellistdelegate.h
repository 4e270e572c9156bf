// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QStyledItemDelegate>

namespace ui {

/// A model as a row of two lines: its name and price, and below, muted, who makes it, its kind and
/// how long it usually takes. At the end a star.
class ModelListDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ModelListDelegate(QObject *parent = nullptr);

    /// Where in a row's rectangle the star is to be pressed.
    static QRect starRect(const QRect &row, Qt::LayoutDirection direction);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintWords(QPainter *painter, const QStyleOptionViewItem &option, const QRect &room,
                    const QModelIndex &index) const;
    void paintStar(QPainter *painter, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;

    const QIcon m_star;
    const QIcon m_faintStar;
    const QIcon m_filledStar;
};

} // namespace ui
