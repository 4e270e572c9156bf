// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/details/modeldetails.h"

#include "catalog/estimate.h"
#include "jobs/jobtext.h"
#include "look/icons.h"
#include "look/mutedlabel.h"
#include "models/details/parameterlist.h"
#include "models/modeltext.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

template <typename Label = QLabel>
Label *newWords()
{
    auto *words = new Label;
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return words;
}

QToolButton *newSymbol(const QString &symbol, const QString &name)
{
    auto *button = new QToolButton;
    button->setIcon(icon(symbol));
    button->setIconSize({18, 18});
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

ModelDetails::ModelDetails(QWidget *parent)
    : QScrollArea(parent)
    , m_page(new QWidget)
    , m_nothing(newWords<MutedLabel>())
    , m_name(newWords())
    , m_star(newSymbol(u"star"_s, tr("Favourite")))
    , m_id(newWords<MutedLabel>())
    , m_provider(newWords())
    , m_kind(newWords())
    , m_price(newWords())
    , m_priceOrigin(newWords<MutedLabel>())
    , m_time(newWords())
    , m_profile(newWords())
    , m_takes(newWords())
    , m_parameters(new ParameterList)
    , m_unknown(newWords<MutedLabel>())
    , m_fetch(new QPushButton(icon(u"refresh"_s), tr("Fetch its parameters")))
{
    setAccessibleName(tr("About the model"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    m_nothing->setText(tr("Select a model to see what it makes, takes and costs."));
    m_nothing->setAlignment(Qt::AlignCenter);
    // Short lines, whose form then knows its height without a second look.
    for (QLabel *fact : {m_provider, m_kind, m_price, m_time})
        fact->setWordWrap(false);
    m_takes->setText(tr("What it takes"));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_takes->setFont(bold);
    m_fetch->setAutoDefault(false);
    m_fetch->setAccessibleName(m_fetch->text());

    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(16, 2, 12, 12);
    column->setSpacing(10);
    column->addLayout(heading());
    column->addWidget(m_profile);
    column->addWidget(newFacts());
    column->addSpacing(4);
    column->addWidget(m_takes);
    column->addWidget(m_parameters);
    column->addWidget(m_unknown);
    column->addWidget(m_fetch, 0, Qt::AlignLeft);
    column->addStretch(1);

    auto *whole = new QWidget;
    auto *pages = new QVBoxLayout(whole);
    pages->setContentsMargins(0, 0, 0, 0);
    pages->addWidget(m_page);
    pages->addWidget(m_nothing);
    setWidget(whole);
    whole->setAutoFillBackground(false);

    connect(m_star, &QToolButton::clicked, this, &ModelDetails::favouriteToggled);
    connect(m_fetch, &QPushButton::clicked, this, &ModelDetails::fetchWanted);
    clear();
}

QLayout *ModelDetails::heading()
{
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.35);
    title.setWeight(QFont::DemiBold);
    m_name->setFont(title);
    m_star->setCheckable(true);
    auto *copy = newSymbol(u"copy"_s, tr("Copy the model's id"));
    connect(copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_id->text()); });
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_name, 0, 0);
    grid->addWidget(m_star, 0, 1, Qt::AlignTop);
    grid->addWidget(m_id, 1, 0);
    grid->addWidget(copy, 1, 1, Qt::AlignTop);
    return grid;
}

QWidget *ModelDetails::newFacts()
{
    auto *facts = new QWidget;
    m_facts = new QGridLayout(facts);
    m_facts->setContentsMargins(0, 0, 0, 0);
    m_facts->setHorizontalSpacing(20);
    m_facts->setVerticalSpacing(6);
    m_facts->setColumnStretch(1, 1);
    const std::pair<QString, QWidget *> rows[] = {{tr("Provider"), m_provider},
                                                  {tr("Kind"), m_kind},
                                                  {tr("Price"), m_price},
                                                  {QString(), m_priceOrigin},
                                                  {tr("Typical time"), m_time}};
    for (const auto &[name, value] : rows) {
        auto *label = new MutedLabel(name);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        label->setBuddy(value);
        const int row = m_facts->rowCount();
        m_facts->addWidget(label, row, 0);
        m_facts->addWidget(value, row, 1);
    }
    return facts;
}

void ModelDetails::showFact(QLabel *value, const QString &text)
{
    value->setText(text);
    int row = 0;
    int column = 0;
    int spans[2];
    m_facts->getItemPosition(m_facts->indexOf(value), &row, &column, &spans[0], &spans[1]);
    m_facts->itemAtPosition(row, 0)->widget()->setVisible(!text.isEmpty());
    value->setVisible(!text.isEmpty());
}

void ModelDetails::showPrice(const catalog::Model &model, const QDateTime &now)
{
    if (model.price) {
        m_price->setText(modeltext::priceInFull(model));
        m_priceOrigin->setText(catalog::originText(*model.price, now));
        return;
    }
    m_price->setText(tr("Not known"));
    m_priceOrigin->setText(
        tr("Estimates take %1 a result, as a guess.").arg(catalog::unknownModelCost.toDisplay()));
}

void ModelDetails::showParameters(const catalog::Model &model, Fetching fetching)
{
    m_takes->setVisible(model.hasSchema && !model.parameters.isEmpty());
    m_parameters->setVisible(m_takes->isVisibleTo(m_page));
    m_parameters->showParameters(model.parameters);
    m_unknown->setVisible(!m_takes->isVisibleTo(m_page));
    m_fetch->setVisible(!model.hasSchema && fetching == Fetching::Possible);
    if (model.hasSchema)
        m_unknown->setText(tr("It takes no parameters."));
    else if (fetching == Fetching::UnderWay)
        m_unknown->setText(tr("Its parameters are being fetched…"));
    else
        m_unknown->setText(tr("Its parameters aren't known yet: what a job gives it is sent "
                              "unchecked, under the batch file's own names."));
}

void ModelDetails::showModel(const catalog::Model &model, bool favourite, Fetching fetching,
                             const QDateTime &now)
{
    const bool another = m_id->text() != model.id || !m_page->isVisibleTo(this);
    m_page->show();
    m_nothing->hide();
    m_name->setText(model.displayName);
    m_id->setText(model.id);
    m_star->setChecked(favourite);
    m_star->setIcon(favourite ? icon(u"star-filled"_s, Tone::Accent) : icon(u"star"_s));
    m_star->setToolTip(favourite ? tr("No longer a favourite (Ctrl+D)")
                                 : tr("Keep as a favourite (Ctrl+D)"));
    m_profile->setText(model.listed
                           ? model.profile
                           : tr("The service no longer lists this model.") + u' ' + model.profile);
    m_profile->setVisible(!m_profile->text().isEmpty());
    showFact(m_provider, model.organization);
    showFact(m_kind, modeltext::kind(model.kind));
    showFact(m_time, jobtext::typicalTime(model));
    showPrice(model, now);
    showParameters(model, fetching);
    // At once, from the inside out: each would tell the next by an event, with frames in between
    // in which the old heights still hold.
    for (QLayout *layout : {static_cast<QLayout *>(m_facts), m_page->layout(), widget()->layout()})
        layout->activate();
    if (another)
        verticalScrollBar()->setValue(0);
}

void ModelDetails::clear()
{
    m_page->hide();
    m_nothing->show();
    m_id->clear();
}

} // namespace ui
