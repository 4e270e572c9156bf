// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QString>

namespace ui {

/// What the colour of a symbol or of words says. Text is the palette's own text colour; the others
/// are the theme's.
enum class Tone { Text, Muted, Accent, Success, Warning, Error };

/// A tone's colour, for words.
QColor colorOf(Tone tone, const QPalette &palette);

/// One of the program's own symbols (resources/icons/NAME.svg), drawn in the present palette's
/// text colour or another tone, sharp at every scale, greyed where disabled. It follows a change
/// of appearance by itself. A name that doesn't exist gives a null icon and a warning.
QIcon icon(const QString &name, Tone tone = Tone::Text);

/// The program's icon, in its own colours, in the sizes that desktops ask for.
QIcon programIcon();

} // namespace ui
