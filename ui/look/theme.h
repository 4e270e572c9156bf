// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/jobstate.h"

#include <QColor>
#include <QPalette>
#include <QString>

class QApplication;
class QFontMetrics;

namespace ui {

/// Light or dark; System follows the desktop's palette.
enum class Appearance { System, Light, Dark };

/// The colours that carry meaning, for the palette at hand. Widgets ask for them at paint time,
/// so that a change of appearance needs no more than a repaint.
///
/// The palette itself says the rest: `Window` is the ground, `Base` a field or view, `Text` reads
/// at 7:1 or better on each of them. `Highlight` is a tint that `Text` stays readable on, so what
/// is selected keeps its colours.
struct Theme
{
    bool dark = false;
    QColor accent;    ///< what to press, what is selected
    QColor onAccent;  ///< text on it
    QColor border;    ///< hairlines between areas
    QColor surface;   ///< cards and panes above the window's ground
    QColor mutedText; ///< secondary text, readable (4.5:1) on `surface` and the ground
    QColor spent;     ///< money that was charged
    QColor committed; ///< money that is under way
    QColor toCome;    ///< money still to be asked for
    QColor warning;   ///< this and the two below: as text, too (4.5:1)
    QColor error;
    QColor success;

    /// Readable as text. Never the only sign: the state always stands there in words.
    QColor stateColor(batch::JobState state) const;

    /// Cheap: one of two constants, by the lightness of the palette's window.
    static const Theme &of(const QPalette &palette);
};

/// A colour between two: 0 is `from`, 1 is `to`.
QColor mixed(const QColor &from, const QColor &to, double share);

/// How wide `text` can become when its digits change, px: for labels whose figures must not make
/// the layout jump.
int figureWidth(const QFontMetrics &metrics, const QString &text);

/// Gives the program its style, palette and fonts. May be called again at any time.
///
/// A push or tool button with the dynamic property `primary` set to true is drawn as the one thing
/// to press.
void applyAppearance(QApplication &application, Appearance appearance);

} // namespace ui
