// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/inputs/inputfile.h"

#include <QHash>
#include <QList>

namespace engine {

/// Which jobs, by their positions, wait for the links of which files.
class LinkWaiters
{
public:
    void add(int position, const InputFile &file);
    /// The job waits for none any more.
    void drop(int position);
    /// Those that wait for the file. They wait for no others either from now on: each is to be
    /// looked at anew.
    QList<int> take(const InputFile &file);

    QList<int> jobsFor(const InputFile &file) const { return m_jobs.value(file); }
    QList<InputFile> filesOf(int position) const { return m_files.value(position); }
    /// How many jobs wait.
    int count() const { return static_cast<int>(m_files.size()); }

private:
    QHash<InputFile, QList<int>> m_jobs;
    QHash<int, QList<InputFile>> m_files;
};

} // namespace engine
