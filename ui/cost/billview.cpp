// SPDX-License-Identifier: GPL-3.0-or-later
#include "cost/billview.h"

#include "catalog/estimate.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::CostMeter)
};

QString jobsText(int jobs)
{
    return jobs == 1 ? Words::tr("1 job") : Words::tr("%1 jobs").arg(jobs);
}

/// About how long, as a person would say it: to 5 s, then minutes, then hours and minutes.
QString aboutTime(double seconds)
{
    if (seconds < 58)
        return Words::tr("about %1 s")
            .arg(std::max(5, static_cast<int>(std::ceil(seconds / 5)) * 5));
    const int minutes = static_cast<int>(std::lround(seconds / 60));
    if (minutes < 60)
        return Words::tr("about %1 min").arg(std::max(1, minutes));
    return Words::tr("about %1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString money(batch::Cost cost, bool guess = false)
{
    //: Before an amount of money that is a guess; %1 is the amount.
    return guess ? Words::tr("≈%1").arg(cost.toDisplay()) : cost.toDisplay();
}

BillView::ModelLine modelLine(const QString &id, const batch::BillLine &line,
                              const catalog::Catalog &catalog, const QDateTime &now)
{
    const catalog::Model *model = catalog.find(id);
    BillView::ModelLine result;
    result.name = model ? model->displayName : id;
    if (result.name.isEmpty())
        result.name = Words::tr("No model yet");
    result.jobs = jobsText(line.jobs);
    result.cost = money(line.total(), line.guess);
    result.details = id;
    result.guess = line.guess;
    if (model && model->price) {
        //: Where a price comes from and how old it is.
        result.details += u'\n' + Words::tr("Price: %1").arg(originText(*model->price, now));
    } else if (line.guess) {
        result.details += u'\n'
            + Words::tr("Its price isn't known. It is taken to cost %1 a generation.")
                  .arg(catalog::unknownModelCost.toDisplay());
    }
    return result;
}

QString budgetText(batch::Cost total, batch::Cost budget)
{
    if (total > budget)
        return Words::tr("%1 over budget").arg((total - budget).toDisplay());
    if (total == budget)
        return Words::tr("Exactly the budget");
    return Words::tr("%1 under budget").arg((budget - total).toDisplay());
}

void addLeftOut(BillView *view, int jobs)
{
    if (jobs == 0)
        return;
    //: Beside the word "Estimate" or "Spent": so many jobs are not part of it. Short.
    view->leftOut = Words::tr("%1 left out").arg(jobs);
    view->leftOutWords = jobs == 1 ? Words::tr("1 job with errors is left out")
                                   : Words::tr("%1 jobs with errors are left out").arg(jobs);
}

void addBalance(BillView *view, const BillFacts &facts)
{
    if (facts.balance) {
        const QString amount = facts.balance->toDisplay();
        const batch::Cost toCome = facts.bill.all.toCome;
        view->balanceIsShort = !toCome.isZero() && *facts.balance < toCome;
        view->balanceWords = view->balanceIsShort
            ? Words::tr("Balance %1, less than what is to come").arg(amount)
            : Words::tr("Balance %1").arg(amount);
        view->balanceDetails = Words::tr("What is left in the Atlas Cloud account");
    } else if (!facts.balanceProblem.isEmpty()) {
        view->balanceWords = Words::tr("Balance not known");
        view->balanceDetails = facts.balanceProblem;
    }
}

} // namespace

QString BillView::Figure::spoken() const
{
    //: A name and its figure, read aloud: "Spent: $0.28".
    return Words::tr("%1: %2").arg(name, text);
}

BillView BillView::of(const BillFacts &facts, const catalog::Catalog &catalog)
{
    const batch::BillLine &all = facts.bill.all;
    BillView view;
    view.spent = {Words::tr("Spent"), all.spent, money(all.spent)};
    view.committed = {Words::tr("Under way"), all.committed, money(all.committed)};
    view.toCome = {Words::tr("To come"), all.toCome, money(all.toCome)};
    view.total = {Words::tr("Total"), all.total(), money(all.total(), all.guess)};
    view.sandbox = facts.sandbox;

    if (facts.begun || !all.spent.isZero() || !all.committed.isZero()) {
        view.main = view.spent;
        //: Under the amount that was spent; %1 is the total amount, %2 such as "3 jobs".
        view.detail = Words::tr("of %1 · %2").arg(view.total.text, jobsText(all.jobs));
    } else {
        view.main = {Words::tr("Estimate"), all.total(), view.total.text};
        view.detail = all.jobs == 0
            ? Words::tr("No jobs are switched on")
            : Words::tr("%1 · %2").arg(jobsText(all.jobs), aboutTime(facts.typicalTime));
    }

    QList<std::pair<QString, batch::BillLine>> lines;
    for (auto it = facts.bill.byModel.begin(); it != facts.bill.byModel.end(); ++it)
        lines.append({it.key(), it.value()});
    std::stable_sort(lines.begin(), lines.end(), [](const auto &a, const auto &b) {
        return a.second.total() > b.second.total();
    });
    for (const auto &[id, line] : lines)
        view.models.append(modelLine(id, line, catalog, facts.now));

    if (facts.budget) {
        view.budget = Figure{Words::tr("Budget"), *facts.budget, money(*facts.budget)};
        view.overBudget = all.total() > *facts.budget;
        view.budgetWords = budgetText(all.total(), *facts.budget);
    }
    addLeftOut(&view, facts.leftOut);
    addBalance(&view, facts);
    return view;
}

} // namespace ui
