// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/theme.h"

#include "look/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QToolTip>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

// The ground of a colour-grading room: neutrals with a breath of blue, so that pictures are the
// only strong colours. The meanings keep apart for colour-blind people by lightness and by the
// blue-yellow axis (Okabe and Ito's bluish green and vermilion for good and bad).
Theme lightTheme()
{
    Theme theme;
    theme.accent = QColor(0x2b62d9);
    theme.onAccent = QColor(0xffffff);
    theme.border = QColor(0xd8dade);
    theme.surface = QColor(0xffffff);
    theme.mutedText = QColor(0x59606b);
    theme.spent = QColor(0x2456c4);
    theme.committed = QColor(0x1ba0d1);
    theme.toCome = QColor(0x8b9099);
    theme.warning = QColor(0x8a6100);
    theme.error = QColor(0xa3122f);
    theme.success = QColor(0x0d7353);
    return theme;
}

Theme darkTheme()
{
    Theme theme;
    theme.dark = true;
    theme.accent = QColor(0x6b9dff);
    theme.onAccent = QColor(0x0a1223);
    theme.border = QColor(0x36383e);
    theme.surface = QColor(0x232428);
    theme.mutedText = QColor(0xa4a9b3);
    theme.spent = QColor(0x6396f7);
    theme.committed = QColor(0x8edcec);
    theme.toCome = QColor(0x757b86);
    theme.warning = QColor(0xf0b54e);
    theme.error = QColor(0xff8b73);
    theme.success = QColor(0x5ed0a6);
    return theme;
}

const Theme &themeFor(bool dark)
{
    static const Theme light = lightTheme();
    static const Theme night = darkTheme();
    return dark ? night : light;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128;
}

QPalette paletteFor(bool dark)
{
    const Theme &theme = themeFor(dark);
    const QColor text = dark ? QColor(0xe9eaed) : QColor(0x1c1e23);
    const QColor ground = dark ? QColor(0x1a1b1e) : QColor(0xf3f4f6);
    const QColor base = dark ? QColor(0x1f2024) : QColor(0xffffff);
    const QColor faded = mixed(ground, text, dark ? 0.40 : 0.42);

    QPalette palette;
    palette.setColor(QPalette::Window, ground);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, mixed(base, text, 0.025));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, dark ? QColor(0x2b2d32) : QColor(0xffffff));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, theme.error);
    palette.setColor(QPalette::PlaceholderText, theme.mutedText);
    palette.setColor(QPalette::Highlight, mixed(base, theme.accent, dark ? 0.28 : 0.16));
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::ToolTipBase, dark ? QColor(0x2f3137) : QColor(0xffffff));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Light, mixed(ground, Qt::white, dark ? 0.08 : 0.6));
    palette.setColor(QPalette::Midlight, mixed(ground, theme.border, 0.4));
    palette.setColor(QPalette::Mid, theme.border);
    palette.setColor(QPalette::Dark, mixed(theme.border, text, 0.15));
    palette.setColor(QPalette::Shadow, mixed(theme.border, Qt::black, 0.5));
    palette.setColor(QPalette::Inactive, QPalette::Highlight, mixed(base, text, 0.10));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::ToolTipText})
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::PlaceholderText, faded);
    palette.setColor(QPalette::Disabled, QPalette::Base, mixed(ground, base, 0.4));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, mixed(base, text, 0.08));
    return palette;
}

// The desktop's own sans. Where no desktop chose one, fontconfig's stand-in (DejaVu) is wide and
// loud for a table: Noto Sans, if it is there, has the same even figures. Traditional Chinese
// letter forms are asked for by name, since fontconfig's default for CJK is the Japanese ones.
QFont programFont()
{
    QFont font = QApplication::font();
    static const QString desktopFamily = font.family();
    // By its real name: where further families follow, Qt skips a generic one ("Sans Serif"), and
    // Latin letters would come from the Chinese font, with quotes and dots a whole letter wide.
    QStringList families{QFontInfo(QFont(desktopFamily)).family()};
    if (families.first().startsWith("DejaVu"_L1) && QFontDatabase::hasFamily(u"Noto Sans"_s))
        families.prepend(u"Noto Sans"_s);
    families << u"Noto Sans CJK TC"_s << u"Noto Sans TC"_s;
    font.setFamilies(families);
    font.setPointSizeF(std::max(10.0, font.pointSizeF()));
    return font;
}

} // namespace

const Theme &Theme::of(const QPalette &palette)
{
    return themeFor(isDark(palette));
}

QColor Theme::stateColor(batch::JobState state) const
{
    switch (state) {
    case batch::JobState::Draft:
    case batch::JobState::Waiting:
    case batch::JobState::Cancelled:
        return mutedText;
    case batch::JobState::Submitting:
    case batch::JobState::Generating:
    case batch::JobState::Downloading:
        return accent;
    case batch::JobState::Succeeded:
        return success;
    case batch::JobState::Failed:
        return error;
    case batch::JobState::Unresolved:
        return warning;
    }
    return mutedText;
}

QColor mixed(const QColor &from, const QColor &to, double share)
{
    const auto part = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(part(from.redF(), to.redF()), part(from.greenF(), to.greenF()),
                            part(from.blueF(), to.blueF()), part(from.alphaF(), to.alphaF()));
}

int figureWidth(const QFontMetrics &metrics, const QString &text)
{
    QChar widest = u'0';
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        if (metrics.horizontalAdvance(QChar(digit)) > metrics.horizontalAdvance(widest))
            widest = QChar(digit);
    }
    QString sample = text;
    for (QChar &character : sample) {
        if (character.isDigit())
            character = widest;
    }
    return metrics.horizontalAdvance(sample);
}

void applyAppearance(QApplication &application, Appearance appearance)
{
    // A default palette takes back our own, so that what is judged is the desktop's.
    if (appearance == Appearance::System)
        application.setPalette(QPalette());
    const bool dark = appearance == Appearance::System ? isDark(application.palette())
                                                       : appearance == Appearance::Dark;

    if (!qobject_cast<Style *>(application.style()))
        application.setStyle(new Style);
    const QPalette palette = paletteFor(dark);
    application.setPalette(palette);
    QToolTip::setPalette(palette);
    application.setFont(programFont());
    QToolTip::setFont(application.font());
}

} // namespace ui
