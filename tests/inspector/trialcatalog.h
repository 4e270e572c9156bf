// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"

/// Models that the inspector's tests fill in: those that Rushes is shipped with, and beside them
/// one with a parameter of every kind, and one that nothing is known of but its entry.
namespace trial {

inline constexpr auto flux = "black-forest-labs/flux-2-pro/text-to-image";
inline constexpr auto seedance = "bytedance/seedance-v1.5-pro/image-to-video";
inline constexpr auto veo = "google/veo3.1/text-to-video";
inline constexpr auto atelier = "house/atelier-3/image-edit"; ///< every kind of parameter
inline constexpr auto plain = "house/plain/text-to-image";    ///< no schema

catalog::Catalog catalogWithAll();

} // namespace trial
