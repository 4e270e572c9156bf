// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/search.h"

#include "catalog/request/counterparts.h"

#include <algorithm>
#include <limits>

namespace catalog {

using namespace Qt::StringLiterals;

namespace {

constexpr double usualLength = 5; // s of video (article)

QString folded(const QString &text)
{
    const QString apart = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString plain;
    plain.reserve(apart.size());
    for (const QChar c : apart) {
        if (!c.isMark())
            plain.append(c);
    }
    return plain;
}

/// Letters and digits alone.
QString squeezed(const QString &foldedText)
{
    QString text;
    for (const QChar c : foldedText) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            text.append(c);
    }
    return text;
}

QStringList wordsOf(const QString &text)
{
    return folded(text).split(u' ', Qt::SkipEmptyParts);
}

/// How far from the front of a model's texts a word stands, the name's beginning being nearest;
/// nothing where it is nowhere.
std::optional<int> distance(const SearchText &text, const QString &word)
{
    const qsizetype inName = text.name.indexOf(word);
    if (inName >= 0)
        return inName == 0 || !text.name.at(inName - 1).isLetterOrNumber() ? 0 : 1;
    int steps = 2;
    for (const QString *each : {&text.id, &text.provider, &text.tags, &text.profile}) {
        if (each->contains(word))
            return steps;
        ++steps;
    }
    return std::nullopt;
}

std::optional<int> distance(const SearchText &text, const QStringList &words)
{
    int sum = 0;
    for (const QString &word : words) {
        const auto each = distance(text, word);
        if (!each)
            return std::nullopt;
        sum += *each;
    }
    return sum;
}

/// All that a query asks for but its words.
bool passes(const Model &model, const ModelQuery &query)
{
    if ((query.type && model.type != *query.type) || (query.kind && model.kind != *query.kind)
        || (!model.listed && !query.unlisted)) {
        return false;
    }
    if (!query.provider.isEmpty() && model.organization != query.provider)
        return false;
    if (!query.mostCost)
        return true;
    const auto cost = typicalCost(model);
    return cost && *cost <= *query.mostCost;
}

struct Found
{
    const Model *model = nullptr;
    double rank = 0; ///< the least first
};

double rankOf(const Model &model, int wordDistance, ModelOrder order)
{
    constexpr double last = std::numeric_limits<double>::max();
    switch (order) {
    case ModelOrder::Relevance:
        return wordDistance;
    case ModelOrder::Name:
        break;
    case ModelOrder::Price: {
        const auto cost = typicalCost(model);
        return cost ? cost->usd() : last;
    }
    case ModelOrder::Time:
        return model.typicalTime ? model.typicalTime->middle() : last;
    }
    return 0;
}

QString defaultResolution(const Model &model)
{
    const Parameter *resolution = counterpart(model, CommonName::Resolution);
    return resolution ? resolution->defaultValue.toString() : QString();
}

} // namespace

std::optional<batch::Cost> typicalCost(const Model &model)
{
    if (!model.price)
        return std::nullopt;
    const batch::Cost each = model.price->at(defaultResolution(model));
    const bool bySecond =
        model.price->unit == PriceUnit::Second && model.type == batch::MediaType::Video;
    return bySecond ? each.times(usualLength) : each;
}

SearchText searchTextOf(const Model &model)
{
    // A line break can't be typed, so that no word is found across two parts.
    const auto withSqueezed = [](const QString &text) {
        const QString plain = folded(text);
        QStringList parts = plain.split(u'/');
        for (QString &part : parts)
            part = squeezed(part);
        return QString(plain + u'\n' + parts.join(u'\n'));
    };
    SearchText text;
    text.name = withSqueezed(model.displayName);
    text.id = withSqueezed(model.id);
    text.provider = withSqueezed(model.organization);
    text.tags = folded(toKey(model.kind) + u'\n' + batch::toKey(model.type) + u'\n'
                       + model.tags.join(u'\n'));
    text.profile = folded(model.profile);
    return text;
}

bool matches(const Model &model, const ModelQuery &query)
{
    return passes(model, query) && distance(model.searchText, wordsOf(query.words));
}

QStringList search(const Catalog &catalog, const ModelQuery &query, ModelOrder order)
{
    const QStringList words = wordsOf(query.words);
    std::vector<Found> found;
    for (const Model &model : catalog.models()) {
        if (!passes(model, query))
            continue;
        if (const auto steps = distance(model.searchText, words))
            found.push_back({&model, rankOf(model, *steps, order)});
    }
    std::sort(found.begin(), found.end(), [](const Found &a, const Found &b) {
        if (a.rank != b.rank)
            return a.rank < b.rank;
        const int byName = a.model->searchText.name.compare(b.model->searchText.name);
        return byName != 0 ? byName < 0 : a.model->id < b.model->id;
    });
    QStringList ids;
    ids.reserve(static_cast<qsizetype>(found.size()));
    for (const Found &each : found)
        ids.append(each.model->id);
    return ids;
}

QStringList providers(const Catalog &catalog)
{
    QStringList names;
    for (const Model &model : catalog.models()) {
        if (!model.organization.isEmpty())
            names.append(model.organization);
    }
    names.removeDuplicates();
    std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) {
        const int order = folded(a).compare(folded(b));
        return order != 0 ? order < 0 : a < b;
    });
    return names;
}

} // namespace catalog
