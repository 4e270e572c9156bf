// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"

namespace cli {

/// Another command on the same batch and server as these options are about, as it can be typed
/// into a shell: "rushes-cli resume 'my batch.yaml' --sandbox". `more` comes at the end.
QString commandText(const Options &options, const QString &command, const QStringList &more = {});

/// `text` as one word of a shell.
QString shellWord(const QString &text);

} // namespace cli
