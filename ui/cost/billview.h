// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/bill.h"
#include "catalog/catalog.h"

#include <QDateTime>
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
    int leftOut = 0;        ///< jobs that are switched on and have errors: no run takes them
    /// What is left in the account; nothing where it isn't known, or there is no account to ask.
    std::optional<batch::Cost> balance = {};
    QString balanceProblem = {}; ///< why it isn't known, for people
    QDateTime now = {};          ///< UTC: how old prices are counts from here
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
        QString details; ///< id, and where the price comes from; for a tool tip
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
    QString budgetWords; ///< "$0.12 over budget"; empty without a budget
    bool sandbox = false;
    QString leftOut;      ///< "3 left out"; empty: none
    QString leftOutWords; ///< "3 jobs with errors are left out"

    QString balanceWords;        ///< "Balance $125.50"; empty: there is no account
    QString balanceDetails;      ///< why it isn't known, or what it means; for a tool tip
    bool balanceIsShort = false; ///< less than what is to come

    static BillView of(const BillFacts &facts, const catalog::Catalog &catalog);
};

} // namespace ui
