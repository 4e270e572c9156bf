// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/jobheader.h"

#include "catalog/estimate.h"
#include "inspector/fields/field.h"
#include "inspector/parameterform.h"
#include "inspector/shownjobs.h"
#include "jobs/jobtext.h"
#include "look/icons.h"
#include "look/tonelabel.h"
#include "session/document/batchdocument.h"

#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// A place to break a line after each slash: ids are long and have no spaces.
QString breakable(QString id)
{
    return id.replace(u'/', u"/\u200b"_s);
}

QString priceText(const catalog::Price &price)
{
    const bool varies = !price.byResolution.isEmpty();
    const QString each = price.each.toDisplay();
    if (price.unit == catalog::PriceUnit::Second)
        return varies ? JobHeader::tr("%1 a second, depending on the resolution").arg(each)
                      : JobHeader::tr("%1 a second").arg(each);
    return varies ? JobHeader::tr("%1 each, depending on the resolution").arg(each)
                  : JobHeader::tr("%1 each").arg(each);
}

/// Problems that no row of the form is about.
bool isOfModel(const batch::Problem &problem)
{
    return problem.parameter.isEmpty()
        && (problem.field == batch::Field::Model || problem.field == batch::Field::Type);
}

QSet<QString> modelsOf(const ShownJobs &jobs)
{
    QSet<QString> models;
    for (const int row : jobs.rows())
        models.insert(jobs.modelOf(row));
    return models;
}

} // namespace

JobHeader::JobHeader(ShownJobs *jobs, QWidget *parent)
    : InspectorCard({}, false, parent)
    , m_jobs(jobs)
    , m_name(new QLineEdit)
    , m_count(new ToneLabel)
    , m_nameProblem(new ToneLabel(Tone::Error))
    , m_kindSymbol(new QLabel)
    , m_modelName(new QLabel)
    , m_modelId(new ToneLabel(Tone::Muted))
    , m_change(new QPushButton(tr("Change model…")))
    , m_problem(new ToneLabel(Tone::Error))
    , m_cost(new QLabel)
    , m_price(new ToneLabel(Tone::Muted))
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_name->setFont(strong);
    m_name->setAccessibleName(tr("Job name"));
    m_name->setPlaceholderText(tr("Name of the job"));
    m_name->installEventFilter(this);
    m_count->setFont(strong);
    m_modelName->setTextFormat(Qt::PlainText);
    m_modelName->setWordWrap(true);
    m_modelName->setMinimumWidth(60);
    m_cost->setFont(strong);
    m_cost->setTextFormat(Qt::PlainText);

    auto *model = new QHBoxLayout;
    model->setSpacing(8);
    model->addWidget(m_kindSymbol);
    model->addWidget(m_modelName, 1);
    model->addWidget(m_change);

    auto *cost = new QHBoxLayout;
    cost->setSpacing(8);
    cost->addWidget(m_cost, 0, Qt::AlignTop);
    cost->addWidget(m_price, 1, Qt::AlignTop);

    rows()->setSpacing(8);
    rows()->setContentsMargins(0, 0, 4, 0);
    rows()->addWidget(m_name);
    rows()->addWidget(m_count);
    rows()->addWidget(m_nameProblem);
    rows()->addLayout(model);
    rows()->addWidget(m_modelId);
    rows()->addWidget(m_problem);
    rows()->addLayout(cost);

    connect(m_change, &QPushButton::clicked, this, &JobHeader::modelRequested);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &name) {
        const auto rename = [&name](batch::Job job) {
            job.name = name;
            return job;
        };
        m_jobs->change(rename, tr("Rename job"), u"name"_s, true);
        emit edited();
    });
}

void JobHeader::refresh()
{
    showName();
    showModel();
    showProblems();
    showCost();
}

void JobHeader::showName()
{
    const bool one = m_jobs->count() == 1;
    m_name->setVisible(one);
    m_count->say(one ? QString() : tr("%n jobs", nullptr, static_cast<int>(m_jobs->count())));
    if (one && m_name->text() != m_jobs->first().name)
        m_name->setText(m_jobs->first().name);
}

void JobHeader::showModel()
{
    const batch::Job job = m_jobs->first();
    const QString id = m_jobs->modelOf(m_jobs->rows().constFirst());
    const auto models = static_cast<int>(modelsOf(*m_jobs).size());
    const catalog::Model *model = m_jobs->document()->catalog().find(id);
    const bool video = job.type == batch::MediaType::Video;
    m_kindSymbol->setPixmap(icon(video ? u"film"_s : u"image"_s, Tone::Muted)
                                .pixmap(QSize(18, 18), devicePixelRatioF()));
    m_kindSymbol->setToolTip(video ? tr("Video") : tr("Image"));
    m_kindSymbol->setAccessibleName(video ? tr("Video") : tr("Image"));
    m_kindSymbol->setVisible(models == 1);
    m_change->setAccessibleDescription(id);
    if (models > 1) {
        m_modelName->setText(tr("%n models", nullptr, models));
        m_modelId->say({});
    } else if (id.isEmpty()) {
        m_modelName->setText(tr("No model yet"));
        m_modelId->say({});
    } else {
        m_modelName->setText(model ? model->displayName : breakable(id));
        m_modelId->say(model ? id : QString());
    }
}

void JobHeader::showCost()
{
    batch::Cost cost;
    bool guess = false;
    const catalog::Catalog &catalog = m_jobs->document()->catalog();
    int made = 0;
    for (const int row : m_jobs->rows()) {
        const catalog::Estimate estimate = m_jobs->document()->costOf(row);
        made += m_jobs->document()->made(row).count;
        cost += estimate.cost;
        guess = guess || estimate.guess;
    }
    m_cost->setText(jobtext::cost(cost, guess));
    m_cost->setAccessibleName(tr("Estimated cost: %1").arg(m_cost->text()));

    const bool oneModel = modelsOf(*m_jobs).size() == 1;
    const int first = m_jobs->rows().constFirst();
    const catalog::Model *model = catalog.find(m_jobs->modelOf(first));
    const QString origin =
        catalog::originText(m_jobs->document()->costOf(first), QDateTime::currentDateTimeUtc());
    if (made == 0)
        m_price->say(tr("it makes no jobs"));
    else if (m_jobs->count() == 1 && made > 1)
        m_price->say(tr("for all that it makes"));
    else if (!oneModel)
        m_price->say(tr("estimated together"));
    else if (model && model->price)
        m_price->say(priceText(*model->price));
    else
        m_price->say(tr("a guess: the price is not known"));
    m_cost->setToolTip(oneModel ? origin : QString());
    m_price->setToolTip(oneModel ? origin : QString());
}

void JobHeader::showProblems()
{
    const auto tone = [](const ProblemWords &words) {
        return words.severity == batch::Severity::Error ? Tone::Error : Tone::Warning;
    };
    const ProblemWords name = problemWords(
        *m_jobs, [](const batch::Problem &problem) { return problem.field == batch::Field::Name; });
    m_nameProblem->say(name.text, tone(name));
    m_name->setAccessibleDescription(name.text);
    const ProblemWords model = problemWords(*m_jobs, isOfModel);
    m_problem->say(model.text, tone(model));
}

bool JobHeader::eventFilter(QObject *watched, QEvent *event)
{
    const bool key = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (key && handleUndoKeys(event, m_jobs->document()->undoStack()))
        return true;
    if (event->type() == QEvent::FocusOut)
        m_jobs->endStep();
    return InspectorCard::eventFilter(watched, event);
}

} // namespace ui
