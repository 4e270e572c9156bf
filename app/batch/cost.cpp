// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/cost.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace batch {

Cost Cost::fromUsd(double usd)
{
    return Cost(std::llround(usd * 1e6));
}

std::optional<Cost> Cost::fromDecimal(QStringView text)
{
    // Six decimals are what the type can hold; more digits are read and rounded half up.
    static const QRegularExpression pattern(
        QStringLiteral(R"(^\s*(?:\$|USD)?\s*(\d{1,12})(?:\.(\d+))?\s*$)"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    qint64 micros = match.captured(1).toLongLong() * 1'000'000;
    const QString decimals = match.captured(2).leftJustified(7, u'0', true);
    micros += QStringView(decimals).first(6).toLongLong();
    if (decimals.at(6) >= u'5')
        ++micros;
    return Cost(micros);
}

Cost Cost::times(double quantity) const
{
    constexpr double most = 1e15; // micros; no bill, and far from what the type can't hold
    const double micros = static_cast<double>(m_micros) * quantity;
    return Cost(std::llround(std::fmax(-most, std::fmin(micros, most))));
}

QString Cost::toDecimal() const
{
    const qint64 magnitude = std::abs(m_micros);
    QString decimals = QStringLiteral("%1").arg(magnitude % 1'000'000, 6, 10, QLatin1Char('0'));
    while (decimals.size() > 2 && decimals.endsWith(u'0'))
        decimals.chop(1);
    return (m_micros < 0 ? QStringLiteral("-") : QString()) + QString::number(magnitude / 1'000'000)
        + u'.' + decimals;
}

QString Cost::toDisplay() const
{
    //: An amount of US dollars; %1 is the number.
    return QCoreApplication::translate("batch::Cost", "$%1").arg(toDecimal());
}

} // namespace batch
