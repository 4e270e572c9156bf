// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/binding.h"
#include "inspector/inspectorcard.h"

class QToolButton;

namespace ui {

class ShownJobs;
class ToneLabel;

/// What the jobs say and their model doesn't listen to: each with its value, what comes of it, and
/// a way to remove it.
class LeftoversCard : public InspectorCard
{
    Q_OBJECT
public:
    /// `jobs` must outlive the card.
    explicit LeftoversCard(ShownJobs *jobs, QWidget *parent = nullptr);

    /// Hidden where there is nothing; `model` as the form shows it.
    void refresh(const catalog::Model &model);

signals:
    void edited();

private:
    struct Line
    {
        QWidget *widget;
        ToneLabel *value;
        ToneLabel *origin; ///< that the values for all jobs say it
        ToneLabel *problem;
        QToolButton *removal;
    };
    Line addLine(const Leftover &leftover);
    /// An entry says it itself: what the defaults say can be taken away there alone.
    bool isSaid(const Leftover &leftover) const;
    void remove(const Leftover &leftover);

    ShownJobs *m_jobs;
    QList<Leftover> m_shown; ///< their values aside
    QList<Line> m_lines;
};

} // namespace ui
