// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/resultspane.h"

#include "results/gallery/galleryview.h"
#include "results/preview/previewpane.h"
#include "results/preview/videopreview.h"
#include "results/resultspaneprivate.h"
#include "session/document/batchdocument.h"
#include "session/run/runsession.h"

#include <QEvent>
#include <QLabel>
#include <QStackedLayout>

#include <algorithm>

namespace ui {

namespace {

StandingOf standingIn(const RunSession *session)
{
    return [session](batch::JobId job) {
        return Standing{session->stateOf(job), session->progressOf(job), session->fractionOf(job)};
    };
}

} // namespace

void ResultsPane::Private::choose(batch::JobId job, int output)
{
    m_job = job;
    m_output = output;
    show();
}

void ResultsPane::Private::showJob(batch::JobId wanted)
{
    const batch::JobId job = shownFor(wanted);
    const int row = m_model.rowOf(job);
    // The choice of a job that has nothing to show leaves the preview free for what arrives.
    m_follows = m_follows && row < 0;
    if (m_job != job)
        choose(job, row < 0 ? 0 : m_model.tile(row).output);
}

void ResultsPane::Private::updateJob(batch::JobId job)
{
    m_model.updateJob(job);
    noteCount();
    if (job == m_job)
        show();
}

void ResultsPane::Private::recheckFiles()
{
    m_loader.recheckAll();
    m_gallery->viewport()->update();
    m_preview->recheck();
}

void ResultsPane::Private::show()
{
    if (m_model.isActive() && !m_ticks.isActive())
        m_ticks.start();
    m_stack->setCurrentIndex(m_model.rowCount() > 0 ? 1 : 0);
    const bool isGone = !m_document->madeJob(m_job);
    int row = isGone ? -1 : m_model.rowOf(m_job, m_output);
    if (isGone && m_model.rowCount() > 0) {
        // The chosen job is gone: what stands first takes its place.
        row = 0;
        m_job = m_model.tile(0).job;
        m_output = m_model.tile(0).output;
    }
    m_showing = true;
    // Several may be selected; only another choice ends that.
    const QModelIndex index = row < 0 ? QModelIndex() : m_model.index(row);
    if (m_gallery->currentIndex() != index)
        m_gallery->choose(index);
    m_showing = false;

    const batch::Job *shown = m_document->madeJob(m_job);
    if (!shown)
        return m_preview->clear();
    const Tile tile = row < 0 ? Tile{m_job, 0, {}, {}} : m_model.tile(row);
    m_preview->show(subjectOf(*shown, tile, m_standingOf(m_job)));
}

batch::JobId ResultsPane::Private::shownFor(batch::JobId wanted) const
{
    const int documentRow = m_document->rowOf(wanted);
    if (m_document->madeJob(wanted) || documentRow < 0)
        return wanted;
    const QList<batch::JobId> made = m_document->madeIds(documentRow);
    const auto hasTile = [this](batch::JobId job) { return m_model.rowOf(job) >= 0; };
    // The one that is shown already, before any other.
    if (made.contains(m_job) && hasTile(m_job))
        return m_job;
    const auto first = std::ranges::find_if(made, hasTile);
    return first != made.end() ? *first : made.value(0, wanted);
}

void ResultsPane::Private::noteCount()
{
    const auto number = [this](int count) { return m_pane->locale().toString(count); };
    const int all = m_model.rowCount();
    const int arrived = m_model.arrivedCount();
    m_count->setText(arrived == all
                         ? ResultsPane::tr("Results: %1").arg(number(all))
                         : ResultsPane::tr("Results: %1 of %2").arg(number(arrived), number(all)));
}

void ResultsPane::Private::makeVideos(const QList<int> &rows)
{
    QList<jobmime::Result> pictures;
    for (const int row : rows) {
        if (row < 0 || !m_model.hasPicture(row))
            continue;
        if (const auto picture = m_model.result(row))
            pictures.append(*picture);
    }
    if (!pictures.isEmpty())
        emit m_pane->videosWanted(pictures);
}

void ResultsPane::Private::step(int by)
{
    const int row = m_gallery->currentIndex().row() + by;
    if (row >= 0 && row < m_model.rowCount())
        m_gallery->choose(m_model.index(row));
}

void ResultsPane::Private::currentChanged(const QModelIndex &current)
{
    if (m_showing || !current.isValid())
        return;
    m_follows = false;
    const Tile tile = m_model.tile(current.row());
    choose(tile.job, tile.output);
    emit m_pane->jobChosen(tile.job);
}

void ResultsPane::Private::fileArrived(const Tile &tile)
{
    m_loader.recheck(tile.path);
    // A clip that a person is watching is not taken away.
    if (m_follows && !m_preview->videoPreview()->isPlaying())
        choose(tile.job, tile.output);
    else if (tile.job == m_job)
        m_preview->recheck();
}

void ResultsPane::Private::tick()
{
    m_model.updateFractions();
    if (!m_model.isActive())
        m_ticks.stop();
    if (batch::isActive(m_standingOf(m_job).state))
        show();
}

ResultsPane::ResultsPane(BatchDocument *document, RunSession *session, QWidget *parent)
    : ResultsPane(document, standingIn(session), parent)
{
    connect(session, &RunSession::jobChanged, this, &ResultsPane::updateJob);
    connect(session, &RunSession::jobsChanged, this, [this] { d->updateAll(); });
}

ResultsPane::ResultsPane(BatchDocument *document, StandingOf standingOf, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, document, std::move(standingOf)))
{
    setAccessibleName(tr("Results"));
}

ResultsPane::~ResultsPane() = default;

GalleryView *ResultsPane::gallery() const
{
    return d->gallery();
}

PreviewPane *ResultsPane::preview() const
{
    return d->preview();
}

void ResultsPane::showJob(batch::JobId job)
{
    d->showJob(job);
}

void ResultsPane::updateJob(batch::JobId job)
{
    d->updateJob(job);
}

void ResultsPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        d->recheckFiles();
}

} // namespace ui
