// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/expand.h"
#include "config/batchfile.h"
#include "config/reading/filereading.h"
#include "config/reading/filetext.h"
#include "config/reading/includes.h"
#include "config/reading/readback.h"
#include "config/reading/samenames.h"
#include "config/sourcetext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace config {

namespace {

class Reader
{
    Q_DECLARE_TR_FUNCTIONS(config::BatchReader)

public:
    using Result = tl::expected<BatchFile, QList<Diagnostic>>;

    Reader(const QByteArray &text, Format format, const QString &path)
        : m_reading(text, format, path)
        , m_includes(path)
    {
        m_file.path = path;
        m_file.format = format;
        m_file.text = text;
    }

    Result readAll()
    {
        if (!m_reading.parse())
            return refused();
        m_reading.readKeys(true);
        m_file.source.included = m_includes.read(m_reading);
        takeKeys();
        const bool isWhole = m_reading.findings().errorCount() == 0;
        readEntries();
        if (!isWhole)
            return refused();
        takeEntries();
        m_file.jobErrors = m_reading.findings().takeErrors();
        makeJobs();
        m_file.includedFiles = m_includes.files();
        return m_file;
    }

    Result readAlone()
    {
        if (!readOwn({}, false))
            return refused();
        m_file.warnings = m_reading.findings().takeWarnings();
        return m_file;
    }

    Result readBack(const batch::BatchSource &meant)
    {
        if (!readOwn(meant.included, true))
            return refused();
        QList<batch::JobSource> &entries = m_file.source.jobs;
        for (qsizetype i = 0; i < std::min(entries.size(), meant.jobs.size()); ++i)
            entries[i].job.id = meant.jobs[i].id();
        makeJobs();
        addPaths(meant.included);
        return m_file;
    }

private:
    tl::unexpected<QList<Diagnostic>> refused()
    {
        return tl::unexpected(m_reading.findings().takeErrors());
    }

    /// The file's own text; false: it is none as a whole. `included` is what is known of the files
    /// that it includes, and without what they say an entry can't be `complete`.
    bool readOwn(const QList<batch::Included> &included, bool complete)
    {
        if (!m_reading.parse())
            return false;
        m_reading.readKeys(true);
        takeKeys();
        m_file.source.included = included;
        const bool isWhole = m_reading.findings().errorCount() == 0;
        if (complete)
            readEntries();
        else
            m_reading.readEntries(nullptr);
        if (!isWhole)
            return false;
        takeEntries();
        m_file.jobErrors = m_reading.findings().takeErrors();
        return true;
    }

    void addPaths(const QList<batch::Included> &files)
    {
        for (const batch::Included &file : files) {
            if (!m_file.includedFiles.contains(file.path))
                m_file.includedFiles.append(file.path);
            addPaths(file.included);
        }
    }

    void takeKeys()
    {
        const FileKeys &keys = m_reading.keys();
        batch::BatchSource &source = m_file.source;
        source.settings = keys.settings;
        source.vars = keys.vars;
        source.defaults = keys.defaults;
        source.maxVariations = keys.maxVariations;
        for (const FileKeys::Include &include : keys.include)
            source.include.append(include.path);
    }

    void readEntries()
    {
        // Without all its defaults, nobody knows what an entry misses.
        const batch::Levels levels(m_file.source);
        const bool knowsDefaults = m_reading.keys().areDefaultsSound
            && m_file.source.included.size() == m_file.source.include.size();
        m_reading.readEntries(knowsDefaults ? &levels : nullptr);
    }

    void takeEntries()
    {
        m_file.source.jobs = m_reading.takeSources();
        for (const ReadEntry &entry : m_reading.entries())
            m_file.entryLines.append(m_reading.lineOf(entry));
    }

