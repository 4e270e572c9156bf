// SPDX-License-Identifier: GPL-3.0-or-later
//
// The inspector's forms, which follow the model and the kind of the jobs that are shown.
#include "inspector/inspectorprivate.h"
#include "inspector/leftoverscard.h"
#include "inspector/parameterform.h"
#include "session/document/batchdocument.h"

#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace ui {

namespace {

/// The model that the form is for: the jobs' own, or where nothing is known of
/// it, the common fields. Nothing where the jobs have none in common.
std::optional<catalog::Model> formModel(const ShownJobs &jobs)
{
    const batch::Job first = jobs.first();
    const QString model = jobs.modelOf(jobs.rows().constFirst());
    const catalog::Model *known = jobs.document()->catalog().find(model);
    const bool common = !known || !known->hasSchema;
    for (qsizetype i = 0; i < jobs.rows().size(); ++i) {
        const bool sameType = !common || jobs.jobs().at(i).type == first.type;
        if (jobs.modelOf(jobs.rows().at(i)) != model || !sameType)
            return std::nullopt;
    }
    return common ? commonModel(first.type) : *known;
}

bool haveSameForm(const catalog::Model &a, const catalog::Model &b)
{
    return a.id == b.id && catalog::haveSameParameters(a, b);
}

} // namespace

void Inspector::Private::fitForm()
{
    const std::optional<catalog::Model> model = formModel(jobs);
    m_mixed->setVisible(!model);
    m_formCard->setVisible(model.has_value());
    if (!model) {
        m_leftovers->hide();
        return;
    }
    showForm(*model);
    m_form->refresh();
    m_leftovers->refresh(*model);
}

void Inspector::Private::showForm(const catalog::Model &model)
{
    if (m_form && m_formModel && haveSameForm(*m_formModel, model))
        return;
    if (m_form) {
        // The edit that led here may be one of its own.
        m_formCard->rows()->removeWidget(m_form);
        m_form->hide();
        m_form->deleteLater();
    }
    m_formModel = model;
    m_form = new ParameterForm(
        parameterBindings(model),
        [this, model](qsizetype job) {
            return parameterValues(model, jobs.jobs().at(job), jobs.requests(model).at(job));
        },
        &jobs, m_context);
    m_formCard->rows()->addWidget(m_form);
    m_form->show();
    connect(m_form, &ParameterForm::edited, this, &Private::refreshAfterEdit);
    m_page->verticalScrollBar()->setValue(0);
}

void Inspector::Private::fitRunForm()
{
    // Patience is the kind's: what an image waits for by default isn't what a
    // video does.
    const batch::MediaType type = jobs.first().type;
    m_runCard->setVisible(std::all_of(jobs.jobs().begin(), jobs.jobs().end(),
                                      [type](const batch::Job &job) { return job.type == type; }));
    if (m_runType != type) {
        if (m_runForm) {
            m_runCard->rows()->removeWidget(m_runForm);
            m_runForm->hide();
            m_runForm->deleteLater();
        }
        m_runType = type;
        const auto values = [this](qsizetype index) {
            const batch::Job &job = jobs.jobs().at(index);
            return QList<QJsonValue>{job.effectiveMaxWait(), job.effectiveMaxRetries()};
        };
        m_runForm = new ParameterForm(runBindings(type), values, &jobs, m_context);
        m_runCard->rows()->addWidget(m_runForm);
        m_runForm->show();
        connect(m_runForm, &ParameterForm::edited, this, &Private::refreshAfterEdit);
    }
    m_runForm->refresh();
}

} // namespace ui
