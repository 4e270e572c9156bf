// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/keys/settingsreader.h"

#include "config/reading/keys/defaultsreader.h"
#include "config/reading/keys/jobkeys.h"
#include "config/reading/keys/mapreader.h"
#include "config/reading/keys/modelsreader.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace config {

namespace {

// Unqualified below: lupdate takes the first part of a qualified return type for the context of
// the texts inside.
using batch::BatchSettings;
using batch::Polling;

class Reader
{
    // The texts are older than this file.
    Q_DECLARE_TR_FUNCTIONS(config::JobReader)

public:
    static FileKeys keys(MapReader &reader, Format format, Findings &findings)
    {
        FileKeys keys;
        keys.settings = settings(reader, format, findings);
        keys.include = include(reader);
        keys.vars = readVariables(reader);
        const qsizetype before = findings.errorCount();
        keys.defaults = readDefaults(reader);
        keys.areDefaultsSound = findings.errorCount() == before;
        keys.maxVariations = maxVariations(reader);
        reader.node(u"jobs"_s);
        keys.settings.extra = reader.unknown(tr("a batch"));
        return keys;
    }

private:
    static BatchSettings settings(MapReader &reader, Format format, Findings &findings)
    {
        batch::BatchSettings settings;
        settings.outputDir =
            reader.text(u"output_dir"_s, tr("a folder for the results, such as weekly_content"));
        const QString atOnce = tr("a whole number of jobs at a time, 1 or more");
        settings.maxWorkers = reader.whole(u"max_workers"_s, atOnce);
        if (settings.maxWorkers && *settings.maxWorkers < 1)
            reader.wrong(u"max_workers"_s, atOnce);
        if (const Node *node = reader.node(u"polling"_s)) {
            if (node->kind == Node::Kind::Map)
                settings.polling = polling(*node, format, findings);
            else
                reader.wrong(u"polling"_s, tr("a mapping with initial, factor and max"));
        }
        const QString address =
            tr("the address of a server, such as https://api.atlascloud.ai/api/v1");
        settings.baseUrl = reader.text(u"base_url"_s, address);
        if (settings.baseUrl && !isWebAddress(*settings.baseUrl))
            reader.wrong(u"base_url"_s, address);
        settings.budget =
            reader.money(u"budget"_s, tr("an amount of US dollars, such as 3 or 2.50"));
        if (const Node *models = reader.node(u"models"_s))
            settings.models = readModels(*models, format, findings);
        return settings;
    }

    static std::optional<int> maxVariations(MapReader &reader)
    {
        constexpr int most = batch::BatchSource::mostMaxVariations;
        const QString expected =
            tr("how many jobs entries with variations may make, from 1 to %L1").arg(most);
        const auto number = reader.whole(u"max_variations"_s, expected);
        if (number && (*number < 1 || *number > most))
            reader.wrong(u"max_variations"_s, expected);
        return number;
    }

    static QList<FileKeys::Include> include(MapReader &reader)
    {
        const QString key = u"include"_s;
        const QString expected = tr("the path of a file, or a list of them");
        const Node *node = reader.node(key);
        if (!node)
            return {};
        if (node->kind != Node::Kind::List) {
            const auto path = reader.text(key, expected);
            if (path && path->trimmed().isEmpty())
                reader.wrong(key, expected);
            return {{path.value_or(QString()), node->at, key}};
        }
        QList<FileKeys::Include> files;
        const QStringList paths = reader.texts(key, expected).value_or(QStringList());
        for (qsizetype i = 0; i < paths.size(); ++i)
            files.append({paths[i], node->items[size_t(i)]->at, u"include[%1]"_s.arg(i)});
        return files;
    }

    static Polling polling(const Node &node, Format format, Findings &findings)
    {
        MapReader reader(node, format, u"polling."_s, findings);
        batch::Polling polling;
        const QString positive = tr("a number of seconds above 0, such as 5");
        const QString factor = tr("a number of 1 or more, such as 1.5");
        const auto initial = reader.number(u"initial"_s, positive);
        const auto growth = reader.number(u"factor"_s, factor);
        const auto max = reader.number(u"max"_s, positive);
        if (initial && *initial <= 0)
            reader.wrong(u"initial"_s, positive);
        if (growth && *growth < 1)
            reader.wrong(u"factor"_s, factor);
        if (max && *max <= 0)
            reader.wrong(u"max"_s, positive);
        polling.initial = initial.value_or(polling.initial);
        polling.factor = growth.value_or(polling.factor);
        polling.max = max.value_or(polling.max);
        reader.unknown(u"polling"_s);
        return polling;
    }

    static bool isWebAddress(const QString &text)
    {
        const QUrl url(text, QUrl::StrictMode);
        return url.isValid() && !url.host().isEmpty()
            && (url.scheme() == u"https" || url.scheme() == u"http");
    }
};

} // namespace

FileKeys readFileKeys(const Node &root, Format format, Findings &findings)
{
    MapReader reader(root, format, QString(), findings);
    return Reader::keys(reader, format, findings);
}

} // namespace config
