// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/keys/defaultsreader.h"

#include "config/reading/keys/jobkeys.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace config {

namespace {

// Unqualified below: lupdate takes the first part of a qualified return type for the context of
// the texts inside.
using batch::Defaults;
using batch::JobDefaults;

class Reader
{
    Q_DECLARE_TR_FUNCTIONS(config::DefaultsReader)

public:
    static Defaults defaults(MapReader &reader)
    {
        batch::Defaults defaults;
        auto within = reader.within(u"defaults"_s,
                                    tr("a mapping of keys that jobs have, such as model or image"));
        if (!within)
            return defaults;
        JobDefaults &all = defaults.all;
        const auto type = readType(*within);
        all.saysType = type.has_value();
        all.job.type = type.value_or(batch::MediaType::Image);
        readModelAndPrompt(*within, all.job);
        readCommonKeys(*within, all.job, all.vars);
        const Node *image = within->node(u"image"_s);
        if (image && image->kind == Node::Kind::Map)
            defaults.image = ofType(*within, u"image"_s);
        else if (image && image->kind == Node::Kind::List)
            within->wrong(u"image"_s,
                          tr("a mapping of what holds for images, or the address or "
                             "the path of an image"));
        else
            readImage(*within, all.job);
        if (within->node(u"video"_s))
            defaults.video = ofType(*within, u"video"_s);
        all.job.extra = within->unknown(u"defaults"_s);
        return defaults;
    }

private:
    static JobDefaults ofType(MapReader &reader, const QString &type)
    {
        JobDefaults defaults;
        auto within = reader.within(type,
                                    type == u"image" ? tr("a mapping of what holds for images")
                                                     : tr("a mapping of what holds for videos"));
        if (!within)
            return defaults;
        readModelAndPrompt(*within, defaults.job);
        readImage(*within, defaults.job);
        readCommonKeys(*within, defaults.job, defaults.vars);
        defaults.job.extra = within->unknown(u"defaults."_s + type);
        return defaults;
    }
};

} // namespace

batch::Defaults readDefaults(MapReader &reader)
{
    return Reader::defaults(reader);
}

} // namespace config
