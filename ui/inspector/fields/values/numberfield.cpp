// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/values/numberfield.h"

#include "catalog/schemawords.h"
#include "inspector/fields/values/numberedit.h"
#include "look/tonelabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

bool isWhole(const catalog::Parameter &parameter)
{
    using catalog::ValueSchema;
    return parameter.takes(ValueSchema::Integer) && !parameter.types.testFlag(ValueSchema::Number);
}

/// The first number above a bound that is itself none, one step on.
double within(double excluded, double step, bool whole)
{
    if (!whole)
        return excluded + step;
    return step > 0 ? std::floor(excluded) + 1 : std::ceil(excluded) - 1;
}

struct Bounds
{
    std::optional<double> least;
    std::optional<double> most;
};

/// What steps and slider stay within: an excluded bound is none of their places.
Bounds boundsOf(const catalog::Parameter &parameter)
{
    const double step = stepOf(parameter);
    const bool whole = isWhole(parameter);
    Bounds bounds{parameter.minimum, parameter.maximum};
    if (parameter.above && (!bounds.least || *parameter.above >= *bounds.least))
        bounds.least = within(*parameter.above, step, whole);
    if (parameter.below && (!bounds.most || *parameter.below <= *bounds.most))
        bounds.most = within(*parameter.below, -step, whole);
    return bounds;
}

} // namespace

QString unitOf(const catalog::Parameter &parameter)
{
    const QString name = parameter.name.toLower();
    if (name == "duration"_L1 || name == "max_wait"_L1 || name.endsWith("seconds"_L1)
        || name.endsWith("_duration"_L1))
        return NumberField::tr("s", "seconds");
    if (name == "width"_L1 || name == "height"_L1 || name.endsWith("_width"_L1)
        || name.endsWith("_height"_L1))
        return NumberField::tr("px", "pixels");
    if (name == "fps"_L1 || name == "frames_per_second"_L1)
        return NumberField::tr("fps", "frames per second");
    return {};
}

double stepOf(const catalog::Parameter &parameter)
{
    if (parameter.multipleOf)
        return *parameter.multipleOf;
    if (isWhole(parameter))
        return 1;
    if (!parameter.minimum || !parameter.maximum)
        return unitOf(parameter).isEmpty() ? 0.1 : 1;
    // The largest decimal step that leaves at least twenty of them.
    const double range = *parameter.maximum - *parameter.minimum;
    return std::clamp(std::pow(10, std::floor(std::log10(range / 20))), 1e-4, 1.0);
}

NumberField::NumberField(const catalog::Parameter &parameter, const FieldContext &context,
                         QWidget *parent)
    : Field(context, parent)
    , m_whole(isWhole(parameter))
    , m_edit(new NumberEdit(m_whole))
{
    const Bounds bounds = boundsOf(parameter);
    m_edit->setBounds(bounds.least, bounds.most);
    m_edit->setStep(stepOf(parameter));
    m_edit->setStart(bounds.least.value_or(0));
    introduce(m_edit);
    connect(m_edit, &NumberEdit::edited, this, &NumberField::noteEdit);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    if (parameter.minimum && parameter.maximum && *bounds.least < *bounds.most
        && *bounds.most - *bounds.least <= 1e6) {
        m_least = *bounds.least;
        m_most = *bounds.most;
        addSlider(parameter);
        layout->addWidget(m_slider, 1);
    }
    layout->addWidget(m_edit);
    const QString unit = unitOf(parameter);
    if (!unit.isEmpty()) {
        auto *label = new ToneLabel(Tone::Muted);
        label->setWordWrap(false);
        label->setText(unit);
        layout->addWidget(label);
    }
    if (!m_slider)
        layout->addStretch(1);
}

void NumberField::addSlider(const catalog::Parameter &parameter)
{
    const double range = m_most - m_least;
    m_sliderStep = stepOf(parameter);
    // A hand can't choose between two thousand places: sizes snap to what coders like.
    if (range / m_sliderStep > 500)
        m_sliderStep *= std::exp2(std::ceil(std::log2(range / m_sliderStep / 500)) + 1);
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setRange(0, static_cast<int>(std::ceil(range / m_sliderStep - 1e-9)));
    m_slider->setPageStep(std::max(1, m_slider->maximum() / 10));
    m_slider->setMinimumWidth(64);
    m_slider->setFocusPolicy(Qt::StrongFocus);
    m_slider->setAccessibleName(
        tr("%1, coarsely").arg(catalog::inInterfaceLanguage(parameter.title)));
    introduce(m_slider);
    connect(m_slider, &QSlider::valueChanged, this, &NumberField::slide);
    connect(m_slider, &QSlider::sliderReleased, this, &Field::editingEnded);
}

void NumberField::slide(int position)
{
    const double value =
        std::round(std::min(m_least + position * m_sliderStep, m_most) * 1e6) / 1e6;
    m_cleared = false;
    give(m_whole ? QJsonValue(static_cast<qint64>(value)) : QJsonValue(value), true);
}

void NumberField::noteEdit(const QJsonValue &value)
{
    m_cleared = m_edit->isEmpty();
    const bool readable = m_cleared || value.isDouble();
    emit unreadable(readable ? QString() : tr("This is no number yet."));
    if (readable)
        give(value, true);
}

void NumberField::forget()
{
    m_cleared = false;
    emit unreadable({});
}

void NumberField::display()
{
    const QJsonValue shown = state().effective();
    if (m_cleared && !state().isSaid()) {
        m_edit->setPlaceholder(valueText(state().fallback));
    } else {
        m_cleared = false;
        emit unreadable({}); // it shows a number from here on
        m_edit->setValue(shown);
        m_edit->setPlaceholder(state().several ? tr("Several", "values, in little room")
                                               : tr("Not set"));
        setMuted(m_edit, !state().isSaid());
    }
    if (m_slider && shown.isDouble()) {
        const QSignalBlocker blocker(m_slider);
        if (!m_slider->isSliderDown())
            m_slider->setValue(
                static_cast<int>(std::round((shown.toDouble() - m_least) / m_sliderStep)));
    }
}

bool NumberField::eventFilter(QObject *watched, QEvent *event)
{
    const bool handled = Field::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && watched == m_edit && m_cleared) {
        m_cleared = false;
        display();
    }
    return handled;
}

} // namespace ui
