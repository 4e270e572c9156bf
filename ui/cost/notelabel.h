// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QString>

namespace ui {

/// A few quiet words beside the bill, muted or, where they should be noticed, in the theme's
/// warning colour. Where there is no room they lose their end, and are whole in the tool tip; the
/// accessible name is always whole.
class NoteLabel : public QLabel
{
    Q_OBJECT
public:
    enum class Tone { Muted, Warning };

    explicit NoteLabel(QWidget *parent = nullptr);

    /// Hides where there are no words. `details` are for the tool tip.
    void showNote(const QString &words, Tone tone = Tone::Muted, const QString &details = {});

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void takeLook();
    void noteToolTip();

    Tone m_tone = Tone::Muted;
    QString m_details;
};

} // namespace ui
