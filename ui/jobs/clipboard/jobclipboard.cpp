// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/clipboard/jobclipboard.h"

#include "batch/references/relocation.h"
#include "jobs/clipboard/entrytext.h"
#include "jobs/clipboard/htmltable.h"
#include "jobs/clipboard/wholeentry.h"
#include "sheet/pastedtext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMimeData>

namespace ui::jobclipboard {

using namespace Qt::StringLiterals;
using batch::JobSource;

namespace {

/// Where the texts of this file stand among the translations.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::jobclipboard)
};

constexpr qsizetype largeClip = 64 * 1024; ///< bytes or characters

const QString jobsMimeType = u"application/x-rushes-jobs+json"_s;
/// As written, and the document that they were written in.
const QString entriesMimeType = u"application/x-rushes-entries+json"_s;
const QString documentMimeType = u"application/x-rushes-document"_s;
/// That paths in the jobs count from.
const QString folderMimeType = u"application/x-rushes-folder"_s;
const QString tsvMimeType = u"text/tab-separated-values"_s;

/// What is copied, written out in a form when somebody asks for it: ten thousand jobs take their
/// time in each, and most are never asked for.
class CopiedJobs : public QMimeData
{
public:
    explicit CopiedJobs(Copied copied)
        : m_copied(std::move(copied))
    {
    }

    QStringList formats() const override
    {
        return {jobsMimeType,    entriesMimeType, documentMimeType, folderMimeType,
                u"text/plain"_s, u"text/html"_s,  tsvMimeType};
    }

protected:
    QVariant retrieveData(const QString &format, QMetaType) const override
    {
        if (format == u"text/plain")
            return entryText(m_copied.source.jobs);
        if (format == u"text/html")
            return exportHtml(exportTable(m_copied.made));
        if (format == tsvMimeType)
            return exportTsv(exportTable(m_copied.made)).toUtf8();
        if (format == entriesMimeType)
            return entryJson(m_copied.source.jobs);
        if (format == jobsMimeType)
            return entryJson(whole());
        if (format == documentMimeType)
            return m_copied.from.document;
        if (format == folderMimeType)
            return m_copied.from.folder.toUtf8();
        return {};
    }

private:
    QList<JobSource> whole() const
    {
        QList<JobSource> entries;
        for (const JobSource &entry : m_copied.source.jobs)
            entries.append(wholeEntry(m_copied.source, entry));
        return entries;
    }

    const Copied m_copied;
};

/// The first words of a prompt, as far as they make a name.
QString nameFrom(const QString &prompt)
{
    constexpr qsizetype most = 24;
    const QString line = prompt.simplified();
    if (line.size() <= most)
        return line;
    const qsizetype space = line.lastIndexOf(u' ', most);
    const qsizetype whole = line[most - 1].isHighSurrogate() ? most - 1 : most;
    return line.first(space > most / 2 ? space : whole).trimmed();
}

Pasted fromPrompts(const QString &text, const JobSource &pattern)
{
    Pasted pasted;
    const QStringList prompts = sheet::columnCells(text);
    if (prompts.size() > mostPrompts) {
        pasted.problem = Words::tr("The clipboard holds %Ln lines of text, and up to %1 become "
                                   "jobs at once. Nothing was pasted: copy fewer lines, or import "
                                   "them as a table.",
                                   nullptr, int(prompts.size()))
                             .arg(QLocale().toString(mostPrompts));
        return pasted;
    }
    for (const QString &prompt : prompts) {
        JobSource entry = pattern;
        entry.job.id = batch::newJobId();
        entry.job.prompt = prompt;
        entry.job.name = nameFrom(prompt);
        pasted.entries.append(entry);
    }
    return pasted;
}

Pasted fromEntryText(const QString &text)
{
    Pasted pasted;
    auto read = readEntryText(text);
    if (read) {
        pasted.entries = read->entries;
        pasted.note = read->note;
    } else {
        pasted.problem = read.error();
    }
    return pasted;
}

/// Entries as they were copied, with paths to the same files.
Pasted fromEntries(const Clip &clip)
{
    Pasted pasted;
    batch::BatchSource copied;
    copied.jobs = readEntryJson(clip.entries);
    if (clip.from.isEmpty() || clip.from == clip.to) {
        pasted.entries = copied.jobs;
        return pasted;
    }
    const batch::Relocation there = batch::relocated(copied, clip.from, clip.to);
    pasted.entries = there.source.jobs;
    if (!there.otherwise.isEmpty()) {
        //: %1 are names of jobs.
        pasted.note = Words::tr("These jobs name their pictures by a list or a variable, which "
                                "counts from the folder of this batch now: %1. Give them whole "
                                "paths.")
                          .arg(there.otherwise.join(u", "_s));
    }
    return pasted;
}

} // namespace

bool Clip::isLarge() const
{
    return entries.size() > largeClip || text.size() > largeClip || html.size() > largeClip;
}

QMimeData *toMimeData(const Copied &copied)
{
    return new CopiedJobs(copied);
}

bool canRead(const QMimeData *data)
{
    return data && (data->hasFormat(jobsMimeType) || data->hasText() || data->hasHtml());
}

Clip clipOf(const QMimeData *data, const Place &to)
{
    if (!canRead(data))
        return {};
    const bool home = !to.document.isEmpty() && data->data(documentMimeType) == to.document;
    Clip clip;
    clip.entries = data->data(home ? entriesMimeType : jobsMimeType);
    clip.from = home ? to.folder : QString::fromUtf8(data->data(folderMimeType));
    clip.to = to.folder;
    // What was copied here reads as it was written; what another version of Rushes wrote maybe
    // only as text.
    if (!dynamic_cast<const CopiedJobs *>(data)) {
        clip.text = data->text();
        clip.html = data->html();
    }
    return clip;
}

Pasted read(const Clip &clip, const JobSource &pattern)
{
    Pasted pasted = fromEntries(clip);
    if (!pasted.entries.isEmpty())
        return pasted;
    if (isEntryText(clip.text))
        return fromEntryText(clip.text);
    pasted.table = sheet::isTable(clip.text) ? clip.text.toUtf8() : tableInHtml(clip.html);
    return pasted.table.isEmpty() ? fromPrompts(clip.text, pattern) : pasted;
}

QByteArray tableIn(const Clip &clip)
{
    const QByteArray page = sheet::isTable(clip.text) ? QByteArray() : tableInHtml(clip.html);
    return page.isEmpty() ? clip.text.toUtf8() : page;
}

} // namespace ui::jobclipboard
