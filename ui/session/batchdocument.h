// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"
#include "batch/problem.h"
#include "catalog/catalog.h"
#include "catalog/estimate.h"
#include "config/batchfile.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QUndoStack>

#include <optional>

namespace ui {

/// A batch file that is open: the batch, its undo stack, its path, and nothing else. Every edit
/// is a step that can be undone; views listen and never keep a copy. Window's thread; reading and
/// writing files is for the caller, who does it elsewhere and hands over the outcome.
class BatchDocument : public QObject
{
    Q_OBJECT
public:
    explicit BatchDocument(catalog::Catalog catalog, QObject *parent = nullptr);
    ~BatchDocument() override;

    const batch::Batch &batch() const { return m_batch; }
    /// What is known of the models, with what the batch's own `models` say of them.
    const catalog::Catalog &catalog() const { return m_catalog; }
    /// What is known of the models has changed: a newer list was fetched.
    void setCatalog(const catalog::Catalog &catalog);
    int jobCount() const { return static_cast<int>(m_batch.jobs.size()); }
    const batch::Job &job(int row) const { return m_batch.jobs.at(row); }
    /// -1 where no job has that id (any more).
    int rowOf(batch::JobId id) const;
    /// What is wrong with a job (catalog::check); kept until the job changes.
    QList<batch::Problem> problems(int row) const;
    /// What a job will cost (catalog::estimate); kept until the job or the catalog changes.
    catalog::Estimate estimate(int row) const;

    QUndoStack *undoStack() { return &m_undoStack; }
    bool isModified() const { return !m_undoStack.isClean(); }

    /// Empty for a new batch that was never saved.
    QString path() const { return m_origin ? m_origin->path : QString(); }
    /// The file as it was last read or written; nothing for a new batch.
    const std::optional<config::BatchFile> &origin() const { return m_origin; }

    /// Begins anew, with an empty batch or with what was read from a file. Not undoable.
    void reset();
    void reset(const config::BatchFile &file);
    /// The batch was saved: from now on this state counts as unmodified. Job ids stay.
    void markSaved(const config::BatchFile &file);

    // Edits, each one step of undo. An edit that changes nothing makes no step.

    /// Replaces a job; keeps its id. `text` names the step in the Undo menu. Consecutive changes
    /// of one job with the same `mergeKey` (not -1) become one step.
    void changeJob(int row, const batch::Job &job, const QString &text, int mergeKey = -1);
    /// Replaces several jobs in one step; consecutive changes of the same jobs merge likewise.
    void changeJobs(const QHash<int, batch::Job> &jobs, const QString &text, int mergeKey = -1);
    /// Jobs whose id is there already get new ones.
    void insertJobs(int row, QList<batch::Job> jobs, const QString &text);
    void removeJobs(QList<int> rows);
    /// Copies stand below the last of the originals, under names of their own; answers their
    /// first row, or -1 where there was nothing to copy.
    int duplicateJobs(QList<int> rows);
    /// Moves the rows, keeping their order, so that they stand before what is now row
    /// `before` (jobCount() for the end).
    void moveJobs(QList<int> rows, int before);
    void changeSettings(const batch::BatchSettings &settings, const QString &text);

    /// "Cat", or "Cat 2", "Cat 3", …: the first that no job has.
    QString uniqueName(const QString &wanted) const;

signals:
    void aboutToReset();
    void wasReset();
    void jobChanged(int row);
    void jobsAboutToBeInserted(int first, int last);
    void jobsInserted(int first, int last);
    void jobsAboutToBeRemoved(int first, int last);
    void jobsRemoved(int first, int last);
    /// All jobs are there, in another order.
    void jobsAboutToBeReordered();
    void jobsReordered();
    void settingsChanged();
    /// catalog() changed: every price, check and name may be another.
    void catalogChanged();
    void pathChanged(const QString &path);
    void modifiedChanged(bool modified);

private:
    void replaceAll(const batch::Batch &batch, const std::optional<config::BatchFile> &origin);

    friend class JobsCommand;
    friend class SettingsCommand;

    void applyOverrides();
    /// What was found out about a job holds no more.
    void forget(batch::JobId job);
    void forgetAll();

    catalog::Catalog m_known;   ///< without the batch's own models
    catalog::Catalog m_catalog; ///< with them
    batch::Batch m_batch;
    std::optional<config::BatchFile> m_origin;
    QUndoStack m_undoStack;
    mutable QHash<batch::JobId, QList<batch::Problem>> m_problems;
    mutable QHash<batch::JobId, catalog::Estimate> m_estimates;
    mutable QHash<batch::JobId, int> m_rows;
};

} // namespace ui
