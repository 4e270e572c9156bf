// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/icons.h"

#include "look/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QColor colorFor(Tone tone, QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Disabled)
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    if (tone != Tone::Text)
        return colorOf(tone, palette);
    // The palette's selection is a tint that its text colour stays readable on.
    return palette.color(QPalette::Active,
                         mode == QIcon::Selected ? QPalette::HighlightedText
                                                 : QPalette::ButtonText);
}

/// Draws an SVG whose colour is `currentColor`, in the colour that holds when it is painted.
class SymbolEngine : public QIconEngine
{
public:
    SymbolEngine(QString name, QByteArray svg, Tone tone)
        : m_name(std::move(name))
        , m_svg(std::move(svg))
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    /// `size` in device pixels.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        if (size.isEmpty())
            return {};
        const QColor color = colorFor(m_tone, mode);
        const QString key = u"rushes-symbol/%1/%2/%3x%4"_s.arg(m_name, color.name())
                                .arg(size.width())
                                .arg(size.height());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = render(size, color);
            QPixmapCache::insert(key, pixmap);
        }
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    QIconEngine *clone() const override { return new SymbolEngine(*this); }
    QString key() const override { return u"rushes-symbol"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QPixmap render(const QSize &size, const QColor &color) const
    {
        QByteArray svg = m_svg;
        svg.replace("currentColor", color.name().toLatin1());
        QSvgRenderer renderer(svg);
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        const int side = std::min(size.width(), size.height());
        renderer.render(&painter,
                        QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side));
        return pixmap;
    }

    const QString m_name;
    const QByteArray m_svg;
    const Tone m_tone;
};

} // namespace

QColor colorOf(Tone tone, const QPalette &palette)
{
    const Theme &theme = Theme::of(palette);
    switch (tone) {
    case Tone::Text:
        break;
    case Tone::Muted:
        return theme.mutedText;
    case Tone::Accent:
        return theme.accent;
    case Tone::Success:
        return theme.success;
    case Tone::Warning:
        return theme.warning;
    case Tone::Error:
        return theme.error;
    }
    return palette.color(QPalette::WindowText);
}

QIcon icon(const QString &name, Tone tone)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("No symbol is called \"%s\".", qPrintable(name));
        return {};
    }
    return QIcon(new SymbolEngine(name, file.readAll(), tone));
}

QIcon programIcon()
{
    QSvgRenderer renderer(u":/icons/rushes.svg"_s);
    QIcon icon;
    for (const int side : {16, 22, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace ui
