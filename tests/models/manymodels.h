// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "catalog/catalog.h"

#include <QByteArray>
#include <QList>
#include <QString>

/// Lists of models and jobs for tests.
namespace testing {

/// An answer to `GET /models` with that many, numbered from 0: "maker-3/model-0012/text-to-image".
/// Every third has no price, every fifth no time. None but "maker-0/model-0000" has a schema.
QByteArray manyModels(int count);
/// The same as a catalog; `fetched`: from the service's own list, else as what Rushes is shipped
/// with.
catalog::Catalog manyModelsCatalog(int count, bool fetched = false);

/// Jobs of Veo 3.1, each with a prompt of its own: 8 s at 720p. Every fourth is disabled, every
/// fifth has a negative prompt.
QList<batch::Job> veoJobs(int count);

inline const QString veo = QStringLiteral("google/veo3.1/text-to-video");
inline const QString seedance = QStringLiteral("bytedance/seedance-v1.5-pro/text-to-video");
inline const QString seedanceFromImage =
    QStringLiteral("bytedance/seedance-v1.5-pro/image-to-video");
inline const QString flux = QStringLiteral("black-forest-labs/flux-2-pro/text-to-image");

} // namespace testing
