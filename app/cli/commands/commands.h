// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"

namespace cli {

// The commands. Each does its work, prints what it has to say, and returns the exit code.

int runBatch(const Options &options);
int resumeBatch(const Options &options);
int retryBatch(const Options &options);
int showStatus(const Options &options);
int resolveJob(const Options &options);
int estimateBatch(const Options &options);
int validateBatch(const Options &options);
int expandBatch(const Options &options);
int printSchema(const Options &options);
int setKey(const Options &options);
int addJob(const Options &options);
int removeJobs(const Options &options);
int importSheet(const Options &options);
int listModels(const Options &options);
int serveSandbox(const Options &options);

} // namespace cli
