// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/batchfile.h"

#include <QDir>
#include <QFile>
#include <QTest>

/// Batch files in every style that YAML has (tests/config/data/corpus).
namespace corpus {

inline QDir folder()
{
    return QDir(QStringLiteral(RUSHES_SOURCE_DIR "/tests/config/data/corpus"));
}

/// A job with 5,000 lines of prompt, and one with 5,000 lines folded.
inline QByteArray longPrompts()
{
    QByteArray text = "jobs:\n  - name: long\n    type: image\n    model: m\n    prompt: |\n";
    for (int i = 0; i < 5000; ++i)
        text += "      Line " + QByteArray::number(i) + ": mist above the water\n";
    text += "\n  - name: folded\n    type: image\n    model: m\n    prompt: >-\n";
    for (int i = 0; i < 5000; ++i)
        text += "      Part " + QByteArray::number(i) + " of a quiet lake,\n";
    return text;
}

/// The names of the files, and "long prompts".
inline void addRows()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<config::Format>("format");
    const QStringList names = folder().entryList(
        {QStringLiteral("*.yaml"), QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder().filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("can't read %s", qPrintable(name));
        QTest::newRow(qPrintable(name)) << file.readAll() << config::formatFor(name);
    }
    QTest::newRow("long prompts") << longPrompts() << config::Format::Yaml;
}

} // namespace corpus
