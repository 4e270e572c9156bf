// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/filereading.h"
#include "config/reading/keys/mapwords.h"

#include "batch/wording.h"
#include "config/reading/filetext.h"
#include "config/reading/keys/jobreader.h"
#include "config/reading/keys/mapreader.h"
#include "config/reading/tree/jsontree.h"
#include "config/reading/tree/yamltree.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace config {

namespace {

class Words
{
    // The texts are older than this file.
    Q_DECLARE_TR_FUNCTIONS(config::BatchReader)

public:
    static QString empty()
    {
        return tr("The file is empty. Expected the key jobs with a list of jobs.");
    }
    static QString oldLineBreaks()
    {
        return tr("The lines of this file end in a lone carriage return (CR), and so a comment at "
                  "its beginning takes in all of it. Save it with line breaks of Unix (LF) or "
                  "Windows (CRLF).");
    }
    static QString noKeys(const Node &root)
    {
        return tr("Expected keys such as output_dir and jobs, but found %1.")
            .arg(MapWords::found(root));
    }
    static QString jobsMeant(const QString &key)
    {
        return tr("jobs is missing. Did you mean jobs where %1 stands?").arg(key);
    }
    static QString noJobs() { return tr("jobs is missing. Expected a list of jobs below it."); }
    static QString noList(const Node &node)
    {
        return tr("Expected a list of jobs, each beginning with a dash, but found %1. An empty "
                  "batch is written as jobs: [].")
            .arg(MapWords::found(node));
    }
};

void reportMissingJobs(const Node &root, Findings &findings)
{
    for (const Entry &entry : root.entries) {
        if (!batch::nearMiss(entry.key, {u"jobs"_s}).isEmpty()) {
            findings.error(entry.at, entry.key, Words::jobsMeant(entry.key));
            return;
        }
    }
    findings.error(-1, u"jobs"_s, Words::noJobs());
}

} // namespace

FileReading::FileReading(const QByteArray &text, Format format, const QString &path, qsizetype most)
    : m_body(text.mid(byteOrderMarkSize(text)))
    , m_format(format)
    , m_path(path)
    , m_findings(path, m_body, most)
{
}

bool FileReading::parse()
{
    if (const auto bad = checkCharacters(m_body))
        return refuse(bad->at, bad->message);
    const auto tree = m_format == Format::Json ? parseJson(m_body) : parseYaml(m_body);
    if (!tree)
        return refuse(tree.error().at, tree.error().message);
    m_root = tree->root;
    const bool isOneLine = m_body.contains('\r') && !m_body.contains('\n');
    if (!m_root || m_root->kind == Node::Kind::Null)
        return refuse(-1, isOneLine ? Words::oldLineBreaks() : Words::empty());
    if (m_root->kind != Node::Kind::Map)
        return refuse(m_root->at, Words::noKeys(*m_root));
    return true;
}

void FileReading::readKeys(bool needsJobs)
{
    m_keys = readFileKeys(*m_root, m_format, m_findings);
    const Entry *jobs = m_root->find(u"jobs");
    if (!jobs && needsJobs)
        reportMissingJobs(*m_root, m_findings);
    else if (jobs && jobs->value->kind != Node::Kind::List)
        m_findings.error(jobs->value->at, u"jobs"_s, Words::noList(*jobs->value));
}

void FileReading::readEntries(const batch::Levels *levels)
{
    const Entry *jobs = m_root->find(u"jobs");
    if (!jobs)
        return;
    for (size_t i = 0; i < jobs->value->items.size(); ++i) {
        const NodePtr &node = jobs->value->items[i];
        auto entry = readEntry(*node, qsizetype(i), m_format, levels, m_findings);
        if (entry) {
            m_entries.append({node, qsizetype(i)});
            m_sources.append(*std::move(entry));
        }
    }
}

void FileReading::report(const ReadEntry &entry, const QString &key, const QString &job,
                         batch::Severity severity, const QString &message)
{
    const bool isError = severity == batch::Severity::Error;
    if (isError ? m_findings.skipsError() : m_findings.skipsWarning())
        return;
    const Node *node = entry.node.get();
    int at = node->at;
    for (const QString &part : key.split(u'.')) {
        const Entry *found = node->find(part);
        if (!found)
            break;
        node = found->value.get();
        at = node->at;
    }
    const QString path = u"jobs[%1]."_s.arg(entry.index) + key;
    m_findings.setJob(job);
    if (isError)
        m_findings.error(at, path, message);
    else
        m_findings.warning(at, path, message);
    m_findings.setJob({});
}

bool FileReading::refuse(int at, const QString &message)
{
    m_findings.error(at, {}, message);
    return false;
}

} // namespace config
