// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QStyledItemDelegate>

namespace ui {

struct Theme;

/// How a cell of the job table looks: its ground, the hairline below it, the text in two lines,
/// muted where the job is left out of the run or the defaults say it, and a mark in the corner
/// where something is wrong with it (the tool tip says what). The delegates of the single columns
/// build on it; by itself it shows text and edits it in a line.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    /// Once for each value of the cell: a change elsewhere takes nothing from what is being typed.
    void setEditorData(QWidget *editor, const QModelIndex &index) const final;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

    static constexpr int padding = 8; ///< px, left and right of what a cell shows

protected:
    /// Enter keeps what was entered, Tab as well and goes on to the next cell, Esc doesn't. Keys
    /// that an editor has its own use for are no shortcuts of the table's meanwhile.
    bool eventFilter(QObject *editor, QEvent *event) override;
    /// Keeps what was entered and closes the editor. Once for each editor: closing moves the
    /// focus, which is a reason of its own to close.
    void finish(QWidget *editor, EndEditHint hint = NoHint);
    /// Closes the editor and leaves all as it was.
    void abandon(QWidget *editor);

    /// Shows the cell's value in its editor.
    virtual void fillEditor(QWidget *editor, const QVariant &value) const;

    /// What the column shows, within `rect`. The painter comes with the cell's text colour as its
    /// pen and the option's font.
    virtual void paintContent(QPainter *painter, const QRect &rect,
                              const QStyleOptionViewItem &option, const QModelIndex &index) const;

    /// Wraps the text into as many lines as the rectangle has room for (two at most) and elides
    /// the last; centred vertically.
    static void drawWrapped(QPainter *painter, const QRect &rect, const QString &text);
    static void drawElided(QPainter *painter, const QRect &rect, const QString &text,
                           Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);

private:
    QPointer<QWidget> m_finished;
};

/// Places an editor that is larger than its cell: at the cell, and within what can be seen.
QRect placedOver(const QRect &cell, const QSize &size, const QRect &visible);

} // namespace ui
