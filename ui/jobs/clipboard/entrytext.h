// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

/// Entries as the text of a batch file has them.
namespace ui {

/// YAML as it stands below a batch file's `jobs:`; to be pasted there.
QString entryText(const QList<batch::JobSource> &entries);

/// The same as JSON, to be read again by readEntryJson alone.
QByteArray entryJson(const QList<batch::JobSource> &entries);
/// With new ids; none where it can't be read.
QList<batch::JobSource> readEntryJson(const QByteArray &json);

/// Whether a text means to be a batch file, or entries of one: it begins as these do.
bool isEntryText(const QString &text);

/// What such a text says.
struct EntryText
{
    QList<batch::JobSource> entries; ///< with new ids
    QString note;                    ///< for people: what it counts on that is not in it; or empty
};
/// Those of a whole batch file say by themselves what its defaults and variables say; others may
/// leave unsaid what the defaults of the batch say that they come to. The error says what is wrong
/// with the text, for people. Reads no file.
tl::expected<EntryText, QString> readEntryText(const QString &text);

} // namespace ui
