// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/keylines.h"

#include "config/reading/filetext.h"
#include "config/reading/findings.h"
#include "config/reading/tree/jsontree.h"
#include "config/reading/tree/node.h"
#include "config/reading/tree/yamltree.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace config {

struct KeyLines::Private
{
    Private(const BatchFile &file, const QByteArray &body)
        : jobLines(file.jobLines)
        , jobFiles(file.jobFiles)
        , findings(file.path, body)
    {
        const auto tree = file.format == Format::Json ? parseJson(body) : parseYaml(body);
        const Entry *jobs = tree && tree->root ? tree->root->find(u"jobs") : nullptr;
        if (!jobs)
            return;
        root = tree->root;
        for (const NodePtr &job : jobs->value->items)
            jobAtLine.insert(findings.lineOf(job->at), job.get());
    }

    QList<int> jobLines;
    QStringList jobFiles;
    Findings findings;
    NodePtr root;                            ///< keeps those below alive
    QMultiHash<int, const Node *> jobAtLine; ///< jobs that can't be read are among them
};

KeyLines::KeyLines(const BatchFile &file)
    : d(std::make_unique<Private>(file, file.text.mid(byteOrderMarkSize(file.text))))
{
}

KeyLines::~KeyLines() = default;

int KeyLines::lineOf(qsizetype job, const QString &key) const
{
    const int line = d->jobLines.value(job);
    if (!d->jobFiles.value(job).isEmpty())
        return line;
    // Two jobs on one line have nothing more to tell than that line.
    const Node *node = d->jobAtLine.count(line) == 1 ? d->jobAtLine.value(line) : nullptr;
    int found = line;
    for (const QString &part : key.split(u'.')) {
        const Entry *entry = node ? node->find(part) : nullptr;
        if (!entry)
            break;
        found = d->findings.lineOf(entry->at);
        node = entry->value.get();
    }
    return found;
}

} // namespace config
