// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/batchcontent.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace config {

namespace {

NodePtr number(double value)
{
    return plainNode(numberText(value));
}

NodePtr number(int value)
{
    return plainNode(QString::number(value));
}

NodePtr flag(bool value)
{
    return plainNode(value ? u"true"_s : u"false"_s);
}

NodePtr pollingNode(const batch::Polling &polling)
{
    return mapNode({{u"initial"_s, number(polling.initial)},
                    {u"factor"_s, number(polling.factor)},
                    {u"max"_s, number(polling.max)}});
}

NodePtr price(batch::Cost cost)
{
    return plainNode(cost.toDecimal());
}

NodePtr modelNode(const batch::ModelOverride &model)
{
    std::vector<Entry> entries;
    if (model.type)
        entries.push_back({u"type"_s, textNode(batch::toKey(*model.type))});
    if (model.name)
        entries.push_back({u"name"_s, textNode(*model.name)});
    if (model.pricePerSecond)
        entries.push_back({u"price_per_second"_s, price(*model.pricePerSecond)});
    if (model.pricePerImage)
        entries.push_back({u"price_per_image"_s, price(*model.pricePerImage)});
    if (model.pricePerGeneration)
        entries.push_back({u"price_per_generation"_s, price(*model.pricePerGeneration)});
    if (!model.priceByResolution.isEmpty()) {
        std::vector<Entry> prices;
        for (const auto &[resolution, cost] : model.priceByResolution.asKeyValueRange())
            prices.push_back({resolution, price(cost)});
        entries.push_back({u"price_by_resolution"_s, mapNode(std::move(prices))});
    }
    for (auto it = model.extra.begin(); it != model.extra.end(); ++it)
        entries.push_back({it.key(), nodeFromJson(it.value())});
    return mapNode(std::move(entries));
}

NodePtr modelsNode(const QMap<QString, batch::ModelOverride> &models)
{
    std::vector<Entry> entries;
    for (const auto &[id, model] : models.asKeyValueRange())
        entries.push_back({id, modelNode(model)});
    return mapNode(std::move(entries));
}

void addExtra(std::vector<Content> &content, const QJsonObject &extra)
{
    for (auto it = extra.begin(); it != extra.end(); ++it)
        content.push_back({it.key(), nodeFromJson(it.value())});
}

/// What jobs and defaults both can say, from the size on.
void addFields(std::vector<Content> &content, const batch::Job &job)
{
    if (job.width)
        content.push_back({u"width"_s, number(*job.width)});
    if (job.height)
        content.push_back({u"height"_s, number(*job.height)});
    if (job.aspectRatio)
        content.push_back({u"aspect_ratio"_s, textNode(*job.aspectRatio)});
    if (job.duration)
        content.push_back({u"duration"_s, number(*job.duration)});
    if (job.resolution)
        content.push_back({u"resolution"_s, textNode(*job.resolution)});
    if (job.image)
        content.push_back({u"image"_s, textNode(*job.image)});
    if (job.imageUrl)
        content.push_back({u"image_url"_s, textNode(*job.imageUrl)});
    if (job.seed)
        content.push_back({u"seed"_s, plainNode(QString::number(*job.seed))});
    if (job.negativePrompt)
        content.push_back({u"negative_prompt"_s, textNode(*job.negativePrompt)});
    content.push_back({u"enabled"_s, flag(job.enabled), job.enabled});
    content.push_back({u"params"_s, nodeFromJson(job.params), job.params.isEmpty()});
    if (job.maxWait)
        content.push_back({u"max_wait"_s, number(*job.maxWait)});
    if (job.maxRetries)
        content.push_back({u"max_retries"_s, number(*job.maxRetries)});
}

/// A variable's value is text, and a number without quotes is taken as its text.
NodePtr word(const QString &text)
{
    static const QRegularExpression bare(u"^(?:-?(?:0|[1-9]\\d*)(?:\\.\\d+)?|true|false)$"_s);
    return bare.match(text).hasMatch() ? plainNode(text) : textNode(text);
}

NodePtr wordsNode(const batch::Variables &words)
{
    std::vector<Entry> entries;
    for (const auto &[name, text] : words.asKeyValueRange())
        entries.push_back({name, word(text)});
    return mapNode(std::move(entries));
}

NodePtr list(std::vector<NodePtr> items)
{
    auto node = std::make_shared<Node>();
    node->kind = Node::Kind::List;
    node->items = std::move(items);
    return node;
}

NodePtr matrixNode(const QList<batch::Axis> &matrix)
{
    std::vector<Entry> entries;
    for (const batch::Axis &axis : matrix) {
        std::vector<NodePtr> values;
        for (const QString &value : axis.values)
            values.push_back(word(value));
        entries.push_back({axis.name, list(std::move(values))});
    }
    return mapNode(std::move(entries));
}

NodePtr excludeNode(const QList<batch::Combination> &exclude)
{
    std::vector<NodePtr> items;
    for (const batch::Combination &combination : exclude) {
        NodePtr item = wordsNode(combination.values);
        if (combination.take) {
            std::vector<Entry> entries = item->entries;
            entries.push_back({u"take"_s, number(*combination.take)});
            item = mapNode(std::move(entries));
        }
        items.push_back(item);
    }
    return list(std::move(items));
}

NodePtr includeNode(const QStringList &files)
{
    std::vector<NodePtr> items;
    for (const QString &file : files)
        items.push_back(textNode(file));
    return files.size() == 1 ? items.front() : list(std::move(items));
}

std::vector<Entry> entriesOf(const std::vector<Content> &content)
{
    std::vector<Entry> entries;
    for (const Content &one : content) {
        if (!one.implied)
            entries.push_back({one.key, one.value});
    }
    return entries;
}

std::vector<Entry> defaultsEntries(const batch::JobDefaults &defaults)
{
    std::vector<Content> content;
    if (defaults.saysType)
        content.push_back({u"type"_s, textNode(batch::toKey(defaults.job.type))});
    if (!defaults.job.model.isEmpty())
        content.push_back({u"model"_s, textNode(defaults.job.model)});
    if (!defaults.job.prompt.isEmpty())
        content.push_back({u"prompt"_s, textNode(defaults.job.prompt)});
    addFields(content, defaults.job);
    if (!defaults.vars.isEmpty())
        content.push_back({u"vars"_s, wordsNode(defaults.vars)});
    addExtra(content, defaults.job.extra);
    return entriesOf(content);
}

NodePtr defaultsNode(const batch::Defaults &defaults)
{
    std::vector<Entry> entries = defaultsEntries(defaults.all);
    if (!defaults.image.isEmpty())
        entries.push_back({u"image"_s, mapNode(defaultsEntries(defaults.image))});
    if (!defaults.video.isEmpty())
        entries.push_back({u"video"_s, mapNode(defaultsEntries(defaults.video))});
    return mapNode(std::move(entries));
}

/// Whether anything beside the entries themselves says what `field` of a job is.
bool isSaid(const batch::Defaults &defaults, const QList<batch::Included> &included,
            QString batch::Job::*field)
{
    return !(defaults.all.job.*field).isEmpty() || !(defaults.image.job.*field).isEmpty()
        || !(defaults.video.job.*field).isEmpty()
        || std::any_of(included.begin(), included.end(), [field](const batch::Included &file) {
               return isSaid(file.defaults, file.included, field);
           });
}

void addSettings(std::vector<Content> &content, const batch::BatchSettings &settings)
{
    if (settings.outputDir)
        content.push_back({u"output_dir"_s, textNode(*settings.outputDir)});
    if (settings.maxWorkers)
        content.push_back({u"max_workers"_s, number(*settings.maxWorkers)});
    if (settings.polling)
        content.push_back({u"polling"_s, pollingNode(*settings.polling)});
    if (settings.baseUrl)
        content.push_back({u"base_url"_s, textNode(*settings.baseUrl)});
    if (settings.budget)
        content.push_back({u"budget"_s, price(*settings.budget)});
    if (!settings.models.isEmpty())
        content.push_back({u"models"_s, modelsNode(settings.models)});
}

} // namespace

