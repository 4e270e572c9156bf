// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheet/encoding.h"

#include <QByteArray>

namespace sheet {

/// The encoding that the bytes most likely have: see guessDialect().
Encoding guessEncoding(QByteArrayView bytes);

} // namespace sheet
