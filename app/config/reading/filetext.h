// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/reading/tree/node.h"

#include <QByteArray>
#include <QString>

#include <optional>

#include <tl/expected.hpp>

namespace config {

/// The bytes of a file that is no larger than limits.h allows; the error says why not, for people.
tl::expected<QByteArray, QString> readFileText(const QString &path);
/// By what a text is larger than that, for people; nothing: it isn't.
std::optional<QString> excessOf(const QByteArray &text);

/// How many bytes a UTF-8 byte order mark takes at the beginning of the text: 3 or 0.
qsizetype byteOrderMarkSize(const QByteArray &text);

/// What in the text is no UTF-8 or a control character that no text file has; nothing: all is
/// well.
std::optional<TreeError> checkCharacters(const QByteArray &text);

} // namespace config
