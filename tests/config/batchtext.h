// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/batchfile.h"

#include <QFile>
#include <QTest>

/// Texts of batch files that several tests read and write.
namespace batchtext {

/// The text of one of the examples that ship.
inline QByteArray example(const QString &name)
{
    QFile file(QStringLiteral(RUSHES_SOURCE_DIR "/resources/examples/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no example %s", qPrintable(name));
    return file.readAll();
}

/// Reads a text that must be sound.
inline config::BatchFile read(const QByteArray &text, config::Format format = config::Format::Yaml)
{
    auto file = config::readBatch(text, format, QStringLiteral("weekly.yaml"));
    if (!file)
        qFatal("%s", qPrintable(file.error().first().toText()));
    if (!file->jobErrors.isEmpty())
        qFatal("%s", qPrintable(file->jobErrors.first().toText()));
    return *file;
}

/// Whether both ask for the same, job by job.
inline bool sameBatch(const batch::Batch &a, const batch::Batch &b)
{
    return a.settings == b.settings
        && std::equal(a.jobs.begin(), a.jobs.end(), b.jobs.begin(), b.jobs.end(),
                      [](const batch::Job &x, const batch::Job &y) { return x.sameContent(y); });
}

/// The text of a batch that must be writable.
inline QByteArray written(const batch::BatchSource &source, config::Format format,
                          const config::BatchFile *origin = nullptr)
{
    const auto text = config::writeBatch(source, format, origin);
    if (!text)
        qFatal("%s", qPrintable(text.error()));
    return *text;
}

/// The texts of findings, one a line.
inline QStringList texts(const QList<config::Diagnostic> &findings)
{
    QStringList list;
    for (const config::Diagnostic &finding : findings)
        list.append(finding.toText());
    return list;
}

} // namespace batchtext
