// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/modelbrowser.h"

#include "models/change/changepreview.h"
#include "models/change/modelchoice.h"
#include "models/details/modeldetails.h"
#include "models/details/schemafetch.h"
#include "models/favourites.h"
#include "models/list/modellistmodel.h"
#include "models/list/modellistview.h"
#include "models/list/nothingfound.h"
#include "models/liststatus.h"
#include "models/querybar.h"
#include "session/document/batchdocument.h"
#include "session/document/modelnews.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int previewDelay = 30; ///< ms, so that a held arrow key doesn't reckon at every row

QPushButton *newButton(const QString &text)
{
    auto *button = new QPushButton(text);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    return button;
}

} // namespace

class ModelBrowser::Private
{
public:
    Private(ModelBrowser *browser, BatchDocument *theDocument, ModelNews *theNews)
        : q(browser)
        , document(theDocument)
        , news(theNews)
        , models(theDocument, &favourites)
        , fetch(theDocument, theNews)
        , choice(theDocument)
        , status(new ListStatus(theDocument, theNews))
    {
    }

    void build();
    QLayout *footer();
    void watch();

    void setJobs(const QList<batch::JobId> &ids);
    void search();
    void showFound();
    void select(const QString &id, QAbstractItemView::ScrollHint hint);
    void selected(const QModelIndex &index);
    void showDetails();
    void showEffect();
    void choose();

    ModelBrowser *const q;
    BatchDocument *const document;
    ModelNews *const news;
    Favourites favourites;
    ModelListModel models;
    SchemaFetch fetch;
    ModelChoice choice;

    QueryBar *query = new QueryBar;
    ModelListView *list = new ModelListView;
    NothingFound *nothing = new NothingFound;
    QStackedWidget *listPages = new QStackedWidget;
    ModelDetails *details = new ModelDetails;
    ChangePreview *preview = new ChangePreview;
    ListStatus *const status;
    QPushButton *chooseButton = newButton(tr("Choose"));
    QPushButton *closeButton = newButton(tr("Cancel"));

    QString selectedId; ///< stays while the list is searched anew
    QTimer previewSoon;
};

void ModelBrowser::Private::build()
{
    q->resize(1000, 640);
    q->setMinimumSize(760, 520);
    list->setModel(&models);
    query->setMovesIn(list);
    listPages->addWidget(list);
    listPages->addWidget(nothing);
    listPages->setMinimumWidth(320);
    chooseButton->setProperty("primary", true);

    auto *about = new QWidget;
    auto *right = new QVBoxLayout(about);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(12);
    right->addWidget(details, 1);
    right->addWidget(preview);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(16);
    middle->addWidget(listPages, 4);
    middle->addWidget(about, 5);

    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(14);
    column->addWidget(query);
    column->addLayout(middle, 1);
    column->addLayout(footer());
}

QLayout *ModelBrowser::Private::footer()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(status, 1);
    row->addSpacing(8);
    row->addWidget(closeButton);
    row->addWidget(chooseButton);
    return row;
}

void ModelBrowser::Private::watch()
{
    previewSoon.setSingleShot(true);
    previewSoon.setInterval(previewDelay);
    connect(&previewSoon, &QTimer::timeout, q, [this] { showEffect(); });
    connect(query, &QueryBar::searchChanged, q, [this] { search(); });
    connect(&models, &QAbstractItemModel::modelReset, q, [this] { showFound(); });
    connect(list, &ModelListView::currentRowChanged, q,
            [this](const QModelIndex &index) { selected(index); });
    connect(list, &ModelListView::chosen, q, [this] { choose(); });
    connect(query->field(), &QLineEdit::returnPressed, q, [this] { choose(); });
    connect(nothing, &NothingFound::clearWanted, q, [this] {
        query->clear();
        query->field()->setFocus();
    });
    connect(details, &ModelDetails::favouriteToggled, q,
            [this](bool favourite) { favourites.set(selectedId, favourite); });
    connect(details, &ModelDetails::fetchWanted, q, [this] { fetch.fetch(selectedId); });
    connect(&favourites, &Favourites::favouriteChanged, q, [this] { showDetails(); });
    connect(status, &ListStatus::refreshWanted, q, [this] {
        news->refresh(selectedId.isEmpty() ? QStringList() : QStringList{selectedId});
    });
    connect(new QShortcut(QKeySequence(u"Ctrl+D"_s), q), &QShortcut::activated, q,
            [this] { list->toggleFavourite(); });
    connect(chooseButton, &QPushButton::clicked, q, [this] { choose(); });
    connect(closeButton, &QPushButton::clicked, q, &QDialog::reject);
    if (news)
        connect(news, &ModelNews::changed, q, [this] { showDetails(); });
    connect(document, &BatchDocument::catalogChanged, q,
            [this] { query->setProviders(catalog::providers(document->catalog())); });
    connect(document, &BatchDocument::wasReset, q, &QDialog::reject);
    // A dialog that is closed neither reckons nor fetches.
    connect(q, &QDialog::finished, q, [this] {
        previewSoon.stop();
        fetch.watch({});
    });
    connect(&choice, &ModelChoice::changed, q, [this] {
        if (q->isVisible())
            previewSoon.start();
    });
}

