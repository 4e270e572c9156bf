// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/tojobs.h"

#include "batch/expansion/expand.h"
#include "batch/expansion/fields.h"
#include "batch/expansion/newentries.h"
#include "batch/expansion/texts.h"
#include "batch/jobcheck.h"
#include "sheet/literal.h"
#include "sheet/reading/cellvalues.h"
#include "sheet/reading/filling.h"
#include "sheet/writing.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sheet {

namespace {

using batch::BracedText;
using batch::Braces;
using batch::Field;
using batch::Job;
using batch::JobSource;
using batch::Severity;
using Kind = ColumnUse::Kind;

/// Every variable that a text of the job names.
QSet<QString> namesIn(const Job &job)
{
    const batch::Merged merged{job, {}, {}, {}};
    QStringList names = BracedText(job.name, Braces::Names).variables();
    for (const auto &[key, variables] : batch::JobTexts(merged, {}).variables())
        names += variables;
    return {names.begin(), names.end()};
}

bool isUnreadable(const QString &cell)
{
    return cell.contains(QChar::ReplacementCharacter) || !cell.isValidUtf16();
}

bool hasControls(const QString &cell)
{
    return std::any_of(cell.begin(), cell.end(), [](QChar c) {
        return (c < u' ' && c != u'\n' && c != u'\t') || (c >= u'\x7F' && c < u'\xA0')
            || c >= u'\xFFFE';
    });
}

class Rows
{
    Q_DECLARE_TR_FUNCTIONS(sheet::Rows)

public:
    Rows(const Table &table, const Mapping &mapping, const Template &pattern,
         const batch::BatchSource &batch)
        : m_table(table)
        , m_pattern(pattern)
        , m_batch(batch)
        , m_name(pattern.job.job.name, Braces::Names)
        , m_entries(batch)
    {
        readPattern();
        m_known = m_shared;
        for (qsizetype column = 0; column < table.columnCount(); ++column) {
            Column one;
            one.use = mapping.value(column);
            one.title = columnTitle(table, column);
            const QString heading = columnVariable(table.header[column], column);
            if (one.use.kind == Kind::Variable)
                one.variable = one.use.name;
            else if (one.use.kind != Kind::LeftOut && m_named.contains(heading))
                one.variable = heading;
            if (!one.variable.isEmpty())
                m_known.insert(one.variable);
            m_columns.append(one);
        }
    }

    Import import()
    {
        m_import.jobs.reserve(m_table.rows.size());
        for (const Row &row : m_table.rows)
            add(row);
        return m_import;
    }

private:
    struct Column
    {
        ColumnUse use;
        QString title;
        QString variable; ///< that it gives; empty: none
    };

    /// What the template's texts name, and the batch's for it, whichever type a row has in the end.
    void readPattern()
    {
        JobSource entry = m_pattern.job;
        for (const batch::MediaType type : {batch::MediaType::Image, batch::MediaType::Video}) {
            entry.job.type = type;
            entry.saysType = true;
            m_named += namesIn(batch::withDefaults(m_batch, entry));
            for (const QString &name : batch::variablesFor(m_batch, entry).keys())
                m_shared.insert(name);
        }
    }

    void add(const Row &row)
    {
        const qsizetype before = m_import.problems.size();
        JobSource entry = m_pattern.job;
        entry.job.id = batch::newJobId();
        entry.job.name.clear();
        if (row.surplus > 0) {
            problem(row, {},
                    tr("The row has more cells than the header. If a text has the separator in "
                       "it, put the text in quotes."));
        }
        take(row, entry, false);
        take(row, entry, true); // what they are hangs on the model, which may have a column
        if (m_import.problems.size() == before)
            check(row, entry);
        if (m_import.problems.size() == before) {
            entry.job.name = nameOf(row, entry);
            if (make(row, entry))
                return;
        }
        ++m_import.rowsLeftOut;
    }

    void take(const Row &row, JobSource &entry, bool parameters)
    {
        for (qsizetype column = 0; column < m_columns.size(); ++column) {
            const Kind kind = m_columns[column].use.kind;
            if (kind != Kind::LeftOut && (kind == Kind::Parameter) == parameters)
                take(row, m_columns[column], row.cells.value(column), entry);
        }
    }

