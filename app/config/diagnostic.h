// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/problem.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace config {

/// Something wrong in a file: where, at which key, what was expected.
struct Diagnostic
{
    batch::Severity severity = batch::Severity::Error;
    QString file;
    int line = 0;    ///< from 1; 0: the file as a whole
    int column = 0;  ///< from 1; 0: unknown
    QString key;     ///< such as "jobs[2].duration"; empty where there is none
    QString job;     ///< the job's name, where it has one
    QString message; ///< what is wrong and what was expected, in the interface language

    /// "weekly.yaml:12:15: jobs[2].duration (Opening): …"
    QString toText() const;
};

QStringList toTexts(const QList<Diagnostic> &diagnostics);

} // namespace config
