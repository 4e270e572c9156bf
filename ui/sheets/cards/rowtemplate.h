// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheet/mapping.h"
#include "sheet/tojobs.h"
#include "sheets/importcontext.h"

#include <QString>

namespace ui {

/// What all rows of a sheet share, as a person fills it in.
struct RowTemplate
{
    batch::MediaType type = batch::MediaType::Image;
    QString model;
    QString prompt;
    QString name;

    friend bool operator==(const RowTemplate &, const RowTemplate &) = default;
};

/// What is there before a person fills in anything: what the batch's defaults say, and for a name
/// the first column whose texts are all different, where the sheet has no names.
RowTemplate firstTemplate(const sheet::Table &table, const sheet::Mapping &mapping,
                          const ImportContext &context);

/// The same as the rows take it. What the batch's defaults say anyway is not said again.
sheet::Template toSheetTemplate(const RowTemplate &values, const ImportContext &context);

} // namespace ui
