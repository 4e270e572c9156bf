// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/resultspane.h"

#include "look/theme.h"
#include "results/emptycard.h"
#include "results/gallery/gallerymodel.h"
#include "results/gallery/galleryview.h"
#include "results/gallery/thumbnailloader.h"
#include "results/preview/previewpane.h"
#include "results/preview/videopreview.h"
#include "session/batchdocument.h"
#include "session/runsession.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QSplitter>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int tickInterval = 250; ///< ms, between two looks at jobs that are being made

StandingOf standingIn(const RunSession *session)
{
    return [session](batch::JobId job) {
        return Standing{session->stateOf(job), session->progressOf(job), session->fractionOf(job)};
    };
}

} // namespace

/// Which tile is chosen, and who chose it.
class ResultsPane::Private : public QObject
{
public:
    Private(ResultsPane *pane, BatchDocument *document, StandingOf standingOf)
        : m_pane(pane)
        , m_document(document)
        , m_standingOf(standingOf)
        , m_model(document, std::move(standingOf))
        , m_gallery(new GalleryView(&m_loader))
        , m_preview(new PreviewPane)
    {
        const auto unsettled = [this] { m_showing = true; };
        // While rows go, the view takes a neighbour as current: nobody chose that. So this must
        // hear of it before the view does.
        connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, unsettled);
        connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, unsettled);
        m_gallery->setModel(&m_model);
        build();
        listen();
        show();
    }

    void choose(batch::JobId job, int output)
    {
        m_job = job;
        m_output = output;
        show();
    }

    void showJob(batch::JobId job)
    {
        const int row = m_model.rowOf(job);
        // The choice of a job that has nothing to show leaves the preview free for what arrives.
        m_follows = m_follows && row < 0;
        if (m_job != job)
            choose(job, row < 0 ? 0 : m_model.tile(row).output);
    }

    void updateJob(batch::JobId job)
    {
        m_model.updateJob(job);
        noteCount();
        if (job == m_job)
            show();
    }

    void updateAll() { m_model.updateAll(); }

    /// Files may have been changed by others while the person was elsewhere.
    void recheckFiles()
    {
        m_loader.recheckAll();
        m_gallery->viewport()->update();
        m_preview->recheck();
    }

    GalleryView *gallery() const { return m_gallery; }
    PreviewPane *preview() const { return m_preview; }

private:
    void build();
    QWidget *buildGallery();
    void listen();
    void show();
    void noteCount();
    void step(int by);
    void currentChanged(const QModelIndex &current);
    void fileArrived(const Tile &tile);
    void tick();

    ResultsPane *const m_pane;
    BatchDocument *const m_document;
    const StandingOf m_standingOf;
    ThumbnailLoader m_loader;
    GalleryModel m_model;
    GalleryView *const m_gallery;
    PreviewPane *const m_preview;
    QStackedLayout *m_stack = nullptr;
    QLabel *m_count = nullptr;
    QTimer m_ticks;
    batch::JobId m_job{}; ///< the chosen one; no job has this one
    int m_output = 0;
    bool m_follows = true;  ///< nobody has chosen: the newest result is shown
    bool m_showing = false; ///< the gallery moves by our hand, not the person's
};

void ResultsPane::Private::build()
{
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_preview);
    splitter->addWidget(buildGallery());
    splitter->setStretchFactor(0, 7);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({700, 300});
    m_stack = new QStackedLayout(m_pane);
    m_stack->setContentsMargins({});
    m_stack->addWidget(new EmptyCard);
    m_stack->addWidget(splitter);
}

QWidget *ResultsPane::Private::buildGallery()
{
    m_count = new QLabel;
    m_count->setAccessibleName(ResultsPane::tr("Number of results"));
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setRange(GalleryView::leastPictureWidth / 12, GalleryView::mostPictureWidth / 12);
    slider->setValue(m_gallery->pictureWidth() / 12);
    slider->setFixedWidth(96);
    slider->setToolTip(ResultsPane::tr("Size of the thumbnails"));
    slider->setAccessibleName(ResultsPane::tr("Size of the thumbnails"));
    // Steps of 12 px: each width is a set of thumbnails of its own.
    QObject::connect(slider, &QSlider::valueChanged, m_gallery,
                     [this](int value) { m_gallery->setPictureWidth(value * 12); });

    auto *header = new QHBoxLayout;
    header->setContentsMargins(12, 6, 12, 4);
    header->addWidget(m_count);
    header->addStretch(1);
    header->addWidget(slider);
    auto *panel = new QWidget;
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(m_gallery, 1);
    panel->setMinimumHeight(150);
    return panel;
}

void ResultsPane::Private::listen()
{
    const auto settled = [this] {
        m_showing = false;
        noteCount();
        show();
    };
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, settled);
    connect(m_document, &BatchDocument::wasReset, this, [this] { m_follows = true; });
    connect(&m_model, &QAbstractItemModel::modelReset, this, settled);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, settled);
    connect(&m_model, &GalleryModel::fileArrived, this, &Private::fileArrived);
    connect(m_gallery->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &Private::currentChanged);
    connect(m_gallery, &GalleryView::opened, this, [this] { m_preview->openAction()->trigger(); });
    connect(m_gallery, &GalleryView::playPressed, this, [this] {
        if (m_preview->videoPreview()->isVisible())
            m_preview->videoPreview()->togglePlaying();
    });
    connect(m_preview, &PreviewPane::stepWanted, this, &Private::step);
    connect(m_preview, &PreviewPane::problem, m_pane, &ResultsPane::problem);
    // The same keys in the gallery as in the preview.
    m_gallery->addActions(
        {m_preview->openAction(), m_preview->folderAction(), m_preview->copyAction()});
    m_gallery->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_ticks.setInterval(tickInterval);
    connect(&m_ticks, &QTimer::timeout, this, &Private::tick);
    // The tiles go before their jobs do: only then is it known that the chosen one is gone.
    connect(m_document, &BatchDocument::jobsRemoved, this, &Private::show);
    connect(m_document, &BatchDocument::jobChanged, this, [this](int row) {
        if (m_document->job(row).id == m_job)
            show();
    });
    noteCount();
}

void ResultsPane::Private::show()
{
    if (m_model.isActive() && !m_ticks.isActive())
        m_ticks.start();
    m_stack->setCurrentIndex(m_model.rowCount() > 0 ? 1 : 0);
    const int documentRow = m_document->rowOf(m_job);
    int row = documentRow < 0 ? -1 : m_model.rowOf(m_job, m_output);
    if (documentRow < 0 && m_model.rowCount() > 0) {
        // The chosen job is gone: what stands first takes its place.
        row = 0;
        m_job = m_model.tile(0).job;
        m_output = m_model.tile(0).output;
    }
    m_showing = true;
    m_gallery->setCurrentIndex(row < 0 ? QModelIndex() : m_model.index(row));
    m_showing = false;

    const int shownRow = m_document->rowOf(m_job);
    if (shownRow < 0)
        return m_preview->clear();
    const Tile tile = row < 0 ? Tile{m_job, 0, {}, {}} : m_model.tile(row);
    m_preview->show(subjectOf(m_document->job(shownRow), tile, m_standingOf(m_job)));
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

void ResultsPane::Private::step(int by)
{
    const int row = m_gallery->currentIndex().row() + by;
    if (row >= 0 && row < m_model.rowCount())
        m_gallery->setCurrentIndex(m_model.index(row));
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
