// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchfile.h"
#include "config/reading/filetext.h"
#include "config/reading/findings.h"
#include "config/reading/jobreader.h"
#include "config/reading/jsontree.h"
#include "config/reading/mapreader.h"
#include "config/reading/nearmiss.h"
#include "config/reading/yamltree.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace config {

namespace {

class Reader
{
    Q_DECLARE_TR_FUNCTIONS(config::BatchReader)

public:
    Reader(const QByteArray &text, Format format, const QString &path)
        : m_body(text.mid(byteOrderMarkSize(text)))
        , m_findings(path, m_body)
    {
        m_file.path = path;
        m_file.format = format;
        m_file.text = text;
    }

    tl::expected<BatchFile, QList<Diagnostic>> read()
    {
        if (const auto bad = checkCharacters(m_body))
            return refused(bad->at, bad->message);
        const auto tree = m_file.format == Format::Json ? parseJson(m_body) : parseYaml(m_body);
        if (!tree)
            return refused(tree.error().at, tree.error().message);
        const NodePtr root = tree->root;
        if (!root || root->kind == Node::Kind::Null)
            return refused(-1, tr("The file is empty. Expected the key jobs with a list of jobs."));
        if (root->kind != Node::Kind::Map) {
            return refused(root->at,
                           tr("Expected keys such as output_dir and jobs, but found %1.")
                               .arg(MapReader::describe(*root)));
        }
        readAll(*root);
        return m_wholeErrors > 0
            ? tl::expected<BatchFile, QList<Diagnostic>>(tl::unexpected(m_findings.takeErrors()))
            : finished();
    }

private:
    tl::unexpected<QList<Diagnostic>> refused(int at, const QString &message)
    {
        m_findings.error(at, {}, message);
        return tl::unexpected(m_findings.takeErrors());
    }

    void readAll(const Node &root)
    {
        m_file.batch.settings = readSettings(root, m_file.format, m_findings);
        const Entry *jobs = root.find(u"jobs");
        if (!jobs)
            reportMissingJobs(root);
        else if (jobs->value->kind != Node::Kind::List)
            reportNoList(*jobs->value);
        m_wholeErrors = m_findings.errorCount();
        if (jobs && jobs->value->kind == Node::Kind::List)
            readJobs(*jobs->value);
    }

    void readJobs(const Node &list)
    {
        QHash<QString, int> lineOfName;
        for (size_t i = 0; i < list.items.size(); ++i) {
            const Node &node = *list.items[i];
            const auto job = readJob(node, qsizetype(i), m_file.format, m_findings);
            if (!job)
                continue;
            const int line = m_findings.lineOf(node.at);
            m_file.batch.jobs.append(*job);
            m_file.jobLines.append(line);
            const auto same = lineOfName.constFind(job->name);
            if (same == lineOfName.constEnd())
                lineOfName.insert(job->name, line);
            else
                reportSameName(node, i, job->name, *same);
        }
    }

    tl::expected<BatchFile, QList<Diagnostic>> finished()
    {
        m_file.warnings = m_findings.takeWarnings();
        m_file.jobErrors = m_findings.takeErrors();
        return m_file;
    }

    void reportMissingJobs(const Node &root)
    {
        for (const Entry &entry : root.entries) {
            if (!nearMiss(entry.key, {u"jobs"_s}).isEmpty()) {
                m_findings.error(
                    entry.at, entry.key,
                    tr("jobs is missing. Did you mean jobs where %1 stands?").arg(entry.key));
                return;
            }
        }
        m_findings.error(-1, u"jobs"_s, tr("jobs is missing. Expected a list of jobs below it."));
    }

    void reportNoList(const Node &node)
    {
        m_findings.error(node.at, u"jobs"_s,
                         tr("Expected a list of jobs, each beginning with a dash, but found %1. An "
                            "empty batch is written as jobs: [].")
                             .arg(MapReader::describe(node)));
    }

    void reportSameName(const Node &node, size_t index, const QString &name, int line)
    {
        const Entry *entry = node.find(u"name");
        m_findings.setJob(name);
        m_findings.warning(entry->value->at, u"jobs[%1].name"_s.arg(index),
                           tr("The job on line %1 has the same name. Result files get a number to "
                              "tell them apart.")
                               .arg(line));
        m_findings.setJob({});
    }

    QByteArray m_body;
    Findings m_findings;
    BatchFile m_file;
    qsizetype m_wholeErrors = 0; ///< errors that are no single job's
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
    return Reader(text, format, path).read();
}

} // namespace config
