// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/parameterform.h"

#include "batch/expansion/expand.h"
#include "catalog/schemawords.h"
#include "inspector/fields/fieldrow.h"
#include "inspector/shownjobs.h"
#include "session/document/batchdocument.h"

#include <QHash>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

Tone toneOf(batch::Severity severity)
{
    return severity == batch::Severity::Error ? Tone::Error : Tone::Warning;
}

/// What the file's defaults say for it; undefined: nothing. `unsaid` is all that they say.
QJsonValue sharedValue(const Binding &binding, const batch::Job &unsaid)
{
    const QJsonValue value = binding.value(unsaid);
    return value == QJsonValue(QString()) ? QJsonValue(QJsonValue::Undefined) : value;
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
                    change(binding, value, continuing);
                });
    }
}

void ParameterForm::change(const Binding &binding, const QJsonValue &value, bool continuing)
{
    QHash<batch::MediaType, QJsonValue> byDefault; // what the file's defaults say
    const auto changed = [&](const batch::Job &job) {
        if (!byDefault.contains(job.type))
            byDefault.insert(job.type, sharedValue(binding, unsaid(job.type)));
        const QJsonValue shared = byDefault.value(job.type);
        if (shared.isUndefined())
            return binding.changed(job, value, catalog::Saying::AsNeeded);
        return binding.changed(job, value == shared ? QJsonValue(QJsonValue::Undefined) : value,
                               catalog::Saying::Always);
    };
    //: An undo step. %1 is a parameter's title.
    const QString text = tr("Change %1").arg(catalog::inInterfaceLanguage(binding.parameter.title));
    m_jobs->change(changed, text, binding.parameter.name, continuing);
    emit edited();
}

batch::Job ParameterForm::unsaid(batch::MediaType type) const
{
    batch::JobSource silent;
    silent.job.type = type;
    silent.saysType = true;
    return batch::withDefaults(m_jobs->document()->source(), silent);
}

QList<FieldState> ParameterForm::states() const
{
    const BatchDocument &document = *m_jobs->document();
    const batch::Job first = m_jobs->first();
    const batch::JobSource &says = document.entry(m_jobs->rows().constFirst());
    const batch::Job otherwise = unsaid(first.type);
    QList<FieldState> states;
    for (const Binding &binding : m_bindings) {
        const QJsonValue byDefault = sharedValue(binding, otherwise);
        const bool shared = !byDefault.isUndefined();
        states.append(
            {binding.value(says.job), shared ? byDefault : binding.fallback(first), false, shared});
    }
    const qsizetype count = m_jobs->rows().size();
    const QList<QJsonValue> common = count > 1 ? m_values(0) : QList<QJsonValue>();
    for (qsizetype job = 1; job < count; ++job) {
        const QList<QJsonValue> values = m_values(job);
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
    const QList<FieldState> now = states();
    for (qsizetype i = 0; i < m_bindings.size(); ++i) {
        const Binding &binding = m_bindings.at(i);
        m_rows.at(i)->setState(now.at(i));
        const ProblemWords words = problemWords(*m_jobs, [&binding](const batch::Problem &problem) {
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

ProblemWords problemWords(const ShownJobs &jobs,
                          const std::function<bool(const batch::Problem &)> &wanted)
{
    QList<SharedProblem> all;
    for (const SharedProblem &each : jobs.problems()) {
        if (!wanted(each.problem))
            continue;
        const auto known = std::find_if(all.begin(), all.end(), [&each](const auto &said) {
            return said.problem.message == each.problem.message;
        });
        if (known != all.end())
            known->jobs += each.jobs;
        else
            all.append(each);
    }
    std::stable_sort(all.begin(), all.end(), [](const SharedProblem &a, const SharedProblem &b) {
        return a.problem.severity == batch::Severity::Error
            && b.problem.severity != batch::Severity::Error;
    });
    ProblemWords words;
    if (all.isEmpty())
        return words;
    words.severity = all.constFirst().problem.severity;
    const qsizetype most = 3;
    const qsizetype count = jobs.rows().size();
    QStringList lines;
    for (const SharedProblem &each : std::as_const(all).mid(0, most)) {
        lines.append(each.jobs == count ? each.problem.message
                                        //: %1 is what is wrong with them.
                                        : ParameterForm::tr("%1 (%2 of %3 jobs)")
                                              .arg(each.problem.message, QString::number(each.jobs),
                                                   QString::number(count)));
    }
    words.text = lines.join(u'\n');
    return words;
}

} // namespace ui
