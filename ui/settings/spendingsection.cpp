// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/spendingsection.h"

#include "cost/moneyfield.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace ui {

namespace {

/// Where a person begins who switches the limit on.
constexpr batch::Cost firstLimit = batch::Cost::fromMicros(50'000'000);

} // namespace

SpendingSection::SpendingSection(QWidget *parent)
    : Section(tr("Spending"), parent)
    , m_limits(new QCheckBox(tr("Limit what all batches may cost in a month")))
    , m_amount(new MoneyField)
    , m_used(new Hint)
{
    m_limits->setAccessibleName(m_limits->text());
    m_amount->setAccessibleName(tr("Monthly limit in US dollars"));
    m_amount->setKeyboardTracking(false);
    m_amount->setCost(firstLimit);
    m_amount->setEnabled(false);
    m_amount->setMinimumWidth(112);

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_limits);
    row->addStretch();
    row->addWidget(m_amount);
    rows()->addLayout(row);
    rows()->addWidget(m_used);

    connect(m_limits, &QCheckBox::toggled, this, [this](bool on) {
        m_amount->setEnabled(on);
        onEdited();
    });
    connect(m_amount, &MoneyField::valueChanged, this, &SpendingSection::onEdited);
    updateWords();
}

void SpendingSection::showLimit(std::optional<batch::Cost> limit)
{
    const QSignalBlocker box(m_limits);
    const QSignalBlocker field(m_amount);
    m_limits->setChecked(limit.has_value());
    m_amount->setEnabled(limit.has_value());
    m_amount->setCost(limit.value_or(firstLimit));
    updateWords();
}

void SpendingSection::setSpentThisMonth(batch::Cost spent)
{
    m_spent = spent;
    updateWords();
}

void SpendingSection::commit()
{
    m_amount->interpretText();
}

std::optional<batch::Cost> SpendingSection::limit() const
{
    return m_limits->isChecked() ? std::optional(m_amount->cost()) : std::nullopt;
}

void SpendingSection::onEdited()
{
    updateWords();
    emit limitChanged(limit());
}

void SpendingSection::updateWords()
{
    const auto most = limit();
    if (!m_spent) {
        m_used->say(tr("How much this month has used is not known yet."));
    } else if (!most) {
        m_used->say(tr("This month has used %1.").arg(m_spent->toDisplay()));
    } else if (*m_spent >= *most) {
        m_used->warn(tr("This month has used %1, so that batches pause before the next job.")
                         .arg(m_spent->toDisplay()));
    } else {
        m_used->say(tr("This month has used %1; %2 is left.")
                        .arg(m_spent->toDisplay(), (*most - *m_spent).toDisplay()));
    }
}

} // namespace ui
