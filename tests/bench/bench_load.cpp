// SPDX-License-Identifier: GPL-3.0-or-later
//
// Loading a long batch file: config::readBatch on 10,000 jobs, against yaml-cpp parsing the same
// text into a tree, which is the least that reading YAML can take. Prints the best of five of
// each, and their ratio.
//
//     bench_load [JOBS]      10000 where not given
#include "config/batchfile.h"

#include <QElapsedTimer>

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

QByteArray batchText(int jobs)
{
    QByteArray text = "output_dir: results\nmax_workers: 5\n\njobs:\n";
    for (int i = 1; i <= jobs; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += "  - name: 產品 " + number
            + "\n    type: image\n    model: black-forest-labs/flux-2-pro/text-to-image\n"
              "    prompt: >\n      鋁殼無線耳機立在濕潤的黑石上，側逆光勾出輪廓，\n"
              "      戲劇性燈光，奢華科技美學，第 "
            + number + " 號\n    width: 1024\n    height: 1024\n\n";
    }
    return text;
}

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

} // namespace

int main(int argc, char **argv)
{
    const int jobs = argc > 1 ? std::atoi(argv[1]) : 10'000;
    const QByteArray text = batchText(jobs);

    qsizetype read = 0;
    const double ours = bestOfFive([&] {
        const auto file = config::readBatch(text, config::Format::Yaml, u"bench.yaml"_s);
        read = file ? file->batch.jobs.size() : 0;
    });
    const double plain = bestOfFive([&] { YAML::Load(text.toStdString()); });
    std::printf("%lld of %d jobs, %.1f MB: Rushes %.0f ms, yaml-cpp alone %.0f ms, ratio %.2f\n",
                static_cast<long long>(read), jobs, static_cast<double>(text.size()) / 1e6, ours,
                plain, ours / plain);
    return read == jobs ? 0 : 1;
}
