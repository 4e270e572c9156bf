// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/expand.h"
#include "batch/expansion/fields.h"
#include "batch/expansion/levels.h"

#include <QJsonArray>

namespace batch {

namespace {

template <typename Value>
void take(Value Job::*field, Job &own, const Job &before, const Job &after)
{
    if (before.*field != after.*field)
        own.*field = after.*field;
}

void takeParams(Job &own, const Job &before, const Job &after)
{
    for (auto param = after.params.begin(); param != after.params.end(); ++param) {
        if (!before.params.contains(param.key()) || before.params[param.key()] != param.value())
            own.params.insert(param.key(), param.value());
    }
    for (auto param = before.params.begin(); param != before.params.end(); ++param) {
        if (!after.params.contains(param.key()))
            own.params.remove(param.key());
    }
}

/// Who says a size hides the aspect ratio that the defaults say, and the other way round: what was
/// not changed must be said, too, where it is to stay.
void keepFrame(Job &own, const Job &before, const Job &after)
{
    const bool isChanged = before.aspectRatio != after.aspectRatio || before.width != after.width
        || before.height != after.height;
    if (!isChanged || !after.aspectRatio || (!after.width && !after.height))
        return;
    own.aspectRatio = after.aspectRatio;
    own.width = after.width;
    own.height = after.height;
}

QJsonValue withoutMeaning(const QJsonValue &value)
{
    if (value.isString())
        return batch::withoutMeaning(value.toString(), Braces::Names);
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &item : value.toArray())
            array.append(withoutMeaning(item));
        return array;
    }
    QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        member.value() = withoutMeaning(member.value());
    return value.isObject() ? QJsonValue(object) : value;
}

} // namespace

JobSource asEntry(const Job &made)
{
    JobSource entry(made);
    Job &job = entry.job;
    job.name = batch::withoutMeaning(job.name, Braces::Names);
    for (const Field field : bracedFields) {
        const QString text = textOf(job, field);
        if (text.contains(u'{'))
            setText(job, field, batch::withoutMeaning(text, bracesOf(field)));
    }
    if (!job.params.isEmpty())
        job.params = withoutMeaning(QJsonValue(job.params)).toObject();
    return entry;
}

Job withDefaults(const BatchSource &source, const JobSource &entry)
{
    return Levels(source).merged(entry).job;
}

Variables variablesFor(const BatchSource &source, const JobSource &entry)
{
    const Levels levels(source);
    return levels.variables(entry, levels.typeOf(entry));
}

JobSource withEdit(JobSource entry, const Job &before, const Job &after)
{
    Job &own = entry.job;
    if (before.type != after.type) {
        own.type = after.type;
        entry.saysType = true;
    }
    take(&Job::enabled, own, before, after);
    take(&Job::name, own, before, after);
    take(&Job::model, own, before, after);
    take(&Job::prompt, own, before, after);
    take(&Job::width, own, before, after);
    take(&Job::height, own, before, after);
    take(&Job::aspectRatio, own, before, after);
    take(&Job::duration, own, before, after);
    take(&Job::resolution, own, before, after);
    take(&Job::image, own, before, after);
    take(&Job::imageUrl, own, before, after);
    take(&Job::seed, own, before, after);
    take(&Job::negativePrompt, own, before, after);
    take(&Job::maxWait, own, before, after);
    take(&Job::maxRetries, own, before, after);
    take(&Job::extra, own, before, after);
    takeParams(own, before, after);
    keepFrame(own, before, after);
    return entry;
}

} // namespace batch
