// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/request/modelchange.h"

#include "batch/jobjson.h"
#include "catalog/request/commonfields.h"
#include "catalog/request/commonnames.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QVariant>

#include <algorithm>

namespace catalog {

using namespace Qt::StringLiterals;

namespace {

QString asText(const QJsonValue &value)
{
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.isNull() ? u"null"_s : value.toVariant().toString();
}

/// The fields of a job that no parameter of the model takes. The prompt is none of them: it is too
/// dear to lose, and the next model takes it again.
QList<batch::Field> strandedFields(const batch::Job &job, const Model &model)
{
    QList<batch::Field> fields;
    const Parameters parameters = parametersFor(job, &model);
    for (const Unplaced &each : parameters.unplaced) {
        if (!each.parameter.isEmpty() || each.field == batch::Field::Prompt)
            continue;
        fields.append(each.field);
        // Only the one that wins is ever sent; without it the other would be.
        if (each.field == batch::Field::Image && job.imageUrl)
            fields.append(batch::Field::ImageUrl);
    }
    return fields;
}

/// The job with the parameter that goes by another name in the new model; nothing where nothing of
/// it would reach it.
std::optional<batch::Job> moved(batch::Job job, const QString &name, const Model &model)
{
    const QJsonValue value = job.params.take(name);
    const auto meaning = commonNameOf(name);
    if (!meaning)
        return {};
    batch::Job common = job;
    if (setCommon(common, *meaning, value)
        && strandedFields(common, model).size() <= strandedFields(job, model).size())
        return common;
    const Parameter *own = counterpart(model, *meaning);
    if (!own || job.params.contains(own->name))
        return {};
    job.params.insert(own->name, value);
    return job;
}

} // namespace

ModelChange changeModel(const Catalog &catalog, const batch::Job &job, const QString &modelId)
{
    ModelChange change{job, {}};
    change.job.model = modelId;
    const Model *model = catalog.find(modelId);
    if (model)
        change.job.type = model->type;
    if (!model || !model->hasSchema)
        return change;

    for (const QString &name : job.params.keys()) {
        if (model->parameter(name) || name == "model"_L1)
            continue;
        if (const auto kept = moved(change.job, name, *model)) {
            change.job = *kept;
        } else {
            change.dropped.append({u"params."_s + name, asText(job.params.value(name))});
            change.job.params.remove(name);
        }
    }
    for (const batch::Field field : strandedFields(change.job, *model)) {
        const QString key = batch::toKey(field);
        change.dropped.append({key, asText(batch::toJson(change.job).value(key))});
        clearField(change.job, field);
    }
    return change;
}

} // namespace catalog
