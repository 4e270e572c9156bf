// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/merging/mergedetails.h"

#include "look/mutedlabel.h"
#include "window/merging/mergelistmodel.h"

#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

using batch::Conflict;
using Kind = MergeItem::Kind;
using Side = Conflict::Side;

namespace {

constexpr qsizetype longestValue = 4000;

QLabel *newWords(const QString &text)
{
    auto *words = new QLabel(text);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return words;
}

/// A value as it is shown: its beginning, or that there is none.
QLabel *newValue(const QString &text)
{
    if (text.isEmpty()) {
        auto *none = new MutedLabel(MergeDetails::tr("not said"));
        none->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        return none;
    }
    QLabel *value = newWords(text.size() <= longestValue ? text : text.first(longestValue) + u'…');
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return value;
}

/// What stands above the columns of a comparison.
struct Columns
{
    QString ours;
    QString theirs;
    int oursAt;
    int theirsAt;
};

Columns columnsFor(Kind kind)
{
    switch (kind) {
    case Kind::Conflict:
        return {MergeDetails::tr("Here"), MergeDetails::tr("In the file"), 1, 2};
    case Kind::Ours:
        return {MergeDetails::tr("Here now"), MergeDetails::tr("Before"), 2, 1};
    case Kind::Theirs:
        return {MergeDetails::tr("In the file now"), MergeDetails::tr("Before"), 2, 1};
    }
    return {};
}

} // namespace

MergeDetails::MergeDetails(QWidget *parent)
    : QWidget(parent)
    , m_name(newWords({}))
    , m_words(new MutedLabel)
    , m_choice(new QWidget)
    , m_ours(new QRadioButton(tr("As it is here")))
    , m_theirs(new QRadioButton(tr("As the file has it")))
    , m_area(new QScrollArea)
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_name->setFont(strong);
    m_words->setWordWrap(true);
    auto *sides = new QVBoxLayout(m_choice);
    sides->setContentsMargins({});
    sides->setSpacing(6);
    sides->addWidget(m_ours, 0, Qt::AlignLeft);
    sides->addWidget(m_theirs, 0, Qt::AlignLeft);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(tr("Both sides"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_name);
    column->addWidget(m_words);
    column->addWidget(m_choice);
    column->addWidget(m_area, 1);

    connect(m_ours, &QRadioButton::clicked, this, [this] { emit sideChosen(Side::Ours); });
    connect(m_theirs, &QRadioButton::clicked, this, [this] { emit sideChosen(Side::Theirs); });
}

void MergeDetails::show(const MergeItem &item, const QList<ValueDifference> &values, Side side,
                        int together)
{
    m_name->setText(item.name);
    const bool conflict = item.kind == Kind::Conflict;
    m_choice->setVisible(conflict);
    if (conflict) {
        m_words->setText(together > 1
                             ? tr("The choice is for all %n that are selected.", nullptr, together)
                             : tr("Both sides changed it. Which of them holds?"));
        m_ours->setAccessibleName(tr("%1: as it is here").arg(item.name));
        m_theirs->setAccessibleName(tr("%1: as the file has it").arg(item.name));
        (side == Side::Ours ? m_ours : m_theirs)->setChecked(true);
    } else {
        m_words->setText(item.kind == Kind::Ours ? tr("Changed only here, and kept.")
                                                 : tr("Changed only in the file, and kept."));
    }
    m_area->setWidget(newComparison(item, values));
}

QWidget *MergeDetails::newComparison(const MergeItem &item,
                                     const QList<ValueDifference> &values) const
{
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(0, 8, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    const Columns columns = columnsFor(item.kind);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    for (const auto &[title, column] :
         {std::pair(columns.ours, columns.oursAt), std::pair(columns.theirs, columns.theirsAt)}) {
        QLabel *label = newWords(title);
        label->setFont(strong);
        grid->addWidget(label, 0, column);
    }
    const bool oursThere = item.ours || !item.entry;
    const bool theirsThere = item.theirs || !item.entry;
    int row = 1;
    if (!oursThere || !theirsThere)
        grid->addWidget(newWords(tr("There is no such job.")), row++,
                        oursThere ? columns.theirsAt : columns.oursAt);
    for (const ValueDifference &value : values) {
        if (item.key != Conflict::orderKey) {
            auto *key = new MutedLabel(value.key);
            key->setAlignment(Qt::AlignTop | Qt::AlignLeft);
            grid->addWidget(key, row, 0);
        }
        if (oursThere)
            grid->addWidget(newValue(value.ours), row, columns.oursAt);
        if (theirsThere)
            grid->addWidget(newValue(value.theirs), row, columns.theirsAt);
        ++row;
    }
    grid->setRowStretch(row, 1);
    return content;
}

} // namespace ui
