// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the form costs the window's thread with many jobs selected: showing them, and a letter that
// is typed for all of them, compared with the document's part of that letter. Prints the best of
// five of each.
//
//     QT_QPA_PLATFORM=offscreen bench_inspector [JOBS]      10000 where not given
#include "inspector/inspector.h"
#include "session/document/batchdocument.h"

#include <QApplication>
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
        work(i);
        best = std::min(best, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return best;
}

config::BatchFile fileOf(int jobs)
{
    config::BatchFile file;
    for (int i = 0; i < jobs; ++i) {
        batch::Job job;
        job.name = u"產品 %1"_s.arg(i);
        job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
        job.prompt = u"鋁殼無線耳機立在濕潤的黑石上 %1"_s.arg(i);
        job.seed = i;
        job.width = i % 3 ? 1024 : 4096; // a third of them is marked
        file.source.jobs.append(batch::JobSource{job});
    }
    return file;
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const int count = argc > 1 ? std::atoi(argv[1]) : 10'000;
    ui::BatchDocument document(catalog::Catalog::builtIn());
    document.reset(fileOf(count));
    QList<batch::JobId> ids;
    for (int row = 0; row < document.jobCount(); ++row)
        ids.append(document.entry(row).id());

    const auto change = [&document](int step) {
        QHash<int, batch::Job> jobs;
        for (int row = 0; row < document.jobCount(); ++row) {
            batch::Job job = document.job(row);
            job.height = 512 + step;
            jobs.insert(row, job);
        }
        document.changeJobs(jobs, u"Change"_s);
    };
    const double alone = bestOfFive(change);

    ui::Inspector inspector(&document);
    inspector.resize(400, 900);
    inspector.show();
    const double shown = bestOfFive([&](int) {
        inspector.showEntries({});
        inspector.showEntries(ids);
    });
    const double changed = bestOfFive([&](int step) { change(100 + step); });
    std::printf("%d jobs selected: shown in %.0f ms\n", count, shown);
    std::printf("a change of all: %.0f ms by the document, %.0f ms with the form looking on\n",
                alone, changed);
    return 0;
}
