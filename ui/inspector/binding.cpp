// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/binding.h"

#include "batch/jobjson.h"
#include "catalog/request/commonnames.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>
#include <optional>

namespace ui {

using namespace Qt::StringLiterals;

using catalog::Model;
using catalog::Saying;

namespace {

/// Where the texts of this file stand among the translations.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Binding)
};

catalog::Parameter named(const QString &name, const QString &title, const QString &description,
                         catalog::ValueSchema::Types types)
{
    catalog::Parameter parameter;
    parameter.types = types;
    parameter.name = name;
    parameter.title = title;
    parameter.description = description;
    parameter.defaultValue = QJsonValue(QJsonValue::Undefined);
    return parameter;
}

catalog::Parameter withDefault(catalog::Parameter parameter, const QJsonValue &value)
{
    parameter.defaultValue = value;
    return parameter;
}

QList<catalog::Parameter> imageParameters()
{
    using catalog::ValueSchema;
    auto width = withDefault(named(u"width"_s, Words::tr("Width"), {}, ValueSchema::Integer),
                             batch::defaults::width);
    auto height = withDefault(named(u"height"_s, Words::tr("Height"), {}, ValueSchema::Integer),
                              batch::defaults::height);
    width.minimum = 1;
    height.minimum = 1;
    return {width, height};
}

QList<catalog::Parameter> videoParameters()
{
    using catalog::ValueSchema;
    auto duration =
        withDefault(named(u"duration"_s, Words::tr("Duration"), {}, ValueSchema::Number),
                    batch::defaults::duration);
    duration.above = 0;
    auto resolution =
        withDefault(named(u"resolution"_s, Words::tr("Resolution"), {}, ValueSchema::String),
                    batch::defaults::resolution.toString());
    return {duration, resolution};
}

/// A model that nothing is known of: the form has the common fields.
bool isUnknown(const Model &model)
{
    return model.id.isEmpty();
}

/// What the job's `params` say beside the common fields; undefined: nothing.
QJsonValue furtherParameters(const batch::Job &job, const Model &model)
{
    QJsonObject further = job.params;
    for (const catalog::Parameter &parameter : model.parameters)
        further.remove(parameter.name);
    return further.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(further);
}

batch::Job withFurtherParameters(batch::Job job, const Model &model, const QJsonObject &further)
{
    QJsonObject params = further;
    for (const catalog::Parameter &parameter : model.parameters) {
        // A common field stays as it is, wherever the job says it.
        params.remove(parameter.name);
        if (const auto said = job.params.constFind(parameter.name); said != job.params.constEnd())
            params.insert(parameter.name, *said);
    }
    job.params = params;
    return job;
}

Binding furtherBinding(const std::shared_ptr<const Model> &model)
{
    using catalog::ValueSchema;
    Binding further;
    further.parameter =
        named(batch::toKey(batch::Field::Params), Words::tr("Further parameters"),
              Words::tr("What else the model is told, as JSON: {\"guidance_scale\": 5}."),
              ValueSchema::Object);
    further.value = [model](const batch::Job &job) { return furtherParameters(job, *model); };
    further.fallback = [](const batch::Job &) { return QJsonValue(QJsonValue::Undefined); };
    further.changed = [model](const batch::Job &job, const QJsonValue &value, Saying) {
        return withFurtherParameters(job, *model, value.toObject());
    };
    return further;
}

} // namespace

QList<Binding> parameterBindings(const catalog::Model &model)
{
    const auto shared = std::make_shared<const catalog::Model>(model);
    QList<Binding> bindings;
    for (const catalog::Parameter &parameter : model.parameters) {
        Binding binding;
        binding.parameter = parameter;
        binding.field = catalog::fieldOf(model, parameter);
        binding.value = [shared, parameter](const batch::Job &job) {
            return catalog::valueOf(job, *shared, parameter);
        };
        binding.fallback = [shared, parameter](const batch::Job &job) {
            return catalog::defaultOf(job, *shared, parameter);
        };
        binding.changed = [shared, parameter](const batch::Job &job, const QJsonValue &value,
                                              Saying saying) {
            return catalog::withValue(job, *shared, parameter, value, saying);
        };
        bindings.append(binding);
    }
    if (isUnknown(model))
        bindings.append(furtherBinding(shared));
    return bindings;
}

QList<QJsonValue> parameterValues(const catalog::Model &model, const batch::Job &job,
                                  const catalog::Parameters &request)
{
    QList<QJsonValue> values;
    values.reserve(model.parameters.size() + 1);
    for (const catalog::Parameter &parameter : model.parameters) {
        const auto filled = std::find_if(
            request.filled.begin(), request.filled.end(),
            [&parameter](const catalog::Filled &each) { return each.name == parameter.name; });
        values.append(filled == request.filled.end() ? parameter.defaultValue : filled->value);
    }
    if (isUnknown(model))
        values.append(furtherParameters(job, model));
    return values;
}

