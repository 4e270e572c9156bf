// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace ui {

/// A switch: on or off. Assistive technology meets it as a check box.
class Toggle : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Toggle(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    /// Neither on nor off: the knob stands in the middle.
    void setUndecided(bool undecided);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_undecided = false;
};

} // namespace ui
