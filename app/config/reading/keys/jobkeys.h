// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"
#include "config/reading/findings.h"
#include "config/reading/keys/mapreader.h"
#include "config/reading/tree/node.h"

namespace config {

/// The type that a mapping says; nothing where it doesn't, or says another word (an error).
std::optional<batch::MediaType> readType(MapReader &reader);

/// The model and the prompt, where they are said; an empty text is as good as none.
void readModelAndPrompt(MapReader &reader, batch::Job &job);
/// The image, which is the one key that has two meanings in a file's defaults.
void readImage(MapReader &reader, batch::Job &job);
/// All other keys of which both jobs and defaults may say something; `vars` among them.
void readCommonKeys(MapReader &reader, batch::Job &job, batch::Variables &vars);

/// That one of the keys that every job needs is missing.
void reportMissing(MapReader &reader, const QString &key);

/// The variables below the key `vars`. `path` stands before the keys in messages.
batch::Variables readVariables(MapReader &reader);

} // namespace config
