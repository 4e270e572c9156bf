// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "batch/problem.h"
#include "catalog/model.h"

#include <QJsonValue>
#include <QList>
#include <QString>

#include <functional>

namespace ui {

/// One row of the form: what it edits, and how a job says it.
struct Binding
{
    catalog::Parameter parameter;
    batch::Field field = batch::Field::Params;
    /// What the job says; undefined: nothing.
    std::function<QJsonValue(const batch::Job &)> value;
    /// What holds where it says nothing; undefined: nobody knows.
    std::function<QJsonValue(const batch::Job &)> fallback;
    /// The job with that value; undefined takes it away.
    std::function<batch::Job(const batch::Job &, const QJsonValue &)> changed;
};

/// A model's parameters, in the schema's order.
QList<Binding> parameterBindings(const catalog::Model &model);
/// What holds for each of them, said or by default: the same as by the bindings
/// one by one, at the cost of one.
QList<QJsonValue> parameterValues(const catalog::Model &model, const batch::Job &job);
/// How patient a job is, whatever its model.
QList<Binding> runBindings(batch::MediaType type);
/// The common fields as parameters of a model that nothing is known of.
catalog::Model commonModel(batch::MediaType type);

/// Whether a problem is to be said at this row.
bool concerns(const Binding &binding, const batch::Problem &problem);

/// Something that a job says and its model doesn't listen to.
struct Leftover
{
    batch::Field field = batch::Field::Params;
    QString name;     ///< as the batch file writes it
    QJsonValue value; ///< as the batch file says it

    friend bool operator==(const Leftover &, const Leftover &) = default;
};

QList<Leftover> leftovers(const batch::Job &job, const catalog::Model &model);
batch::Job without(batch::Job job, const Leftover &leftover);

} // namespace ui
