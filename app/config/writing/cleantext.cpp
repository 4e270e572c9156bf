// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchfile.h"
#include "config/reading/tree/jsontext.h"
#include "config/writing/filetree.h"
#include "config/writing/keyorder.h"
#include "config/writing/yamltext.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace config {

namespace {

/// The comments that a file begins with.
QByteArray headComment(const BatchFile &file)
{
    const QByteArray text = bodyOf(file);
    qsizetype end = 0;
    while (end < text.size() && text[end] == '#') {
        const qsizetype newline = text.indexOf('\n', end);
        end = newline < 0 ? text.size() : newline + 1;
    }
    QByteArray head = text.first(end).replace("\r\n", "\n");
    if (!head.isEmpty() && !head.endsWith('\n'))
        head += '\n';
    return head;
}

/// Settings and entries with their keys in the order that those have in the file.
class Ordered
{
public:
    Ordered(const batch::BatchSource &source, const BatchFile *origin)
        : m_source(source)
    {
        if (!origin)
            return;
        m_before = origin->source;
        m_root = treeOf(*origin).root;
        const Entry *jobs = m_root ? m_root->find(u"jobs") : nullptr;
        const qsizetype count = m_before.jobs.size();
        for (qsizetype i = 0; jobs && i < count; ++i) {
            if (jobs->value->items.size() == size_t(count))
                m_items.insert(m_before.jobs[i].id(), i);
        }
        if (jobs)
            m_jobs = jobs->value;
    }

    NodePtr settings() const
    {
        return inOrderOf(m_root.get(), contentOf(m_before), contentOf(m_source));
    }

    NodePtr entry(const batch::JobSource &entry) const
    {
        const auto found = m_items.constFind(entry.id());
        if (found == m_items.constEnd())
            return inOrderOf(nullptr, {}, contentOf(entry, m_source));
        return inOrderOf(m_jobs->items[size_t(*found)].get(),
                         contentOf(m_before.jobs[*found], m_before), contentOf(entry, m_source));
    }

private:
    const batch::BatchSource &m_source;
    batch::BatchSource m_before;
    NodePtr m_root;
    NodePtr m_jobs;
    QHash<batch::JobId, qsizetype> m_items;
};

QByteArray yamlJob(const Node &job)
{
    constexpr int dash = 2;
    QByteArray text;
    for (const Entry &entry : job.entries) {
        text += QByteArray(dash, ' ') + (text.isEmpty() ? "- " : "  ");
        const std::optional<ScalarStyle> style =
            entry.key == u"prompt" ? std::optional(promptStyle(entry.value->text)) : std::nullopt;
        text += yamlEntry(entry.key, *entry.value, dash + 2, {}, style);
    }
    return text;
}

QByteArray cleanYaml(const batch::BatchSource &source, const Ordered &ordered)
{
    QByteArray text;
    const NodePtr settings = ordered.settings();
    for (const Entry &entry : settings->entries)
        text += yamlEntry(entry.key, *entry.value, 0, {});
    if (source.jobs.isEmpty())
        return text + "jobs: []\n";
    text += text.isEmpty() ? "jobs:\n" : "\njobs:\n";
    for (const batch::JobSource &entry : source.jobs) {
        if (&entry != &source.jobs.first())
            text += '\n';
        text += yamlJob(*ordered.entry(entry));
    }
    return text;
}

QByteArray cleanJson(const batch::BatchSource &source, const Ordered &ordered)
{
    auto jobs = std::make_shared<Node>();
    jobs->kind = Node::Kind::List;
    for (const batch::JobSource &entry : source.jobs)
        jobs->items.push_back(ordered.entry(entry));
    Node root = *ordered.settings();
    root.entries.push_back({u"jobs"_s, jobs});
    return jsonValue(root, {}) + '\n';
}

} // namespace

QByteArray cleanText(const batch::BatchSource &source, Format format, const BatchFile *origin)
{
    const Ordered ordered(source, origin);
    if (format == Format::Json)
        return cleanJson(source, ordered);
    const bool hasHead = origin && origin->format == Format::Yaml;
    return (hasHead ? headComment(*origin) : QByteArray()) + cleanYaml(source, ordered);
}

} // namespace config
