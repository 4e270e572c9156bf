// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with JobTableModel's rows, and at which cell it is said.
#include "jobs/table/jobtablemodel.h"
#include "session/document/batchdocument.h"

namespace ui {

using batch::Field;
using Kind = JobRow::Kind;

namespace {

JobTableModel::Column columnOf(Field field)
{
    switch (field) {
    case Field::Name:
        return JobTableModel::NameColumn;
    case Field::Type:
        return JobTableModel::TypeColumn;
    case Field::Model:
    case Field::Image:
    case Field::ImageUrl:
    case Field::Seed:
    case Field::Params:
        return JobTableModel::ModelColumn;
    case Field::Prompt:
    case Field::NegativePrompt:
        return JobTableModel::PromptColumn;
    case Field::Width:
    case Field::Height:
    case Field::AspectRatio:
    case Field::Duration:
    case Field::Resolution:
        return JobTableModel::SizeColumn;
    case Field::MaxWait:
    case Field::MaxRetries:
        break;
    }
    return JobTableModel::StateColumn;
}

} // namespace

QList<batch::Problem> JobTableModel::problemsOf(int row) const
{
    const JobRow &of = m_rows.at(row);
    if (of.kind == Kind::File)
        return fileProblems(row);
    const int entry = of.kind == Kind::Entry ? entryOf(row) : -1;
    return entry >= 0 ? m_document->problems(entry) : m_document->problemsOf(of.id);
}

QList<batch::Problem> JobTableModel::fileProblems(int row) const
{
    QList<batch::Problem> problems;
    const MadeJobs::IncludedFile *file = m_rows.fileOf(row);
    for (const batch::EntryProblem &each : file ? file->problems : QList<batch::EntryProblem>()) {
        batch::Problem problem = each.problem;
        problem.field = Field::Name;
        //: Something that is wrong with a job of an included file: its name, and what it is.
        problem.message = tr("%1: %2").arg(each.job, problem.message);
        problems.append(problem);
    }
    return problems;
}

QList<batch::Problem> JobTableModel::problemsAt(int row, Column column) const
{
    QList<batch::Problem> problems = problemsOf(row);
    problems.removeIf(
        [column](const batch::Problem &problem) { return columnOf(problem.field) != column; });
    return problems;
}

QString JobTableModel::problemText(int row, Column column) const
{
    QStringList lines;
    for (const batch::Problem &problem : problemsAt(row, column))
        lines.append(problem.message);
    return lines.join(u'\n');
}

QVariant JobTableModel::severity(int row, Column column) const
{
    const QList<batch::Problem> problems = problemsAt(row, column);
    if (problems.isEmpty())
        return {};
    return static_cast<int>(batch::hasError(problems) ? batch::Severity::Error
                                                      : batch::Severity::Warning);
}

} // namespace ui
