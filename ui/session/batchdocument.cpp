// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/batchdocument.h"

#include "catalog/modelcheck.h"
#include "session/batchcommands.h"
#include "session/jobnames.h"

#include <QSet>

#include <algorithm>

namespace ui {

namespace {

/// Ascending, without repeats, without rows that don't exist.
QList<int> tidied(QList<int> rows, int jobCount)
{
    std::sort(rows.begin(), rows.end());
    rows.resize(std::unique(rows.begin(), rows.end()) - rows.begin());
    rows.removeIf([jobCount](int row) { return row < 0 || row >= jobCount; });
    return rows;
}

} // namespace

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
    applyOverrides();
}

void BatchDocument::applyOverrides()
{
    m_catalog = m_known.withOverrides(m_batch.settings.models);
    forgetAll();
    emit catalogChanged();
}

int BatchDocument::rowOf(batch::JobId id) const
{
    if (m_rows.isEmpty()) {
        m_rows.reserve(m_batch.jobs.size());
        for (int row = 0; row < jobCount(); ++row)
            m_rows.insert(job(row).id, row);
    }
    return m_rows.value(id, -1);
}

QList<batch::Problem> BatchDocument::problems(int row) const
{
    const batch::Job &checked = job(row);
    const auto known = m_problems.constFind(checked.id);
    if (known != m_problems.constEnd())
        return *known;
    return *m_problems.insert(checked.id, catalog::check(m_catalog, checked));
}

catalog::Estimate BatchDocument::estimate(int row) const
{
    const batch::Job &priced = job(row);
    const auto known = m_estimates.constFind(priced.id);
    if (known != m_estimates.constEnd())
        return *known;
    return *m_estimates.insert(priced.id, catalog::estimate(m_catalog, priced));
}

void BatchDocument::forget(batch::JobId job)
{
    m_problems.remove(job);
    m_estimates.remove(job);
}

void BatchDocument::forgetAll()
{
    m_problems.clear();
    m_estimates.clear();
}

void BatchDocument::reset()
{
    replaceAll({}, std::nullopt);
}

void BatchDocument::reset(const config::BatchFile &file)
{
    replaceAll(file.batch, file);
}

void BatchDocument::replaceAll(const batch::Batch &batch,
                               const std::optional<config::BatchFile> &origin)
{
    emit aboutToReset();
    const bool otherModels = m_batch.settings.models != batch.settings.models;
    m_batch = batch;
    m_origin = origin;
    if (otherModels)
        m_catalog = m_known.withOverrides(m_batch.settings.models);
    forgetAll();
    m_rows.clear();
    emit wasReset();
    if (otherModels)
        emit catalogChanged();
    m_undoStack.clear();
    emit pathChanged(path());
}

void BatchDocument::markSaved(const config::BatchFile &file)
{
    const QString before = path();
    m_origin = file;
    m_undoStack.setClean();
    if (path() != before)
        emit pathChanged(path());
}

void BatchDocument::changeJob(int row, const batch::Job &job, const QString &text, int mergeKey)
{
    ChangeJobsCommand::Change change{row, this->job(row), job};
    change.after.id = change.before.id;
    if (change.after != change.before)
        m_undoStack.push(new ChangeJobsCommand(this, {change}, text, mergeKey));
}

void BatchDocument::changeJobs(const QHash<int, batch::Job> &jobs, const QString &text,
                               int mergeKey)
{
    QList<ChangeJobsCommand::Change> changes;
    for (auto it = jobs.begin(); it != jobs.end(); ++it) {
        ChangeJobsCommand::Change change{it.key(), job(it.key()), it.value()};
        change.after.id = change.before.id;
        if (change.after != change.before)
            changes.append(change);
    }
    std::sort(changes.begin(), changes.end(),
              [](const auto &a, const auto &b) { return a.row < b.row; });
    if (!changes.isEmpty())
        m_undoStack.push(new ChangeJobsCommand(this, changes, text, mergeKey));
}

void BatchDocument::insertJobs(int row, QList<batch::Job> jobs, const QString &text)
{
    if (jobs.isEmpty())
        return;
    QSet<batch::JobId> inserted;
    for (batch::Job &job : jobs) {
        if (rowOf(job.id) >= 0 || inserted.contains(job.id))
            job.id = batch::newJobId();
        inserted.insert(job.id);
    }
    m_undoStack.push(
        new InsertJobsCommand(this, std::clamp(row, 0, jobCount()), std::move(jobs), text));
}

void BatchDocument::removeJobs(QList<int> rows)
{
    rows = tidied(std::move(rows), jobCount());
    if (rows.isEmpty())
        return;
    const auto count = static_cast<int>(rows.size());
    const QString text = count == 1 ? tr("Delete job") : tr("Delete %n jobs", nullptr, count);
    m_undoStack.push(new RemoveJobsCommand(this, rows, jobCount(), text));
}

int BatchDocument::duplicateJobs(QList<int> rows)
{
    rows = tidied(std::move(rows), jobCount());
    if (rows.isEmpty())
        return -1;
    JobNames names(m_batch.jobs);
    QList<batch::Job> copies;
    copies.reserve(rows.size());
    for (const int row : std::as_const(rows)) {
        batch::Job copy = job(row);
        copy.id = batch::newJobId();
        copy.name = names.take(copy.name);
        copies.append(copy);
    }
    const int first = rows.constLast() + 1;
    const auto count = static_cast<int>(rows.size());
    insertJobs(first, copies,
               count == 1 ? tr("Duplicate job") : tr("Duplicate %n jobs", nullptr, count));
    return first;
}

void BatchDocument::moveJobs(QList<int> rows, int before)
{
    rows = tidied(std::move(rows), jobCount());
    const QList<int> order =
        orderWithRowsBefore(rows, std::clamp(before, 0, jobCount()), jobCount());
    if (std::is_sorted(order.begin(), order.end()))
        return;
    const auto count = static_cast<int>(rows.size());
    m_undoStack.push(new ReorderJobsCommand(
        this, order, count == 1 ? tr("Move job") : tr("Move %n jobs", nullptr, count)));
}

void BatchDocument::changeSettings(const batch::BatchSettings &settings, const QString &text)
{
    if (settings != m_batch.settings)
        m_undoStack.push(new SettingsCommand(this, settings, text));
}

QString BatchDocument::uniqueName(const QString &wanted) const
{
    return JobNames(m_batch.jobs).take(wanted);
}

} // namespace ui
