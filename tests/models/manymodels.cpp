// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/manymodels.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace testing {

namespace {

constexpr auto schemaFolder = "https://static.example.com/schema/"_L1;

QJsonObject entry(int number)
{
    const QString digits = u"%1"_s.arg(number, 4, 10, QChar(u'0'));
    const QString kinds[] = {u"text-to-image"_s, u"image-to-image"_s, u"text-to-video"_s,
                             u"image-to-video"_s};
    const QString kind = kinds[number % 4];
    const QString id = u"maker-%1/model-%2/%3"_s.arg(number % 7).arg(digits, kind);
    QJsonObject entry{{u"model"_s, id},
                      {u"type"_s, number % 4 < 2 ? u"Image"_s : u"Video"_s},
                      {u"displayName"_s, u"Model %1"_s.arg(digits)},
                      {u"organization"_s, u"Maker %1"_s.arg(number % 7)},
                      {u"profile"_s, u"Makes things of the %1 kind, quietly."_s.arg(kind)},
                      {u"schema"_s, schemaFolder + digits + ".json"_L1},
                      {u"tags"_s, QJsonArray{kind}},
                      {u"display_console"_s, true}};
    if (number % 3 != 0) {
        const QString price = QString::number(0.01 + 0.001 * (number % 90), 'f', 3);
        entry.insert(u"price"_s, QJsonObject{{u"actual"_s, QJsonObject{{u"base_price"_s, price}}}});
    }
    if (number % 5 != 0)
        entry.insert(u"avgLatency"_s, 5 + number % 100);
    return entry;
}

constexpr auto schema = R"({"components": {"schemas": {"Input": {
    "properties": {"prompt": {"type": "string", "maxLength": 1000},
                   "seed": {"type": "integer", "minimum": 0}},
    "required": ["prompt"], "x-order-properties": ["prompt", "seed"]}}}})";

} // namespace

QByteArray manyModels(int count)
{
    QJsonArray entries;
    for (int number = 0; number < count; ++number)
        entries.append(entry(number));
    return QJsonDocument(QJsonObject{{u"code"_s, u"200"_s}, {u"data"_s, entries}}).toJson();
}

catalog::Catalog manyModelsCatalog(int count, bool fetched)
{
    const QHash<QUrl, QByteArray> schemas{{QUrl(schemaFolder + "0000.json"_L1), schema}};
    const catalog::Catalog::Origin origin{fetched ? catalog::PriceSource::Live
                                                  : catalog::PriceSource::BuiltIn,
                                          QDateTime::currentDateTimeUtc().addSecs(-7200)};
    const auto read = catalog::Catalog::read(manyModels(count), schemas, origin);
    if (!read)
        qFatal("%s", qPrintable(read.error()));
    return fetched ? catalog::Catalog().updatedBy(*read) : *read;
}

QList<batch::Job> veoJobs(int count)
{
    QList<batch::Job> jobs;
    jobs.reserve(count);
    for (int number = 0; number < count; ++number) {
        batch::Job job;
        job.name = u"Clip %1"_s.arg(number);
        job.type = batch::MediaType::Video;
        job.model = veo;
        job.prompt = u"A street in the rain, take %1"_s.arg(number);
        job.duration = 8;
        job.resolution = u"720p"_s;
        job.enabled = number % 4 != 3;
        if (number % 5 == 0)
            job.negativePrompt = u"people"_s;
        jobs.append(job);
    }
    return jobs;
}

} // namespace testing
