// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/clipboard/wholeentry.h"

#include "batch/expansion/expand.h"
#include "batch/expansion/fields.h"
#include "batch/expansion/levels.h"
#include "batch/expansion/texts.h"
#include "batch/jobjson.h"
#include "batch/references/references.h"

#include <QJsonDocument>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

bool isAxis(const batch::JobSource &entry, const QString &name)
{
    return std::any_of(entry.matrix.begin(), entry.matrix.end(),
                       [&name](const batch::Axis &axis) { return axis.name == name; });
}

/// A variable may make an address of a text that looks like a path.
bool isPath(const std::optional<QString> &text, const batch::Variables &variables)
{
    const batch::BracedText braced(text.value_or(QString()), batch::Braces::Names);
    return batch::isLocalFile(braced.with(variables));
}

void seeFromBatch(batch::JobSource &entry, batch::Merged folders)
{
    if (!isPath(entry.job.image, entry.vars))
        folders.imageFolder.clear();
    if (!isPath(entry.job.imageUrl, entry.vars))
        folders.imageUrlFolder.clear();
    batch::seeFromBatch(entry.job, folders);
}

} // namespace

batch::JobSource wholeEntry(const batch::BatchSource &source, const batch::JobSource &entry)
{
    const batch::Levels levels(source);
    batch::Merged merged = levels.merged(entry);
    batch::JobSource whole = entry;
    whole.job = merged.job;
    whole.saysType = true;
    const QString texts =
        QString::fromUtf8(QJsonDocument(batch::toJson(whole.job)).toJson(QJsonDocument::Compact));
    const batch::Variables variables = levels.variables(entry, whole.job.type);
    for (auto it = variables.begin(); it != variables.end(); ++it) {
        const bool named = texts.contains(u'{' + it.key() + u'}');
        if (named && !whole.vars.contains(it.key()) && !isAxis(whole, it.key()))
            whole.vars.insert(it.key(), it.value());
    }
    seeFromBatch(whole, merged);
    return whole;
}

} // namespace ui
