// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/fields/field.h"

#include <QSet>

namespace ui {

class BatchDocument;
class RunSession;

/// The jobs of a batch that others can use what they make of, but for those of the entries
/// `except`. Without a session (null) none has made anything yet.
QList<JobChoice> jobChoices(const BatchDocument &document, const RunSession *session,
                            const QSet<batch::JobId> &except);
/// The first file that the job of that name made; empty: none yet.
QString resultOf(const BatchDocument &document, const RunSession *session, const QString &name);

} // namespace ui
