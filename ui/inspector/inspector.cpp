// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/inspector.h"

#include "inspector/jobheader.h"
#include "inspector/leftoverscard.h"
#include "inspector/parameterform.h"
#include "inspector/shownjobs.h"
#include "look/tonelabel.h"
#include "session/batchdocument.h"

#include <QFileInfo>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QStackedLayout>
#include <QTimer>

#include <algorithm>

namespace ui {

namespace {

/// The model that the form is for: the jobs' own, or where nothing is known of
/// it, the common fields. Nothing where the jobs have none in common.
std::optional<catalog::Model> formModel(const ShownJobs &jobs)
{
    const batch::Job &first = jobs.first();
    const catalog::Model *known = jobs.document()->catalog().find(first.model);
    const bool common = !known || !known->hasSchema;
    for (const int row : jobs.rows()) {
        const batch::Job &job = jobs.document()->job(row);
        if (job.model != first.model || (common && job.type != first.type))
            return std::nullopt;
    }
    return common ? commonModel(first.type) : *known;
}

bool haveSameForm(const catalog::Model &a, const catalog::Model &b)
{
    return a.id == b.id && a.type == b.type && a.schema == b.schema
        && a.parameters.size() == b.parameters.size();
}

} // namespace

class Inspector::Private : public QObject
{
public:
    Private(Inspector *inspector, BatchDocument *document);
    ~Private() override;

    void listen();
    void showJobs(const QList<batch::JobId> &ids);
    void refresh();

    ShownJobs jobs;

private:
    void makePage();
    void refreshSoon();
    void fitForm();
    void showForm(const catalog::Model &model);
    void fitRunForm();

    Inspector *q;
    BatchDocument *m_document;
    FieldContext m_context;
    QSet<batch::JobId> m_shown; ///< jobs.ids(), to look up
    QStackedLayout *m_pages;
    ToneLabel *m_nothing;
    QScrollArea *m_page;
    JobHeader *m_header;
    InspectorCard *m_mixed;
    InspectorCard *m_formCard;
    ParameterForm *m_form = nullptr;
    std::optional<catalog::Model> m_formModel;
    LeftoversCard *m_leftovers;
    InspectorCard *m_runCard;
    ParameterForm *m_runForm = nullptr;
    std::optional<batch::MediaType> m_runType;
    QTimer m_later;
};

Inspector::Private::Private(Inspector *inspector, BatchDocument *document)
    : jobs(document)
    , q(inspector)
    , m_document(document)
    , m_pages(new QStackedLayout(inspector))
    , m_nothing(new ToneLabel(Tone::Muted))
    , m_page(new QScrollArea)
    , m_header(new JobHeader(&jobs))
    , m_mixed(new InspectorCard)
    , m_formCard(new InspectorCard)
    , m_leftovers(new LeftoversCard(&jobs))
    , m_runCard(new InspectorCard(Inspector::tr("Run"), true))
{
    m_context.undoStack = document->undoStack();
    m_context.folder = [document] {
        return document->path().isEmpty() ? QString() : QFileInfo(document->path()).absolutePath();
    };
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, [this] { refresh(); });
    makePage();
    listen();
}

Inspector::Private::~Private()
{
    // A field that has the focus is left as it goes, and says so to the jobs.
    delete m_page;
}