    void take(const Row &row, const Column &column, const QString &written, JobSource &entry)
    {
        const QString cell = unguarded(written);
        const bool isEmpty = QStringView(cell).trimmed().isEmpty();
        // Also an empty one, where nobody else says the variable: a text that names it would have
        // a hole of that name.
        if (!column.variable.isEmpty() && (!isEmpty || isBlank(column.variable)))
            entry.vars.insert(column.variable, cell.trimmed());
        if (isEmpty)
            return;
        if (isUnreadable(cell)) {
            problem(row, column.title,
                    tr("The cell has characters that can't be read. Choose another encoding, or "
                       "mend the cell."));
        } else if (hasControls(cell)) {
            problem(row, column.title,
                    tr("The cell has an invisible control character. Take it out."));
        } else if (column.use.kind == Kind::Field) {
            const auto braces =
                column.use.name == u"prompt" ? Braces::NamesAndChoices : Braces::Names;
            if (const auto fault = fill(entry, column.use.name, literal(cell, m_known, braces)))
                problem(row, column.title, *fault);
        } else if (column.use.kind == Kind::Parameter) {
            entry.job.params.insert(column.use.name, parameter(entry, column.use.name, cell));
        }
    }

    /// Whether a row says that variable without a text for it. Of a wide sheet with next to nothing
    /// in it not all that would be: they take memory, and far fewer are more than a batch file can
    /// hold.
    bool isBlank(const QString &variable)
    {
        constexpr qsizetype most = 1'000'000;
        return !m_shared.contains(variable) && m_blanks++ < most;
    }

    QJsonValue parameter(const JobSource &entry, const QString &name, const QString &cell)
    {
        const QString text = literal(cell.trimmed(), m_known, Braces::Names);
        const QString model = batch::withDefaults(m_batch, entry).model;
        auto texts = m_textParameters.constFind(model);
        if (texts == m_textParameters.constEnd()) {
            texts = m_textParameters.insert(
                model, m_pattern.textParameters ? m_pattern.textParameters(model) : QStringList());
        }
        return texts->contains(name) ? QJsonValue(text) : parameterValue(text);
    }

    /// What no model could make, and what is missing.
    void check(const Row &row, const JobSource &entry)
    {
        Job job = batch::withDefaults(m_batch, entry);
        job.name = u"-"_s;
        for (const batch::Problem &found : batch::check(job)) {
            if (found.severity == Severity::Error)
                problem(row, titleOf(batch::toKey(found.field)), wordsFor(found));
        }
    }

    static QString wordsFor(const batch::Problem &found)
    {
        if (found.field == Field::Prompt)
            return tr("There is no prompt: write one that all rows share, or give each its own.");
        if (found.field == Field::Model)
            return tr("There is no model: choose one for all rows, or give each its own.");
        return found.message;
    }

    /// The column that fills a key of the file.
    QString titleOf(const QString &key) const
    {
        const bool isSide = key == u"width" || key == u"height";
        for (const Column &column : m_columns) {
            const QString use = column.use.toKey();
            if (use == key || (isSide && use == u"size"))
                return column.title;
        }
        return {};
    }

    /// Whether the batch makes jobs of the entry.
    bool make(const Row &row, JobSource &entry)
    {
        const batch::Expansion expansion = m_entries.add(entry);
        bool isSound = true;
        for (const batch::EntryProblem &found : expansion.problems) {
            problem(row, titleOf(found.key), found.problem.message, found.problem.severity);
            isSound = isSound && found.problem.severity != Severity::Error;
        }
        if (!isSound)
            return false;
        m_import.jobs.append(entry);
        for (const batch::MadeJob &made : expansion.jobs)
            m_import.made.append({made.job, row.number, row.line});
        return true;
    }

    QString nameOf(const Row &row, const JobSource &entry) const
    {
        QString name = entry.job.name;
        if (name.isEmpty())
            name = namePattern(entry.vars);
        if (name.isEmpty())
            name = tr("Row %1").arg(row.number);
        return name;
    }

    /// The template's name with the row's variables in it. What else it refers to (the take, a
    /// choice) is for the batch to put in.
    QString namePattern(batch::Variables values) const
    {
        for (QString &value : values)
            value = batch::withoutMeaning(value, Braces::Names);
        return m_name.with(values).simplified();
    }

    void problem(const Row &row, const QString &column, const QString &message,
                 Severity severity = Severity::Error)
    {
        m_import.problems.append({row.number, row.line, column, message, severity});
    }

    const Table &m_table;
    const Template &m_pattern;
    const batch::BatchSource &m_batch;
    BracedText m_name;
    QList<Column> m_columns;
    QSet<QString> m_named;                        ///< variables in texts that rows share
    QSet<QString> m_shared;                       ///< variables that rows have without a column
    QSet<QString> m_known;                        ///< those that cells may name
    QHash<QString, QStringList> m_textParameters; ///< by model
    qsizetype m_blanks = 0;                       ///< variables without a text, of all rows
    batch::NewEntries m_entries;
    Import m_import;
};

} // namespace

Import toJobs(const Table &table, const Mapping &mapping, const Template &pattern,
              const batch::BatchSource &batch)
{
    return Rows(table, mapping, pattern, batch).import();
}

} // namespace sheet
