// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QToolButton;

namespace ui {

/// A quiet word at a row that can't be edited, with the way to where it can. It goes by itself.
class RowHint : public QFrame
{
    Q_OBJECT
public:
    /// Over `parent`, a view's viewport.
    explicit RowHint(QWidget *parent);

    /// At this cell of the parent; `action` is what the button says.
    void say(const QRect &cell, const QString &words, const QString &action);

signals:
    void wanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_words;
    QToolButton *m_action;
    QTimer m_end;
};

} // namespace ui
