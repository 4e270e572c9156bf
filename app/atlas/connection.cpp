// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/connection.h"

using namespace Qt::StringLiterals;

namespace atlas {

QUrl defaultBaseUrl()
{
    return QUrl(u"https://api.atlascloud.ai/api/v1"_s);
}

} // namespace atlas
