// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/jobcheck.h"

#include <QCoreApplication>

namespace batch {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("batch::check", text);
}

// No model goes beyond; a slip such as 20480 is caught before it costs a request.
constexpr int maxPixels = 16384;
constexpr int maxSeconds = 3600;

void checkSide(QList<Problem> &problems, Field field, const std::optional<int> &value)
{
    if (value && (*value < 1 || *value > maxPixels)) {
        problems.append(
            {field, Severity::Error,
             words(QT_TRANSLATE_NOOP("batch::check", "%1 px is no size: give 1 to %2 px."))
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
        error(Field::Name, words(QT_TRANSLATE_NOOP("batch::check", "The job has no name.")));
    if (job.model.trimmed().isEmpty())
        error(Field::Model, words(QT_TRANSLATE_NOOP("batch::check", "No model is chosen.")));
    if (job.prompt.trimmed().isEmpty())
        error(Field::Prompt, words(QT_TRANSLATE_NOOP("batch::check", "The prompt is empty.")));
    checkSide(problems, Field::Width, job.width);
    checkSide(problems, Field::Height, job.height);
    if (job.duration && (*job.duration <= 0 || *job.duration > maxSeconds)) {
        error(Field::Duration,
              words(QT_TRANSLATE_NOOP("batch::check",
                                      "%1 s is no length: give more than 0 and at most %2 s."))
                  .arg(*job.duration)
                  .arg(maxSeconds));
    }
    if (job.maxWait && *job.maxWait <= 0) {
        error(Field::MaxWait,
              words(QT_TRANSLATE_NOOP("batch::check", "max_wait must be more than 0 s.")));
    }
    if (job.maxRetries && *job.maxRetries < 0) {
        error(Field::MaxRetries,
              words(QT_TRANSLATE_NOOP("batch::check", "max_retries must be 0 or more.")));
    }
    return problems;
}

} // namespace batch
