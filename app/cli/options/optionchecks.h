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

/// An argument as CLI11 is to get it; fromArgument() knows how it was. Where there may be several,
/// CLI11 takes "[a, b]" for a list of them. With us that is the name of one job, and "[a]" is
/// another job than "a".
std::string guarded(std::string argument);
/// What CLI11 says, for people.
QString withoutGuards(const std::string &message);

} // namespace cli
