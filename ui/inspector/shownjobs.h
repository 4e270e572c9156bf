// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "batch/problem.h"
#include "catalog/request/commonnames.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace ui {

class BatchDocument;

/// Something that is wrong with so many jobs.
struct SharedProblem
{
    batch::Problem problem;
    int jobs = 0;
};

/// The entries that the inspector shows, and the one way in which it changes what they say of
/// their jobs: all of them in one step of undo. What is typed into one field is one step, until the
/// field is left.
class ShownJobs
{
public:
    using Change = std::function<batch::Job(const batch::Job &)>;

    /// The document must outlive this.
    explicit ShownJobs(BatchDocument *document);

    /// Ids that no entry of the document has are left out.
    void set(const QList<batch::JobId> &ids);
    const QList<batch::JobId> &ids() const { return m_ids; }
    bool isEmpty() const { return m_ids.isEmpty(); }
    qsizetype count() const { return m_ids.size(); }

    /// Where they stand.
    const QList<int> &rows() const { return seen().rows; }
    /// As they read with the file's defaults, in the order of rows().
    const QList<batch::Job> &jobs() const { return seen().jobs; }
    batch::Job first() const { return jobs().constFirst(); }
    /// What each of them asks the form's model for, in the same order: reckoned once, until
    /// lookAgain().
    const QList<catalog::Parameters> &requests(const catalog::Model &model) const;
    /// What is wrong with any of them, each once.
    const QList<SharedProblem> &problems() const;
    /// The model of what a row makes, or as it is written where that makes several or none.
    QString modelOf(int row) const;
    BatchDocument *document() const { return m_document; }

    /// Changes all of them. `text` names the step in the Undo menu. `part` names what is edited:
    /// where `continuing`, the change joins the one before it of the same part.
    void change(const Change &change, const QString &text, const QString &part, bool continuing);
    /// The next change is a step of its own.
    void endStep() { m_part.clear(); }
    /// The document is another: what was seen of the jobs is looked at anew. Ten thousand of them
    /// are looked at once, however many ask.
    void lookAgain() { m_seen.reset(); }

private:
    struct Seen
    {
        QList<int> rows;
        QList<batch::Job> jobs;
        std::optional<QList<catalog::Parameters>> requests;
        std::optional<QList<SharedProblem>> problems;
    };
    Seen &seen() const;
    int mergeKeyFor(const QString &part, bool continuing);

    BatchDocument *m_document;
    QList<batch::JobId> m_ids;
    mutable std::optional<Seen> m_seen;
    QString m_part; ///< what the last, continuing change was of
    int m_mergeKey = 0;
};

} // namespace ui
