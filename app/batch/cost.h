// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <compare>
#include <optional>

namespace batch {

/// An amount of money: a whole number of micro-dollars (1 USD = 1 000 000), so that sums of
/// prices such as 0.022 a second stay exact. Never a bare double.
class Cost
{
public:
    constexpr Cost() = default;

    static constexpr Cost fromMicros(qint64 micros) { return Cost(micros); }
    /// Rounds to the nearest micro-dollar.
    static Cost fromUsd(double usd);
    /// Reads a plain decimal number of USD, such as "0.04" or "125.500000"; an optional `$` or
    /// `USD` may stand before it. Nothing for anything else, for more than the type can hold, and
    /// for negative amounts.
    static std::optional<Cost> fromDecimal(QStringView text);

    constexpr qint64 micros() const { return m_micros; }
    constexpr double usd() const { return static_cast<double>(m_micros) / 1e6; }
    constexpr bool isZero() const { return m_micros == 0; }

    /// This price for `quantity` units (seconds, images), rounded to the nearest micro-dollar. A
    /// figure beyond a billion USD, or none at all, counts as a billion.
    Cost times(double quantity) const;

    /// "0.95", "20.00", "0.022": at least two decimals and no more than are needed, up to six.
    QString toDecimal() const;
    /// The amount as a person reads it in the interface language: "$0.95".
    QString toDisplay() const;

    constexpr Cost &operator+=(Cost other)
    {
        m_micros += other.m_micros;
        return *this;
    }
    constexpr Cost &operator-=(Cost other)
    {
        m_micros -= other.m_micros;
        return *this;
    }
    friend constexpr Cost operator+(Cost a, Cost b) { return a += b; }
    friend constexpr Cost operator-(Cost a, Cost b) { return a -= b; }
    friend constexpr auto operator<=>(Cost, Cost) = default;

private:
    constexpr explicit Cost(qint64 micros)
        : m_micros(micros)
    {
    }

    qint64 m_micros = 0;
};

} // namespace batch

Q_DECLARE_METATYPE(batch::Cost)
