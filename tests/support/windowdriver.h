// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"

#include <QString>
#include <QWidget>

class QTableView;

namespace support {

/// The visible widget of that class with that accessible name, or null: how a person who only
/// hears names finds their way.
template <typename T>
T *named(const QWidget *root, const QString &name)
{
    for (T *widget : root->findChildren<T *>()) {
        if (widget->isVisible() && widget->accessibleName() == name)
            return widget;
    }
    return nullptr;
}

/// All accessible names of visible widgets below `root`, for reading figures such as
/// "Spent: $0.52".
QStringList accessibleNames(const QWidget *root);

/// A batch of quick jobs: `images` of 256 px and `videos` of 1 s at 480p, with Chinese names.
batch::Batch quickBatch(int images, int videos);

/// Writes the batch into `folder` as quick.yaml and answers its path.
QString writeBatchFile(const batch::Batch &batch, const QString &folder);

} // namespace support
