// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/inspector.h"

#include "batch/references/references.h"
#include "inspector/fields/jobchoices.h"
#include "inspector/inspectorprivate.h"
#include "inspector/jobheader.h"
#include "inspector/leftoverscard.h"
#include "inspector/madecard.h"
#include "inspector/parameterform.h"
#include "inspector/shared/sharedvalues.h"
#include "inspector/variations/variationscard.h"
#include "look/tonelabel.h"
#include "session/document/batchdocument.h"
#include "session/run/runsession.h"

#include <QFileInfo>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>

namespace ui {

namespace {

/// Of more than these an edit is shown a moment later: to look at ten thousand jobs takes longer
/// than the next letter.
constexpr qsizetype manyJobs = 500;
constexpr int manyJobsWait = 120; // ms

} // namespace

Inspector::Private::Private(Inspector *inspector, BatchDocument *document)
    : jobs(document)
    , q(inspector)
    , m_document(document)
    , m_pages(new QStackedLayout(inspector))
    , m_nothing(new QScrollArea)
    , m_page(new QScrollArea)
    , m_madeCard(new MadeCard(document))
    , m_header(new JobHeader(&jobs))
    , m_variations(new VariationsCard(document))
    , m_mixed(new InspectorCard)
    , m_formCard(new InspectorCard)
    , m_leftovers(new LeftoversCard(&jobs))
    , m_runCard(new InspectorCard(Inspector::tr("Run"), true))
{
    makeContext();
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, [this] { refresh(); });
    makePage();
    listen();
}

Inspector::Private::~Private()
{
    // A field that has the focus is left as it goes, and says so to the jobs.
    delete m_page;
    delete m_nothing;
}

void Inspector::Private::makeContext()
{
    m_context.undoStack = m_document->undoStack();
    m_context.folder = [this] {
        const QString path = m_document->path();
        return path.isEmpty() ? QString() : QFileInfo(path).absolutePath();
    };
    m_context.jobs = [this] { return jobChoices(*m_document, session, m_shown); };
    m_context.resultOf = [this](const QString &name) {
        return resultOf(*m_document, session, name);
    };
}

void Inspector::Private::fillArea(QScrollArea *area, const QList<QWidget *> &cards)
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 12, 3, 12);
    layout->setSpacing(12);
    for (QWidget *card : cards)
        layout->addWidget(card);
    layout->addStretch(1);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Its room stays free, so that a form that grows doesn't become narrower,
    // too.
    area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    area->setFocusPolicy(Qt::NoFocus);
    area->setAccessibleName(Inspector::tr("Parameters"));
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    m_pages->addWidget(area);
}

void Inspector::Private::makePage()
{
    auto *nothing = new ToneLabel;
    nothing->say(Inspector::tr("Choose a job to see its parameters."), Tone::Muted);
    nothing->setMargin(4);
    fillArea(m_nothing, {nothing, new SharedValues(m_document, false)});

    auto *mixed = new ToneLabel;
    mixed->say(Inspector::tr("The jobs have different models. Choose jobs of one model to edit "
                             "their parameters, or change the model of all."),
               Tone::Muted);
    m_mixed->rows()->addWidget(mixed);
    fillArea(m_page,
             {m_madeCard, m_header, m_mixed, m_formCard, m_leftovers, m_variations, m_runCard,
              new SharedValues(m_document, true)});

    connect(m_madeCard, &MadeCard::entriesWanted, this, [this](const QList<batch::JobId> &entries) {
        showEntries(entries);
        emit q->entriesRequested(entries);
    });
    connect(m_madeCard, &MadeCard::fileWanted, q, &Inspector::openFileRequested);
    connect(m_header, &JobHeader::modelRequested, this,
            [this] { emit q->modelRequested(jobs.ids()); });
    connect(m_header, &JobHeader::edited, this, [this] { refresh(); });
    connect(m_leftovers, &LeftoversCard::edited, this, [this] { refresh(); });
}

