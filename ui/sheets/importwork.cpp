// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/importwork.h"

#include "catalog/estimate.h"
#include "catalog/modelcheck.h"
#include "config/capacity.h"
#include "jobs/jobtext.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

PreviewRow previewOf(const batch::Job &job, int row, const catalog::Catalog &catalog,
                     const catalog::Estimate &estimate)
{
    return {.name = job.name,
            .prompt = job.prompt,
            .size = jobtext::size(job, catalog.find(job.model)),
            .cost = jobtext::cost(estimate),
            .row = QLocale().toString(row),
            .problems = {},
            .enabled = job.enabled,
            .isRefused = false};
}

class Work
{
    Q_DECLARE_TR_FUNCTIONS(ui::ImportWork)

public:
    explicit Work(const ImportQuestion &question)
        : m_catalog(question.context.catalog)
        , m_batch(question.context.batch)
        , m_import(sheet::toJobs(*question.table, question.mapping, question.pattern,
                                 question.context.batch))
    {
    }

    ImportAnswer answer()
    {
        m_answer.jobs = m_import.jobs;
        m_answer.made = int(m_import.made.size());
        m_answer.rowsLeftOut = m_import.rowsLeftOut;
        for (const sheet::RowProblem &problem : m_import.problems)
            m_rowProblems[problem.row].append(problem.message);
        m_problems = m_import.problems;
        for (const sheet::Import::Made &made : m_import.made)
            add(made);
        m_answer.problems = sheet::toTexts(m_problems);
        if (!config::fitsInOneFile(m_batch, m_import.jobs))
            m_answer.obstacle = tooMuch();
        return m_answer;
    }

private:
    static QString tooMuch()
    {
        return tr("The batch would be larger than one file can be. Import fewer rows, or import "
                  "them into a batch of its own, which this one can include.");
    }

    void add(const sheet::Import::Made &made)
    {
        const batch::Job &job = made.job;
        const catalog::Estimate estimate = catalog::estimate(m_catalog, job);
        const QList<batch::Problem> found = catalog::check(m_catalog, job);
        const bool isRefused = batch::hasError(found);
        m_answer.refused += isRefused ? 1 : 0;
        if (job.enabled && !isRefused)
            m_answer.bill.add(job.model, estimate.cost, batch::JobState::Draft, estimate.guess);
        QStringList messages = m_rowProblems.value(made.row);
        for (const batch::Problem &problem : found) {
            m_problems.append({made.row, made.line, {}, problem.message, problem.severity});
            messages.append(problem.message);
        }
        m_answer.warned += !isRefused && !messages.isEmpty() ? 1 : 0;
        if (m_answer.preview.size() >= previewLength)
            return;
        PreviewRow shown = previewOf(job, made.row, m_catalog, estimate);
        shown.isRefused = isRefused;
        shown.problems = messages;
        m_answer.preview.append(shown);
    }

    const catalog::Catalog &m_catalog;
    const batch::BatchSource &m_batch;
    const sheet::Import m_import;
    QHash<int, QStringList> m_rowProblems; ///< messages, by row
    QList<sheet::RowProblem> m_problems;
    ImportAnswer m_answer;
};

} // namespace

SheetReading readSheet(const QByteArray &bytes, const std::optional<sheet::Dialect> &dialect)
{
    SheetReading reading;
    reading.dialect = dialect ? *dialect : sheet::guessDialect(bytes);
    auto table = sheet::readTable(bytes, reading.dialect);
    if (table) {
        reading.table = std::make_shared<const sheet::Table>(std::move(*table));
        reading.guess = sheet::guessMapping(*reading.table);
    } else {
        reading.fault = table.error().toText();
    }
    return reading;
}

ImportAnswer importAnswer(const ImportQuestion &question)
{
    return Work(question).answer();
}

} // namespace ui
