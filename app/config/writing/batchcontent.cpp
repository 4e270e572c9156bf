// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/batchcontent.h"

#include <algorithm>
#include <set>

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

NodePtr map(std::vector<Entry> entries)
{
    auto node = std::make_shared<Node>();
    node->kind = Node::Kind::Map;
    node->entries = std::move(entries);
    return node;
}

NodePtr pollingNode(const batch::Polling &polling)
{
    return map({{u"initial"_s, number(polling.initial), 0},
                {u"factor"_s, number(polling.factor), 0},
                {u"max"_s, number(polling.max), 0}});
}

NodePtr price(batch::Cost cost)
{
    return plainNode(cost.toDecimal());
}

NodePtr modelNode(const batch::ModelOverride &model)
{
    std::vector<Entry> entries;
    if (model.type)
        entries.push_back({u"type"_s, textNode(batch::toKey(*model.type)), 0});
    if (model.name)
        entries.push_back({u"name"_s, textNode(*model.name), 0});
    if (model.pricePerSecond)
        entries.push_back({u"price_per_second"_s, price(*model.pricePerSecond), 0});
    if (model.pricePerImage)
        entries.push_back({u"price_per_image"_s, price(*model.pricePerImage), 0});
    if (model.pricePerGeneration)
        entries.push_back({u"price_per_generation"_s, price(*model.pricePerGeneration), 0});
    if (!model.priceByResolution.isEmpty()) {
        std::vector<Entry> prices;
        for (const auto &[resolution, cost] : model.priceByResolution.asKeyValueRange())
            prices.push_back({resolution, price(cost), 0});
        entries.push_back({u"price_by_resolution"_s, map(std::move(prices)), 0});
    }
    for (auto it = model.extra.begin(); it != model.extra.end(); ++it)
        entries.push_back({it.key(), nodeFromJson(it.value()), 0});
    return map(std::move(entries));
}

NodePtr modelsNode(const QMap<QString, batch::ModelOverride> &models)
{
    std::vector<Entry> entries;
    for (const auto &[id, model] : models.asKeyValueRange())
        entries.push_back({id, modelNode(model), 0});
    return map(std::move(entries));
}

void addExtra(std::vector<Content> &content, const QJsonObject &extra)
{
    for (auto it = extra.begin(); it != extra.end(); ++it)
        content.push_back({it.key(), nodeFromJson(it.value())});
}

const Content *find(const std::vector<Content> &content, const QString &key)
{
    const auto found = std::find_if(content.begin(), content.end(),
                                    [&key](const Content &one) { return one.key == key; });
    return found == content.end() ? nullptr : &*found;
}

/// The same value with the keys of its mappings in the order that they have in the file.
NodePtr inOrderOf(const NodePtr &value, const Node &origin)
{
    if (value->kind != origin.kind)
        return value;
    auto ordered = std::make_shared<Node>(*value);
    for (size_t i = 0; i < std::min(value->items.size(), origin.items.size()); ++i)
        ordered->items[i] = inOrderOf(value->items[i], *origin.items[i]);
    if (value->kind != Node::Kind::Map)
        return ordered;
    ordered->entries.clear();
    std::set<QString> placed;
    for (const Entry &place : origin.entries) {
        if (const Entry *entry = value->find(place.key)) {
            ordered->entries.push_back({entry->key, inOrderOf(entry->value, *place.value), 0});
            placed.insert(entry->key);
        }
    }
    for (const Entry &entry : value->entries) {
        if (!placed.contains(entry.key))
            ordered->entries.push_back(entry);
    }
    return ordered;
}

/// A batch has no place for unknown keys in `polling`, so they come from the file.
NodePtr withUnknownKeys(const NodePtr &polling, const Node &origin)
{
    std::vector<Entry> entries = polling->entries;
    for (const Entry &entry : origin.entries) {
        if (!polling->find(entry.key))
            entries.push_back({entry.key, nodeFromJson(toJson(*entry.value)), 0});
    }
    return map(std::move(entries));
}

} // namespace

std::vector<Content> contentOf(const batch::Job &job)
{
    std::vector<Content> content = {{u"name"_s, textNode(job.name)},
                                    {u"type"_s, textNode(batch::toKey(job.type))},
                                    {u"model"_s, textNode(job.model)},
                                    {u"prompt"_s, textNode(job.prompt)}};
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
    addExtra(content, job.extra);
    return content;
}

std::vector<Content> contentOf(const batch::BatchSettings &settings)
{
    std::vector<Content> content;
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
    addExtra(content, settings.extra);
    return content;
}

std::vector<Piece> arrange(const Node *origin, const std::vector<Content> &before,
                           const std::vector<Content> &now)
{
    std::vector<Piece> pieces;
    if (origin) {
        for (const Entry &entry : origin->entries) {
            const Content *content = find(now, entry.key);
            if (!content)
                continue;
            const Content *old = find(before, entry.key);
            const bool changed = !old || !sameValue(*old->value, *content->value);
            NodePtr value = inOrderOf(content->value, *entry.value);
            if (entry.key == u"polling")
                value = withUnknownKeys(value, *entry.value);
            pieces.push_back({entry.key, value, &entry, changed});
        }
    }
    for (const Content &content : now) {
        if (!content.implied && !(origin && origin->find(content.key)))
            pieces.push_back({content.key, content.value});
    }
    return pieces;
}

} // namespace config
