// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/variations/variationscard.h"

#include "inspector/variations/axesedit.h"
#include "inspector/variations/entryedits.h"
#include "inspector/variations/variablesedit.h"
#include "jobs/jobtext.h"
#include "look/tonelabel.h"
#include "session/document/batchdocument.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using batch::JobSource;

namespace {

constexpr int mostTakes = 1000;

QPushButton *smallButton(const QString &text)
{
    auto *button = new QPushButton(text);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    return button;
}

QHBoxLayout *leftAligned(QWidget *widget)
{
    auto *line = new QHBoxLayout;
    line->addWidget(widget);
    line->addStretch(1);
    return line;
}

} // namespace

VariationsCard::VariationsCard(BatchDocument *document, QWidget *parent)
    : InspectorCard(tr("Variations"), false, parent)
    , m_document(document)
    , m_axes(new AxesEdit)
    , m_addAxis(smallButton(tr("Add a list…")))
    , m_takes(new QSpinBox)
    , m_total(new ToneLabel)
    , m_off(new ToneLabel(Tone::Muted))
    , m_allOn(smallButton(tr("Switch all on")))
    , m_problem(new ToneLabel(Tone::Error))
    , m_variables(new VariablesEdit)
    , m_addVariable(smallButton(tr("Add a variable…")))
{
    makeRows();
    connectEdits();
    hide();
}

void VariationsCard::makeRows()
{
    rows()->setSpacing(8);
    auto *help = new ToneLabel(Tone::Muted);
    help->say(tr("A job for each value of a list, and for each take. A list's name stands in the "
                 "texts in braces, such as {product}."));
    rows()->addWidget(help);
    rows()->addWidget(m_axes);
    m_addAxis->setToolTip(tr("A list of values; a column of a spreadsheet can be pasted into it"));
    rows()->addLayout(leftAligned(m_addAxis));

    m_takes->setRange(1, mostTakes);
    m_takes->setKeyboardTracking(false);
    m_takes->setFocusPolicy(Qt::StrongFocus);
    m_takes->installEventFilter(this);
    m_takes->setAccessibleName(tr("Takes"));
    m_takes->setToolTip(tr("How often each of them is made, with another seed"));
    auto *takes = new QHBoxLayout;
    takes->setSpacing(8);
    auto *label = new QLabel(tr("Takes"));
    label->setBuddy(m_takes);
    takes->addWidget(label);
    takes->addWidget(m_takes);
    takes->addStretch(1);
    rows()->addLayout(takes);

    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_total->setFont(strong);
    rows()->addWidget(m_total);
    auto *off = new QHBoxLayout;
    off->setSpacing(8);
    off->addWidget(m_off, 1);
    off->addWidget(m_allOn);
    rows()->addLayout(off);
    rows()->addWidget(m_problem);

    rows()->addSpacing(8);
    auto *heading = new QLabel(tr("Variables"));
    heading->setFont(strong);
    rows()->addWidget(heading);
    rows()->addWidget(m_variables);
    m_addVariable->setToolTip(tr("A text that stands for a name in braces, in this entry alone"));
    rows()->addLayout(leftAligned(m_addVariable));
}

void VariationsCard::connectEdits()
{
    connect(m_addAxis, &QPushButton::clicked, m_axes, &AxesEdit::addRow);
    connect(m_addVariable, &QPushButton::clicked, m_variables, &VariablesEdit::addRow);
    connect(m_axes, &AxesEdit::renamed, this, [this](qsizetype axis, const QString &name) {
        change([=](const JobSource &entry) { return withAxisName(entry, axis, name); },
               tr("Rename list"));
    });
    connect(m_axes, &AxesEdit::valuesEdited, this,
            [this](qsizetype axis, const QStringList &values) {
                change([=](const JobSource &entry) { return withAxisValues(entry, axis, values); },
                       values.isEmpty() ? tr("Remove list") : tr("Change list"));
            });
    connect(m_axes, &AxesEdit::added, this, [this](const QString &name, const QStringList &values) {
        change([=](const JobSource &entry) { return withNewAxis(entry, name, values); },
               tr("Add list"));
    });
    connect(m_takes, &QSpinBox::valueChanged, this, [this](int takes) {
        change([takes](const JobSource &entry) { return withTakes(entry, takes); },
               tr("Change takes"));
    });
    connect(m_allOn, &QPushButton::clicked, this, [this] {
        change(
            [](JobSource entry) {
                entry.exclude.clear();
                return entry;
            },
            tr("Switch all on"));
    });
    connect(m_variables, &VariablesEdit::edited, this,
            [this](const batch::Variables &variables, const QString &text) {
                change(
                    [variables](JobSource entry) {
                        entry.vars = variables;
                        return entry;
                    },
                    text);
            });
}

