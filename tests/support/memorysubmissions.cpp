// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memorysubmissions.h"

namespace {

tl::expected<void, store::StoreError> unknown(const QString &submission)
{
    return tl::unexpected(QStringLiteral("There is no submission %1.").arg(submission));
}

} // namespace

MemorySubmissions::Record *MemorySubmissions::find(const QString &submission)
{
    const auto found = m_index.constFind(submission);
    return found == m_index.constEnd() ? nullptr : &m_records[*found];
}

void MemorySubmissions::recordIntent(const store::Intent &intent, Done done)
{
    if (find(intent.submission)) {
        done(tl::unexpected(
            QStringLiteral("The submission %1 is there already.").arg(intent.submission)));
        return;
    }
    m_index.insert(intent.submission, m_records.size());
    m_records.append({intent, {}, {}});
    done({});
}

void MemorySubmissions::recordAccepted(const QString &submission, const QString &predictionId,
                                       Done done)
{
    Record *record = find(submission);
    if (record)
        record->predictionId = predictionId;
    done(record ? tl::expected<void, store::StoreError>() : unknown(submission));
}

void MemorySubmissions::recordOutcome(const QString &submission, const batch::JobResult &result,
                                      Done done)
{
    Record *record = find(submission);
    if (record)
        record->result = result;
    done(record ? tl::expected<void, store::StoreError>() : unknown(submission));
}
