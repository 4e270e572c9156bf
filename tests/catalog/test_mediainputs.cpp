// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/request/mediainputs.h"

#include "catalog/onemodel.h"

#include <QTest>

using namespace Qt::StringLiterals;
using batch::Job;
using catalog::InputKind;
using catalog::MediaInput;

namespace {

QString toWord(InputKind kind)
{
    switch (kind) {
    case InputKind::Image:
        return u"image"_s;
    case InputKind::Video:
        return u"video"_s;
    case InputKind::Audio:
        return u"audio"_s;
    case InputKind::Any:
        break;
    }
    return u"any"_s;
}

/// "parameter kind address" of each.
QStringList linesOf(const Job &job, const catalog::Model *model)
{
    QStringList lines;
    const QList<MediaInput> inputs = catalog::mediaInputs(job, model);
    for (const MediaInput &each : inputs)
        lines.append(u"%1 %2 %3"_s.arg(each.parameter, toWord(each.kind), each.address));
    return lines;
}

} // namespace

class TestMediaInputs : public QObject
{
    Q_OBJECT

private slots:
    void kinds_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QString>("kind");
        const auto row = [](const QByteArray &name, const QByteArray &schema, const char *kind) {
            QTest::newRow(name + ' ' + schema)
                << QByteArray('"' + name + "\": " + schema) << QString::fromLatin1(kind);
        };
        const QByteArray text = R"({"type": "string"})";
        row("image", text, "image");
        row("image_url", text, "image");
        row("imageUrls", R"({"type": "array"})", "image");
        row("image_base64", text, "image");
        row("mask_image", text, "image");
        row("first_frame", text, "image");
        row("last_frame_image", text, "image");
        row("reference_image_2", text, "image");
        row("video", text, "video");
        row("reference_videos", R"({"type": "array"})", "video");
        row("audio", R"({"type": "string", "format": "uri"})", "audio");
        row("input", R"({"type": "string", "format": "uri"})", "any");
        row("input", text, "none");
        row("image_size", text, "none");
        row("video_length", text, "none");
        row("num_images", R"({"type": "integer"})", "none");
        row("return_last_frame", R"({"type": "boolean"})", "none");
        row("image", R"({"type": "string", "enum": ["png", "jpg"]})", "none");
        row("prompt", text, "none");
    }

    void kinds()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QString, kind);
        const catalog::Catalog models = catalogOf('{' + schema + '}', batch::MediaType::Image);
        const auto found = catalog::inputKind(models.find(oneModelId)->parameters.constFirst());
        QCOMPARE(found ? toWord(*found) : u"none"_s, kind);
    }

    void ofAModel()
    {
        const catalog::Catalog models =
            catalogOf(R"({"prompt": {}, "images": {"type": "array"}, "end_image": {}, "style": {},
                "clips": {"type": "array"}})",
                      batch::MediaType::Image);
        Job job;
        job.model = oneModelId;
        job.prompt = u"job:no"_s;
        job.image = u"a.png"_s;
        job.params = {{u"end_image"_s, u"https://example.org/a.png"_s},
                      {u"style"_s, u"oil.png"_s},
                      {u"clips"_s,
                       QJsonArray{QJsonObject{{u"url"_s, u"b.mp4"_s},
                                              {u"note"_s, u"loud"_s},
                                              {u"mask"_s, u"job:mask"_s}},
                                  u"job:film"_s}}};
        QCOMPARE(linesOf(job, models.find(oneModelId)),
                 (QStringList{u"clips image job:mask"_s, u"clips video b.mp4"_s,
                              u"clips video job:film"_s, u"images image a.png"_s}));
    }

    /// "alloy" is a voice, not a file that is missing.
    void whatMayBeSaidInWords()
    {
        Job job;
        job.params = {{u"voice"_s, u"alloy"_s},        {u"music"_s, u"calm, with strings"_s},
                      {u"end_frame"_s, u"hold"_s},     {u"sound_effects"_s, u"rain"_s},
                      {u"audio"_s, u"speech.mp3"_s},   {u"background_music"_s, u"./tune"_s},
                      {u"last_frame"_s, u"End.PNG"_s}, {u"video"_s, u"clip"_s}};
        QCOMPARE(linesOf(job, nullptr),
                 (QStringList{u"audio audio speech.mp3"_s, u"background_music audio ./tune"_s,
                              u"last_frame image End.PNG"_s, u"video video clip"_s}));
        const catalog::Catalog models =
            catalogOf(R"({"voice": {"type": "string"}, "music": {"type": "string",
                "format": "uri"}, "end_frame": {"type": "string"}, "audio": {"type": "string"}})",
                      batch::MediaType::Image);
        job.model = oneModelId;
        job.params = {{u"voice"_s, u"alloy"_s},
                      {u"music"_s, u"tune"_s},
                      {u"end_frame"_s, u"hold"_s},
                      {u"audio"_s, u"job:speech"_s}};
        QCOMPARE(linesOf(job, models.find(oneModelId)),
                 (QStringList{u"audio audio job:speech"_s, u"music audio tune"_s}));
    }

    void ofNobodyKnowsWhat()
    {
        Job job;
        job.imageUrl = u"job:still"_s;
        job.params = {{u"last_image"_s, u"a.png"_s},
                      {u"video"_s, u"b.mp4"_s},
                      {u"style"_s, u"oil.png"_s},
                      {u"thing"_s, u"job:film"_s}};
        QCOMPARE(linesOf(job, nullptr),
                 (QStringList{u"last_image image a.png"_s, u"thing any job:film"_s,
                              u"video video b.mp4"_s, u"image_url image job:still"_s}));
    }

    void pictureThatTheModelDoesNotTakeIsNone()
    {
        const catalog::Catalog models = catalogOf(R"({"prompt": {}})", batch::MediaType::Image);
        Job job;
        job.model = oneModelId;
        job.image = u"job:still"_s;
        QCOMPARE(linesOf(job, models.find(oneModelId)), QStringList());
    }

    void linksTakeTheirPlaces()
    {
        Job job;
        job.image = u" job:still "_s;
        job.params = {{u"images"_s, QJsonArray{u"a.png"_s, u"https://b"_s, 3}}};
        const auto link = [](const MediaInput &input) { return u"link to "_s + input.address; };
        const QJsonObject body =
            catalog::withLinks(catalog::parametersFor(job, nullptr), nullptr, link).toJson();
        QCOMPARE(body.value("image"_L1).toString(), u"link to job:still"_s);
        QCOMPARE(body.value("images"_L1).toArray(),
                 (QJsonArray{u"link to a.png"_s, u"https://b"_s, 3}));
    }
};

QTEST_GUILESS_MAIN(TestMediaInputs)
#include "test_mediainputs.moc"
