// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/keys/jobkeys.h"

#include "batch/expansion/texts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace config {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(config::JobReader)

public:
    static QString type() { return tr("image or video"); }
    static QString model()
    {
        return tr("a model's id, such as black-forest-labs/flux-2-pro/text-to-image");
    }
    static QString prompt() { return tr("a text that says what to make"); }
    static QString pixels() { return tr("a whole number of pixels, such as 1024"); }
    static QString aspectRatio() { return tr("the shape of the picture, such as 16:9"); }
    static QString seconds() { return tr("a number of seconds, such as 5 or 7.5"); }
    static QString resolution() { return tr("a resolution, such as 1080p"); }
    static QString image() { return tr("the address or the path of an image"); }
    static QString seed() { return tr("a whole number, such as 7"); }
    static QString negativePrompt() { return tr("a text that says what is not to be seen"); }
    static QString params() { return tr("a mapping of the model's parameters, such as seed: 7"); }
    static QString maxRetries() { return tr("a whole number of further attempts, such as 2"); }
    static QString variables() { return tr("a mapping of names to texts, such as product: lamp"); }
    static QString variable() { return tr("a text, such as lamp"); }
    static QString word() { return tr("a name of letters, digits, _ and -, without spaces"); }
};

} // namespace

std::optional<batch::MediaType> readType(MapReader &reader)
{
    const QString key = u"type"_s;
    const Node *node = reader.node(key);
    if (!node)
        return std::nullopt;
    const auto type = batch::mediaTypeFromKey(node->text);
    if (!type)
        reader.wrong(key, Words::type());
    return type;
}

void readModelAndPrompt(MapReader &reader, batch::Job &job)
{
    job.model = reader.text(u"model"_s, Words::model()).value_or(QString());
    job.prompt = reader.text(u"prompt"_s, Words::prompt()).value_or(QString());
}

void readImage(MapReader &reader, batch::Job &job)
{
    job.image = reader.text(u"image"_s, Words::image());
}

void readCommonKeys(MapReader &reader, batch::Job &job, batch::Variables &vars)
{
    job.width = reader.whole(u"width"_s, Words::pixels());
    job.height = reader.whole(u"height"_s, Words::pixels());
    job.aspectRatio = reader.text(u"aspect_ratio"_s, Words::aspectRatio());
    job.duration = reader.number(u"duration"_s, Words::seconds());
    job.resolution = reader.text(u"resolution"_s, Words::resolution());
    job.imageUrl = reader.text(u"image_url"_s, Words::image());
    job.seed = reader.largeWhole(u"seed"_s, Words::seed());
    job.negativePrompt = reader.text(u"negative_prompt"_s, Words::negativePrompt());
    job.params = reader.object(u"params"_s, Words::params()).value_or(QJsonObject());
    job.maxWait = reader.number(u"max_wait"_s, Words::seconds());
    job.maxRetries = reader.whole(u"max_retries"_s, Words::maxRetries());
    vars = readVariables(reader);
}

void reportMissing(MapReader &reader, const QString &key)
{
    if (key == u"type")
        reader.missing(key, Words::type());
    else
        reader.missing(key, key == u"model" ? Words::model() : Words::prompt());
}

batch::Variables readVariables(MapReader &reader)
{
    batch::Variables vars;
    auto within = reader.within(u"vars"_s, Words::variables());
    if (!within)
        return vars;
    for (const Entry &entry : within->entries()) {
        if (!batch::isWord(entry.key))
            within->wrongKey(entry.key, Words::word());
        else if (isScalar(*entry.value))
            vars.insert(entry.key, entry.value->text);
        else
            within->wrong(entry.key, Words::variable());
    }
    return vars;
}

} // namespace config
