// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace ui {

/// The list of models: Enter and a double click choose one, and a click on a row's star makes it
/// a favourite without selecting it.
class ModelListView : public QListView
{
    Q_OBJECT
public:
    explicit ModelListView(QWidget *parent = nullptr);

    /// Makes the current model a favourite, or no longer one.
    void toggleFavourite();

signals:
    /// The current row is what the person wants.
    void chosen();
    void currentRowChanged(const QModelIndex &current);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    /// The row whose star lies there; invalid: none.
    QModelIndex starAt(const QPoint &position) const;
    void toggle(const QModelIndex &index);

    QPersistentModelIndex m_pressedStar;
};

} // namespace ui
