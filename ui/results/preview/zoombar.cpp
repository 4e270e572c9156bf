// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/preview/zoombar.h"

#include "look/icons.h"
#include "look/theme.h"
#include "results/preview/imagepreview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString percentText(double zoom)
{
    return ZoomBar::tr("%1 %", "zoom").arg(QLocale().toString(qRound(zoom * 100)));
}

} // namespace

ZoomBar::ZoomBar(ImagePreview *preview, QWidget *parent)
    : QWidget(parent)
    , m_preview(preview)
    , m_percent(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    m_fit = addButton(u"fit"_s, tr("Fit"), tr("Show the whole image (0)"));
    m_oneToOne = addButton(u"one-to-one"_s, tr("1:1"), tr("Show every pixel as it is (1)"));
    m_oneToOne->setToolButtonStyle(Qt::ToolButtonTextOnly); // the symbol says the same
    QToolButton *smaller = addButton(u"zoom-out"_s, {}, tr("Zoom out (−)"));
    QToolButton *larger = addButton(u"zoom-in"_s, {}, tr("Zoom in (+)"));
    m_fit->setCheckable(true);
    m_oneToOne->setCheckable(true);
    m_percent->setAlignment(Qt::AlignCenter);
    m_percent->setAccessibleName(tr("Zoom"));
    m_percent->setMinimumWidth(figureWidth(m_percent->fontMetrics(), percentText(32)));

    layout->addWidget(m_fit);
    layout->addWidget(m_oneToOne);
    layout->addStretch(1);
    layout->addWidget(smaller);
    layout->addWidget(m_percent);
    layout->addWidget(larger);

    connect(m_fit, &QToolButton::clicked, preview, &ImagePreview::fit);
    connect(m_oneToOne, &QToolButton::clicked, preview, &ImagePreview::showOneToOne);
    connect(smaller, &QToolButton::clicked, preview, &ImagePreview::zoomOut);
    connect(larger, &QToolButton::clicked, preview, &ImagePreview::zoomIn);
    connect(preview, &ImagePreview::zoomChanged, this, &ZoomBar::showZoom);
    showZoom(preview->zoom());
}

QToolButton *ZoomBar::addButton(const QString &name, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(name));
    button->setText(text);
    button->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly
                                              : Qt::ToolButtonTextBesideIcon);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    button->setAutoRaise(true);
    return button;
}

void ZoomBar::showZoom(double zoom)
{
    m_percent->setText(percentText(zoom));
    m_fit->setChecked(m_preview->isFitted());
    m_oneToOne->setChecked(!m_preview->isFitted() && qFuzzyCompare(zoom, 1));
}

} // namespace ui
