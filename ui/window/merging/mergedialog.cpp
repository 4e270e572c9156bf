// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/merging/mergedialog.h"

#include "window/merging/mergedetails.h"
#include "window/merging/mergelistmodel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

using batch::Conflict;

namespace {

QPushButton *newButton(const QString &text)
{
    auto *button = new QPushButton(text);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    return button;
}

} // namespace

MergeDialog::MergeDialog(batch::Merge merge, const QString &fileName, QWidget *parent)
    : QDialog(parent)
    , m_merge(std::move(merge))
    , m_items(m_merge)
    , m_model(new MergeListModel(m_items.all(), this))
    , m_list(new QTableView)
    , m_details(new MergeDetails)
{
    setWindowTitle(tr("Changed here and in the file"));
    resize(960, 600);

    auto *words = new QLabel(
        m_merge.conflicts.isEmpty()
            ? tr("Others have changed %1 while it was changed here. The changes don't touch each "
                 "other, so that both can be kept.")
                  .arg(fileName)
            : tr("Others have changed %1 while it was changed here. What only one side changed is "
                 "kept. Where both changed the same, choose which of them holds.")
                  .arg(fileName));
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    setUpList();
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(m_details);
    splitter->setSizes({460, 468});

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(words);
    column->addWidget(splitter, 1);
    column->addLayout(choices());

    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &MergeDialog::showSelected);
    connect(m_details, &MergeDetails::sideChosen, this,
            [this](Conflict::Side side) { m_model->setSide(selectedConflicts(), side); });
    // Below the first heading.
    m_list->selectionModel()->setCurrentIndex(
        m_model->index(1, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    showSelected();
    m_list->setFocus();
}

void MergeDialog::setUpList()
{
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Changes"));
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setShowGrid(false);
    m_list->setWordWrap(false);
    m_list->setTabKeyNavigation(false);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setDefaultSectionSize(m_list->fontMetrics().height() + 14);
    m_list->horizontalHeader()->setHighlightSections(false);
    // By what its words need at most: to measure each row takes its time.
    const QFontMetrics metrics = m_list->fontMetrics();
    int change = 0;
    for (const MergeItem &item : m_items.all())
        change = qMax(change, metrics.horizontalAdvance(changeText(item)));
    m_list->horizontalHeader()->setSectionResizeMode(MergeListModel::NameColumn,
                                                     QHeaderView::Stretch);
    m_list->setColumnWidth(MergeListModel::ChangeColumn, change + 24);
    m_list->setColumnWidth(MergeListModel::KeptColumn,
                           metrics.horizontalAdvance(tr("Kept from")) + 40);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!m_model->item(row))
            m_list->setSpan(row, 0, 1, MergeListModel::ColumnCount);
    }
}

QLayout *MergeDialog::choices()
{
    QPushButton *later = newButton(tr("Later"));
    later->setToolTip(tr("Decide another time; until then the file is not saved"));
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    QPushButton *theirs = newButton(tr("Take the whole file"));
    theirs->setToolTip(tr("What was changed here is given up; Undo brings it back"));
    connect(theirs, &QPushButton::clicked, this, [this] { decide(m_merge.theirs); });
    QPushButton *ours = newButton(tr("Keep all as it is here"));
    ours->setToolTip(tr("The next save takes back what others changed"));
    connect(ours, &QPushButton::clicked, this, [this] { decide(m_merge.ours); });
    QPushButton *both = newButton(tr("Bring both together"));
    both->setDefault(true);
    connect(both, &QPushButton::clicked, this, [this] { decide(merged()); });

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(later);
    row->addStretch();
    row->addWidget(theirs);
    row->addWidget(ours);
    row->addWidget(both);
    return row;
}

QList<int> MergeDialog::selectedConflicts() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_list->selectionModel()->selectedRows()) {
        if (m_model->isConflict(index.row()))
            rows.append(index.row());
    }
    return rows;
}

void MergeDialog::showSelected()
{
    const QList<int> conflicts = selectedConflicts();
    const QModelIndexList selected = m_list->selectionModel()->selectedRows();
    int row = m_list->currentIndex().row();
    if (!conflicts.isEmpty() && !conflicts.contains(row))
        row = conflicts.constFirst();
    else if (!selected.isEmpty() && !m_list->selectionModel()->isRowSelected(row))
        row = selected.constFirst().row();
    const MergeItem *item = m_model->item(row);
    m_details->setVisible(item);
    if (!item)
        return;
    m_details->show(*item, m_items.values(*item),
                    m_model->isConflict(row) ? m_model->side(row) : Conflict::Side::Ours,
                    static_cast<int>(conflicts.size()));
}

batch::BatchSource MergeDialog::merged() const
{
    return m_merge.merged(
        [this](const Conflict &conflict) { return m_model->sideOf(m_items.placeOf(conflict)); });
}

void MergeDialog::decide(const batch::BatchSource &merged)
{
    emit decided(merged);
    accept();
}

} // namespace ui
