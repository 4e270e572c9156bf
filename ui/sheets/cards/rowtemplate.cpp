// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/cards/rowtemplate.h"

#include "batch/expansion/expand.h"

#include <QSet>

namespace ui {

using namespace Qt::StringLiterals;
using sheet::ColumnUse;

namespace {

constexpr qsizetype longestName = 60;

QString usualName(const sheet::Table &table, const sheet::Mapping &mapping)
{
    if (mapping.contains({ColumnUse::Kind::Field, u"name"_s}))
        return {};
    for (qsizetype column = 0; column < mapping.size(); ++column) {
        if (mapping[column].kind != ColumnUse::Kind::Variable)
            continue;
        QSet<QString> seen;
        for (const sheet::Row &row : table.rows) {
            const QString cell = row.cells.value(column).simplified();
            if (cell.isEmpty() || cell.size() > longestName || seen.contains(cell))
                break;
            seen.insert(cell);
        }
        if (seen.size() == table.rows.size())
            return mapping[column].toKey();
    }
    return {};
}

/// Nothing but that type, where the defaults don't say another.
batch::JobSource untyped(batch::MediaType type)
{
    batch::JobSource entry;
    entry.job.type = type;
    entry.saysType = false;
    return entry;
}

} // namespace

RowTemplate firstTemplate(const sheet::Table &table, const sheet::Mapping &mapping,
                          const ImportContext &context)
{
    const batch::Job given = batch::withDefaults(context.batch, untyped(batch::MediaType::Image));
    return {.type = given.type,
            .model = given.model,
            .prompt = given.prompt,
            .name = usualName(table, mapping)};
}

sheet::Template toSheetTemplate(const RowTemplate &values, const ImportContext &context)
{
    batch::JobSource unsaid;
    unsaid.job.type = values.type;
    const batch::Job given = batch::withDefaults(context.batch, unsaid);
    batch::Job wanted = given;
    wanted.model = values.model;
    wanted.prompt = values.prompt;
    sheet::Template pattern;
    pattern.job = batch::withEdit(unsaid, given, wanted);
    pattern.job.job.name = values.name;
    // Who says no type, gets that of the defaults, or where these say none the other one here.
    const bool isImage = values.type == batch::MediaType::Image;
    const auto other = isImage ? batch::MediaType::Video : batch::MediaType::Image;
    pattern.job.saysType = batch::withDefaults(context.batch, untyped(other)).type != values.type;
    pattern.textParameters = [catalog = context.catalog](const QString &id) {
        const catalog::Model *model = catalog.find(id);
        return model ? model->textParameters() : QStringList();
    };
    return pattern;
}

} // namespace ui
