// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/clipboard/entrytext.h"

#include "config/sourcetext.h"
#include "jobs/clipboard/wholeentry.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// Where the texts of this file stand among the translations.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::EntryText)
};

/// The first line that says something.
QString firstLine(const QString &text)
{
    for (const QStringView line : QStringView(text).split(u'\n')) {
        const QStringView plain = line.trimmed();
        if (!plain.isEmpty() && !plain.startsWith(u'#') && plain != u"---")
            return line.toString();
    }
    return {};
}

bool isJson(const QString &text)
{
    static const QRegularExpression start(
        u"^\\s*(\\[\\s*)?\\{\\s*\"(name|type|model|prompt|jobs|defaults|vars|output_dir)\"\\s*:"_s);
    return start.match(text).hasMatch();
}

bool isWholeFile(const QString &text)
{
    static const QRegularExpression jobs(u"^(jobs|\"jobs\")\\s*:"_s,
                                         QRegularExpression::MultilineOption);
    static const QRegularExpression key(u"^[A-Za-z_\"]+\\s*:"_s);
    return key.match(firstLine(text)).hasMatch() && jobs.match(text).hasMatch();
}

/// It has a `jobs` of its own, and what stands beside that.
bool isWhole(const QString &text)
{
    static const QRegularExpression jobs(u"\"jobs\"\\s*:"_s);
    return isJson(text) ? text.trimmed().startsWith(u'{') && jobs.match(text).hasMatch()
                        : isWholeFile(text);
}

bool isList(const QString &text)
{
    static const QRegularExpression item(
        u"^\\s*-\\s+[{\"']*(name|type|model|prompt|enabled|matrix|count|vars)[\"']?\\s*:"_s);
    return item.match(firstLine(text)).hasMatch();
}

/// Entry keys without a dash before them.
bool isSingle(const QString &text)
{
    static const QRegularExpression key(u"^\\s*(name|type|model|prompt):\\s"_s);
    static const QRegularExpression name(u"^\\s*name\\s*:"_s, QRegularExpression::MultilineOption);
    return key.match(firstLine(text)).hasMatch() && name.match(text).hasMatch()
        && text.trimmed().contains(u'\n');
}

QString indented(const QString &text, const QString &first, const QString &others)
{
    QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i)
        lines[i].prepend(i == 0 ? first : others);
    return lines.join(u'\n');
}

/// Something within it, as a whole batch file.
QString wholeFile(const QString &text)
{
    if (isJson(text)) {
        const QString plain = text.trimmed();
        if (plain.startsWith(u'['))
            return u"{\"jobs\": "_s + plain + u'}';
        return isWhole(text) ? plain : u"{\"jobs\": ["_s + plain + u"]}"_s;
    }
    if (isWholeFile(text))
        return text;
    if (isList(text))
        return u"jobs:\n"_s + indented(text, u" "_s, u" "_s);
    QString plain = text;
    while (plain.startsWith(u'\n') || plain.startsWith(u'\r'))
        plain.remove(0, 1);
    return u"jobs:\n"_s + indented(plain, u"  - "_s, u"    "_s);
}

QString problemOf(const QList<config::Diagnostic> &errors)
{
    const QString what = errors.isEmpty() ? QString() : errors.constFirst().message;
    //: %1 is what is wrong with the text, a sentence.
    return Words::tr("The text in the clipboard reads like jobs, and can't be taken as they are: "
                     "%1 Nothing was pasted.")
        .arg(what);
}

/// What files that the text includes say is not at hand.
QString noteOf(const QStringList &include)
{
    if (include.isEmpty())
        return {};
    //: %1 are names of files.
    return Words::tr("The text in the clipboard includes %1. Neither the jobs of that were pasted, "
                     "nor what it says for the others: include it in this batch, too, where it is "
                     "wanted.")
        .arg(include.join(u", "_s));
}

} // namespace

QString entryText(const QList<batch::JobSource> &entries)
{
    batch::BatchSource source;
    source.jobs = entries;
    const QString text = QString::fromUtf8(config::cleanText(source, config::Format::Yaml));
    static const QRegularExpression jobs(u"^jobs:[^\\n]*\\n"_s,
                                         QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = jobs.match(text);
    return match.hasMatch() ? text.sliced(match.capturedEnd()) : text;
}

QByteArray entryJson(const QList<batch::JobSource> &entries)
{
    batch::BatchSource source;
    source.jobs = entries;
    return config::cleanText(source, config::Format::Json);
}

QList<batch::JobSource> readEntryJson(const QByteArray &json)
{
    const auto file = config::readSource(json, config::Format::Json);
    QList<batch::JobSource> entries = file ? file->source.jobs : QList<batch::JobSource>();
    for (batch::JobSource &entry : entries)
        entry.job.id = batch::newJobId();
    return entries;
}

bool isEntryText(const QString &text)
{
    return isJson(text) || isList(text) || isWholeFile(text) || isSingle(text);
}

tl::expected<EntryText, QString> readEntryText(const QString &text)
{
    const config::Format format = isJson(text) ? config::Format::Json : config::Format::Yaml;
    const auto file = config::readSource(wholeFile(text).toUtf8(), format);
    if (!file)
        return tl::make_unexpected(problemOf(file.error()));
    if (!file->jobErrors.isEmpty())
        return tl::make_unexpected(problemOf(file->jobErrors));
    EntryText read{file->source.jobs, noteOf(file->source.include)};
    if (isWhole(text)) {
        for (batch::JobSource &entry : read.entries)
            entry = wholeEntry(file->source, entry);
    }
    for (batch::JobSource &entry : read.entries)
        entry.job.id = batch::newJobId();
    return read;
}

} // namespace ui
