// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/jobcheck.h"

#include <QCoreApplication>

namespace batch {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("batch::check", text);
}

// No model goes beyond; a slip such as 20480 is caught before it costs a request.
constexpr int maxPixels = 16384;

void checkSide(QList<Problem> &problems, Field field, const std::optional<int> &value)
{
    if (value && (*value < 1 || *value > maxPixels)) {
        problems.append({field, Severity::Error,
                         tr(QT_TRANSLATE_NOOP("batch::check", "%1 px is no size: give 1 to %2 px."))
                             .arg(*value)
                             .arg(maxPixels)});
    }
}

} // namespace

QList<Problem> check(const Job &job)
{
    QList<Problem> problems;
    const auto error = [&problems](Field field, const QString &message) {
        problems.append({field, Severity::Error, message});
    };

    if (job.name.trimmed().isEmpty())
        error(Field::Name, tr(QT_TRANSLATE_NOOP("batch::check", "The job has no name.")));
    if (job.model.trimmed().isEmpty())
        error(Field::Model, tr(QT_TRANSLATE_NOOP("batch::check", "No model is chosen.")));
    if (job.prompt.trimmed().isEmpty())
        error(Field::Prompt, tr(QT_TRANSLATE_NOOP("batch::check", "The prompt is empty.")));
    checkSide(problems, Field::Width, job.width);
    checkSide(problems, Field::Height, job.height);
    if (job.duration && (*job.duration <= 0 || *job.duration > 3600)) {
        error(Field::Duration,
              tr(QT_TRANSLATE_NOOP("batch::check", "%1 s is no length: give more than 0 s."))
                  .arg(*job.duration));
    }
    if (job.maxWait && *job.maxWait <= 0) {
        error(Field::MaxWait,
              tr(QT_TRANSLATE_NOOP("batch::check", "max_wait must be more than 0 s.")));
    }
    if (job.maxRetries && *job.maxRetries < 0) {
        error(Field::MaxRetries,
              tr(QT_TRANSLATE_NOOP("batch::check", "max_retries must be 0 or more.")));
    }
    return problems;
}

} // namespace batch
