// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace engine {

/// How long the rest of a run will take: the typical times of what waits and what is generated,
/// over the slots, corrected by how long this run's generations really took. All times in s.
class RemainingTime
{
public:
    /// A job of that model that began to wait for a slot (`jobs` = 1) or stopped doing so (-1).
    void waiting(const QString &model, double typical, int jobs);
    /// A generation took `actual` where `typical` was expected.
    void measured(const QString &model, double typical, double actual);

    /// A job that holds a slot.
    struct Running
    {
        QString model;
        double typical = 0;
        double elapsed = 0;
    };
    /// Nothing while nothing is left to generate.
    std::optional<double> estimate(int workers, const QList<Running> &running) const;

private:
    struct Measure
    {
        double typical = 0;
        double actual = 0;

        double factorOr(double other) const { return typical > 0 ? actual / typical : other; }
    };
    struct Lane
    {
        int waiting = 0;
        double typicalSum = 0; ///< of what waits
        Measure measure;
    };

    QHash<QString, Lane> m_lanes;
    Measure m_all;
};

} // namespace engine
