// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/choices/enumfield.h"

#include "jobs/jobsize.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace ui {

EnumField::EnumField(const QJsonArray &values, const QString &unit, const FieldContext &context,
                     QWidget *parent)
    : Field(context, parent)
    , m_unit(unit)
    , m_box(new QComboBox)
{
    // As wide as the form, whatever the longest entry: the open list shows it whole.
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(6);
    m_box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_box->setFocusPolicy(Qt::StrongFocus);
    introduce(m_box);
    for (const QJsonValue &value : values)
        add(value);
    m_regular = m_values.size();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_box);
    connect(m_box, &QComboBox::activated, this, [this](int index) { give(m_values.value(index)); });
}

void EnumField::add(const QJsonValue &value)
{
    QString text = valueText(value);
    if (const auto [width, height] = pixelsOf(text); width > 0)
        text = pixelText(width, height);
    if (value.isDouble() && !m_unit.isEmpty())
        text += u'\u00a0' + m_unit;
    m_box->addItem(text);
    m_values.append(value);
}

void EnumField::display()
{
    const QJsonValue shown = state().effective();
    while (m_values.size() > m_regular) {
        m_values.removeLast();
        m_box->removeItem(m_box->count() - 1);
    }
    if (!shown.isUndefined() && !m_values.contains(shown))
        add(shown);
    m_box->setPlaceholderText(state().several ? severalValues() : tr("Not set"));
    m_box->setCurrentIndex(shown.isUndefined() ? -1 : static_cast<int>(m_values.indexOf(shown)));
    setMuted(m_box, !state().isSaid());
}

} // namespace ui
