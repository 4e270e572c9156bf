// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/inspectorcard.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QUndoStack;

namespace ui {

class ShownJobs;
class ToneLabel;

/// The head of the form: what the job is called, its kind, its model and what that costs; or how
/// many jobs are shown, and what they cost together.
class JobHeader : public InspectorCard
{
    Q_OBJECT
public:
    /// `jobs` must outlive the card.
    explicit JobHeader(ShownJobs *jobs, QWidget *parent = nullptr);

    /// At least one job is shown.
    void refresh();

signals:
    void edited();
    void modelRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showName();
    void showModel();
    void showCost();
    void showProblems();

    ShownJobs *m_jobs;
    QLineEdit *m_name;
    ToneLabel *m_count;
    ToneLabel *m_nameProblem;
    QLabel *m_kindSymbol;
    QLabel *m_modelName;
    ToneLabel *m_modelId;
    QPushButton *m_change;
    ToneLabel *m_problem;
    QLabel *m_cost;
    ToneLabel *m_price;
};

} // namespace ui
