// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/resume/history.h"
#include "engine/resume/levels.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace engine {

/// Sorts submissions out (historyOf), once. What a job starts from is settled before the job: where
/// that one was renamed, a reference to its former name means the same (readings).
class Sorting
{
public:
    /// `jobs` come before those that are `gone`, which get what is left. All but the name outlive
    /// this.
    Sorting(const QList<batch::Job> &jobs, const QList<batch::Job> &gone, QString batchName,
            bool atWork, const catalog::Catalog &models);

    History sort(const QList<store::Submission> &submissions);

private:
    /// A submission that may stand for a job, with what is needed to compare it.
    struct Candidate
    {
        store::Submission submission;
        QByteArray digest;    ///< of what it asked for
        bool foreign = false; ///< of the batch that this one was saved from
        bool answers = false; ///< a job of its name asks for it still
        bool used = false;

        batch::JobState state() const { return submission.result.state; }
    };
    using Indices = QList<qsizetype>; ///< of candidates

    void take(store::Submission submission);
    QByteArray digestOf(const batch::Job &job) const;
    /// Digests of all that may have been meant by what the job asks for now: under each of the
    /// names that what it starts from has, or had.
    QSet<QByteArray> readingsOf(const batch::Job &job) const;
    bool isSame(const batch::Job &job, const Candidate &candidate) const;

    void giveSame(const Level &level);
    void giveToSharers(const Level &level);
    void noteAnswers(const Level &level);
    void giveToRenamed(const Level &level);
    void noteFormerNames(const batch::Job &job, const Indices &moved);
    Indices movedFor(const batch::Job &job) const;
    void giveByName(const QList<batch::Job> &jobs);
    void giveBest(const Indices &indices, const batch::Job &job, bool sameOnly);
    int rank(const Candidate &candidate, const batch::Job &job) const;
    Candidate *best(const Indices &indices, const batch::Job &job, bool sameOnly);

    batch::Job withNamesOf(const batch::Job &job, const batch::Job &submitted) const;
    Standing standingOf(const Candidate &candidate) const;
    void leaveOver(const Candidate &candidate);
    void countForgotten(const batch::JobResult &result);
    void count(const batch::JobResult &result);

    const QList<batch::Job> &m_jobs;
    const QList<batch::Job> &m_gone;
    const QString m_batchName;
    const bool m_atWork;
    const catalog::Catalog &m_models;
    QHash<QString, int> m_sharers;             ///< of a name, those that are gone among them
    QSet<QString> m_names;                     ///< of the batch's jobs
    QSet<QString> m_sources;                   ///< names of jobs that others start from
    QHash<QString, QStringList> m_formerNames; ///< of those, by their present names
    QHash<batch::JobId, QSet<QByteArray>> m_readings;
    QList<Candidate> m_candidates;
    QHash<QString, Indices> m_byName;
    QHash<QByteArray, Indices> m_byDigest;
    History m_history;
};

} // namespace engine
