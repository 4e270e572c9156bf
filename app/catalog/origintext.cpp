// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/estimate.h"

#include <QCoreApplication>
#include <QLocale>

namespace catalog {

namespace {

class Origin
{
    Q_DECLARE_TR_FUNCTIONS(catalog::Origin)
public:
    static QString text(PriceSource source, const QDateTime &asOf, const QDateTime &now)
    {
        switch (source) {
        case PriceSource::BatchFile:
            return tr("this batch file");
        case PriceSource::Live:
            return asOf.isValid() ? fetched(asOf, now) : tr("Atlas Cloud's list");
        case PriceSource::BuiltIn:
            break;
        }
        return asOf.isValid() ? tr("built in, as of %1").arg(day(asOf.toUTC().date()))
                              : tr("built in");
    }

    static QString withAssumedUnit(const QString &origin)
    {
        //: %1 says where a price comes from: "Atlas Cloud's list, fetched 2 hours ago".
        return tr("%1; it doesn't say that the price is per second: that is a guess").arg(origin);
    }

    static QString guess() { return tr("a guess: nobody says what this model costs"); }

private:
    static QString day(QDate date)
    {
        //: How a date is written, in the letters of Qt's date formats: "1 November 2026".
        return QLocale().toString(date, tr("d MMMM yyyy"));
    }

    static QString fetched(const QDateTime &asOf, const QDateTime &now)
    {
        constexpr qint64 minute = 60;
        constexpr qint64 hour = 60 * minute;
        constexpr qint64 aDay = 24 * hour;
        constexpr qint64 longAgo = 30 * aDay;
        const qint64 age = asOf.secsTo(now);
        // A clock that was set back makes what was just fetched come from the future.
        if (age < minute)
            return tr("Atlas Cloud's list, fetched just now");
        if (age < hour) {
            return tr("Atlas Cloud's list, fetched %n minute(s) ago", nullptr,
                      static_cast<int>(age / minute));
        }
        if (age < aDay) {
            return tr("Atlas Cloud's list, fetched %n hour(s) ago", nullptr,
                      static_cast<int>(age / hour));
        }
        if (age < longAgo) {
            return tr("Atlas Cloud's list, fetched %n day(s) ago", nullptr,
                      static_cast<int>(age / aDay));
        }
        return tr("Atlas Cloud's list, fetched on %1").arg(day(asOf.toLocalTime().date()));
    }
};

} // namespace

QString originText(const Price &price, const QDateTime &now)
{
    const QString origin = Origin::text(price.source, price.asOf, now);
    return price.unitIsAssumed ? Origin::withAssumedUnit(origin) : origin;
}

QString originText(const Estimate &estimate, const QDateTime &now)
{
    if (estimate.unitIsAssumed)
        return Origin::withAssumedUnit(Origin::text(estimate.source, estimate.asOf, now));
    return estimate.guess ? Origin::guess() : Origin::text(estimate.source, estimate.asOf, now);
}

} // namespace catalog
