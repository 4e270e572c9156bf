// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/merging/settings.h"

#include "batch/problem.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace batch {

using namespace Qt::StringLiterals;

namespace {

/// Gathers the settings. A `member` takes a BatchSource to a part of it.
class Settings
{
public:
    explicit Settings(const QList<const BatchSource *> &sources)
        : m_sources(sources)
    {
    }

    template <typename Member>
    void add(const QString &key, Member member)
    {
        m_all.append(
            {key,
             [member](const BatchSource &a, const BatchSource &b) {
                 return member(a) == member(b);
             },
             [member](BatchSource &to, const BatchSource &from) { member(to) = member(from); }});
    }

    /// One for each key of a map or an object.
    template <typename Member>
    void addEach(const QString &prefix, Member member)
    {
        QSet<QString> found;
        for (const BatchSource *source : m_sources) {
            const QStringList keys = member(*source).keys();
            found.unite({keys.begin(), keys.end()});
        }
        QStringList keys(found.begin(), found.end());
        std::ranges::sort(keys);
        for (const QString &key : std::as_const(keys))
            m_all.append({prefix + key, sameAt(member, key), takeAt(member, key)});
    }

    /// `part` takes Defaults to those of one kind; `hasImage`: their image is a setting, too.
    template <typename Part>
    void addDefaults(const QString &prefix, Part part, bool hasImage = true)
    {
        const auto of = [part](auto &source) -> auto &
        {
            return part(source.defaults);
        };
        m_all.append({prefix + toKey(Field::Type),
                      [of](const BatchSource &a, const BatchSource &b) {
                          return saidType(of(a)) == saidType(of(b));
                      },
                      [of](BatchSource &to, const BatchSource &from) {
                          of(to).saysType = of(from).saysType;
                          of(to).job.type = of(from).job.type;
                      }});
        const auto field = [&](Field name, auto member) {
            add(
                prefix + toKey(name),
                [ of, member ](auto &source) -> auto & { return of(source).job.*member; });
        };
        field(Field::Model, &Job::model);
        field(Field::Prompt, &Job::prompt);
        field(Field::Width, &Job::width);
        field(Field::Height, &Job::height);
        field(Field::AspectRatio, &Job::aspectRatio);
        field(Field::Duration, &Job::duration);
        field(Field::Resolution, &Job::resolution);
        if (hasImage)
            field(Field::Image, &Job::image);
        field(Field::ImageUrl, &Job::imageUrl);
        field(Field::Seed, &Job::seed);
        field(Field::NegativePrompt, &Job::negativePrompt);
        field(Field::MaxWait, &Job::maxWait);
        field(Field::MaxRetries, &Job::maxRetries);
        addEach(
            prefix + toKey(Field::Params) + u'.', [of](auto &source) -> auto & {
                return of(source).job.params;
            });
        addEach(
            prefix + u"vars."_s, [of](auto &source) -> auto & { return of(source).vars; });
        addEach(
            prefix, [of](auto &source) -> auto & { return of(source).job.extra; });
    }

    QList<Setting> all() const { return m_all; }

private:
    static std::optional<MediaType> saidType(const JobDefaults &defaults)
    {
        return defaults.saysType ? std::optional(defaults.job.type) : std::nullopt;
    }

    template <typename Member>
    static decltype(Setting::isSame) sameAt(Member member, const QString &key)
    {
        return [member, key](const BatchSource &a, const BatchSource &b) {
            return member(a).contains(key) == member(b).contains(key)
                && member(a).value(key) == member(b).value(key);
        };
    }

    template <typename Member>
    static decltype(Setting::take) takeAt(Member member, const QString &key)
    {
        return [member, key](BatchSource &to, const BatchSource &from) {
            if (member(from).contains(key))
                member(to).insert(key, member(from).value(key));
            else
                member(to).remove(key);
        };
    }

    QList<const BatchSource *> m_sources;
    QList<Setting> m_all;
};

/// Whether the key defaults.image is an image on one side and a mapping of what holds for images on
/// another: a file has one of both.
bool sharesImageKey(const QList<const BatchSource *> &sources)
{
    return std::ranges::any_of(
               sources,
               [](const BatchSource *source) { return source->defaults.all.job.image.has_value(); })
        && std::ranges::any_of(sources, [](const BatchSource *source) {
               return !source->defaults.image.isEmpty();
           });
}

} // namespace

QList<Setting> settingsOf(const QList<const BatchSource *> &sources)
{
    Settings settings(sources);
    const auto add = [&settings](const QString &key, auto BatchSettings::*member) {
        settings.add(
            key, [member](auto &source) -> auto & { return source.settings.*member; });
    };
    settings.add(
        u"include"_s, [](auto &source) -> auto & { return source.include; });
    add(u"output_dir"_s, &BatchSettings::outputDir);
    add(u"max_workers"_s, &BatchSettings::maxWorkers);
    add(u"polling"_s, &BatchSettings::polling);
    add(u"base_url"_s, &BatchSettings::baseUrl);
    add(u"budget"_s, &BatchSettings::budget);
    settings.add(
        u"max_variations"_s, [](auto &source) -> auto & { return source.maxVariations; });
    settings.addEach(
        u"models."_s, [](auto &source) -> auto & { return source.settings.models; });
    settings.addEach(
        u"vars."_s, [](auto &source) -> auto & { return source.vars; });
    const bool isShared = sharesImageKey(sources);
    settings.addDefaults(
        u"defaults."_s, [](auto &all) -> auto & { return all.all; }, !isShared);
    if (isShared) {
        settings.add(u"defaults.image"_s, [](auto &source) {
            return std::tie(source.defaults.all.job.image, source.defaults.image);
        });
    } else {
        settings.addDefaults(
            u"defaults.image."_s, [](auto &all) -> auto & { return all.image; });
    }
    settings.addDefaults(
        u"defaults.video."_s, [](auto &all) -> auto & { return all.video; });
    // The keys that Rushes doesn't know.
    settings.addEach(
        QString(), [](auto &source) -> auto & { return source.settings.extra; });
    return settings.all();
}

} // namespace batch
