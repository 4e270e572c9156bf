// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/freenames.h"
#include "batch/problem.h"
#include "batch/source.h"
#include "catalog/catalog.h"
#include "catalog/estimate.h"
#include "config/batchfile.h"
#include "session/document/findings.h"
#include "session/document/madejobs.h"
#include "session/document/premises.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QUndoStack>

#include <functional>
#include <optional>

namespace ui {

struct EntryChange;
struct SwitchedJob;

/// A batch file that is open: the batch as it is written, the jobs that it makes, its undo stack
/// and its path.
///
/// A row is an entry of the file's `jobs`. It makes one job, or several, or, where something is
/// wrong with it, none: those are batch().jobs, and what a run, a bill and a result know. They
/// follow from source() alone, and keep their ids while it is edited (batch::VariationIds). A job
/// of an entry without variations has the entry's id; any other may have one of its own, also where
/// its entry makes no other.
///
/// Every edit is a step that can be undone; views listen and never keep a copy. Window's thread;
/// reading and writing files is for the caller, who does it elsewhere and hands over the outcome.
class BatchDocument : public QObject
{
    Q_OBJECT
public:
    explicit BatchDocument(catalog::Catalog catalog, QObject *parent = nullptr);
    ~BatchDocument() override;

    /// As it is written, and saved.
    const batch::BatchSource &source() const { return m_source; }
    /// What it makes: the jobs of included files first, then those of each row in turn.
    /// Its settings are those that are written.
    const batch::Batch &batch() const { return m_made.batch(); }
    /// What is known of the models, with what the batch's own `models` say of them, and those of
    /// the files that it includes.
    const catalog::Catalog &catalog() const { return m_catalog; }
    /// What is known of the models has changed: a newer list was fetched.
    void setCatalog(const catalog::Catalog &catalog);

    // Rows: what is written

    int jobCount() const { return static_cast<int>(m_source.jobs.size()); }
    const batch::JobSource &entry(int row) const { return m_source.jobs.at(row); }
    /// The entry with what the file's defaults say in it, its texts as they are written, under the
    /// entry's id: what a person sees and edits of it.
    batch::Job job(int row) const;
    /// Of the entry with that id, or of the one that makes the job with that id. -1 where there is
    /// none (any more), and for jobs of included files.
    int rowOf(batch::JobId id) const;
    /// It makes several jobs, or none because something is wrong with it. What is shown of such a
    /// row as a whole is of all that it makes.
    bool isVaried(int row) const { return made(row).count != 1; }
    /// What is wrong with an entry and with the jobs that it makes, each once.
    QList<batch::Problem> problems(int row) const;
    /// Those of them that are about the entry as it is written, with where in it they stand.
    QList<batch::EntryProblem> entryProblems(int row) const;
    /// What the jobs that an entry makes will cost together: those that are switched on, or all
    /// where none is.
    catalog::Estimate costOf(int row) const;

    // Jobs: what is made of it

    /// The jobs of a row in batch().jobs.
    MadeJobs::Range made(int row) const { return m_made.ofRow(row); }
    QList<batch::JobId> madeIds(int row) const;
    /// The jobs of included files: the first so many of batch().jobs.
    int includedCount() const { return m_made.includedCount(); }
    /// The files that they come from, and those with nothing but problems.
    const QList<MadeJobs::IncludedFile> &includedFiles() const { return m_made.includedFiles(); }
    /// The one of them that a job comes from, by its index in batch().jobs; null where it is of
    /// none. Holds until the next edit.
    const MadeJobs::IncludedFile *includedFileOf(int index) const;
    /// Its path.
    QString includedFrom(int index) const;
    /// In batch().jobs; -1 where no job has that id (any more).
    int madeIndexOf(batch::JobId id) const { return m_made.indexOf(id); }
    /// Null where there is none. Holds until the next edit.
    const batch::Job *madeJob(batch::JobId id) const;
    /// The values that the axes and choices of its row have for it; empty where it has none.
    batch::Combination combinationOf(batch::JobId id) const { return m_made.combinationOf(id); }
    /// What is wrong with a job (catalog::check and its references); kept until that may change.
    QList<batch::Problem> problemsOf(batch::JobId id) const;
    /// What a job will cost (catalog::estimate); kept until the job or the catalog changes.
    catalog::Estimate estimateOf(batch::JobId id) const;
    /// The jobs that refer to others.
    const QSet<batch::JobId> &referring() const { return m_findings.referring(); }

    QUndoStack *undoStack() { return &m_undoStack; }
    bool isModified() const { return !m_undoStack.isClean(); }

    /// Empty for a new batch that was never saved.
    QString path() const { return m_origin ? m_origin->path : QString(); }
    /// The file as it was last read or written; nothing for a new batch.
    const std::optional<config::BatchFile> &origin() const { return m_origin; }
    /// The file as it was opened, and as it was saved since, the latest last: what an undo brings
    /// back stands there, with its comments. Some of them where there are many, and of each only
    /// the text and what it says.
    const QList<config::BatchFile> &versions() const { return m_versions; }

    /// Begins anew, with an empty batch or with what was read from a file. Not undoable.
    void reset();
    void reset(const config::BatchFile &file);
    /// The file was changed by others and read anew: what it says takes the place of what is here.
    /// Entries that it still has keep their ids (batch::adoptIds), and so do the jobs that they
    /// make. It is a step that can be undone, but for what included files hold: that is always as
    /// it was read last.
    void reload(const config::BatchFile &file);
    /// The file was changed by others, and what it says was brought together with what is here
    /// (batch::merge): likewise a step. `merged` has the ids of the entries that stay.
    void reloadMerged(const config::BatchFile &file, const batch::BatchSource &merged);
    /// The batch was saved: from now on this state counts as unmodified. Job ids stay. A new layout
    /// is what the person wants from now on.
    void markSaved(const config::BatchFile &file, config::Layout layout = config::Layout::Kept);
    /// The batch was saved in another folder, where it says its paths otherwise (batch::relocated):
    /// a step that can be undone.
    void markSavedElsewhere(const config::BatchFile &file, const batch::BatchSource &moved);