void ModelBrowser::Private::setJobs(const QList<batch::JobId> &ids)
{
    choice.setJobs(ids);
    const int jobs = choice.jobCount();
    q->setWindowTitle(jobs > 0 ? tr("Choose a model") : tr("Models"));
    preview->setVisible(jobs > 0);
    chooseButton->setVisible(jobs > 0);
    chooseButton->setText(jobs > 1 ? tr("Choose for %n jobs", nullptr, jobs) : tr("Choose"));
    chooseButton->setAccessibleName(chooseButton->text());
    closeButton->setText(jobs > 0 ? tr("Cancel") : tr("Close"));
    closeButton->setAccessibleName(closeButton->text());
    const QSet<QString> current = choice.models();
    models.setCurrentModels(current);
    query->setProviders(catalog::providers(document->catalog()));
    query->clear(choice.type());
    showFound();
    select(current.size() == 1 ? *current.begin() : models.idAt(0),
           QAbstractItemView::PositionAtCenter);
}

void ModelBrowser::Private::search()
{
    const ModelSearch wanted = query->search();
    // Whoever types wants what fits best, not where they were.
    if (!wanted.query.words.isEmpty() && wanted.query.words != models.search().query.words)
        selectedId.clear();
    models.show(wanted);
}

void ModelBrowser::Private::showFound()
{
    const int found = models.rowCount();
    if (found == 0)
        nothing->explain(models.search());
    listPages->setCurrentWidget(found > 0 ? static_cast<QWidget *>(list) : nothing);
    status->setCounts(found, std::max(found, models.available()));
    select(selectedId, QAbstractItemView::EnsureVisible);
}

void ModelBrowser::Private::select(const QString &id, QAbstractItemView::ScrollHint hint)
{
    const QModelIndex index = models.index(std::max(0, models.rowOf(id)));
    list->setCurrentIndex(index);
    if (index.isValid())
        list->scrollTo(index, hint);
    selected(index);
}

void ModelBrowser::Private::selected(const QModelIndex &index)
{
    // The list forgets its row as it is searched anew; what is selected then is told afterwards.
    selectedId = index.data(ModelListModel::IdRole).toString();
    showDetails();
    if (!q->isVisible())
        return;
    fetch.watch(selectedId);
    if (selectedId.isEmpty())
        preview->clear();
    else
        previewSoon.start();
}

void ModelBrowser::Private::showDetails()
{
    const catalog::Model *model = document->catalog().find(selectedId);
    chooseButton->setEnabled(model != nullptr);
    if (!model)
        return details->clear();
    details->showModel(*model, favourites.contains(model->id), fetch.stateOf(*model),
                       QDateTime::currentDateTimeUtc());
}

void ModelBrowser::Private::showEffect()
{
    const catalog::Model *model = document->catalog().find(selectedId);
    if (!model || choice.jobCount() == 0)
        return preview->clear();
    preview->showEffect(choice.effectOf(model->id), choice.batchCost(), *model,
                        QDateTime::currentDateTimeUtc());
}

void ModelBrowser::Private::choose()
{
    if (selectedId.isEmpty() || choice.jobCount() == 0)
        return;
    choice.apply(selectedId);
    favourites.addRecent(selectedId);
    q->accept();
}

ModelBrowser::ModelBrowser(BatchDocument *document, ModelNews *news, QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>(this, document, news))
{
    d->build();
    d->watch();
}

ModelBrowser::~ModelBrowser() = default;

void ModelBrowser::openFor(const QList<batch::JobId> &jobs)
{
    d->setJobs(jobs);
    d->status->refresh();
    d->showEffect();
    d->query->field()->setFocus();
    open();
    d->fetch.watch(d->selectedId);
}

} // namespace ui
