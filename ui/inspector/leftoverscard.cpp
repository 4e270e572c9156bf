// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/leftoverscard.h"

#include "inspector/fields/field.h"
#include "inspector/parameterform.h"
#include "inspector/shownjobs.h"
#include "look/tonelabel.h"
#include "session/document/batchdocument.h"

#include <QToolButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longValue = 120; ///< characters: what follows is in the tool tip

bool isSame(const Leftover &a, const Leftover &b)
{
    return a.field == b.field && a.name == b.name;
}

bool isAbout(const batch::Problem &problem, const Leftover &leftover)
{
    if (!problem.parameter.isEmpty())
        return leftover.field == batch::Field::Params && problem.parameter == leftover.name;
    return leftover.field != batch::Field::Params && problem.field == leftover.field;
}

} // namespace

LeftoversCard::LeftoversCard(ShownJobs *jobs, QWidget *parent)
    : InspectorCard(tr("Not a parameter of this model"), false, parent)
    , m_jobs(jobs)
{
    rows()->setSpacing(12);
    hide();
}

void LeftoversCard::refresh(const catalog::Model &model)
{
    QList<Leftover> all;
    QSet<qsizetype> several;
    const QList<catalog::Parameters> &requests = m_jobs->requests(model);
    for (qsizetype job = 0; job < requests.size(); ++job) {
        for (const Leftover &leftover :
             leftovers(m_jobs->jobs().at(job), model, requests.at(job))) {
            const auto known =
                std::find_if(all.begin(), all.end(), [&leftover](const Leftover &other) {
                    return isSame(leftover, other);
                });
            if (known == all.end())
                all.append(leftover);
            else if (known->value != leftover.value)
                several.insert(known - all.begin());
        }
    }
    const bool same = std::equal(all.begin(), all.end(), m_shown.begin(), m_shown.end(), isSame);
    if (!same) {
        for (const Line &line : std::as_const(m_lines)) {
            // It may be the one whose button was pressed.
            rows()->removeWidget(line.widget);
            line.widget->hide();
            line.widget->deleteLater();
        }
        m_lines.clear();
        for (const Leftover &leftover : std::as_const(all))
            m_lines.append(addLine(leftover));
    }
    m_shown = all;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QString value =
            several.contains(i) ? tr("Several values") : valueText(all.at(i).value);
        // What the defaults say can be taken away there alone.
        const bool isOwn = isSaid(all.at(i));
        m_lines.at(i).removal->setVisible(isOwn);
        m_lines.at(i).origin->say(isOwn ? QString() : tr("From the values for all jobs"));
        m_lines.at(i).value->say(value.size() > longValue ? value.left(longValue) + u'…' : value);
        m_lines.at(i).value->setToolTip(value);
        const ProblemWords words = problemWords(*m_jobs, [&all, i](const batch::Problem &problem) {
            return isAbout(problem, all.at(i));
        });
        m_lines.at(i).problem->say(
            words.text, words.severity == batch::Severity::Error ? Tone::Error : Tone::Warning);
    }
    setVisible(!all.isEmpty());
}

bool LeftoversCard::isSaid(const Leftover &leftover) const
{
    const QList<int> &entries = m_jobs->rows();
    return std::any_of(entries.begin(), entries.end(),
                       [&](int row) { return says(m_jobs->document()->entry(row).job, leftover); });
}

LeftoversCard::Line LeftoversCard::addLine(const Leftover &leftover)
{
    auto *widget = new QWidget;
    auto *name = new ToneLabel;
    name->say(leftover.name);
    auto *value = new ToneLabel(Tone::Muted);
    auto *origin = new ToneLabel(Tone::Muted);
    auto *problem = new ToneLabel(Tone::Warning);
    auto *removal = new QToolButton;
    removal->setIcon(icon(u"close"_s, Tone::Muted));
    removal->setIconSize(QSize(16, 16));
    removal->setFixedSize(24, 24);
    removal->setAutoRaise(true);
    removal->setFocusPolicy(Qt::StrongFocus);
    removal->setToolTip(tr("Remove %1").arg(leftover.name));
    removal->setAccessibleName(tr("Remove %1").arg(leftover.name));
    connect(removal, &QToolButton::clicked, this, [this, leftover] { remove(leftover); });

    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    auto *line = new QHBoxLayout;
    line->addWidget(name, 1);
    line->addWidget(removal);
    layout->addLayout(line);
    layout->addWidget(value);
    layout->addWidget(origin);
    layout->addWidget(problem);
    rows()->addWidget(widget);
    widget->show();
    return {widget, value, origin, problem, removal};
}

void LeftoversCard::remove(const Leftover &leftover)
{
    const auto change = [&leftover](const batch::Job &job) { return without(job, leftover); };
    m_jobs->change(change, tr("Remove %1").arg(leftover.name), leftover.name, false);
    emit edited();
}

} // namespace ui
