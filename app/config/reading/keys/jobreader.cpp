// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/keys/jobreader.h"
#include "config/reading/keys/mapwords.h"

#include "config/reading/keys/jobkeys.h"
#include "config/reading/keys/mapreader.h"
#include "config/reading/keys/variationsreader.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace config {

namespace {

// Unqualified below: lupdate takes the first part of a qualified return type for the context of
// the texts inside.
using batch::JobSource;
using batch::MediaType;

class Reader
{
    Q_DECLARE_TR_FUNCTIONS(config::JobReader)

public:
    static JobSource entry(MapReader &reader, const batch::Levels *levels)
    {
        JobSource entry;
        batch::Job &job = entry.job;
        job.name = reader.requiredText(u"name"_s, tr("the job's name"));
        const bool saysType = reader.has(u"type"_s);
        const auto type = readType(reader);
        readModelAndPrompt(reader, job);
        readCommonKeys(reader, job, entry.vars);
        readImage(reader, job);
        job.enabled = reader.flag(u"enabled"_s, tr("true or false")).value_or(true);
        readVariations(reader, entry);
        entry.saysType = type.has_value();
        job.type = type.value_or(MediaType::Image);
        if (levels)
            checkComplete(reader, entry, saysType, *levels);
        job.extra = reader.unknown(tr("a job"));
        return entry;
    }

    static QString notAJob(const Node &node)
    {
        return tr("Expected a job with name, type, model and prompt, but found %1.")
            .arg(MapWords::found(node));
    }

private:
    static const QStringList *axis(const JobSource &entry, QStringView name)
    {
        const auto found = std::find_if(entry.matrix.begin(), entry.matrix.end(),
                                        [name](const auto &axis) { return axis.name == name; });
        return found == entry.matrix.end() ? nullptr : &found->values;
    }

    /// That every job has its type, model and prompt from somewhere.
    static void checkComplete(MapReader &reader, const JobSource &entry, bool saysType,
                              const batch::Levels &levels)
    {
        const QStringList *types = axis(entry, u"type");
        if (!saysType && !types && !levels.sayType())
            reportMissing(reader, u"type"_s);
        const bool needsModel = !reader.has(u"model"_s) && !axis(entry, u"model");
        const bool needsPrompt = !reader.has(u"prompt"_s);
        if (!needsModel && !needsPrompt)
            return;
        bool hasModel = true;
        bool hasPrompt = true;
        const QStringList words = types ? *types : QStringList{batch::toKey(levels.typeOf(entry))};
        for (const QString &word : words) {
            batch::JobDefaults level;
            level.saysType = true;
            level.job.type = batch::mediaTypeFromKey(word).value_or(levels.typeOf(entry));
            const batch::Job job = levels.merged(entry, &level).job;
            hasModel = hasModel && !job.model.isEmpty();
            hasPrompt = hasPrompt && !job.prompt.isEmpty();
        }
        if (needsModel && !hasModel)
            reportMissing(reader, u"model"_s);
        if (needsPrompt && !hasPrompt)
            reportMissing(reader, u"prompt"_s);
    }
};

} // namespace

std::optional<batch::JobSource> readEntry(const Node &node, qsizetype index, Format format,
                                          const batch::Levels *levels, Findings &findings)
{
    const QString path = u"jobs[%1]"_s.arg(index);
    if (node.kind != Node::Kind::Map) {
        findings.error(node.at, path, Reader::notAJob(node));
        return std::nullopt;
    }
    const Entry *name = node.find(u"name");
    findings.setJob(name ? name->value->text.simplified() : QString());
    const qsizetype before = findings.errorCount();
    MapReader reader(node, format, path + u'.', findings);
    const batch::JobSource entry = Reader::entry(reader, levels);
    findings.setJob({});
    if (findings.errorCount() > before)
        return std::nullopt;
    return entry;
}

} // namespace config
