// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <tl/expected.hpp>

namespace catalog {

/// The answer to `GET /models` as an object whose `data` is a list. Else the
/// error, for people: no JSON (cut off, a web page), another shape, or an error of the service's
/// own, in its words.
tl::expected<QJsonObject, QString> readListAnswer(const QByteArray &answer);

} // namespace catalog