bool VariationsCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel) {
        // A form that scrolls under the pointer must not change what it passes.
        event->ignore();
        return true;
    }
    return InspectorCard::eventFilter(watched, event);
}

void VariationsCard::change(const Change &change, const QString &text)
{
    if (m_isLeaving)
        return changeLater(change, text);
    const int row = m_document->rowOf(m_entry);
    if (row < 0)
        return;
    m_document->changeEntries({{row, change(m_document->entry(row))}}, text);
    refresh();
}

void VariationsCard::changeLater(const Change &change, const QString &text)
{
    // It may be a step of undo that leads to another entry, and a step can't begin within one.
    const int row = m_document->rowOf(m_entry);
    if (row < 0)
        return;
    const JobSource before = m_document->entry(row);
    const auto take = [this, before, change, text] {
        const int now = m_document->rowOf(before.id());
        if (now >= 0 && m_document->entry(now) == before)
            m_document->changeEntries({{now, change(before)}}, text);
    };
    QMetaObject::invokeMethod(this, take, Qt::QueuedConnection);
}

void VariationsCard::takeTyped()
{
    m_isLeaving = true;
    m_takes->interpretText();
    m_axes->takeTyped();
    m_variables->takeTyped();
    m_isLeaving = false;
}

void VariationsCard::showEntry(batch::JobId entry)
{
    if (entry != m_entry) {
        takeTyped();
        m_axes->forget();
        m_variables->forget();
    }
    m_entry = entry;
    refresh();
}

void VariationsCard::refresh()
{
    const int row = m_entry == batch::JobId{} ? -1 : m_document->rowOf(m_entry);
    setVisible(row >= 0);
    if (row < 0)
        return;
    const JobSource entry = m_document->entry(row);
    m_axes->setAxes(entry.matrix);
    m_variables->setVariables(entry.vars);
    // What is being typed there is left alone.
    if (const int takes = entry.count.value_or(1); takes != m_takes->value()) {
        const QSignalBlocker blocker(m_takes);
        m_takes->setValue(takes);
    }

    const MadeJobs::Range made = m_document->made(row);
    const int off = switchedOff(row);
    const bool some = entry.job.enabled && off > 0;
    m_total->say(totalText(row));
    m_off->say(some ? tr("%n switched off in the table", nullptr, off) : QString());
    m_allOn->setVisible(some);
    m_problem->say(problemText(row), made.count == 0 ? Tone::Error : Tone::Warning);
}

int VariationsCard::switchedOff(int row) const
{
    const MadeJobs::Range made = m_document->made(row);
    const auto begin = m_document->batch().jobs.begin() + made.first;
    return static_cast<int>(std::count_if(begin, begin + made.count,
                                          [](const batch::Job &job) { return !job.enabled; }));
}

QString VariationsCard::totalText(int row) const
{
    const int count = m_document->made(row).count;
    if (count == 0)
        return tr("No jobs");
    const catalog::Estimate cost = m_document->costOf(row);
    const QString amount = jobtext::cost(cost);
    if (count == 1)
        return tr("One job, %1").arg(amount);
    const int on = count - switchedOff(row);
    if (on > 0 && on < count) {
        //: How many of the jobs that an entry makes are switched on, and what these cost.
        return tr("%1 of %n jobs, %2 together", nullptr, count).arg(on).arg(amount);
    }
    //: How many jobs an entry makes, and what they cost.
    return tr("%n jobs, %1 together", nullptr, count).arg(amount);
}

QString VariationsCard::problemText(int row) const
{
    QStringList lines;
    for (const batch::EntryProblem &each : m_document->entryProblems(row))
        lines.append(each.problem.message);
    lines.removeDuplicates();
    return lines.join(u'\n');
}

} // namespace ui
