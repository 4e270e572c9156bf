// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "batch/problem.h"
#include "catalog/model.h"
#include "catalog/request/commonnames.h"

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
    std::function<batch::Job(const batch::Job &, const QJsonValue &, catalog::Saying)> changed;
};

/// A model's parameters, in the schema's order; of the common fields also what else the job's
/// `params` say, as one.
QList<Binding> parameterBindings(const catalog::Model &model);
/// What holds for each of them, said or by default: the same as by the bindings one by one, at the
/// cost of none. `request` is what the job asks the model for.
QList<QJsonValue> parameterValues(const catalog::Model &model, const batch::Job &job,
                                  const catalog::Parameters &request);
/// How patient a job is, whatever its model.
QList<Binding> runBindings(batch::MediaType type);
/// The common fields as parameters of a model that nothing is known of.
catalog::Model commonModel(batch::MediaType type);

/// Whether a problem is to be said at this row.
bool concerns(const Binding &binding, const batch::Problem &problem);

/// Something that a job says and its model doesn't listen to. Of a model that nothing is known of
/// there is none.
struct Leftover
{
    batch::Field field = batch::Field::Params;
    QString name;     ///< as the batch file writes it
    QJsonValue value; ///< as the batch file says it

    friend bool operator==(const Leftover &, const Leftover &) = default;
};

QList<Leftover> leftovers(const batch::Job &job, const catalog::Model &model,
                          const catalog::Parameters &request);
/// Whether the job itself says something of that kind.
bool says(const batch::Job &job, const Leftover &leftover);
batch::Job without(batch::Job job, const Leftover &leftover);

} // namespace ui
