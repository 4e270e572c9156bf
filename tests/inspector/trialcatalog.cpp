// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/trialcatalog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace trial {

namespace {

constexpr auto snapshot = R"json({
  "as_of": "2026-11-01",
  "code": "200",
  "data": [
    {"model": "house/atelier-3/image-edit", "type": "Image", "displayName": "Atelier 3",
     "profile": "Edits up to three pictures at once.", "organization": "House",
     "schema": "https://static.atlascloud.ai/model/schema/atelier.json",
     "price": {"actual": {"base_price": "0.03"}}, "tags": ["image-to-image"],
     "categories": ["Image"], "display_console": true},
    {"model": "house/plain/text-to-image", "type": "Image", "displayName": "Plain",
     "organization": "House", "tags": ["text-to-image"], "categories": ["Image"],
     "display_console": true}
  ],
  "schemas": {
    "https://static.atlascloud.ai/model/schema/atelier.json": {
      "openapi": "3.0.0", "info": {"title": "Atelier 3", "version": "1.0.0"},
      "components": {"schemas": {"Input": {"type": "object",
        "properties": {
          "prompt": {"type": "string", "title": "Prompt", "maxLength": 800,
            "description": "What to change, in words."},
          "negative_prompt": {"type": "string", "title": "Negative prompt", "maxLength": 500,
            "description": "What is not to be seen."},
          "images": {"type": "array", "title": "Images", "maxItems": 3,
            "items": {"type": "string", "format": "uri"},
            "description": "The pictures to work on, the most important one first."},
          "size": {"type": "string", "title": "Size", "default": "1024*1024",
            "enum": ["1024*1024", "1536*1024", "1024*1536", "1792*1024", "1024*1792",
                     "2048*2048"],
            "description": "Width and height of the result."},
          "n": {"type": "integer", "title": "Variants", "default": 1, "minimum": 1,
            "maximum": 4},
          "guidance_scale": {"type": "number", "title": "Guidance scale", "default": 7.5,
            "minimum": 1, "maximum": 20,
            "description": "How closely the result follows the prompt. A low value leaves the model room for ideas of its own; a high one takes every word literally and may look hard."},
          "style": {"type": "string", "title": "Style", "default": "none",
            "enum": ["none", "photographic", "line drawing", "watercolour", "risograph",
                     "isometric"]},
          "output_format": {"type": "string", "title": "Output format", "default": "png",
            "enum": ["png", "jpeg", "webp"]},
          "enable_prompt_expansion": {"type": "boolean", "title": "Expand the prompt",
            "default": true},
          "watermark": {"type": "boolean", "title": "Watermark", "default": false},
          "loras": {"type": "array", "title": "LoRAs", "items": {"type": "object"},
            "description": "Weights to apply, each with a path and a scale."},
          "seed": {"type": "integer", "title": "Seed", "default": -1, "minimum": -1,
            "maximum": 2147483647,
            "description": "The same seed and request give the same result."},
          "user_tag": {"type": "string", "title": "Tag", "maxLength": 20}
        },
        "required": ["prompt", "images"],
        "x-order-properties": ["prompt", "negative_prompt", "images", "size", "n",
          "guidance_scale", "style", "output_format", "enable_prompt_expansion", "watermark",
          "loras", "seed", "user_tag"]
      }}}
    }
  }
})json";

} // namespace

catalog::Catalog catalogWithAll()
{
    const QJsonObject own = QJsonDocument::fromJson(snapshot).object();
    QJsonObject all = QJsonDocument::fromJson(catalog::Catalog::builtIn().toSnapshot()).object();
    QJsonArray models = all["data"_L1].toArray();
    for (const QJsonValue &model : own["data"_L1].toArray())
        models.append(model);
    QJsonObject schemas = all["schemas"_L1].toObject();
    schemas.insert(u"https://static.atlascloud.ai/model/schema/atelier.json"_s,
                   own["schemas"_L1].toObject().constBegin().value());
    all["data"_L1] = models;
    all["schemas"_L1] = schemas;
    return catalog::Catalog::readSnapshot(QJsonDocument(all).toJson(),
                                          catalog::PriceSource::BuiltIn)
        .value();
}

} // namespace trial
