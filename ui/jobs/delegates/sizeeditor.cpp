// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/delegates/sizeeditor.h"

#include "look/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSpinBox>
#include <QToolButton>

#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostPixels = 16384;     ///< where the model names no limit
constexpr double longestVideo = 3600; ///< s, where the model names no limit

QSpinBox *pixelBox(const QString &name, const catalog::Parameter *limits, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setSuffix(SizeEditor::tr(" px"));
    const double least = limits && limits->minimum ? *limits->minimum : 1;
    const double most = limits && limits->maximum ? *limits->maximum : mostPixels;
    box->setRange(static_cast<int>(least), static_cast<int>(most));
    box->setSingleStep(64);
    box->setAccelerated(true);
    return box;
}

bool isWhole(double value)
{
    return std::abs(value - std::round(value)) < 1e-9;
}

} // namespace

SizeEditor::SizeEditor(batch::MediaType type, const catalog::Model *model, QWidget *parent)
    : QWidget(parent)
{
    setAutoFillBackground(false);
    if (type == batch::MediaType::Image)
        buildImage(model);
    else
        buildVideo(model);
    setFocusProxy(m_fields.constFirst());
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { noteFocus(now); });
}

void SizeEditor::buildImage(const catalog::Model *model)
{
    setAccessibleName(tr("Size"));
    m_width = pixelBox(tr("Width"), model ? model->parameter(u"width") : nullptr, this);
    m_height = pixelBox(tr("Height"), model ? model->parameter(u"height") : nullptr, this);
    m_fields = {m_width, m_height};

    auto *fields = new QHBoxLayout;
    fields->setSpacing(6);
    fields->addWidget(m_width, 1);
    fields->addWidget(new QLabel(u"×"_s, this));
    fields->addWidget(m_height, 1);
    auto *shapes = new QHBoxLayout;
    shapes->setSpacing(4);
    addShapes(shapes);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addLayout(fields);
    layout->addLayout(shapes);
}

void SizeEditor::addShapes(QHBoxLayout *row)
{
    constexpr std::pair<int, int> shapes[] = {{1, 1}, {4, 3}, {3, 4}, {16, 9}, {9, 16}};
    for (const auto &[across, down] : shapes) {
        auto *button = new QToolButton(this);
        button->setText(u"%1:%2"_s.arg(across).arg(down));
        button->setToolTip(tr("Make it %1 to %2, keeping the longer side").arg(across).arg(down));
        button->setAccessibleName(tr("Shape %1 to %2").arg(across).arg(down));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QToolButton::clicked, this,
                [this, across = across, down = down] { setShape(across, down); });
        row->addWidget(button);
        m_fields.append(button);
    }
}

void SizeEditor::setShape(int across, int down)
{
    const int longer = qMax(m_width->value(), m_height->value());
    // Models want sides that can be divided by 8.
    const double share = static_cast<double>(qMin(across, down)) / qMax(across, down);
    const int shorter = static_cast<int>(std::round(longer * share / 8)) * 8;
    m_width->setValue(across >= down ? longer : shorter);
    m_height->setValue(across >= down ? shorter : longer);
}

void SizeEditor::buildVideo(const catalog::Model *model)
{
    setAccessibleName(tr("Length and resolution"));
    const std::optional<double> least = model ? model->minDuration() : std::nullopt;
    const std::optional<double> most = model ? model->maxDuration() : std::nullopt;
    m_duration = new QDoubleSpinBox(this);
    m_duration->setAccessibleName(tr("Length"));
    m_duration->setSuffix(tr(" s"));
    m_duration->setRange(least.value_or(1), most.value_or(longestVideo));
    m_duration->setDecimals(0);
    m_duration->setToolTip(
        most ? tr("Length: %1 to %2 s").arg(m_duration->minimum()).arg(m_duration->maximum())
             : tr("Length"));

    m_resolution = new QComboBox(this);
    m_resolution->setAccessibleName(tr("Resolution"));
    m_resolution->setToolTip(tr("Resolution"));
    const QStringList offered = model ? model->resolutions() : QStringList();
    m_resolution->setEditable(offered.isEmpty());
    m_resolution->addItems(offered.isEmpty() ? QStringList{u"480p"_s, u"720p"_s, u"1080p"_s}
                                             : offered);
    m_fields = {m_duration, m_resolution};

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_duration, 1);
    layout->addWidget(m_resolution, 1);
}

void SizeEditor::setSize(const JobSize &size)
{
    m_given = size;
    if (m_width) {
        for (const auto &[box, value] :
             {std::pair(m_width, size.width), std::pair(m_height, size.height)}) {
            box->setRange(qMin(box->minimum(), value), qMax(box->maximum(), value));
            box->setValue(value);
        }
        return;
    }
    if (!isWhole(size.duration))
        m_duration->setDecimals(2);
    m_duration->setRange(qMin(m_duration->minimum(), size.duration),
                         qMax(m_duration->maximum(), size.duration));
    m_duration->setValue(size.duration);
    if (m_resolution->findText(size.resolution) < 0)
        m_resolution->addItem(size.resolution);
    m_resolution->setCurrentText(size.resolution);
}

JobSize SizeEditor::size() const
{
    JobSize size = m_given;
    if (m_width) {
        size.width = m_width->value();
        size.height = m_height->value();
    } else {
        size.duration = m_duration->value();
        size.resolution = m_resolution->currentText().trimmed();
    }
    return size;
}

bool SizeEditor::focusNextPrevChild(bool next)
{
    const qsizetype at = m_fields.indexOf(QApplication::focusWidget());
    const qsizetype to = next ? at + 1 : at - 1;
    if (at < 0 || to < 0 || to >= m_fields.size()) {
        emit tabbedOut(next);
        return true;
    }
    m_fields.at(to)->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void SizeEditor::noteFocus(QWidget *now)
{
    // Nothing has the focus while another program has: that is no reason to close.
    if (!now)
        return;
    // A combo box's list is a window of its own, but still a part of this card.
    for (QWidget *each = now; each; each = each->parentWidget()) {
        if (each == this)
            return;
    }
    emit left();
}

void SizeEditor::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.accent, 1));
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace ui
