// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/problem.h"
#include "inspector/binding.h"
#include "inspector/fields/field.h"

#include <QWidget>

namespace ui {

class FieldRow;
class ShownJobs;

/// Rows for parameters, one a binding, filled from the jobs that are shown.
/// Edits go to them at once.
class ParameterForm : public QWidget
{
    Q_OBJECT
public:
    /// What holds for each binding, in their order, in the job at that place among those shown.
    using Values = std::function<QList<QJsonValue>(qsizetype job)>;

    /// `jobs` must outlive the form.
    ParameterForm(const QList<Binding> &bindings, const Values &values, ShownJobs *jobs,
                  const FieldContext &context, QWidget *parent = nullptr);

    /// Shows what the jobs say now. At least one is shown.
    void refresh();
    /// Other jobs are shown: what was typed and can't be read is dropped.
    void forget();
    const QList<Binding> &bindings() const { return m_bindings; }

signals:
    /// A person edited the jobs.
    void edited();

private:
    QList<FieldState> states() const;
    void change(const Binding &binding, const QJsonValue &value, bool continuing);
    /// What would hold if a job said nothing but its type.
    batch::Job unsaid(batch::MediaType type) const;

    const QList<Binding> m_bindings;
    const Values m_values;
    ShownJobs *m_jobs;
    QList<FieldRow *> m_rows;
};

/// What is said of the problems of several jobs in one place.
struct ProblemWords
{
    QString text;
    batch::Severity severity = batch::Severity::Error;
};

/// Those of their problems that `wanted` takes, as one text: errors before warnings, each once,
/// with how many jobs have it where not all do.
ProblemWords problemWords(const ShownJobs &jobs,
                          const std::function<bool(const batch::Problem &)> &wanted);

} // namespace ui
