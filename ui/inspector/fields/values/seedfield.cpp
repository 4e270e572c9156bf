// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/values/seedfield.h"

#include "inspector/fields/values/numberedit.h"
#include "look/icons.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QRandomGenerator>
#include <QToolButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

SeedField::SeedField(const catalog::Parameter &parameter, const FieldContext &context,
                     QWidget *parent)
    : Field(context, parent)
    , m_parameter(parameter)
    , m_edit(new NumberEdit(true))
    , m_dice(new QToolButton)
    , m_any(new QPushButton(tr("Any")))
{
    m_edit->setBounds(parameter.minimum, parameter.maximum);
    m_edit->setStart(std::max(0.0, parameter.minimum.value_or(0)));
    m_edit->setPlaceholder(tr("Any seed"));
    m_edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    introduce(m_edit);
    m_dice->setIcon(icon(u"dice"_s));
    m_dice->setIconSize(QSize(18, 18));
    m_dice->setFocusPolicy(Qt::StrongFocus);
    m_dice->setToolTip(tr("Throw a seed, and keep it for this and the next run"));
    m_dice->setAccessibleName(tr("Throw a seed"));
    introduce(m_dice);
    m_any->setToolTip(tr("Another seed for every run"));
    m_any->setAccessibleName(tr("Any seed"));
    // Where the model has a seed of its own, nothing said means that one.
    if (!isAny(parameter.defaultValue))
        m_any->hide();
    introduce(m_any);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_dice);
    layout->addWidget(m_any);
    connect(m_edit, &NumberEdit::edited, this, [this](const QJsonValue &value) {
        const bool readable = m_edit->isEmpty() || value.isDouble();
        emit unreadable(readable ? QString() : tr("This is no number yet."));
        if (readable)
            give(value, true);
    });
    connect(m_dice, &QToolButton::clicked, this, &SeedField::roll);
    connect(m_any, &QPushButton::clicked, this,
            [this] { give(QJsonValue(QJsonValue::Undefined)); });
}

void SeedField::roll()
{
    // Within what every service takes, and short enough to be read out.
    const double most = std::min(m_parameter.maximum.value_or(2147483647), 2147483647.0);
    const double least = std::clamp(m_parameter.minimum.value_or(0), 0.0, most);
    const auto seed = QRandomGenerator::global()->generateDouble() * (most - least + 1) + least;
    give(std::min(static_cast<qint64>(seed), static_cast<qint64>(most)));
}

bool SeedField::isAny(const QJsonValue &value) const
{
    // Many models write "any" as -1.
    return value.isUndefined() || value.isNull() || (value.isDouble() && value.toDouble() < 0);
}

void SeedField::forget()
{
    emit unreadable({});
}

void SeedField::display()
{
    emit unreadable({}); // it shows a number, or none, from here on
    const QJsonValue shown = state().effective();
    const bool any = !state().isSaid() && isAny(shown);
    m_edit->setPlaceholder(state().several ? severalValues() : tr("Any seed"));
    m_edit->setValue(any ? QJsonValue(QJsonValue::Undefined) : shown);
    setMuted(m_edit, !state().isSaid());
    m_any->setEnabled(state().isSaid());
}

} // namespace ui
