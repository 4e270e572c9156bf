// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/storeerror.h"

#include <QDateTime>
#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

#include <chrono>
#include <functional>
#include <optional>

namespace store {

/// How long the link of an upload is believed to live. The service calls it temporary and gives no
/// figure ("Upload Files" in its documentation; what it generates it keeps for 1 to 336 hours, as
/// one asks). A day is careful, and enough for the batch of a working day. A link that dies earlier
/// is forgotten when a model can't fetch it, and the file uploaded anew.
inline constexpr std::chrono::hours uploadLife{24};

/// A file that was uploaded.
struct Upload
{
    QString digest;  ///< SHA-256 of its bytes, hex, lower case (atlas::UploadFile)
    QString server;  ///< where it went (store::serverName)
    qint64 size = 0; ///< bytes
    QUrl link;
    QDateTime at;    ///< UTC; when the link was made
    QDateTime until; ///< UTC; it is believed to live before then: at + uploadLife

    friend bool operator==(const Upload &, const Upload &) = default;
};

/// Remembers uploads by their content, so that a file that many jobs start from is sent once.
/// Nothing is lost with a fact that can't be kept: the file is uploaded again.
///
/// Called on the engine's thread; `found` and `done` are called exactly once, on that thread, at
/// once or later. The functions here remember nothing.
class UploadStore
{
public:
    using Found = std::function<void(const tl::expected<std::optional<Upload>, StoreError> &)>;

    virtual ~UploadStore() = default;

    /// The upload of that content to that server whose link lives at `now`; nothing: there is none.
    virtual void findUpload(const QString &digest, const QString &server, const QDateTime &now,
                            Found found);
    /// Takes the place of an earlier upload of that content to that server.
    virtual void recordUpload(const Upload &upload, Done done);
    /// The link turned out dead. A newer one that has been recorded meanwhile stays.
    virtual void forgetUpload(const Upload &upload, Done done);
};

} // namespace store
