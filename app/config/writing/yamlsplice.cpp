// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/yamlsplice.h"

#include "config/reading/filetext.h"
#include "config/writing/jobsplice.h"

#include <algorithm>

namespace config {

namespace {

/// Settings that the file doesn't have yet stand above the jobs, not behind hundreds of them.
void appendNewSettings(SpliceText &out, const std::vector<Piece> &settings)
{
    for (const Piece &piece : settings) {
        if (!piece.origin)
            out.appendEntry(piece, nullptr, 0, TextStyle::Line);
    }
}

} // namespace

std::optional<QByteArray> spliceYaml(const batch::Batch &batch, const BatchFile &origin,
                                     const Node &root)
{
    const qsizetype markSize = byteOrderMarkSize(origin.text);
    SpliceText out(origin.text.mid(markSize));
    std::vector<qsizetype> starts;
    for (const Entry &entry : root.entries)
        starts.push_back(entry.at);
    const auto blocks = cutBlocks(out.source(), starts, 0, 0, out.source().size());
    if (root.flow || !blocks)
        return std::nullopt;

    const std::vector<Piece> settings =
        arrange(&root, contentOf(origin.batch.settings), contentOf(batch.settings));
    for (size_t i = 0; i < blocks->size(); ++i) {
        const Entry &entry = root.entries[i];
        const TextBlock &block = (*blocks)[i];
        // What stands above the first entry is about the whole file and stays on top.
        if (i == 0)
            out.appendLines(block.lead, block.line);
        if (entry.key == u"jobs") {
            appendNewSettings(out, settings);
            if (i > 0)
                out.appendLines(block.lead, block.line);
            if (!spliceJobs(out, batch, origin, *entry.value, block))
                return std::nullopt;
            continue;
        }
        const auto piece =
            std::find_if(settings.begin(), settings.end(),
                         [&entry](const Piece &one) { return one.origin == &entry; });
        if (piece == settings.end())
            continue;
        if (i > 0)
            out.appendLines(block.lead, block.line);
        out.appendEntry(*piece, &block, 0, TextStyle::Line);
    }
    out.appendLines(blocks->back().end, out.source().size());
    return origin.text.first(markSize) + out.result();
}

} // namespace config
