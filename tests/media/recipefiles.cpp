// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/recipefiles.h"

#include "batch/jobjson.h"

#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QProcess>

using namespace Qt::StringLiterals;

media::Recipe recipeWith(const QString &prompt)
{
    batch::Job job;
    job.name = u"hero"_s;
    job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
    job.prompt = prompt;
    job.seed = 7;
    job.aspectRatio = u"16:9"_s;
    job.params = {{u"steps"_s, 30}, {u"style"_s, u"水墨"_s}};
    return {prompt,
            {{u"rushes"_s, 1},
             {u"job"_s, batch::toJson(job)},
             {u"model"_s, job.model},
             {u"prediction"_s, u"p-1"_s},
             {u"created"_s, u"2026-03-01T10:00:00Z"_s}}};
}

QList<std::pair<const char *, QString>> hardPrompts()
{
    return {{"plain", u"A cat on the moon"_s},
            {"Chinese", u"月亮上的一隻貓，水墨畫風格"_s},
            {"emoji", u"🐈‍⬛ under a 🌕, 日本の夜"_s},
            {"lines", u"first\nsecond\r\nthird\ttabbed\n\n"_s},
            {"markup", u"<b>&amp;</b> \"quoted\" 'single' ]]> <!-- %1 %2 </rdf:RDF> --> \\ /"_s},
            {"braces", u"{\"json\": [1, 2]} {a|b} {{c}}"_s},
            {"controls", u"bell\a escape\x1b delete\x7f non\uFFFE\uFFFF end"_s},
            {"empty", QString()},
            {"long", u"一隻在月亮上走路的貓"_s.repeated(1000)},
            {"very long", u"line of a prompt that goes on, 月亮\n"_s.repeated(5000)}};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

bool writePicture(const QString &path, const char *format, int quality)
{
    QImage image(93, 61, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb(x * 2, y * 4, x * y % 256));
    }
    return image.save(path, format, quality);
}

qint64 peakMegabytes()
{
    const QByteArray status = contentOf(u"/proc/self/status"_s);
    const qsizetype at = status.indexOf("VmHWM:") + 6;
    return status.mid(at, status.indexOf("kB", at) - at).trimmed().toLongLong() / 1024;
}

QString outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return program + u": "_s + process.errorString()
            + QString::fromUtf8(process.readAllStandardError());
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString packetsOf(const QString &path)
{
    return outputOf(u"ffmpeg"_s,
                    {u"-v"_s, u"error"_s, u"-i"_s, path, u"-map"_s, u"0"_s, u"-c"_s, u"copy"_s,
                     u"-f"_s, u"streamhash"_s, u"-"_s});
}

QJsonObject tagsOf(const QString &path)
{
    const QString shown =
        outputOf(u"ffprobe"_s, {u"-v"_s, u"error"_s, u"-show_format"_s, u"-of"_s, u"json"_s, path});
    return QJsonDocument::fromJson(shown.toUtf8())["format"_L1]["tags"_L1].toObject();
}

QString shownByExiftool(const QString &path, const QString &tag)
{
    const QString shown = outputOf(u"exiftool"_s, {u"-json"_s, u"-b"_s, u'-' + tag, path});
    return QJsonDocument::fromJson(shown.toUtf8())[0][tag].toString();
}
