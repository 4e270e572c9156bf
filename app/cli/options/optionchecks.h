// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <CLI/CLI.hpp>

namespace cli {

// What an option may be given, in our own words (CLI11's are technical, and its Range takes "nan").

/// A number from 0.001 to 100000.
CLI::Validator factor();
/// An amount of money, as batch::Cost::fromDecimal reads it.
CLI::Validator amount();
/// An address of a web server.
CLI::Validator serverAddress();

/// Texts to and from CLI11.
std::string utf8(const QString &text);
QString fromArgument(const std::string &argument);

} // namespace cli
