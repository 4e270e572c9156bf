// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/document/batchdocument.h"

#include "batch/expansion/expand.h"
#include "batch/merging/adoption.h"
#include "session/document/batchcommands.h"

#include <algorithm>
#include <utility>

namespace ui {

BatchDocument::BatchDocument(catalog::Catalog catalog, QObject *parent)
    : QObject(parent)
    , m_known(std::move(catalog))
    , m_catalog(m_known)
{
    connect(&m_undoStack, &QUndoStack::cleanChanged, this,
            [this](bool clean) { emit modifiedChanged(!clean); });
}

BatchDocument::~BatchDocument()
{
    // The stack says cleanChanged as it goes, when there is no document any more to say it for.
    m_undoStack.disconnect(this);
}

void BatchDocument::setCatalog(const catalog::Catalog &catalog)
{
    m_known = catalog;
    refreshCatalog();
    emit catalogChanged();
}

void BatchDocument::refreshCatalog()
{
    const catalog::Catalog before = std::exchange(m_catalog, m_known.withOverrides(m_overrides));
    m_findings.noteCatalog(before, m_catalog, batch().jobs);
    m_findings.settleReferences(m_catalog, batch().jobs);
    m_problems.clear();
}

bool BatchDocument::takeOverrides()
{
    auto overrides = batch::madeSettings(m_source).models;
    if (overrides == m_overrides)
        return false;
    m_overrides = std::move(overrides);
    refreshCatalog();
    return true;
}

batch::Job BatchDocument::job(int row) const
{
    return batch::withDefaults(m_source, entry(row));
}

int BatchDocument::rowOf(batch::JobId id) const
{
    if (m_rows.isEmpty()) {
        m_rows.reserve(batch().jobs.size());
        for (int row = 0; row < jobCount(); ++row) {
            m_rows.insert(entry(row).id(), row);
            const MadeJobs::Range range = made(row);
            for (int index = range.first; index < range.first + range.count; ++index)
                m_rows.insert(batch().jobs.at(index).id, row);
        }
    }
    return m_rows.value(id, -1);
}

const batch::Job *BatchDocument::madeJob(batch::JobId id) const
{
    const int index = madeIndexOf(id);
    return index < 0 ? nullptr : &batch().jobs.at(index);
}

QList<batch::JobId> BatchDocument::madeIds(int row) const
{
    QList<batch::JobId> ids;
    const MadeJobs::Range range = made(row);
    for (int index = range.first; index < range.first + range.count; ++index)
        ids.append(batch().jobs.at(index).id);
    return ids;
}

const MadeJobs::IncludedFile *BatchDocument::includedFileOf(int index) const
{
    for (const MadeJobs::IncludedFile &file : includedFiles()) {
        if (index >= file.made.first && index < file.made.first + file.made.count)
            return &file;
    }
    return nullptr;
}

QString BatchDocument::includedFrom(int index) const
{
    const MadeJobs::IncludedFile *file = includedFileOf(index);
    return file ? file->path : QString();
}

QList<batch::EntryProblem> BatchDocument::entryProblems(int row) const
{
    return m_made.problemsOf(entry(row).id());
}

QList<batch::Problem> BatchDocument::problems(int row) const
{
    const MadeJobs::Range range = made(row);
    const batch::JobId id = entry(row).id();
    if (range.count == 1 && m_made.problemsOf(id).isEmpty())
        return m_findings.problemsOf(m_catalog, batch().jobs.at(range.first));
    const auto known = m_problems.constFind(id);
    return known != m_problems.constEnd() ? *known : *m_problems.insert(id, allProblems(row));
}

QList<batch::Problem> BatchDocument::allProblems(int row) const
{
    QList<batch::Problem> all;
    QSet<std::pair<QString, QString>> known;
    const auto add = [&](const batch::Problem &problem) {
        const std::pair key(problem.message, batch::toKey(problem.field) + problem.parameter);
        if (!known.contains(key))
            all.append(problem);
        known.insert(key);
    };
    for (const batch::EntryProblem &problem : entryProblems(row))
        add(problem.problem);
    const MadeJobs::Range range = made(row);
    for (int index = range.first; index < range.first + range.count; ++index) {
        for (const auto &problem : m_findings.problemsOf(m_catalog, batch().jobs.at(index)))
            add(problem);
    }
    return all;
}

QList<batch::Problem> BatchDocument::problemsOf(batch::JobId id) const
{
    const batch::Job *job = madeJob(id);
    return job ? m_findings.problemsOf(m_catalog, *job) : QList<batch::Problem>();
}

catalog::Estimate BatchDocument::estimateOf(batch::JobId id) const
{
    const batch::Job *job = madeJob(id);
    return job ? m_findings.estimateOf(m_catalog, *job) : catalog::Estimate();
}

catalog::Estimate BatchDocument::costOf(int row) const
{
    const MadeJobs::Range range = made(row);
    const auto first = std::next(batch().jobs.cbegin(), range.first);
    const bool noneIsOn =
        std::none_of(first, std::next(first, range.count), std::mem_fn(&batch::Job::enabled));
    catalog::Estimate sum;
    bool isFirst = true;
    for (int index = range.first; index < range.first + range.count; ++index) {
        const batch::Job &job = batch().jobs.at(index);
        if (!job.enabled && !noneIsOn)
            continue;
        const catalog::Estimate each = m_findings.estimateOf(m_catalog, job);
        if (std::exchange(isFirst, false)) {
            sum = each;
        } else {
            sum.cost += each.cost;
            sum.guess = sum.guess || each.guess;
        }
    }
    return sum;
}

void BatchDocument::reset()
{
    replaceAll({}, std::nullopt);
}

void BatchDocument::reset(const config::BatchFile &file)
{
    replaceAll(file.source, file);
}

void BatchDocument::replaceAll(const batch::BatchSource &source,
                               const std::optional<config::BatchFile> &origin)
{
    emit aboutToReset();
    m_source = source;
    const bool otherModels = remakeAll();
    m_origin = origin;
    m_versions.clear();
    if (origin)
        addVersion(*origin);
    emit wasReset();
    if (otherModels)
        emit catalogChanged();
    m_undoStack.clear();
    emit pathChanged(path());
}

void BatchDocument::changeAll(const std::function<void()> &change)
{
    const batch::BatchSettings before = m_source.settings;
    change();
    // What other files hold is on the disk, whatever it was when a step was made.
    if (m_origin && m_origin->source.include == m_source.include)
        m_source.included = m_origin->source.included;
    const bool otherModels = remakeAll();
    emit allChanged();
    if (otherModels)
        emit catalogChanged();
    if (m_source.settings != before)
        emit settingsChanged();
}

void BatchDocument::reload(const config::BatchFile &file)
{
    batch::BatchSource source = file.source;
    batch::adoptIds(source, m_source);
    takeFile(file, source, tr("Reload the file"));
    emit wasReloaded();
}

void BatchDocument::reloadMerged(const config::BatchFile &file, const batch::BatchSource &merged)
{
    takeFile(file, merged, tr("Take over changes of the file"));
    emit wasReloaded();
}

void BatchDocument::markSavedElsewhere(const config::BatchFile &file,
                                       const batch::BatchSource &moved)
{
    takeFile(file, moved, tr("Write paths for another folder"));
}

void BatchDocument::markSaved(const config::BatchFile &file, config::Layout layout)
{
    const QString before = path();
    if (file.path != before || layout == config::Layout::Clean)
        m_versions.clear();
    setOrigin(file);
    addVersion(*m_origin);
    // What it includes may have been changed while it was written.
    if (m_origin->source.include == m_source.include
        && m_origin->source.included != m_source.included)
        changeAll([] {});
    m_undoStack.setClean();
    if (path() != before)
        emit pathChanged(path());
}

void BatchDocument::takeFile(const config::BatchFile &file, const batch::BatchSource &source,
                             const QString &text)
{
    const QString before = path();
    config::BatchFile adopted = file;
    // What was renamed here and is written otherwise has its lines there all the same.
    const batch::BatchSource saved = m_origin ? m_origin->source : batch::BatchSource();
    batch::adoptIds(adopted.source, source, saved);
    const bool isOtherText = !m_origin || !batch::sameContent(adopted.source, saved);
    setOrigin(adopted);
    m_versions.clear();
    addVersion(*m_origin);
    batch::BatchSource here = m_source;
    here.included = source.included;
    if (here != source)
        m_undoStack.push(new SourceCommand(this, source, text));
    else if (m_source.included != m_origin->source.included)
        changeAll([] {}); // no step: what others wrote elsewhere can't be undone here
    if (batch::sameContent(source, adopted.source))
        m_undoStack.setClean();
    else if (isOtherText)
        m_undoStack.resetClean();
    if (path() != before)
        emit pathChanged(path());
}

void BatchDocument::addVersion(const config::BatchFile &file)
{
    constexpr qsizetype most = 10;
    constexpr qsizetype mostBytes = 64 * 1024 * 1024;
    config::BatchFile version;
    version.path = file.path;
    version.format = file.format;
    version.text = file.text;
    version.source = file.source;
    version.jobErrors = file.jobErrors;
    m_versions.append(version);
    qsizetype bytes = 0;
    for (const config::BatchFile &each : std::as_const(m_versions))
        bytes += each.text.size();
    // The opened one has most to give back.
    while (m_versions.size() > 2 && (m_versions.size() > most || bytes > mostBytes))
        bytes -= m_versions.takeAt(1).text.size();
}

void BatchDocument::setOrigin(const config::BatchFile &file)
{
    m_origin = file;
    // Results stay with the jobs of included files, too.
    batch::adoptIncludedIds(m_origin->source.included, m_source.included);
}

} // namespace ui
