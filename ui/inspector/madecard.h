// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "inspector/inspectorcard.h"

#include <QList>
#include <QStringList>

class QPushButton;

namespace ui {

class BatchDocument;
class ToneLabel;

/// Jobs that an entry of several or an included file makes: what they are, to be read; and the way
/// to where they are edited.
class MadeCard : public InspectorCard
{
    Q_OBJECT
public:
    /// The document must outlive the card.
    explicit MadeCard(BatchDocument *document, QWidget *parent = nullptr);

    /// At least one; those that no longer exist are left out.
    void showJobs(const QList<batch::JobId> &jobs);

signals:
    /// A person wants to edit the entries that make them.
    void entriesWanted(const QList<batch::JobId> &entries);
    /// A person wants to see the file that they come from.
    void fileWanted(const QString &path);

private:
    void showOne(const batch::Job &job);
    void showMakers(const QList<batch::JobId> &jobs);
    void sayMakers(const QStringList &makers, bool isOne);
    QString nameOf(int row) const;
    QString combinationText(batch::JobId job) const;

    BatchDocument *m_document;
    QList<batch::JobId> m_entries; ///< that make them
    QStringList m_files;           ///< that they come from
    ToneLabel *m_name;
    ToneLabel *m_maker;
    ToneLabel *m_combination;
    ToneLabel *m_model;
    ToneLabel *m_prompt;
    ToneLabel *m_cost;
    ToneLabel *m_problem;
    QPushButton *m_edit;
};

} // namespace ui