std::vector<Content> contentOf(const batch::JobSource &entry, const batch::BatchSource &batch)
{
    const batch::Job &job = entry.job;
    const auto isLeftOut = [&](QString batch::Job::*field) {
        return (job.*field).isEmpty() && isSaid(batch.defaults, batch.included, field);
    };
    std::vector<Content> content = {{u"name"_s, textNode(job.name)}};
    if (entry.saysType)
        content.push_back({u"type"_s, textNode(batch::toKey(job.type))});
    content.push_back({u"model"_s, textNode(job.model), isLeftOut(&batch::Job::model)});
    content.push_back({u"prompt"_s, textNode(job.prompt), isLeftOut(&batch::Job::prompt)});
    addFields(content, job);
    if (!entry.vars.isEmpty())
        content.push_back({u"vars"_s, wordsNode(entry.vars)});
    if (!entry.matrix.isEmpty())
        content.push_back({u"matrix"_s, matrixNode(entry.matrix)});
    if (entry.count)
        content.push_back({u"count"_s, number(*entry.count)});
    if (!entry.exclude.isEmpty())
        content.push_back({u"exclude"_s, excludeNode(entry.exclude)});
    addExtra(content, job.extra);
    return content;
}

std::vector<Content> contentOf(const batch::BatchSource &batch)
{
    std::vector<Content> content;
    if (!batch.include.isEmpty())
        content.push_back({u"include"_s, includeNode(batch.include)});
    addSettings(content, batch.settings);
    if (!batch.vars.isEmpty())
        content.push_back({u"vars"_s, wordsNode(batch.vars)});
    if (!batch.defaults.isEmpty())
        content.push_back({u"defaults"_s, defaultsNode(batch.defaults)});
    if (batch.maxVariations)
        content.push_back({u"max_variations"_s, number(*batch.maxVariations)});
    addExtra(content, batch.settings.extra);
    return content;
}

} // namespace config
