// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace cli {

/// CLI11's help without its technicalities: an option's name, what it takes, what it does. What
/// goes with what is said by the descriptions, and by the message where it is done wrongly.
class HelpFormatter : public CLI::Formatter
{
public:
    std::string make_option(const CLI::Option *option, bool positional) const override
    {
        std::string name = make_option_name(option, positional);
        if (!positional && !option->get_type_name().empty())
            name += ' ' + option->get_type_name();
        std::ostringstream out;
        CLI::detail::format_help(out, name, make_option_desc(option), get_column_width());
        return out.str();
    }
};

} // namespace cli