    /// Errors in jobs of included files cost those jobs, and are no reason not to write this file.
    void makeJobs()
    {
        batch::Expansion expansion = batch::expand(m_file.source);
        const QList<SameName> same = sameNames(expansion);
        if (!same.isEmpty() || !expansion.problems.isEmpty())
            report(expansion.problems, same);
        m_file.batch.settings = batch::madeSettings(m_file.source);
        m_file.batch.jobs.reserve(expansion.jobs.size());
        m_file.jobLines.reserve(expansion.jobs.size());
        m_file.jobFiles.reserve(expansion.jobs.size());
        for (batch::MadeJob &made : expansion.jobs) {
            const bool isOwn = made.entry >= 0;
            const Includes::Place place =
                isOwn ? ownPlace(made.entry) : m_includes.placeOf(made.source);
            m_file.jobLines.append(place.entry ? place.file->lineOf(*place.entry) : 0);
            m_file.jobFiles.append(made.includedFrom);
            m_file.batch.jobs.append(std::move(made.job));
        }
        m_file.expansionErrors = m_reading.findings().takeErrors() + m_includes.takeErrors();
        m_file.warnings = m_reading.findings().takeWarnings() + m_includes.takeWarnings();
    }

    Includes::Place ownPlace(qsizetype entry) { return {&m_reading, &m_reading.entries()[entry]}; }

    /// What is wrong with entries of included files has no place where those were not read.
    void report(const QList<batch::EntryProblem> &problems, const QList<SameName> &same)
    {
        for (const batch::EntryProblem &each : problems) {
            const Includes::Place place =
                each.entry >= 0 ? ownPlace(each.entry) : m_includes.placeOf(each.source);
            if (place.entry) {
                place.file->report(*place.entry, each.key, each.job.simplified(),
                                   each.problem.severity, each.problem.message);
            }
        }
        QHash<batch::JobId, qsizetype> own;
        for (qsizetype i = 0; i < (same.isEmpty() ? 0 : m_file.source.jobs.size()); ++i)
            own.insert(m_file.source.jobs[i].id(), i);
        const auto placeOf = [&](batch::JobId id) {
            const auto entry = own.constFind(id);
            return entry == own.constEnd() ? m_includes.placeOf(id) : ownPlace(*entry);
        };
        for (const SameName &each : same) {
            const Includes::Place first = placeOf(each.first);
            const Includes::Place other = placeOf(each.other);
            if (first.entry && other.entry) {
                other.file->report(*other.entry, u"name"_s, each.name, batch::Severity::Warning,
                                   sameNameText(first, other));
            }
        }
    }

    static QString sameNameText(const Includes::Place &first, const Includes::Place &other)
    {
        const int line = first.file->lineOf(*first.entry);
        if (first.file == other.file) {
            return tr("The job on line %1 has the same name. Result files get a number to tell "
                      "them apart.")
                .arg(line);
        }
        return tr("The job on line %1 of %2 has the same name. Result files get a number to tell "
                  "them apart.")
            .arg(line)
            .arg(QFileInfo(first.file->path()).fileName());
    }

    FileReading m_reading;
    Includes m_includes;
    BatchFile m_file;
};

} // namespace

tl::expected<BatchFile, QList<Diagnostic>> readBatchFile(const QString &path)
{
    const auto text = readFileText(path);
    if (!text) {
        return tl::unexpected(QList<Diagnostic>{
            {batch::Severity::Error, path, 0, 0, QString(), QString(), text.error()}});
    }
    return readBatch(*text, formatFor(path), path);
}

tl::expected<BatchFile, QList<Diagnostic>> readBatch(const QByteArray &text, Format format,
                                                     const QString &path)
{
    return Reader(text, format, path).readAll();
}

tl::expected<BatchFile, QList<Diagnostic>> readSource(const QByteArray &text, Format format,
                                                      const QString &path)
{
    return Reader(text, format, path).readAlone();
}

tl::expected<BatchFile, QList<Diagnostic>> readBack(const QByteArray &text, Format format,
                                                    const QString &path,
                                                    const batch::BatchSource &meant)
{
    return Reader(text, format, path).readBack(meant);
}

} // namespace config
