// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/submissionstore.h"

#include <QHash>
#include <QList>

namespace store {

/// The submissions of this process, kept in memory for as long as it lives.
class MemorySubmissions : public SubmissionStore
{
public:
    struct Record
    {
        Intent intent;
        QString predictionId;
        batch::JobResult result;
    };

    void recordIntent(const Intent &intent, Done done) override;
    void recordAccepted(const QString &submission, const QString &predictionId, Done done) override;
    void recordOutcome(const QString &submission, const batch::JobResult &result,
                       Done done) override;

    /// In the order of their intents.
    const QList<Record> &records() const { return m_records; }

private:
    Record *find(const QString &submission);

    QList<Record> m_records;
    QHash<QString, qsizetype> m_index;
};

} // namespace store
