// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/files/broughtback.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace ui {

/// What was read of files that came together.
struct BroughtFiles
{
    struct Table
    {
        QString name; ///< the file's; empty: it was no file
        QByteArray bytes;
    };

    QString batch;            ///< the path of what looks like a batch; empty: there is none
    QStringList otherBatches; ///< the names of further ones
    QList<Table> tables;
    QList<BroughtResult> results;
    QStringList remarks; ///< on files that nothing can be taken of; sentences for people
};

/// Tables by their name, results by their content; all else is taken for a batch and not read. Of
/// the results of one prediction, which one job made, the first counts. For the thread pool.
BroughtFiles readFiles(const QStringList &paths);
/// Whatever its name is. For the thread pool.
BroughtFiles readTable(const QString &path);

/// A few of the names.
QString listed(const QStringList &names);

} // namespace ui
