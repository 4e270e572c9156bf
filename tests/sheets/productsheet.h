// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/importcontext.h"

#include <QByteArray>

/// A shop's products: name, prompt with commas and line breaks, width, height, colour and brand.
/// Every tenth width is a word where `withSlips`.
QByteArray productSheet(int rows, bool withSlips = false);
/// The same in Traditional Chinese, without a prompt of its own, as UTF-8.
QByteArray chineseSheet(int rows);

/// The models that Rushes is shipped with, and an empty batch.
ui::ImportContext shippedModels();
