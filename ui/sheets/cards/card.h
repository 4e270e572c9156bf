// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QAbstractScrollArea;
class QVBoxLayout;

namespace ui {

/// A part of the import dialog: a card with a title and what belongs under it.
class Card : public QWidget
{
    Q_OBJECT
public:
    explicit Card(const QString &title, QWidget *parent = nullptr);

    QVBoxLayout *rows() { return m_rows; }
    /// The view lies on the card as if it had no ground of its own, also after a change of
    /// appearance.
    void carry(QAbstractScrollArea *view);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void layGround();

    QVBoxLayout *m_rows;
    QList<QAbstractScrollArea *> m_carried;
};

} // namespace ui
