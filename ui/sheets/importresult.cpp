// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/importresult.h"

#include "jobs/jobtext.h"
#include "look/icons.h"
#include "look/mutedlabel.h"
#include "look/theme.h"
#include "look/tonelabel.h"
#include "sheets/previewmodel.h"

#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QStackedWidget>
#include <QStringListModel>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// Jobs that a run would leave out are marked, those that are switched off are muted.
class PreviewDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const Theme &theme = Theme::of(option->palette);
        const bool isMuted = index.column() == PreviewModel::Row
            || !index.data(PreviewModel::IsEnabledRole).toBool();
        if (index.data(PreviewModel::IsRefusedRole).toBool())
            option->palette.setColor(QPalette::Text, theme.error);
        else if (isMuted)
            option->palette.setColor(QPalette::Text, theme.mutedText);
    }
};

constexpr qsizetype mostProblems = 500;

QLabel *figureLabel()
{
    auto *label = new QLabel;
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * 1.5);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

} // namespace

ImportResult::ImportResult(QWidget *parent)
    : Card({}, parent)
    , m_preview(new PreviewModel(this))
    , m_problems(new QStringListModel(this))
    , m_tabs(new QTabBar)
    , m_pages(new QStackedWidget)
    , m_more(new MutedLabel)
    , m_summary(new QWidget)
    , m_cost(figureLabel())
    , m_jobs(new QLabel)
    , m_notes(new ToneLabel(Tone::Warning))
{
    setAccessibleName(tr("What it brings"));
    rows()->setContentsMargins(16, 8, 4, 8);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("What it brings"));
    m_tabs->addTab(tr("Jobs"));
    m_tabs->addTab(tr("Problems"));
    m_pages->addWidget(makePreview());
    m_pages->addWidget(makeProblems());
    rows()->addWidget(m_tabs);
    rows()->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    layOutSummary();
    show(ImportAnswer());
}

QWidget *ImportResult::makePreview()
{
    auto *view = new QTableView;
    view->setModel(m_preview);
    view->setItemDelegate(new PreviewDelegate(view));
    view->setAccessibleName(tr("The first jobs"));
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setShowGrid(false);
    view->setWordWrap(false);
    carry(view);
    view->setTabKeyNavigation(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(34);
    QHeaderView *header = view->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(PreviewModel::Prompt, QHeaderView::Stretch);
    const QFontMetrics metrics(view->font());
    header->resizeSection(PreviewModel::Row, metrics.horizontalAdvance(u"00 000"_s) + 16);
    header->resizeSection(PreviewModel::Name, 140);
    header->setSectionResizeMode(PreviewModel::Size, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(PreviewModel::Cost, QHeaderView::ResizeToContents);
    header->setMinimumSectionSize(metrics.horizontalAdvance(u"0000"_s));

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addWidget(view, 1);
    column->addWidget(m_more);
    return page;
}

QWidget *ImportResult::makeProblems()
{
    auto *view = new QListView;
    view->setModel(m_problems);
    view->setAccessibleName(tr("Problems"));
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setWordWrap(true);
    carry(view);
    view->setResizeMode(QListView::Adjust);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setSpacing(4);
    return view;
}

void ImportResult::layOutSummary()
{
    auto *figures = new QHBoxLayout;
    figures->setSpacing(10);
    figures->addWidget(m_cost);
    m_jobs->setContentsMargins(0, 0, 0, 3); // on one line with the larger figures
    figures->addWidget(m_jobs, 1, Qt::AlignBottom);
    auto *column = new QVBoxLayout(m_summary);
    column->setContentsMargins({});
    column->setSpacing(2);
    column->addStretch(1);
    column->addLayout(figures);
    column->addWidget(m_notes);
    column->addStretch(1);
    // The cards above stay where they are when there is something to note, or no longer.
    m_summary->setMinimumHeight(m_cost->fontMetrics().height() + 2
                                + m_notes->fontMetrics().height());
}

void ImportResult::showWaiting()
{
    m_cost->hide();
    m_jobs->setText(tr("Reading…"));
    m_notes->say({});
}

/// The first of them: the window would lay out the lines of a hundred thousand for seconds.
void ImportResult::showProblems(const QStringList &problems)
{
    QStringList shown = problems.first(std::min(problems.size(), mostProblems));
    if (const qsizetype further = problems.size() - shown.size(); further > 0)
        shown.append(tr("And %Ln more", nullptr, int(further)));
    m_problems->setStringList(shown);
}

void ImportResult::show(const ImportAnswer &answer)
{
    m_preview->show(answer.preview);
    showProblems(answer.problems);
    m_tabs->setTabText(0, tr("Jobs  %L1").arg(answer.made));
    m_tabs->setTabText(
        1, tr("Problems  %L1").arg(answer.rowsLeftOut + answer.refused + answer.warned));
    m_tabs->setTabIcon(1, answer.problems.isEmpty() ? QIcon() : icon(u"warning"_s, Tone::Warning));
    m_tabs->setTabEnabled(1, !answer.problems.isEmpty());
    // Nothing but problems: those are what there is to see.
    if (answer.made == 0 && !answer.problems.isEmpty())
        m_tabs->setCurrentIndex(1);
    else if (answer.problems.isEmpty())
        m_tabs->setCurrentIndex(0);
    const int further = answer.made - int(answer.preview.size());
    m_more->setText(further > 0 ? tr("And %Ln more", nullptr, further) : QString());
    m_more->setVisible(further > 0);

    const batch::BillLine &all = answer.bill.all;
    m_cost->setText(answer.made == 0 ? QString() : jobtext::cost(all.total(), all.guess));
    m_cost->setVisible(answer.made > 0);
    m_jobs->setText(answer.made == 0 ? tr("No jobs yet") : tr("for %Ln jobs", nullptr, all.jobs));
    QStringList notes;
    if (!answer.obstacle.isEmpty())
        notes.append(answer.obstacle);
    if (answer.rowsLeftOut > 0)
        notes.append(tr("%Ln rows are left out.", nullptr, answer.rowsLeftOut));
    if (answer.refused > 0)
        notes.append(tr("%Ln jobs have errors and would not be run.", nullptr, answer.refused));
    if (answer.warned > 0)
        notes.append(tr("%Ln jobs have warnings.", nullptr, answer.warned));
    if (all.guess)
        notes.append(tr("A model's price isn't known: the figure is a guess."));
    m_notes->say(notes.join(u' '), answer.obstacle.isEmpty() ? Tone::Warning : Tone::Error);
    m_summary->setAccessibleName(
        QStringList{m_cost->text(), m_jobs->text(), notes.join(u' ')}.join(u' ').trimmed());
}

} // namespace ui
