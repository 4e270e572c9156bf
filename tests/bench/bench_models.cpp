// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the models cost the window's thread: checking 10,000 jobs against their schemas, compared
// with reading the same jobs from their file; and a key stroke in the browser over 500 models,
// compared with looking for the bare words in the same texts. Prints the best of five of each, and
// their ratios.
//
//     bench_models [JOBS [MODELS]]      10000 and 500 where not given
#include "catalog/modelcheck.h"
#include "catalog/search.h"
#include "config/batchfile.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

double bestOfFive(const auto &work)
{
    double best = 1e9;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        best = std::min(best, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return best;
}

batch::Batch batchOf(int jobs)
{
    batch::Batch batch;
    const QList<catalog::Model> &models = catalog::Catalog::builtIn().models();
    for (int i = 0; i < jobs; ++i) {
        const catalog::Model &model = models.at(i % models.size());
        batch::Job job;
        job.name = u"產品 %1"_s.arg(i);
        job.type = model.type;
        job.model = model.id;
        job.prompt = u"鋁殼無線耳機立在濕潤的黑石上，側逆光勾出輪廓，水珠清晰"_s;
        job.seed = i;
        batch.jobs.append(job);
    }
    return batch;
}

/// The built-in models over and over, under other ids.
catalog::Catalog catalogOf(int count)
{
    QMap<QString, batch::ModelOverride> more;
    const QList<catalog::Model> &models = catalog::Catalog::builtIn().models();
    for (int i = 0; i < count - models.size(); ++i) {
        const catalog::Model &like = models.at(i % models.size());
        batch::ModelOverride &model = more[u"house-%1/%2"_s.arg(i).arg(like.id)];
        model.type = like.type;
        model.name = u"%1 %2"_s.arg(like.displayName).arg(i);
    }
    return catalog::Catalog::builtIn().withOverrides(more);
}

} // namespace

int main(int argc, char **argv)
{
    const int jobs = argc > 1 ? std::atoi(argv[1]) : 10'000;
    const int count = argc > 2 ? std::atoi(argv[2]) : 500;

    const batch::Batch batch = batchOf(jobs);
    const QByteArray text = config::writeBatch(batch, config::Format::Yaml).value();
    const double reading =
        bestOfFive([&] { (void)config::readBatch(text, config::Format::Yaml, u"b.yaml"_s); });
    qsizetype problems = 0;
    const double checking = bestOfFive([&] {
        problems = 0;
        for (const batch::Job &job : batch.jobs)
            problems += catalog::check(catalog::Catalog::builtIn(), job).size();
    });
    std::printf("%d jobs, %lld problems: checked in %.0f ms, read in %.0f ms, ratio %.2f\n", jobs,
                static_cast<long long>(problems), checking, reading, checking / reading);

    const catalog::Catalog catalog = catalogOf(count);
    QStringList texts;
    for (const catalog::Model &model : catalog.models())
        texts.append(model.displayName + model.id + model.organization + model.profile);
    catalog::ModelQuery query;
    query.words = u"video pro 1"_s;
    qsizetype found = 0;
    const double searching = bestOfFive(
        [&] { found = catalog::search(catalog, query, catalog::ModelOrder::Relevance).size(); });
    const double plain = bestOfFive([&] {
        for (const QString &each : texts) {
            for (const QString &word : {u"video"_s, u"pro"_s, u"1"_s})
                (void)each.contains(word, Qt::CaseInsensitive);
        }
    });
    std::printf("%lld of %lld models found in %.2f ms, bare words in %.2f ms, ratio %.1f\n",
                static_cast<long long>(found), static_cast<long long>(catalog.models().size()),
                searching, plain, searching / plain);
    return found > 0 ? 0 : 1;
}
