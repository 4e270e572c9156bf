// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/uploadstore.h"

namespace store {

void UploadStore::findUpload(const QString &digest, const QString &server, const QDateTime &now,
                             Found found)
{
    Q_UNUSED(digest)
    Q_UNUSED(server)
    Q_UNUSED(now)
    found(std::optional<Upload>());
}

void UploadStore::recordUpload(const Upload &upload, Done done)
{
    Q_UNUSED(upload)
    done({});
}

void UploadStore::forgetUpload(const Upload &upload, Done done)
{
    Q_UNUSED(upload)
    done({});
}

} // namespace store
