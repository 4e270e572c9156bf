// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/parameterform.h"

#include "catalog/schemawords.h"
#include "inspector/fields/fieldrow.h"
#include "inspector/shownjobs.h"
#include "session/batchdocument.h"

#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

Tone toneOf(batch::Severity severity)
{
    return severity == batch::Severity::Error ? Tone::Error : Tone::Warning;
}

} // namespace

ParameterForm::ParameterForm(const QList<Binding> &bindings, const Values &values, ShownJobs *jobs,
                             const FieldContext &context, QWidget *parent)
    : QWidget(parent)
    , m_bindings(bindings)
    , m_values(values)
    , m_jobs(jobs)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(16);
    for (const Binding &binding : m_bindings) {
        auto *row = new FieldRow(binding.parameter, context);
        layout->addWidget(row);
        m_rows.append(row);
        connect(row, &FieldRow::editingEnded, this, [this] { m_jobs->endStep(); });
        connect(row, &FieldRow::edited, this,
                [this, &binding](const QJsonValue &value, bool continuing) {
                    const auto change = [&](const batch::Job &job) {
                        return binding.changed(job, value);
                    };
                    //: An undo step. %1 is a parameter's title.
                    m_jobs->change(
                        change,
                        tr("Change %1").arg(catalog::inInterfaceLanguage(binding.parameter.title)),
                        binding.parameter.name, continuing);
                    emit edited();
                });
    }
}

QList<FieldState> ParameterForm::states(const QList<int> &rows) const
{
    const batch::Job &first = m_jobs->document()->job(rows.constFirst());
    QList<FieldState> states;
    for (const Binding &binding : m_bindings)
        states.append({binding.value(first), binding.fallback(first), false});
    if (rows.size() == 1)
        return states;
    const QList<QJsonValue> common = m_values(first);
    for (const int row : rows) {
        const QList<QJsonValue> values = m_values(m_jobs->document()->job(row));
        for (qsizetype i = 0; i < states.size(); ++i)
            states[i].several = states.at(i).several || values.at(i) != common.at(i);
    }
    for (FieldState &state : states) {
        if (state.several)
            state.value = QJsonValue(QJsonValue::Undefined);
    }
    return states;
}

void ParameterForm::refresh()
{
    const QList<int> rows = m_jobs->rows();
    const QList<FieldState> now = states(rows);
    for (qsizetype i = 0; i < m_bindings.size(); ++i) {
        const Binding &binding = m_bindings.at(i);
        m_rows.at(i)->setState(now.at(i));
        const ProblemWords words =
            problemWords(*m_jobs, rows, [&binding](const batch::Problem &problem) {
                return concerns(binding, problem);
            });
        m_rows.at(i)->setProblem(words.text, toneOf(words.severity));
    }
}

void ParameterForm::forget()
{
    for (FieldRow *row : std::as_const(m_rows))
        row->forget();
}

ProblemWords problemWords(const ShownJobs &jobs, const QList<int> &rows,
                          const std::function<bool(const batch::Problem &)> &wanted)
{
    struct Said
    {
        QString message;
        batch::Severity severity;
        int jobs = 0;
    };
    QList<Said> all;
    for (const int row : rows) {
        for (const batch::Problem &problem : jobs.document()->problems(row)) {
            if (!wanted(problem))
                continue;
            const auto known = std::find_if(all.begin(), all.end(), [&problem](const Said &said) {
                return said.message == problem.message;
            });
            if (known != all.end())
                ++known->jobs;
            else
                all.append({problem.message, problem.severity, 1});
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Said &a, const Said &b) {
        return a.severity == batch::Severity::Error && b.severity != batch::Severity::Error;
    });
    ProblemWords words;
    if (all.isEmpty())
        return words;
    words.severity = all.constFirst().severity;
    const qsizetype most = 3;
    QStringList lines;
    for (const Said &said : std::as_const(all).mid(0, most)) {
        lines.append(said.jobs == rows.size() ? said.message
                                              //: %1 is what is wrong with them.
                                              : ParameterForm::tr("%1 (%2 of %3 jobs)")
                                                    .arg(said.message)
                                                    .arg(said.jobs)
                                                    .arg(rows.size()));
    }
    words.text = lines.join(u'\n');
    return words;
}

} // namespace ui