QList<Binding> runBindings(batch::MediaType type)
{
    using catalog::ValueSchema;
    Binding wait;
    wait.parameter = named(u"max_wait"_s, Words::tr("Longest wait"),
                           Words::tr("A result that takes longer is left for "
                                     "later; it is not asked for twice."),
                           ValueSchema::Number);
    wait.parameter.above = 0;
    wait.field = batch::Field::MaxWait;
    wait.value = [](const batch::Job &job) {
        return job.maxWait ? QJsonValue(*job.maxWait) : QJsonValue(QJsonValue::Undefined);
    };
    const double usual = type == batch::MediaType::Image ? batch::defaults::imageMaxWait
                                                         : batch::defaults::videoMaxWait;
    wait.fallback = [usual](const batch::Job &) { return QJsonValue(usual); };
    wait.changed = [usual](batch::Job job, const QJsonValue &value, Saying saying) {
        job.maxWait.reset();
        if (value.isDouble() && (saying == Saying::Always || value.toDouble() != usual))
            job.maxWait = value.toDouble();
        return job;
    };

    Binding retries;
    retries.parameter =
        named(u"max_retries"_s, Words::tr("Further attempts"),
              Words::tr("How often a failed generation is tried again."), ValueSchema::Integer);
    retries.parameter.minimum = 0;
    retries.field = batch::Field::MaxRetries;
    retries.value = [](const batch::Job &job) {
        return job.maxRetries ? QJsonValue(*job.maxRetries) : QJsonValue(QJsonValue::Undefined);
    };
    retries.fallback = [](const batch::Job &) { return QJsonValue(batch::defaults::maxRetries); };
    retries.changed = [](batch::Job job, const QJsonValue &value, Saying saying) {
        job.maxRetries.reset();
        const bool isUsual = value.toInt() == batch::defaults::maxRetries;
        if (value.isDouble() && (saying == Saying::Always || !isUsual))
            job.maxRetries = value.toInt();
        return job;
    };
    return {wait, retries};
}

// Unqualified: lupdate takes the first part of a qualified return type for the context of the
// texts.
Model commonModel(batch::MediaType type)
{
    using catalog::ValueSchema;
    catalog::Model model;
    model.type = type;
    model.hasSchema = true;
    auto prompt = named(u"prompt"_s, Words::tr("Prompt"), {}, ValueSchema::String);
    prompt.required = true;
    model.parameters.append(prompt);
    model.parameters.append(type == batch::MediaType::Image ? imageParameters()
                                                            : videoParameters());
    model.parameters.append(named(u"aspect_ratio"_s, Words::tr("Aspect ratio"),
                                  Words::tr("Width to height, such as 16:9."),
                                  ValueSchema::String));
    model.parameters.append(named(u"image"_s, Words::tr("Image"),
                                  Words::tr("The picture that the model starts from, if it "
                                            "takes one."),
                                  ValueSchema::String));
    model.parameters.append(named(u"seed"_s, Words::tr("Seed"),
                                  Words::tr("The same seed and request give the same result."),
                                  ValueSchema::Integer));
    model.parameters.append(named(u"negative_prompt"_s, Words::tr("Negative prompt"),
                                  Words::tr("What is not to be seen."), ValueSchema::String));
    return model;
}

bool concerns(const Binding &binding, const batch::Problem &problem)
{
    if (!problem.parameter.isEmpty())
        return problem.parameter == binding.parameter.name;
    // Of `params` as a whole it is to be said where they are edited as one.
    if (problem.field == batch::Field::Params)
        return binding.parameter.name == batch::toKey(batch::Field::Params);
    return problem.field == binding.field;
}

QList<Leftover> leftovers(const batch::Job &job, const catalog::Model &model,
                          const catalog::Parameters &request)
{
    QList<Leftover> all;
    if (isUnknown(model))
        return all;
    std::optional<QJsonObject> said;
    for (const catalog::Unplaced &unplaced : request.unplaced) {
        if (!unplaced.parameter.isEmpty() || unplaced.field == batch::Field::Params)
            continue;
        if (!said)
            said = batch::toJson(job);
        const QString name = batch::toKey(unplaced.field);
        if (said->contains(name))
            all.append({unplaced.field, name, said->value(name)});
    }
    for (auto it = job.params.begin(); it != job.params.end(); ++it) {
        if (!model.parameter(it.key()))
            all.append({batch::Field::Params, it.key(), it.value()});
    }
    return all;
}

bool says(const batch::Job &job, const Leftover &leftover)
{
    return leftover.field == batch::Field::Params
        ? job.params.contains(leftover.name)
        : batch::toJson(job).contains(batch::toKey(leftover.field));
}

batch::Job without(batch::Job job, const Leftover &leftover)
{
    switch (leftover.field) {
    case batch::Field::Prompt:
        job.prompt.clear();
        break;
    case batch::Field::Width:
        job.width.reset();
        break;
    case batch::Field::Height:
        job.height.reset();
        break;
    case batch::Field::AspectRatio:
        job.aspectRatio.reset();
        break;
    case batch::Field::Duration:
        job.duration.reset();
        break;
    case batch::Field::Resolution:
        job.resolution.reset();
        break;
    case batch::Field::Image:
        job.image.reset();
        break;
    case batch::Field::ImageUrl:
        job.imageUrl.reset();
        break;
    case batch::Field::Seed:
        job.seed.reset();
        break;
    case batch::Field::NegativePrompt:
        job.negativePrompt.reset();
        break;
    case batch::Field::Params:
        job.params.remove(leftover.name);
        break;
    case batch::Field::Name:
    case batch::Field::Type:
    case batch::Field::Model:
    case batch::Field::MaxWait:
    case batch::Field::MaxRetries:
        break;
    }
    return job;
}

} // namespace ui
