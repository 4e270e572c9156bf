// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads one batch file and says what came of it, and what it took: the peak of the memory in MB,
// and milliseconds of a processor. For tests that must not share a process with what they measure.
//
//     readfile FILE
#include "config/batchfile.h"

#include <QFile>
#include <QTextStream>

#include <sys/resource.h>

/// Of this program alone: getrusage counts what its parent had, too.
static qint64 peakMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:") + 6;
    return text.mid(at, text.indexOf("kB", at) - at).trimmed().toLongLong() / 1024;
}

static qint64 milliseconds(const timeval &time)
{
    return qint64(time.tv_sec) * 1000 + time.tv_usec / 1000;
}

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    const auto file = config::readBatchFile(QString::fromLocal8Bit(argv[1]));
    const QList<config::Diagnostic> errors =
        file ? file->jobErrors + file->expansionErrors : file.error();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    QTextStream(stdout) << peakMegabytes() << '\n'
                        << milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime) << '\n'
                        << (errors.isEmpty() ? QString() : errors.first().toText()) << '\n';
    return errors.isEmpty() ? 0 : 1;
}
