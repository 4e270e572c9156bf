// SPDX-License-Identifier: GPL-3.0-or-later
#include "cost/costmeter.h"

#include "catalog/estimate.h"
#include "cost/billview.h"
#include "cost/budgetfield.h"
#include "cost/costbar.h"
#include "cost/figurelabel.h"
#include "cost/modellist.h"
#include "cost/notelabel.h"
#include "look/icons.h"
#include "look/mutedlabel.h"
#include "look/theme.h"
#include "session/document/batchdocument.h"
#include "session/run/runsession.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

class CostMeter::Private
{
public:
    Private(CostMeter *meter, BatchDocument *theDocument, RunSession *theSession)
        : q(meter)
        , document(theDocument)
        , session(theSession)
    {
    }

    QLayout *headline();
    QLayout *legend();
    QLayout *notes();
    void build();
    void watch();
    void refresh();
    void setBudget(std::optional<batch::Cost> budget);

    CostMeter *const q;
    BatchDocument *const document;
    RunSession *const session;
    QTimer news; ///< many changes of one moment are shown once

    QLabel *mainName = new MutedLabel;
    FigureLabel *mainFigure = new FigureLabel;
    QLabel *detail = new MutedLabel;
    FigureLabel *spent = new FigureLabel;
    FigureLabel *committed = new FigureLabel;
    FigureLabel *toCome = new FigureLabel;
    FigureLabel *total = new FigureLabel;
    CostBar *bar = new CostBar;
    BudgetField *budget = new BudgetField;
    NoteLabel *leftOut = new NoteLabel;
    NoteLabel *budgetWords = new NoteLabel;
    NoteLabel *sandboxWords = new NoteLabel;
    NoteLabel *balanceWords = new NoteLabel;
    ModelList *models = new ModelList;
    std::optional<batch::Cost> balance;
    QString balanceProblem;
};

QLayout *CostMeter::Private::headline()
{
    QFont big = q->font();
    big.setPointSizeF(big.pointSizeF() * 2);
    big.setWeight(QFont::DemiBold);
    mainFigure->setFont(big);

    auto *name = new QHBoxLayout;
    name->setSpacing(4);
    name->addWidget(mainName);
    name->addWidget(leftOut);
    name->addStretch();
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addStrut(152);
    column->addStretch();
    column->addLayout(name);
    column->addWidget(mainFigure);
    column->addWidget(detail);
    column->addStretch();
    return column;
}

QLayout *CostMeter::Private::legend()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    const std::tuple<Swatch::Part, QString, FigureLabel *> parts[] = {
        {Swatch::Part::Spent, tr("Spent"), spent},
        {Swatch::Part::Committed, tr("Under way"), committed},
        {Swatch::Part::ToCome, tr("To come"), toCome}};
    for (const auto &[part, name, figure] : parts) {
        row->addWidget(new Swatch(part));
        row->addWidget(new MutedLabel(name));
        row->addWidget(figure);
        row->addSpacing(14);
    }
    row->addStretch();
    QFont bold = q->font();
    bold.setWeight(QFont::DemiBold);
    total->setFont(bold);
    row->addWidget(new MutedLabel(tr("Total")));
    row->addWidget(total);
    return row;
}

QLayout *CostMeter::Private::notes()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(budget);
    row->addWidget(budgetWords);
    row->addStretch();
    row->addWidget(sandboxWords);
    row->addWidget(balanceWords);
    return row;
}

void CostMeter::Private::build()
{
    auto *middle = new QVBoxLayout;
    middle->setSpacing(2);
    middle->addLayout(legend());
    middle->addWidget(bar);
    middle->addSpacing(4);
    middle->addLayout(notes());

    auto *line = new QHBoxLayout(q);
    line->setContentsMargins(16, 8, 16, 8);
    line->setSpacing(28);
    line->addLayout(headline());
    line->addLayout(middle, 3);
    line->addWidget(models, 2);
    models->setMaximumWidth(440);
}

