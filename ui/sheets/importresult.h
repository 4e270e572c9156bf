// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/cards/card.h"
#include "sheets/importwork.h"

class QLabel;
class QStackedWidget;
class QStringListModel;
class QTabBar;
class QTableView;

namespace ui {

class PreviewModel;
class ToneLabel;

/// What an import would bring: the first jobs as they will be, what is wrong, and a summary of how
/// many jobs there are and what they cost.
class ImportResult : public Card
{
    Q_OBJECT
public:
    explicit ImportResult(QWidget *parent = nullptr);

    /// The sheet is being read.
    void showWaiting();
    void show(const ImportAnswer &answer);
    using QWidget::show;

    /// The figures, to be put below all; belongs to whoever lays it out.
    QWidget *summary() const { return m_summary; }

private:
    QWidget *makePreview();
    QWidget *makeProblems();
    void layOutSummary();
    void showProblems(const QStringList &problems);

    PreviewModel *m_preview;
    QStringListModel *m_problems;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    QLabel *m_more;
    QWidget *m_summary;
    QLabel *m_cost;
    QLabel *m_jobs;
    ToneLabel *m_notes;
};

} // namespace ui
