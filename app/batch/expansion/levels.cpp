// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/levels.h"

#include "batch/expansion/fields.h"
#include "batch/expansion/textroom.h"

#include <algorithm>
#include <utility>

namespace batch {

namespace {

const JobDefaults &ofType(const Defaults &defaults, MediaType type)
{
    return type == MediaType::Image ? defaults.image : defaults.video;
}

/// Puts one level after the other below what is said already.
class Merging
{
public:
    explicit Merging(Merged &merged)
        : m_merged(merged)
    {
    }

    void add(const Job &below, const QString &folder)
    {
        Job &job = m_merged.job;
        if (job.model.isEmpty())
            job.model = below.model;
        if (job.prompt.isEmpty())
            job.prompt = below.prompt;
        take(job.duration, below.duration);
        take(job.resolution, below.resolution);
        take(job.seed, below.seed);
        take(job.negativePrompt, below.negativePrompt);
        take(job.maxWait, below.maxWait);
        take(job.maxRetries, below.maxRetries);
        addFrame(below);
        addPicture(below, folder);
        addParams(below.params, folder);
    }

private:
    template <typename Value>
    static bool take(std::optional<Value> &value, const std::optional<Value> &below)
    {
        if (value || !below)
            return false;
        value = below;
        return true;
    }

    void addFrame(const Job &below)
    {
        if (!m_isRatioHidden)
            take(m_merged.job.aspectRatio, below.aspectRatio);
        if (!m_isSizeHidden) {
            take(m_merged.job.width, below.width);
            take(m_merged.job.height, below.height);
        }
        m_isSizeHidden = m_isSizeHidden || below.aspectRatio;
        m_isRatioHidden = m_isRatioHidden || below.width || below.height;
    }

    void addPicture(const Job &below, const QString &folder)
    {
        if (!m_isImageHidden && take(m_merged.job.image, below.image))
            m_merged.imageFolder = folder;
        if (!m_isImageUrlHidden && take(m_merged.job.imageUrl, below.imageUrl))
            m_merged.imageUrlFolder = folder;
        m_isImageUrlHidden = m_isImageUrlHidden || below.image;
        m_isImageHidden = m_isImageHidden || below.imageUrl;
    }

    void addParams(const QJsonObject &below, const QString &folder)
    {
        for (auto param = below.begin(); param != below.end(); ++param) {
            if (m_merged.job.params.contains(param.key()))
                continue;
            m_merged.job.params.insert(param.key(), param.value());
            if (!folder.isEmpty())
                m_merged.paramFolders.insert(param.key(), folder);
        }
    }

    Merged &m_merged;
    bool m_isRatioHidden = false;
    bool m_isSizeHidden = false;
    bool m_isImageHidden = false;
    bool m_isImageUrlHidden = false;
};

/// What is no level's but the entry's own.
Job ownOf(const Job &entry)
{
    Job job;
    job.id = entry.id;
    job.enabled = entry.enabled;
    job.name = entry.name;
    job.type = entry.type;
    job.extra = entry.extra;
    return job;
}

} // namespace

Levels::Levels(const BatchSource &source)
    : m_levels{{&source.defaults, &source.vars, {}}}
{
    addIncluded(source.included);
    noteDefaults();
}

Levels::Levels(const Included &file, QList<const Variables *> outer)
    : m_levels{{&file.defaults, &file.vars, file.folder}}
    , m_outer(std::move(outer))
{
    addIncluded(file.included);
    noteDefaults();
}

void Levels::addIncluded(const QList<Included> &files)
{
    for (auto file = files.rbegin(); file != files.rend(); ++file) {
        m_levels.append({&file->defaults, &file->vars, file->folder});
        addIncluded(file->included);
    }
}

void Levels::noteDefaults()
{
    for (const Level &level : m_levels) {
        for (const JobDefaults *each :
             {&level.defaults->all, &level.defaults->image, &level.defaults->video}) {
            if (each->isEmpty())
                continue;
            m_hasDefaults = true;
            m_weight += weightToRead(each->job) + weightOf(each->job.params);
        }
    }
}

bool Levels::sayType() const
{
    return std::any_of(m_levels.begin(), m_levels.end(),
                       [](const Level &level) { return level.defaults->all.saysType; });
}

MediaType Levels::typeOf(const JobSource &entry) const
{
    if (entry.saysType || !m_hasDefaults)
        return entry.job.type;
    const auto saying = std::find_if(m_levels.begin(), m_levels.end(), [](const Level &level) {
        return level.defaults->all.saysType;
    });
    return saying == m_levels.end() ? entry.job.type : saying->defaults->all.job.type;
}

Merged Levels::merged(const JobSource &entry, const JobDefaults *axes) const
{
    const QString &folder = m_levels.first().folder;
    if (!axes && !m_hasDefaults && folder.isEmpty())
        return {entry.job, {}, {}, {}};
    Merged merged{ownOf(entry.job), {}, {}, {}};
    merged.job.type = axes && axes->saysType ? axes->job.type : typeOf(entry);
    Merging merging(merged);
    if (axes)
        merging.add(axes->job, folder);
    merging.add(entry.job, folder);
    if (!m_hasDefaults)
        return merged;
    for (const Level &level : m_levels) {
        merging.add(ofType(*level.defaults, merged.job.type).job, level.folder);
        merging.add(level.defaults->all.job, level.folder);
    }
    return merged;
}

Variables Levels::variables(const JobSource &entry, MediaType type) const
{
    Variables variables = fileVariables(type);
    variables.insert(entry.vars);
    return variables;
}

const Variables &Levels::fileVariables(MediaType type) const
{
    std::optional<Variables> &known = m_fileVariables.at(type == MediaType::Image ? 0 : 1);
    if (known)
        return *known;
    known.emplace();
    for (auto level = m_levels.rbegin(); level != m_levels.rend(); ++level) {
        known->insert(level->defaults->all.vars);
        known->insert(ofType(*level->defaults, type).vars);
        known->insert(*level->vars);
    }
    for (auto vars = m_outer.rbegin(); vars != m_outer.rend(); ++vars)
        known->insert(**vars);
    return *known;
}

} // namespace batch
