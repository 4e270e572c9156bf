// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/multipart.h"
#include "sandbox/http/wire.h"
#include "sandbox/predictions.h"

namespace sandbox {

/// What the service answers, in either dialect (docs/atlas-api.md).
namespace replies {

/// A submission that was accepted.
Reply accepted(Dialect dialect, const Prediction &prediction);
/// A prediction; `file` is where its file is, once it is completed.
Reply prediction(Dialect dialect, const Prediction &prediction, const QUrl &file);
Reply uploaded(Dialect dialect, const FormFile &upload, const Work &work, const QUrl &file);
/// An error of the API under `/api/v1`.
Reply error(int status, const QString &message, const QString &requestId);
Reply balance(batch::Cost available);
/// An error of the API under `/public/v1`.
Reply publicError(int status, const QString &message, const QString &requestId);

} // namespace replies

} // namespace sandbox