void Inspector::Private::listen()
{
    connect(m_document, &BatchDocument::jobChanged, this, [this](int row) {
        if (!m_made.isEmpty())
            refreshSoon();
        if (!m_shown.contains(m_document->entry(row).id()))
            return;
        // A step may change two hundred of them.
        if (jobs.count() == 1)
            refresh();
        else
            refreshSoon();
    });
    connect(m_document, &BatchDocument::catalogChanged, this, &Private::refreshAfterEdit);
    connect(m_document, &BatchDocument::pathChanged, this, [this] { refresh(); });
    connect(m_document, &BatchDocument::allChanged, this, &Private::showAgain);
    // Those of the old document drop out; the table may have chosen one of the new already.
    connect(m_document, &BatchDocument::wasReset, this, &Private::showAgain);
    connect(m_document, &BatchDocument::jobsRemoved, this, &Private::showAgain);
}

void Inspector::Private::listenTo(const RunSession *runs)
{
    session = runs;
    // What a picture field shows may have been made by now, or made anew.
    connect(session, &RunSession::jobChanged, this, [this](batch::JobId id) {
        const batch::Job *job = m_document->madeJob(id);
        if (job && m_referred.contains(job->name))
            refreshSoon();
    });
    connect(session, &RunSession::jobsChanged, this, [this] {
        if (!m_referred.isEmpty())
            refreshSoon();
    });
}

void Inspector::Private::noteReferences()
{
    m_referred.clear();
    if (m_document->referring().isEmpty())
        return;
    for (const int row : jobs.rows()) {
        for (const batch::JobId id : m_document->madeIds(row)) {
            if (!m_document->referring().contains(id))
                continue;
            for (const QString &name : batch::referredJobs(*m_document->madeJob(id)))
                m_referred.insert(name);
        }
    }
}

void Inspector::Private::showAgain()
{
    setShown(jobs.ids(), m_made);
}

void Inspector::Private::showEntries(const QList<batch::JobId> &entries)
{
    setShown(entries, {});
}

void Inspector::Private::showMade(const QList<batch::JobId> &made)
{
    setShown({}, made);
}

void Inspector::Private::setShown(const QList<batch::JobId> &entries,
                                  const QList<batch::JobId> &made)
{
    const QList<batch::JobId> before = jobs.ids();
    jobs.set(entries);
    m_made = made;
    m_made.removeIf([this](batch::JobId id) { return !m_document->madeJob(id); });
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
    if (!m_later.isActive())
        m_later.start(jobs.count() > manyJobs ? manyJobsWait : 0);
}

void Inspector::Private::refreshAfterEdit()
{
    if (jobs.count() > manyJobs)
        refreshSoon();
    else
        refresh();
}

void Inspector::Private::refresh()
{
    m_later.stop();
    jobs.lookAgain();
    m_variations->showEntry(jobs.count() == 1 ? jobs.ids().constFirst() : batch::JobId{});
    m_madeCard->showJobs(m_made);
    noteReferences();
    if (jobs.isEmpty()) {
        showMadeCard();
        return;
    }
    m_header->show();
    m_header->refresh();
    fitForm();
    fitRunForm();
    m_pages->setCurrentWidget(m_page);
}

void Inspector::Private::showMadeCard()
{
    for (QWidget *card :
         std::initializer_list<QWidget *>{m_header, m_mixed, m_formCard, m_leftovers, m_runCard})
        card->hide();
    const bool any = m_madeCard->isVisibleTo(m_page);
    m_pages->setCurrentWidget(any ? m_page : m_nothing);
}

Inspector::Inspector(BatchDocument *document, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, document))
{
    setAccessibleName(tr("Parameters"));
    d->refresh();
}

Inspector::~Inspector() = default;

void Inspector::setSession(const RunSession *session)
{
    d->listenTo(session);
}

void Inspector::showEntries(const QList<batch::JobId> &entries)
{
    d->showEntries(entries);
}

void Inspector::showMade(const QList<batch::JobId> &jobs)
{
    d->showMade(jobs);
}

} // namespace ui
