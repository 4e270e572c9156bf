// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/delegates/sizeeditor.h"

#include "look/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QSpinBox>
#include <QToolButton>

#include <cmath>
#include <tuple>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QSpinBox *pixelBox(const QString &name, int least, int most, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setSuffix(SizeEditor::tr(" px"));
    box->setRange(least, most);
    box->setSingleStep(64);
    box->setAccelerated(true);
    return box;
}

/// "8 s"
QString lengthText(double length)
{
    return QLocale().toString(length, 'g', 6) + SizeEditor::tr(" s");
}

/// Chooses the text; one that isn't offered is added.
void choose(QComboBox *combo, const QString &text)
{
    if (combo->findText(text) < 0 && !text.isEmpty())
        combo->addItem(text);
    combo->setCurrentIndex(combo->findText(text));
}

bool isWhole(double value)
{
    return std::abs(value - std::round(value)) < 1e-9;
}

} // namespace

SizeEditor::SizeEditor(batch::MediaType type, SizeChoices choices, QWidget *parent)
    : QWidget(parent)
    , m_choices(std::move(choices))
{
    const bool image = type == batch::MediaType::Image;
    setAutoFillBackground(false);
    setAccessibleName(image ? tr("Size") : tr("Length and resolution"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    if (m_choices.pixels) {
        layout->addLayout(addPixels());
        auto *shapes = new QHBoxLayout;
        shapes->setSpacing(4);
        addShapes(shapes);
        layout->addLayout(shapes);
    }
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    if (!m_choices.pixels && !m_choices.sizes.isEmpty())
        m_pixels = addChoice(tr("Size"), m_choices.sizes, false, row);
    addLength(row);
    if (!m_choices.resolutions.isEmpty() || m_choices.anyResolution)
        m_resolution =
            addChoice(tr("Resolution"), m_choices.resolutions, m_choices.anyResolution, row);
    if (!m_choices.ratios.isEmpty() || m_choices.anyRatio)
        m_ratio = addChoice(tr("Aspect ratio"), m_choices.ratios, m_choices.anyRatio, row);
    layout->addLayout(row);
    if (!m_fields.isEmpty())
        setFocusProxy(m_fields.constFirst());
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { noteFocus(now); });
}

QHBoxLayout *SizeEditor::addPixels()
{
    m_width = pixelBox(tr("Width"), m_choices.leastWidth, m_choices.mostWidth, this);
    m_height = pixelBox(tr("Height"), m_choices.leastHeight, m_choices.mostHeight, this);
    m_fields = {m_width, m_height};
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_width, 1);
    row->addWidget(new QLabel(u"×"_s, this));
    row->addWidget(m_height, 1);
    return row;
}

void SizeEditor::addLength(QHBoxLayout *row)
{
    if (!m_choices.durations.isEmpty()) {
        QStringList offered;
        for (const double length : std::as_const(m_choices.durations))
            offered.append(lengthText(length));
        m_durations = addChoice(tr("Length"), offered, false, row);
        for (int item = 0; item < m_durations->count(); ++item)
            m_durations->setItemData(item, m_choices.durations.at(item));
    } else if (m_choices.duration) {
        m_duration = new QDoubleSpinBox(this);
        m_duration->setAccessibleName(tr("Length"));
        m_duration->setSuffix(tr(" s"));
        m_duration->setRange(m_choices.leastDuration, m_choices.mostDuration);
        m_duration->setDecimals(0);
        m_duration->setToolTip(
            m_choices.durationIsLimited
                ? tr("Length: %1 to %2 s").arg(m_choices.leastDuration).arg(m_choices.mostDuration)
                : tr("Length"));
        m_fields.append(m_duration);
        row->addWidget(m_duration, 1);
    }
}

QComboBox *SizeEditor::addChoice(const QString &name, const QStringList &offered, bool any,
                                 QHBoxLayout *row)
{
    auto *combo = new QComboBox(this);
    combo->setAccessibleName(name);
    combo->setToolTip(name);
    combo->setEditable(any);
    combo->addItems(offered);
    combo->setMaxVisibleItems(16);
    m_fields.append(combo);
    row->addWidget(combo, 1);
    return combo;
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

void SizeEditor::setSize(const JobSize &size)
{
    m_given = size;
    if (m_width) {
        for (const auto &[box, value] :
             {std::pair(m_width, size.width), std::pair(m_height, size.height)}) {
            box->setRange(qMin(box->minimum(), value), qMax(box->maximum(), value));
            box->setValue(value);
        }
    }
    if (m_pixels)
        choose(m_pixels, size.width > 0 ? pixelText(size.width, size.height) : QString());
    showLength(size.duration);
    if (m_resolution)
        choose(m_resolution, size.resolution);
    if (m_ratio)
        choose(m_ratio, size.aspectRatio);
}

void SizeEditor::showLength(double length)
{
    if (m_duration) {
        if (!isWhole(length))
            m_duration->setDecimals(2);
        m_duration->setRange(qMin(m_duration->minimum(), length),
                             qMax(m_duration->maximum(), length));
        m_duration->setValue(length);
    }
    if (m_durations) {
        if (m_durations->findData(length) < 0)
            m_durations->addItem(lengthText(length), length);
        m_durations->setCurrentIndex(m_durations->findData(length));
    }
}

JobSize SizeEditor::size() const
{
    JobSize size = m_given;
    if (m_width)
        std::tie(size.width, size.height) = std::pair(m_width->value(), m_height->value());
    if (m_pixels && m_pixels->currentIndex() >= 0)
        std::tie(size.width, size.height) = pixelsOf(m_pixels->currentText());
    if (size.width != m_given.width || size.height != m_given.height)
        size.aspectRatio.clear();
    if (m_duration)
        size.duration = m_duration->value();
    if (m_durations)
        size.duration = m_durations->currentData().toDouble();
    if (m_resolution)
        size.resolution = m_resolution->currentText().trimmed();
    if (m_ratio)
        size.aspectRatio = m_ratio->currentText().trimmed();
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
