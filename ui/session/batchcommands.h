// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"

#include <QList>
#include <QString>
#include <QUndoCommand>

#include <utility>

/// The steps of BatchDocument's undo stack. Each holds what it needs to go both ways, and jobs
/// keep their ids through it.
namespace ui {

class BatchDocument;

/// What the commands below have in common: the ways in which a document's list of jobs can
/// change, each with the signals that belong to it.
class JobsCommand : public QUndoCommand
{
protected:
    JobsCommand(BatchDocument *document, const QString &text);

    void replace(int row, const batch::Job &job);
    void insert(int row, const QList<batch::Job> &jobs);
    QList<batch::Job> remove(int row, int count);
    /// Afterwards row i holds what was in row `order[i]`.
    void reorder(const QList<int> &order);

private:
    BatchDocument *m_document;
};

/// Other values in rows that stay where they are.
class ChangeJobsCommand : public JobsCommand
{
public:
    struct Change
    {
        int row = 0;
        batch::Job before;
        batch::Job after;
    };

    ChangeJobsCommand(BatchDocument *document, QList<Change> changes, const QString &text,
                      int mergeKey);

    void undo() override;
    void redo() override;
    int id() const override { return m_mergeKey; }
    /// Consecutive changes of the same jobs under the same key are one step; where they lead back
    /// to the beginning, none.
    bool mergeWith(const QUndoCommand *other) override;

private:
    QList<Change> m_changes;
    int m_mergeKey;
};

class InsertJobsCommand : public JobsCommand
{
public:
    InsertJobsCommand(BatchDocument *document, int row, QList<batch::Job> jobs,
                      const QString &text);

    void undo() override;
    void redo() override;

private:
    int m_row;
    QList<batch::Job> m_jobs;
};

/// Rows that need not be neighbours: they are gathered first and then go in one piece, so that
/// views see two changes however many gaps there were.
class RemoveJobsCommand : public JobsCommand
{
public:
    /// `rows` ascending, without repeats, not empty.
    RemoveJobsCommand(BatchDocument *document, const QList<int> &rows, int jobCount,
                      const QString &text);

    void undo() override;
    void redo() override;

private:
    QList<int> m_gather; ///< empty where the rows are neighbours
    int m_row;
    int m_count;
    QList<batch::Job> m_jobs; ///< while done: what was there
};

class ReorderJobsCommand : public JobsCommand
{
public:
    ReorderJobsCommand(BatchDocument *document, QList<int> order, const QString &text);

    void undo() override;
    void redo() override;

private:
    QList<int> m_order;
};

class SettingsCommand : public QUndoCommand
{
public:
    SettingsCommand(BatchDocument *document, batch::BatchSettings settings, const QString &text);

    void undo() override { exchange(); }
    void redo() override { exchange(); }

private:
    void exchange();

    BatchDocument *m_document;
    batch::BatchSettings m_settings; ///< those on the other side of the step
};

/// The order that brings `rows` (ascending) together before what is now row `before`, and leaves
/// the others as they are.
QList<int> orderWithRowsBefore(const QList<int> &rows, int before, int jobCount);

} // namespace ui