void Inspector::Private::makePage()
{
    m_nothing->say(Inspector::tr("Choose a job to see its parameters."), Tone::Muted);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMargin(24);
    m_pages->addWidget(m_nothing);

    auto *mixed = new ToneLabel;
    mixed->say(Inspector::tr("The jobs have different models. Choose jobs of one model to edit "
                             "their parameters, or change the model of all."),
               Tone::Muted);
    m_mixed->rows()->addWidget(mixed);

    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 12, 3, 12);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addWidget(m_mixed);
    layout->addWidget(m_formCard);
    layout->addWidget(m_leftovers);
    layout->addWidget(m_runCard);
    layout->addStretch(1);
    m_page->setWidget(content);
    m_page->setWidgetResizable(true);
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Its room stays free, so that a form that grows doesn't become narrower,
    // too.
    m_page->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_page->setFocusPolicy(Qt::NoFocus);
    m_page->setAccessibleName(Inspector::tr("Parameters"));
    m_page->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    m_pages->addWidget(m_page);

    connect(m_header, &JobHeader::modelRequested, this,
            [this] { emit q->modelRequested(jobs.ids()); });
    connect(m_header, &JobHeader::edited, this, [this] { refresh(); });
    connect(m_leftovers, &LeftoversCard::edited, this, [this] { refresh(); });
}

void Inspector::Private::listen()
{
    connect(m_document, &BatchDocument::jobChanged, this, [this](int row) {
        if (!m_shown.contains(m_document->job(row).id))
            return;
        // A step may change two hundred of them.
        if (jobs.count() == 1)
            refresh();
        else
            refreshSoon();
    });
    connect(m_document, &BatchDocument::catalogChanged, this, [this] { refresh(); });
    connect(m_document, &BatchDocument::pathChanged, this, [this] { refresh(); });
    // Those of the old document drop out; the table may have chosen one of the new already.
    connect(m_document, &BatchDocument::wasReset, this, [this] { showJobs(jobs.ids()); });
    connect(m_document, &BatchDocument::jobsRemoved, this, [this] { showJobs(jobs.ids()); });
}

void Inspector::Private::showJobs(const QList<batch::JobId> &ids)
{
    const QList<batch::JobId> before = jobs.ids();
    jobs.set(ids);
    if (jobs.ids() != before) {
        m_shown = QSet<batch::JobId>(jobs.ids().begin(), jobs.ids().end());
        if (m_form)
            m_form->forget();
        if (m_runForm)
            m_runForm->forget();
    }
    refresh();
}

void Inspector::Private::refreshSoon()
{
    m_later.start();
}

void Inspector::Private::refresh()
{
    m_later.stop();
    if (jobs.isEmpty()) {
        m_pages->setCurrentWidget(m_nothing);
        return;
    }
    m_header->refresh();
    fitForm();
    fitRunForm();
    m_pages->setCurrentWidget(m_page);
}

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
        [model](const batch::Job &job) { return parameterValues(model, job); }, &jobs, m_context);
    m_formCard->rows()->addWidget(m_form);
    m_form->show();
    connect(m_form, &ParameterForm::edited, this, [this] { refresh(); });
    m_page->verticalScrollBar()->setValue(0);
}

void Inspector::Private::fitRunForm()
{
    // Patience is the kind's: what an image waits for by default isn't what a
    // video does.
    const batch::MediaType type = jobs.first().type;
    const QList<int> rows = jobs.rows();
    m_runCard->setVisible(std::all_of(rows.begin(), rows.end(), [this, type](int row) {
        return m_document->job(row).type == type;
    }));
    if (m_runType != type) {
        if (m_runForm) {
            m_runCard->rows()->removeWidget(m_runForm);
            m_runForm->hide();
            m_runForm->deleteLater();
        }
        m_runType = type;
        const auto values = [](const batch::Job &job) {
            return QList<QJsonValue>{job.effectiveMaxWait(), job.effectiveMaxRetries()};
        };
        m_runForm = new ParameterForm(runBindings(type), values, &jobs, m_context);
        m_runCard->rows()->addWidget(m_runForm);
        m_runForm->show();
        connect(m_runForm, &ParameterForm::edited, this, [this] { refresh(); });
    }
    m_runForm->refresh();
}

Inspector::Inspector(BatchDocument *document, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, document))
{
    setAccessibleName(tr("Parameters"));
    d->refresh();
}

Inspector::~Inspector() = default;

void Inspector::showJobs(const QList<batch::JobId> &jobs)
{
    d->showJobs(jobs);
}

} // namespace ui
