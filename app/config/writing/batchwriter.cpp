// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchfile.h"
#include "config/reading/filetext.h"
#include "config/reading/jsontext.h"
#include "config/reading/jsontree.h"
#include "config/reading/yamltree.h"
#include "config/writing/batchcontent.h"
#include "config/writing/batchsame.h"
#include "config/writing/yamljob.h"
#include "config/writing/yamlsplice.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace config {

namespace {

/// The batch as it was read, beside the one to write: where its keys stood and in which order.
struct Origin
{
    NodePtr root;
    batch::BatchSettings settings;
    struct Item
    {
        NodePtr node;
        const batch::Job *job = nullptr;
    };
    QHash<batch::JobId, Item> items;
    std::optional<TextStyle> prompts;

    Item item(const batch::Job &job) const { return items.value(job.id, {nullptr, &job}); }
};

Tree treeOf(const BatchFile &file)
{
    const QByteArray text = file.text.mid(byteOrderMarkSize(file.text));
    return (file.format == Format::Json ? parseJson(text) : parseYaml(text)).value_or(Tree{});
}

/// What `file` tells about order and style; nothing of a file whose jobs could not all be read.
Origin originOf(const BatchFile &file, const Tree &tree)
{
    Origin origin{tree.root, file.batch.settings, {}, {}};
    const Entry *jobs = tree.root ? tree.root->find(u"jobs") : nullptr;
    if (!jobs || jobs->value->items.size() != size_t(file.batch.jobs.size()))
        return {nullptr, file.batch.settings, {}, {}};
    for (qsizetype i = 0; i < file.batch.jobs.size(); ++i) {
        const NodePtr &node = jobs->value->items[size_t(i)];
        origin.items.insert(file.batch.jobs[i].id, {node, &file.batch.jobs[i]});
        if (file.format == Format::Yaml && !origin.prompts)
            origin.prompts = promptStyle(file.text.mid(byteOrderMarkSize(file.text)), *node);
    }
    return origin;
}

/// The comments that a file begins with.
QByteArray headComment(const BatchFile &file)
{
    const QByteArray text = file.text.mid(byteOrderMarkSize(file.text));
    qsizetype end = 0;
    while (end < text.size() && text[end] == '#') {
        const qsizetype newline = text.indexOf('\n', end);
        end = newline < 0 ? text.size() : newline + 1;
    }
    return text.first(end).replace("\r\n", "\n");
}

QByteArray cleanYaml(const batch::Batch &batch, const Origin &origin, const QByteArray &head)
{
    QByteArray text = head;
    const auto pieces =
        arrange(origin.root.get(), contentOf(origin.settings), contentOf(batch.settings));
    for (const Piece &piece : pieces)
        text += yamlEntry(piece.key, *piece.value, 0);
    if (batch.jobs.isEmpty())
        return text + "jobs: []\n";
    text += pieces.empty() ? "jobs:\n" : "\njobs:\n";
    for (const batch::Job &job : batch.jobs) {
        const Origin::Item item = origin.item(job);
        if (&job != &batch.jobs.first())
            text += '\n';
        text += yamlJob(job, 2, origin.prompts, item.node.get(), item.job);
    }
    return text;
}

NodePtr mapOf(const std::vector<Piece> &pieces)
{
    auto map = std::make_shared<Node>();
    map->kind = Node::Kind::Map;
    for (const Piece &piece : pieces)
        map->entries.push_back({piece.key, piece.value, 0});
    return map;
}

QByteArray cleanJson(const batch::Batch &batch, const Origin &origin, int indent)
{
    const NodePtr settings =
        mapOf(arrange(origin.root.get(), contentOf(origin.settings), contentOf(batch.settings)));
    auto jobs = std::make_shared<Node>();
    jobs->kind = Node::Kind::List;
    for (const batch::Job &job : batch.jobs) {
        const Origin::Item item = origin.item(job);
        jobs->items.push_back(
            mapOf(arrange(item.node.get(), contentOf(*item.job), contentOf(job))));
    }
    Node root = *settings;
    root.entries.push_back({u"jobs"_s, jobs, 0});
    return jsonText(root, indent);
}

/// By how many spaces the levels of a JSON file are indented.
int indentOf(const BatchFile *file)
{
    constexpr int usual = 2;
    if (!file || file->format != Format::Json)
        return usual;
    const qsizetype newline = file->text.indexOf('\n');
    qsizetype end = newline + 1;
    while (newline >= 0 && end < file->text.size() && file->text[end] == ' ')
        ++end;
    const auto spaces = int(end - newline - 1);
    return spaces >= 1 && spaces <= 8 ? spaces : usual;
}

bool readsBackAs(const QByteArray &text, Format format, const batch::Batch &batch)
{
    const auto read = readBatch(text, format, QString());
    return read && read->jobErrors.isEmpty() && sameContent(read->batch, batch);
}

} // namespace

bool sameContent(const batch::Batch &a, const batch::Batch &b)
{
    return a.settings == b.settings
        && std::equal(a.jobs.begin(), a.jobs.end(), b.jobs.begin(), b.jobs.end(),
                      [](const batch::Job &x, const batch::Job &y) { return x.sameContent(y); });
}

QByteArray writeBatch(const batch::Batch &batch, Format format, const BatchFile *origin)
{
    if (origin && origin->format == format && origin->jobErrors.isEmpty()
        && sameContent(batch, origin->batch))
        return origin->text;

    const Tree tree = origin ? treeOf(*origin) : Tree{};
    const Origin known = origin ? originOf(*origin, tree) : Origin{};
    const bool isYaml = format == Format::Yaml;
    const bool fromYaml = origin && origin->format == Format::Yaml;
    if (isYaml && fromYaml && known.root && !tree.references) {
        const auto spliced = spliceYaml(batch, *origin, *tree.root);
        if (spliced && readsBackAs(*spliced, format, batch))
            return *spliced;
    }
    if (isYaml)
        return cleanYaml(batch, known, fromYaml ? headComment(*origin) : QByteArray());
    return cleanJson(batch, known, indentOf(origin));
}

} // namespace config