    // Edits, each one step of undo. An edit that changes nothing makes no step.

    /// Replaces what job(row) shows: what differs from it is then said by the entry itself
    /// (batch::withEdit). The id stays. `text` names the step in the Undo menu. Consecutive changes
    /// of one job with the same `mergeKey` (not -1) become one step. Where a job gets another name,
    /// entries that refer to it as `job:NAME` follow in the same step.
    void changeJob(int row, const batch::Job &job, const QString &text, int mergeKey = -1);
    /// Several in one step; consecutive changes of the same jobs merge likewise.
    void changeJobs(const QHash<int, batch::Job> &jobs, const QString &text, int mergeKey = -1);
    /// The same with entries as they are written.
    void changeEntries(const QHash<int, batch::JobSource> &entries, const QString &text,
                       int mergeKey = -1);
    /// Entries whose id is there already get new ones.
    void insertEntries(int row, QList<batch::JobSource> entries, const QString &text);
    /// Their texts are taken as written: braces mean what they mean in an entry.
    void insertJobs(int row, const QList<batch::Job> &jobs, const QString &text);
    void removeJobs(QList<int> rows);
    /// Copies stand below the last of the originals, under names of their own; answers their
    /// first row, or -1 where there was nothing to copy.
    int duplicateJobs(QList<int> rows);
    /// Moves the rows, keeping their order, so that they stand before what is now row
    /// `before` (jobCount() for the end).
    void moveJobs(QList<int> rows, int before);
    void changeSettings(const batch::BatchSettings &settings, const QString &text);
    void changePremises(const Premises &premises, const QString &text);
    /// Switches jobs on or off: all of an entry by its `enabled`, some of several by its `exclude`.
    /// Those of included files stay as they are.
    void setMadeEnabled(const QList<batch::JobId> &jobs, bool enabled);
    /// The same, and entries as a whole: of what these exclude nothing is switched on by that,
    /// unless nothing else is left of them.
    void setEnabled(const QList<int> &rows, const QList<batch::JobId> &jobs, bool enabled);

    /// The names that its entries and their jobs have.
    batch::FreeNames takenNames() const;
    /// "Cat", or "Cat 2", "Cat 3", …: the first that no job has.
    QString uniqueName(const QString &wanted) const;

signals:
    /// Another document takes the place of this one.
    void aboutToReset();
    void wasReset();
    /// The file was read anew; where it says anything else, allChanged came before.
    void wasReloaded();
    /// Everything in it may be another, of rows and of what they make: its defaults or variables
    /// were changed, the file was read anew, or very many entries make something else. What is
    /// still there has the id that it had. No jobChanged comes beside it.
    void allChanged();
    /// An entry, or what it makes, or what is wrong with it.
    void jobChanged(int row);
    /// An entry makes other jobs than before: more, fewer, or others. made() of this and of later
    /// rows is another with it. A jobChanged follows.
    void madeChanged(int row);
    /// Rows come and go with the jobs that they make.
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
    friend class EntriesCommand;
    friend class PremisesCommand;
    friend class SettingsCommand;
    friend class SourceCommand;

    void replaceAll(const batch::BatchSource &source,
                    const std::optional<config::BatchFile> &origin);
    /// `change` changes m_source, in whatever way.
    void changeAll(const std::function<void()> &change);
    /// `source` takes the place of what is here, in a step where that is anything new, and `file`
    /// of the file that is known.
    void takeFile(const config::BatchFile &file, const batch::BatchSource &source,
                  const QString &text);
    /// The file as it is known from now on, which has the ids of the entries that are here.
    void setOrigin(const config::BatchFile &file);
    void addVersion(const config::BatchFile &file);
    /// What the batch and the files it includes say of models now. False where that is no other.
    bool takeOverrides();
    void refreshCatalog();
    QList<batch::Problem> allProblems(int row) const;
    /// What a row makes, and which of that is meant.
    QList<SwitchedJob> switchedJobs(int row, const QSet<batch::JobId> &meant) const;
    void pushChanges(QList<EntryChange> changes, const QString &text, int mergeKey);

    // What becomes of an edit of m_source (madechanges.cpp)
    /// Everything is made anew. Answers whether the catalog is another by that.
    bool remakeAll();
    /// The entries of these rows were edited.
    void remake(QList<int> rows);
    void takeYield(int row, const EntryYield &yield);
    void makeInserted(int row, int count);
    void forgetRemoved(int row, const QList<batch::JobId> &entries);
    /// An edit is done: what it means for other rows.
    void settle();

    catalog::Catalog m_known;   ///< without the batch's own models
    catalog::Catalog m_catalog; ///< with them
    QMap<QString, batch::ModelOverride> m_overrides;
    batch::BatchSource m_source;
    MadeJobs m_made;
    mutable Findings m_findings;
    /// What is wrong with all that an entry of several jobs makes, by the entry; as far as it was
    /// asked for.
    mutable QHash<batch::JobId, QList<batch::Problem>> m_problems;
    std::optional<config::BatchFile> m_origin;
    QList<config::BatchFile> m_versions;
    QUndoStack m_undoStack;
    mutable QHash<batch::JobId, int> m_rows; ///< of entries and of what they make
};

} // namespace ui
