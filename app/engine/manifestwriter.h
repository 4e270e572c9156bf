// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/manifest.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace engine {

/// Keeps `manifest.json` up with a run: rewritten whole after each job that ends. Jobs that end
/// in quick succession share a write, so that the time spent on writing stays a small part of all
/// however long the manifest gets. A file of that name that is no manifest is left alone.
class ManifestWriter : public QObject
{
    Q_OBJECT
public:
    explicit ManifestWriter(QString folder, QObject *parent = nullptr);

    /// Takes a job's result into the manifest, in the place of its earlier one or at the end.
    void put(const batch::JobResult &result);
    /// Writes soon.
    void schedule();
    /// Writes now.
    void flush();

signals:
    /// The manifest can't be written; for people. Not repeated while the reason stays the same.
    void failed(const QString &message);

private:
    void write();

    QString m_folder;
    store::Manifest m_manifest;
    QHash<batch::JobId, qsizetype> m_index;
    QTimer m_timer;
    qint64 m_lastWrite = 0; ///< how long it took, ms
    QString m_lastError;
};

} // namespace engine
