// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"
#include "catalog/catalog.h"

#include <QList>
#include <QString>
#include <QStringList>

/// Videos that begin with what other jobs make. Values in, values out.
namespace ui {

/// What a video from the picture at jobs[`source`] is like: its type, its model, and of another
/// such job its length and resolution, too. The model is the one that the batch's nearest video
/// from a picture has, else the latest of `recent` (ids) that makes videos from a picture, else the
/// catalog's cheapest that does and needs nothing more than that and a prompt. Empty where there is
/// none.
batch::Job videoPattern(const QList<batch::Job> &jobs, int source, const catalog::Catalog &catalog,
                        const QStringList &recent);

/// The entry of such a video: under `name`, with the picture's own prompt. `image` is the picture's
/// address as an entry writes it.
batch::JobSource videoFrom(const batch::Job &source, const QString &image, const QString &name,
                           const batch::Job &pattern);

} // namespace ui
