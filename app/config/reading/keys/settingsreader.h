// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"
#include "config/batchfile.h"
#include "config/reading/findings.h"
#include "config/reading/tree/node.h"

#include <QList>
#include <QString>

namespace config {

/// What a file says beside its jobs.
struct FileKeys
{
    /// A file to include.
    struct Include
    {
        QString path; ///< as written
        int at = 0;   ///< offset in the text
        QString key;  ///< for messages: "include", "include[1]"
    };

    batch::BatchSettings settings;
    QList<Include> include;
    batch::Variables vars;
    batch::Defaults defaults;
    bool areDefaultsSound = true;
    std::optional<int> maxVariations;
};

/// Everything but the jobs. What is wrong goes to `findings`.
FileKeys readFileKeys(const Node &root, Format format, Findings &findings);

} // namespace config
