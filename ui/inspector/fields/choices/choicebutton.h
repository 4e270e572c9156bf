// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QSizeF>

#include <optional>

namespace ui {

/// One of a few values to choose from: its text, and above it the shape of a picture where the
/// value says one. Assistive technology meets it as a radio button.
class ChoiceButton : public QAbstractButton
{
    Q_OBJECT
public:
    ChoiceButton(const QString &text, std::optional<QSizeF> shape, bool withShapes,
                 QWidget *parent = nullptr);

    /// Chosen only because nothing else was.
    void setByDefault(bool byDefault);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void drawShape(QPainter *painter, const QRectF &room, const QColor &color) const;

    const std::optional<QSizeF> m_shape; ///< only its proportions count
    const bool m_withShapes;             ///< there is room for one, also where there is none
    bool m_byDefault = false;
};

} // namespace ui
