// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/request/changeeffect.h"

#include <QObject>
#include <QSet>

#include <optional>

namespace ui {

class BatchDocument;

/// The jobs of a document that a model is to be chosen for: what they have now, what another model
/// would do to them and to the batch's cost, and the step that gives it to them. Jobs that are
/// removed meanwhile fall out.
class ModelChoice : public QObject
{
    Q_OBJECT
public:
    /// The document must outlive this.
    explicit ModelChoice(BatchDocument *document, QObject *parent = nullptr);

    /// Entries, or jobs that they make: an entry stands for all of these.
    void setJobs(const QList<batch::JobId> &jobs);
    int jobCount() const { return static_cast<int>(made().size()); }
    /// The models that they have.
    QSet<QString> models() const;
    /// The type that they all have; nothing where they differ, or there are none.
    std::optional<batch::MediaType> type() const;

    catalog::ChangeEffect effectOf(const QString &modelId) const;
    /// What all jobs of the batch that a run takes cost, as they are.
    batch::Cost batchCost() const;

    /// Gives them that model, in one step of undo.
    void apply(const QString &modelId);

signals:
    /// The document changed, or what is known of the models: an effect may be another.
    void changed();

private:
    /// As they are written, by their rows.
    QHash<int, batch::Job> rows() const;
    /// What those make.
    QList<batch::Job> made() const;

    BatchDocument *m_document;
    QList<batch::JobId> m_jobs;
    mutable std::optional<batch::Cost> m_batchCost;
};

} // namespace ui
