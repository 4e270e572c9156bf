// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/modeloptions.h"

#include "cli/options/batchoptions.h"
#include "cli/options/optionchecks.h"

#include <QCoreApplication>

namespace cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Options)
};

// Unqualified below: lupdate takes `CLI` for the context of the texts inside.
using CLI::IsMember;

catalog::ModelOrder orderFromKey(const std::string &key)
{
    if (key == "price")
        return catalog::ModelOrder::Price;
    return key == "time" ? catalog::ModelOrder::Time : catalog::ModelOrder::Name;
}

} // namespace

void addModelOptions(CLI::App &command, Options &options)
{
    command
        .add_option_function<std::vector<std::string>>(
            "WORDS",
            [&options](const std::vector<std::string> &words) {
                for (const std::string &word : words)
                    options.words.append(fromArgument(word));
            },
            utf8(Words::tr("What to look for, in any order; or one model's id, for all that is "
                           "known of it")))
        ->type_name({});
    command
        .add_option_function<std::string>(
            "--type",
            [&options](const std::string &type) {
                options.type = batch::mediaTypeFromKey(fromArgument(type));
            },
            utf8(Words::tr("Only those that make an image, or a video")))
        ->check(IsMember({"image", "video"}).description({}))
        ->type_name("TYPE");
    command
        .add_option_function<std::string>(
            "--kind",
            [&options](const std::string &kind) {
                options.kind = catalog::modelKindFromKey(fromArgument(kind));
            },
            utf8(Words::tr("Only those of one kind: text-to-image, image-to-image, text-to-video, "
                           "image-to-video, video-to-video or other")))
        ->check(IsMember({"text-to-image", "image-to-image", "text-to-video", "image-to-video",
                          "video-to-video", "other"})
                    .description({}))
        ->type_name("KIND");
    command
        .add_option_function<std::string>(
            "--sort", [&options](const std::string &key) { options.order = orderFromKey(key); },
            utf8(Words::tr("By name, by price (the cheapest first) or by time (the quickest)")))
        ->check(IsMember({"name", "price", "time"}).description({}))
        ->type_name("ORDER");
    command
        .add_option_function<std::string>(
            "--batch", [&options](const std::string &file) { options.file = fromArgument(file); },
            utf8(Words::tr("Only those that the jobs of a batch file use; with --refresh their "
                           "parameters are fetched, too")))
        ->type_name("FILE");
    command.add_flag("--refresh", options.refreshes,
                     utf8(Words::tr("Fetch the live list first, and keep it; needs no key")));
    command
        .add_option_function<std::string>(
            "--base-url",
            [&options](const std::string &url) { options.baseUrl = QUrl(fromArgument(url)); },
            utf8(Words::tr("The list of another server than Atlas Cloud's")))
        ->check(serverAddress())
        ->type_name("URL");
    addJson(command, options);
}

} // namespace cli
