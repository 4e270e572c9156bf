// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a long run costs the machine: `rushes-cli run` with 1,000 image jobs at 50 slots, against
// a sandbox in a process of its own, so that only the run is measured. Prints the wall time, the
// processor seconds and the peak memory of the run.
//
//     bench_run [JOBS [SLOTS [SPEED]]]      1000 50 200 where not given
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace {

const QString program = QStringLiteral(RUSHES_BUILD_DIR "/bin/rushes-cli");

/// A busy machine draws slowly however fast the sandbox's clock runs: the jobs get five real
/// minutes each.
bool writeBatch(const QString &path, int jobs, int speed)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("jobs:\n");
    const QString job = u"  - {name: Picture %1, type: image, width: 256, height: 256, "
                        "prompt: Number %1, max_wait: %2, "
                        "model: black-forest-labs/flux-2-pro/text-to-image}\n"_s;
    for (int i = 1; i <= jobs; ++i)
        file.write(job.arg(i).arg(300 * speed).toUtf8());
    return true;
}

double seconds(const timeval &time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

int fail(const char *words)
{
    std::fprintf(stderr, "%s\n", words);
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int jobs = arguments.value(1, u"1000"_s).toInt();
    const QString slotCount = arguments.value(2, u"50"_s);
    const QString speed = arguments.value(3, u"200"_s);

    const QTemporaryDir folder;
    const QString batch = folder.filePath(u"batch.yaml"_s);
    if (jobs < 1 || !folder.isValid() || !writeBatch(batch, jobs, speed.toInt()))
        return fail("The batch can't be written.");

    QProcess sandbox;
    sandbox.start(program, {u"sandbox"_s, u"--speed"_s, speed});
    if (!sandbox.waitForReadyRead())
        return fail("The sandbox doesn't start.");
    const QString url = QString::fromUtf8(sandbox.readLine()).trimmed();

    QProcess run;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ATLAS_CLOUD_API_KEY"_s, u"bench"_s);
    run.setProcessEnvironment(environment);
    run.setStandardErrorFile(QProcess::nullDevice());
    QElapsedTimer timer;
    timer.start();
    run.start(program,
              {u"run"_s, batch, u"--base-url"_s, url, u"--concurrency"_s, slotCount,
               u"--time-scale"_s, speed});
    run.waitForFinished(-1);
    const double wall = static_cast<double>(timer.elapsed()) / 1000;

    // Only the run has been waited for so far: the sandbox is not in these figures.
    rusage usage = {};
    getrusage(RUSAGE_CHILDREN, &usage);
    std::printf("%d jobs at %s slots, sandbox speed %s: exit code %d\n"
                "wall %.1f s, user %.1f s, system %.1f s, peak memory %.1f MB\n",
                jobs, qPrintable(slotCount), qPrintable(speed), run.exitCode(), wall,
                seconds(usage.ru_utime), seconds(usage.ru_stime),
                static_cast<double>(usage.ru_maxrss) / 1024);
    sandbox.terminate();
    sandbox.waitForFinished();
    return run.exitCode();
}
