// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/bill.h"
#include "catalog/catalog.h"

#include <QList>
#include <QString>

#include <optional>

namespace ui {

/// What the cost meter is told.
struct BillFacts
{
    batch::Bill bill;
    std::optional<batch::Cost> budget;
    double typicalTime = 0; ///< s that the batch usually takes
    bool begun = false;     ///< a run is under way, or was
    bool sandbox = false;   ///< nothing is really charged
};

/// What the cost meter shows: the bill in words and figures, in the interface language. A value
/// made from facts; no widget is needed to read or test it.
struct BillView
{
    /// A name and its figure, such as "Spent" and "$0.28".
    struct Figure
    {
        QString name;
        batch::Cost cost;
        QString text; ///< with ≈ where it contains a price that isn't known

        /// "Spent: $0.28": what a reader of the screen says.
        QString spoken() const;
    };

    /// One model of the batch.
    struct ModelLine
    {
        QString name; ///< the catalog's display name, or the id where it isn't known
        QString jobs; ///< "2 jobs"
        QString cost;
        QString details; ///< id, and what a guess is taken from; for a tool tip
        bool guess = false;
    };

    Figure main;    ///< the one big figure: the estimate before a run, then what was spent
    QString detail; ///< under it: how many jobs, and how long they take or of how much
    Figure spent;
    Figure committed;
    Figure toCome;
    Figure total;
    QList<ModelLine> models; ///< the dearest first

    std::optional<Figure> budget;
    bool overBudget = false;
    QString budgetWords; ///< "$0.12 over the budget of $0.40"; empty without a budget
    bool sandbox = false;

    static BillView of(const BillFacts &facts, const catalog::Catalog &catalog);
};

} // namespace ui
