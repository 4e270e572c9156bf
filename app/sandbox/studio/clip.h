// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/order.h"

#include <QString>

#include <tl/expected.hpp>

#include <atomic>

namespace sandbox {

/// Encodes a video order as an MP4 (H.264, 24 frames a second; AAC) that plays while it loads.
/// Safe in any thread. Gives up when `stop` gets true. The error is for people.
tl::expected<void, QString> encodeClip(const Order &order, const QString &path,
                                       const std::atomic_bool &stop);

} // namespace sandbox
