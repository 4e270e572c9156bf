// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/submissionstore.h"

#include <QHash>
#include <QList>

/// Keeps the facts in memory, for tests that don't ask how they are kept.
class MemorySubmissions : public store::SubmissionStore
{
public:
    struct Record
    {
        store::Intent intent;
        QString predictionId;
        batch::JobResult result;
    };

    void recordIntent(const store::Intent &intent, Done done) override;
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
