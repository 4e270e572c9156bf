// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/jobreader.h"

#include "config/reading/mapreader.h"
#include "config/reading/modelsreader.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace config {

namespace {

// Unqualified below: lupdate takes the first part of `batch::Job job()` for the context of the
// texts inside.
using batch::BatchSettings;
using batch::Job;
using batch::MediaType;
using batch::Polling;

class Reader
{
    Q_DECLARE_TR_FUNCTIONS(config::JobReader)

public:
    static Job job(MapReader &reader)
    {
        batch::Job job;
        job.name = reader.requiredText(u"name"_s, tr("the job's name"));
        job.type = mediaType(reader);
        job.model = reader.requiredText(
            u"model"_s, tr("a model's id, such as black-forest-labs/flux-2-pro/text-to-image"));
        job.prompt = reader.requiredText(u"prompt"_s, tr("a text that says what to make"));
        job.width = reader.whole(u"width"_s, tr("a whole number of pixels, such as 1024"));
        job.height = reader.whole(u"height"_s, tr("a whole number of pixels, such as 1024"));
        job.aspectRatio =
            reader.text(u"aspect_ratio"_s, tr("the shape of the picture, such as 16:9"));
        job.duration = reader.number(u"duration"_s, seconds());
        job.resolution = reader.text(u"resolution"_s, tr("a resolution, such as 1080p"));
        job.image = reader.text(u"image"_s, tr("the address or the path of an image"));
        job.imageUrl = reader.text(u"image_url"_s, tr("the address or the path of an image"));
        job.seed = reader.largeWhole(u"seed"_s, tr("a whole number, such as 7"));
        job.negativePrompt =
            reader.text(u"negative_prompt"_s, tr("a text that says what is not to be seen"));
        job.enabled = reader.flag(u"enabled"_s, tr("true or false")).value_or(true);
        job.params =
            reader.object(u"params"_s, tr("a mapping of the model's parameters, such as seed: 7"))
                .value_or(QJsonObject());
        job.maxWait = reader.number(u"max_wait"_s, seconds());
        job.maxRetries =
            reader.whole(u"max_retries"_s, tr("a whole number of further attempts, such as 2"));
        job.extra = reader.unknown(tr("a job"));
        return job;
    }

    static BatchSettings settings(MapReader &reader, Format format, Findings &findings)
    {
        batch::BatchSettings settings;
        settings.outputDir =
            reader.text(u"output_dir"_s, tr("a folder for the results, such as weekly_content"));
        const QString atOnce = tr("a whole number of jobs at a time, 1 or more");
        settings.maxWorkers = reader.whole(u"max_workers"_s, atOnce);
        if (settings.maxWorkers && *settings.maxWorkers < 1)
            reader.wrong(u"max_workers"_s, atOnce);
        if (const Node *node = reader.node(u"polling"_s)) {
            if (node->kind == Node::Kind::Map)
                settings.polling = polling(*node, format, findings);
            else
                reader.wrong(u"polling"_s, tr("a mapping with initial, factor and max"));
        }
        const QString address =
            tr("the address of a server, such as https://api.atlascloud.ai/api/v1");
        settings.baseUrl = reader.text(u"base_url"_s, address);
        if (settings.baseUrl && !isWebAddress(*settings.baseUrl))
            reader.wrong(u"base_url"_s, address);
        settings.budget =
            reader.money(u"budget"_s, tr("an amount of US dollars, such as 3 or 2.50"));
        if (const Node *models = reader.node(u"models"_s))
            settings.models = readModels(*models, format, findings);
        reader.node(u"jobs"_s);
        settings.extra = reader.unknown(tr("a batch"));
        return settings;
    }

    static QString notAJob(const Node &node)
    {
        return tr("Expected a job with name, type, model and prompt, but found %1.")
            .arg(MapReader::describe(node));
    }

private:
    static QString seconds() { return tr("a number of seconds, such as 5 or 7.5"); }

    static MediaType mediaType(MapReader &reader)
    {
        const QString key = u"type"_s;
        const QString expected = tr("image or video");
        const Node *node = reader.node(key);
        if (!node) {
            reader.missing(key, expected);
            return batch::MediaType::Image;
        }
        const auto type = batch::mediaTypeFromKey(node->text);
        if (!type)
            reader.wrong(key, expected);
        return type.value_or(batch::MediaType::Image);
    }

    static Polling polling(const Node &node, Format format, Findings &findings)
    {
        MapReader reader(node, format, u"polling."_s, findings);
        batch::Polling polling;
        const QString positive = tr("a number of seconds above 0, such as 5");
        const QString factor = tr("a number of 1 or more, such as 1.5");
        const auto initial = reader.number(u"initial"_s, positive);
        const auto growth = reader.number(u"factor"_s, factor);
        const auto max = reader.number(u"max"_s, positive);
        if (initial && *initial <= 0)
            reader.wrong(u"initial"_s, positive);
        if (growth && *growth < 1)
            reader.wrong(u"factor"_s, factor);
        if (max && *max <= 0)
            reader.wrong(u"max"_s, positive);
        polling.initial = initial.value_or(polling.initial);
        polling.factor = growth.value_or(polling.factor);
        polling.max = max.value_or(polling.max);
        reader.unknown(u"polling"_s);
        return polling;
    }

    static bool isWebAddress(const QString &text)
    {
        const QUrl url(text, QUrl::StrictMode);
        return url.isValid() && !url.host().isEmpty()
            && (url.scheme() == u"https" || url.scheme() == u"http");
    }
};

} // namespace

std::optional<batch::Job> readJob(const Node &node, qsizetype index, Format format,
                                  Findings &findings)
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
    const batch::Job job = Reader::job(reader);
    findings.setJob({});
    if (findings.errorCount() > before)
        return std::nullopt;
    return job;
}

batch::BatchSettings readSettings(const Node &root, Format format, Findings &findings)
{
    MapReader reader(root, format, QString(), findings);
    return Reader::settings(reader, format, findings);
}

} // namespace config
