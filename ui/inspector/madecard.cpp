// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/madecard.h"

#include "jobs/jobtext.h"
#include "look/tonelabel.h"
#include "session/document/batchdocument.h"

#include <QFileInfo>
#include <QPushButton>
#include <QSet>

namespace ui {

using namespace Qt::StringLiterals;

MadeCard::MadeCard(BatchDocument *document, QWidget *parent)
    : InspectorCard({}, false, parent)
    , m_document(document)
    , m_name(new ToneLabel)
    , m_maker(new ToneLabel(Tone::Muted))
    , m_combination(new ToneLabel)
    , m_model(new ToneLabel(Tone::Muted))
    , m_prompt(new ToneLabel)
    , m_cost(new ToneLabel)
    , m_problem(new ToneLabel(Tone::Error))
    , m_edit(new QPushButton)
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_name->setFont(strong);
    m_cost->setFont(strong);
    m_edit->setAutoDefault(false);
    rows()->setSpacing(8);
    for (QWidget *each : std::initializer_list<QWidget *>{m_name, m_combination, m_model, m_prompt,
                                                          m_cost, m_problem, m_maker})
        rows()->addWidget(each);
    auto *line = new QHBoxLayout;
    line->addWidget(m_edit);
    line->addStretch(1);
    rows()->addLayout(line);
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (m_entries.isEmpty())
            emit fileWanted(m_files.constFirst());
        else
            emit entriesWanted(m_entries);
    });
    hide();
}

void MadeCard::showJobs(const QList<batch::JobId> &jobs)
{
    QList<batch::JobId> there = jobs;
    there.removeIf([this](batch::JobId id) { return !m_document->madeJob(id); });
    setVisible(!there.isEmpty());
    if (there.isEmpty())
        return;
    showMakers(there);
    if (there.size() == 1) {
        showOne(*m_document->madeJob(there.constFirst()));
        return;
    }
    for (ToneLabel *label : {m_combination, m_model, m_prompt, m_problem})
        label->say({});
    catalog::Estimate cost;
    for (const batch::JobId id : std::as_const(there)) {
        const catalog::Estimate each = m_document->estimateOf(id);
        cost.cost += each.cost;
        cost.guess = cost.guess || each.guess;
    }
    m_name->say(tr("%n jobs", nullptr, static_cast<int>(there.size())));
    m_cost->say(jobtext::cost(cost));
}

QString MadeCard::nameOf(int row) const
{
    const QString name = m_document->entry(row).job.name;
    return name.isEmpty() ? tr("an entry without a name") : name;
}

void MadeCard::showMakers(const QList<batch::JobId> &jobs)
{
    m_entries.clear();
    m_files.clear();
    QSet<int> rows;
    QStringList makers;
    for (const batch::JobId job : jobs) {
        const int row = m_document->rowOf(job);
        const QString file = m_document->includedFrom(m_document->madeIndexOf(job));
        if (row >= 0 && !rows.contains(row)) {
            rows.insert(row);
            m_entries.append(m_document->entry(row).id());
            makers.append(nameOf(row));
        } else if (row < 0 && !m_files.contains(file)) {
            m_files.append(file);
            makers.append(QFileInfo(file).fileName());
        }
    }
    sayMakers(makers, jobs.size() == 1);
    const auto entries = static_cast<int>(m_entries.size());
    if (entries > 1)
        m_edit->setText(tr("Edit these %n entries", nullptr, entries));
    else if (entries == 1)
        m_edit->setText(tr("Edit %1").arg(makers.constFirst()));
    else
        m_edit->setText(tr("Open %1").arg(makers.constFirst()));
    m_edit->setAccessibleName(m_edit->text());
    // Some are edited here, some there: no one button leads to both, or to several files.
    m_edit->setVisible(m_files.isEmpty() || makers.size() == 1);
}

void MadeCard::sayMakers(const QStringList &makers, bool isOne)
{
    constexpr qsizetype shown = 5;
    QString names = makers.mid(0, shown).join(u", "_s);
    if (makers.size() > shown)
        names += u", …"_s;
    if (makers.size() > 1)
        m_maker->say(
            tr("These jobs are made in different places: %1. Each is edited there.").arg(names));
    else if (m_files.isEmpty())
        m_maker->say(isOne ? tr("This job is made by %1. It is edited there.").arg(names)
                           : tr("These jobs are made by %1. They are edited there.").arg(names));
    else
        m_maker->say(isOne ? tr("This job comes from %1. It is edited there.").arg(names)
                           : tr("These jobs come from %1. They are edited there.").arg(names));
}

QString MadeCard::combinationText(batch::JobId job) const
{
    const batch::Combination combination = m_document->combinationOf(job);
    QStringList parts;
    for (auto it = combination.values.begin(); it != combination.values.end(); ++it) {
        //: The name of a list of values, and one of them: "product: Aurora".
        parts.append(tr("%1: %2").arg(it.key(), it.value()));
    }
    if (combination.take)
        parts.append(tr("take %1").arg(*combination.take));
    return parts.join(u" · "_s);
}

void MadeCard::showOne(const batch::Job &job)
{
    const catalog::Model *model = m_document->catalog().find(job.model);
    const QString size = jobtext::size(job, model);
    QStringList what{jobtext::type(job.type), jobtext::model(m_document->catalog(), job.model),
                     size};
    what.removeAll(QString());
    m_name->say(job.name);
    m_combination->say(combinationText(job.id));
    m_model->say(what.join(u" · "_s));
    m_prompt->say(job.prompt);
    m_cost->say(jobtext::cost(m_document->estimateOf(job.id)));
    QStringList lines;
    const QList<batch::Problem> problems = m_document->problemsOf(job.id);
    for (const batch::Problem &problem : problems)
        lines.append(problem.message);
    m_problem->say(lines.join(u'\n'), batch::hasError(problems) ? Tone::Error : Tone::Warning);
}

} // namespace ui
