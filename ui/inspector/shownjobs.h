// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"

#include <QList>
#include <QString>

#include <functional>

namespace ui {

class BatchDocument;

/// The jobs that the inspector shows, and the one way in which it changes them: all of them in
/// one step of undo. What is typed into one field is one step, until the field is left.
class ShownJobs
{
public:
    using Change = std::function<batch::Job(const batch::Job &)>;

    /// The document must outlive this.
    explicit ShownJobs(BatchDocument *document);

    /// Ids that the document doesn't have are left out.
    void set(const QList<batch::JobId> &ids);
    const QList<batch::JobId> &ids() const { return m_ids; }
    bool isEmpty() const { return m_ids.isEmpty(); }
    qsizetype count() const { return m_ids.size(); }

    /// Where they stand at the moment.
    QList<int> rows() const;
    const batch::Job &first() const;
    BatchDocument *document() const { return m_document; }

    /// Changes all of them. `text` names the step in the Undo menu. `part` names what is edited:
    /// where `continuing`, the change joins the one before it of the same part.
    void change(const Change &change, const QString &text, const QString &part, bool continuing);
    /// The next change is a step of its own.
    void endStep() { m_part.clear(); }

private:
    int mergeKeyFor(const QString &part, bool continuing);

    BatchDocument *m_document;
    QList<batch::JobId> m_ids;
    QString m_part; ///< what the last, continuing change was of
    int m_mergeKey = 0;
};

} // namespace ui
