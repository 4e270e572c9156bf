// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/referencecheck.h"

#include "batch/references/references.h"
#include "catalog/request/mediainputs.h"

#include <QCoreApplication>

namespace catalog {

using batch::MediaType;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(catalog::ReferenceCheck)
};

/// Why the parameter can't take the result of such a job; empty: it can.
QString misfit(const MediaInput &input, const QString &name, MediaType type)
{
    if (input.kind == InputKind::Audio)
        return Words::tr("%1 takes a sound, and “%2” makes none.").arg(input.parameter, name);
    if (input.kind == InputKind::Video && type == MediaType::Image) {
        return Words::tr("%1 takes a video, and “%2” makes an image. Name a video job.")
            .arg(input.parameter, name);
    }
    return {};
}

} // namespace

QHash<batch::JobId, QList<batch::Problem>> checkReferences(const Catalog &catalog,
                                                           const QList<batch::Job> &jobs)
{
    auto problems = batch::checkReferences(jobs);
    QHash<QString, MediaType> types;
    for (const batch::Job &job : jobs) {
        if (batch::referencesOf(job).isEmpty())
            continue;
        if (types.isEmpty()) {
            for (const batch::Job &each : jobs)
                types.insert(each.name, each.type);
        }
        const QList<MediaInput> inputs = mediaInputs(job, catalog.find(job.model));
        for (const MediaInput &input : inputs) {
            const auto name = batch::referredJob(input.address);
            if (!name || !types.contains(*name))
                continue;
            const QString wrong = misfit(input, *name, types.value(*name));
            const bool inParams = input.field == batch::Field::Params;
            if (!wrong.isEmpty()) {
                problems[job.id].append({input.field, batch::Severity::Error, wrong,
                                         inParams ? input.parameter : QString()});
            }
        }
    }
    return problems;
}

} // namespace catalog
