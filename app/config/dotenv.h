// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace config {

/// The variables of a `.env` file: `NAME=value` lines, `export NAME=…`, single quotes (taken as
/// they are), double quotes (with \n, \", \\), comments. Lines that say nothing are passed over.
QMap<QString, QString> parseDotEnv(const QByteArray &text);

/// Of the `.env` file beside `batchPath`, or nothing where there is none.
QMap<QString, QString> dotEnvBeside(const QString &batchPath);

} // namespace config
