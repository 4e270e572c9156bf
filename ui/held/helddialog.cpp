// SPDX-License-Identifier: GPL-3.0-or-later
#include "held/helddialog.h"

#include "held/helddetails.h"
#include "held/heldmodel.h"
#include "session/document/batchdocument.h"
#include "session/run/runsession.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

QLabel *newWords(const QString &text)
{
    auto *words = new QLabel(text);
    words->setWordWrap(true);
    words->setAccessibleName(text);
    return words;
}

QPushButton *newButton(const QString &text)
{
    auto *button = new QPushButton(text);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    return button;
}

void setUpList(QTableView *list)
{
    list->setAccessibleName(HeldDialog::tr("Held submissions"));
    list->setSelectionBehavior(QAbstractItemView::SelectRows);
    list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setShowGrid(false);
    list->setWordWrap(false);
    list->setTabKeyNavigation(false);
    list->verticalHeader()->hide();
    list->verticalHeader()->setDefaultSectionSize(list->fontMetrics().height() + 14);
    QHeaderView *header = list->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(HeldModel::JobColumn, QHeaderView::Stretch);
}

} // namespace

HeldDialog::HeldDialog(BatchDocument *document, RunSession *session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_model(new HeldModel(document->catalog(), this))
    , m_list(new QTableView)
    , m_details(new HeldDetails)
    , m_submit(newButton(tr("Submit again")))
    , m_forget(newButton(tr("Forget")))
{
    setWindowTitle(tr("Held submissions"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(920, 560);

    m_list->setModel(m_model);
    setUpList(m_list);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(m_details);
    splitter->setSizes({480, 400});

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(
        newWords(tr("Nobody knows whether the server accepted these submissions. They are not sent "
                    "again by themselves, and the bill counts them until you decide.")));
    column->addWidget(splitter, 1);
    column->addLayout(choices());

    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HeldDialog::showSelected);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &HeldDialog::showSelected);
    connect(m_submit, &QPushButton::clicked, this, [this] { m_session->runAgain(selectedJobs()); });
    connect(m_forget, &QPushButton::clicked, this, [this] { m_session->forget(selectedJobs()); });
    connect(session, &RunSession::billChanged, this, &HeldDialog::refresh);
    connect(session, &RunSession::startingChanged, this, &HeldDialog::showSelected);
    refresh();
    m_list->setFocus();
}

QLayout *HeldDialog::choices()
{
    auto *all = newButton(tr("Select all"));
    connect(all, &QPushButton::clicked, m_list, &QAbstractItemView::selectAll);
    auto *close = newButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_submit, 0, 0);
    grid->addWidget(newWords(tr("Sends what is selected once more. If it was accepted the first "
                                "time, you pay for both.")),
                    0, 1);
    grid->addWidget(m_forget, 1, 0);
    grid->addWidget(newWords(tr("Gives up what is selected: the jobs are drafts again, and the "
                                "bill no longer counts it. If it was accepted, it was charged all "
                                "the same, and its result is not fetched.")),
                    1, 1);
    grid->addWidget(all, 0, 2);
    grid->addWidget(close, 1, 2);
    return grid;
}

void HeldDialog::refresh()
{
    m_model->show(m_session->held());
    if (m_model->rowCount() == 0) {
        if (m_filled)
            close();
        return showSelected();
    }
    m_filled = true;
    if (selectedJobs().isEmpty())
        m_list->selectRow(0);
    showSelected();
}

QList<batch::JobId> HeldDialog::selectedJobs() const
{
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QList<batch::JobId> jobs;
    for (const QModelIndex &row : rows)
        jobs.append(m_model->held(row.row()).job);
    return jobs;
}

void HeldDialog::showSelected()
{
    const QModelIndexList rows = m_list->selectionModel()->selectedRows();
    if (rows.size() == 1)
        m_details->showSubmission(m_model->held(rows.first().row()));
    else
        m_details->clear(rows.isEmpty() ? tr("Nothing is selected.")
                                        : tr("%n submissions are selected.", nullptr,
                                             static_cast<int>(rows.size())));
    m_submit->setEnabled(!rows.isEmpty() && !m_session->isStarting());
    m_forget->setEnabled(!rows.isEmpty());
}

} // namespace ui