void CostMeter::Private::watch()
{
    news.setSingleShot(true);
    news.setInterval(0);
    QObject::connect(&news, &QTimer::timeout, q, [this] { refresh(); });
    const auto later = [this] {
        if (!news.isActive())
            news.start();
    };
    QObject::connect(session, &RunSession::billChanged, q, later);
    QObject::connect(session, &RunSession::runningChanged, q, later);
    QObject::connect(session, &RunSession::connectionChanged, q, later);
    QObject::connect(document, &BatchDocument::jobChanged, q, later);
    QObject::connect(document, &BatchDocument::allChanged, q, later);
    QObject::connect(document, &BatchDocument::jobsInserted, q, later);
    QObject::connect(document, &BatchDocument::jobsRemoved, q, later);
    QObject::connect(document, &BatchDocument::settingsChanged, q, later);
    QObject::connect(document, &BatchDocument::catalogChanged, q, later);
    QObject::connect(document, &BatchDocument::wasReset, q, [this, later] {
        for (FigureLabel *figure : {mainFigure, spent, committed, toCome, total})
            figure->forgetWidth();
        later();
    });
    QObject::connect(budget, &BudgetField::budgetEdited, q,
                     [this](std::optional<batch::Cost> wanted) { setBudget(wanted); });
}

void CostMeter::Private::refresh()
{
    BillFacts facts;
    facts.bill = session->bill();
    facts.budget = document->batch().settings.budget;
    facts.typicalTime = catalog::typicalBatchTime(document->catalog(), document->batch());
    facts.begun = session->isRunning() || session->batchProgress();
    facts.sandbox = session->isSandbox();
    facts.leftOut = session->counts().leftOut;
    facts.balance = balance;
    facts.balanceProblem = balanceProblem;
    facts.now = QDateTime::currentDateTimeUtc();
    q->showBill(BillView::of(facts, document->catalog()));
}

void CostMeter::Private::setBudget(std::optional<batch::Cost> wanted)
{
    batch::BatchSettings settings = document->batch().settings;
    settings.budget = wanted;
    document->changeSettings(settings, tr("Change budget"));
}

CostMeter::CostMeter(BatchDocument *document, RunSession *session, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, document, session))
{
    setAccessibleName(tr("Cost"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    d->build();
    d->watch();
    d->refresh();
}

CostMeter::~CostMeter() = default;

void CostMeter::showBill(const BillView &view)
{
    d->mainName->setText(view.main.name);
    d->mainFigure->showFigure(view.main);
    d->detail->setText(view.detail);
    d->spent->showFigure(view.spent);
    d->committed->showFigure(view.committed);
    d->toCome->showFigure(view.toCome);
    d->total->showFigure(view.total);
    d->bar->showBill(view);
    d->models->showModels(view.models);
    d->budget->showBudget(view.budget ? std::optional(view.budget->cost) : std::nullopt);
    const auto tone = [](bool warns) {
        return warns ? NoteLabel::Tone::Warning : NoteLabel::Tone::Muted;
    };
    const bool leavesOut = !view.leftOut.isEmpty();
    d->leftOut->showNote(
        leavesOut ? u"· "_s + view.leftOut : QString(), NoteLabel::Tone::Muted,
        leavesOut ? tr("%1. Their states say what is wrong.").arg(view.leftOutWords) : QString());
    d->leftOut->setAccessibleName(view.leftOutWords);
    d->budgetWords->showNote(view.budgetWords, tone(view.overBudget));
    d->sandboxWords->showNote(
        view.sandbox ? tr("Sandbox: nothing is charged") : QString(), NoteLabel::Tone::Muted,
        tr("The sandbox is a stand-in on this computer. The figures are what Atlas Cloud would "
           "charge."));
    d->balanceWords->showNote(view.balanceWords, tone(view.balanceIsShort), view.balanceDetails);
}

void CostMeter::showBalance(std::optional<batch::Cost> balance, const QString &problem)
{
    d->balance = balance;
    d->balanceProblem = problem;
    d->refresh();
}

void CostMeter::editBudget()
{
    d->budget->edit();
}

void CostMeter::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    painter.fillRect(QRect(0, 0, width(), 1), theme.border);
}

} // namespace ui
