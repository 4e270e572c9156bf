// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/hiddenkey.h"

using namespace Qt::StringLiterals;

namespace atlas {

void hideKey(QString &text, const ApiKey &key)
{
    if (key.isEmpty())
        return;
    const QString hidden = u"[API key]"_s;
    for (const QString &secret :
         {QString::fromUtf8(key.secret()), QString::fromUtf8(key.secret().toPercentEncoding())}) {
        text.replace(secret, hidden);
        // Long texts are cut, and the cut may go through the key.
        for (qsizetype length = secret.size() - 1; length >= 4; --length) {
            if (text.endsWith(QStringView(secret).first(length))) {
                text.chop(length);
                text += hidden;
                break;
            }
        }
    }
}

void hideKey(Error &error, const ApiKey &key)
{
    hideKey(error.message, key);
    hideKey(error.requestId, key);
}

} // namespace atlas
