// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/apikey.h"
#include "atlas/error.h"

#include <QString>

namespace atlas {

/// Takes the key out of a text: a server may well repeat in an error what it was sent.
void hideKey(QString &text, const ApiKey &key);
void hideKey(Error &error, const ApiKey &key);

} // namespace atlas
