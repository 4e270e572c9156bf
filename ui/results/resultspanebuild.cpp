// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the results pane is made of, and how its parts hear of each other.
#include "look/icons.h"
#include "results/emptycard.h"
#include "results/gallery/galleryview.h"
#include "results/preview/previewpane.h"
#include "results/preview/videopreview.h"
#include "results/resultspaneprivate.h"
#include "session/document/batchdocument.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int tickInterval = 250; ///< ms, between two looks at jobs that are being made

} // namespace

ResultsPane::Private::Private(ResultsPane *pane, BatchDocument *document, StandingOf standingOf)
    : m_pane(pane)
    , m_document(document)
    , m_standingOf(standingOf)
    , m_model(document, std::move(standingOf))
    , m_gallery(new GalleryView(&m_loader))
    , m_preview(new PreviewPane)
    , m_makeVideos(new QAction(icon(u"make-video"_s), {}, m_gallery))
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
    connect(m_gallery->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        // Who gathers several has chosen.
        m_follows = m_follows && (m_showing || m_gallery->selectedRows().size() < 2);
    });
    connect(m_gallery, &GalleryView::opened, this, [this] { m_preview->openAction()->trigger(); });
    connect(m_gallery, &GalleryView::playPressed, this, [this] {
        if (m_preview->videoPreview()->isVisible())
            m_preview->videoPreview()->togglePlaying();
    });
    connect(m_preview, &PreviewPane::stepWanted, this, &Private::step);
    connect(m_preview, &PreviewPane::problem, m_pane, &ResultsPane::problem);
    connect(m_preview, &PreviewPane::videoWanted, this,
            [this] { makeVideos({m_model.rowOf(m_job, m_output)}); });
    connect(m_makeVideos, &QAction::triggered, this,
            [this] { makeVideos(m_gallery->selectedRows()); });
    // The same keys in the gallery as in the preview.
    m_gallery->addActions({m_makeVideos, m_preview->openAction(), m_preview->folderAction(),
                           m_preview->copyAction()});
    m_gallery->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_gallery, &QWidget::customContextMenuRequested, this, &Private::showMenu);
    m_ticks.setInterval(tickInterval);
    connect(&m_ticks, &QTimer::timeout, this, &Private::tick);
    // The tiles go before their jobs do: only then is it known that the chosen one is gone.
    connect(m_document, &BatchDocument::jobsRemoved, this, &Private::show);
    connect(m_document, &BatchDocument::madeChanged, this, &Private::show);
    connect(m_document, &BatchDocument::jobChanged, this, [this](int row) {
        if (m_document->rowOf(m_job) == row)
            show();
    });
    noteCount();
}

void ResultsPane::Private::showMenu(const QPoint &position)
{
    QList<int> rows = m_gallery->selectedRows();
    rows.removeIf([this](int row) { return !m_model.hasPicture(row); });
    const auto count = static_cast<int>(rows.size());
    m_makeVideos->setVisible(count > 0);
    m_makeVideos->setText(count > 1 ? ResultsPane::tr("Make %n videos from these", nullptr, count)
                                    : ResultsPane::tr("Make a video from this"));
    auto *menu = new QMenu(m_gallery);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_gallery->actions());
    menu->insertSeparator(m_preview->openAction());
    menu->popup(m_gallery->viewport()->mapToGlobal(position));
}

} // namespace ui
