// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/batchfile.h"

#include <QString>

#include <memory>

namespace config {

/// Where the keys of a file's jobs stand in its text. Reads the text anew, so it is for those who
/// have something to say of single keys: a file without problems needs none.
class KeyLines
{
public:
    explicit KeyLines(const BatchFile &file);
    ~KeyLines();

    /// The line, from 1, of a job's key ("duration", "params.seed"); of the nearest that is there
    /// (`params`, then the job itself) where that isn't written. Of a job from an included file,
    /// the line in that file where the job begins. `job` counts in the order of BatchFile::batch.
    int lineOf(qsizetype job, const QString &key) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace config
