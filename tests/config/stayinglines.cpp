// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/stayinglines.h"

#include "config/writing/batchcontent.h"
#include "config/writing/edit/spans.h"
#include "config/writing/filetree.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;
using config::Content;
using config::Node;
using config::NodePtr;
using config::Part;
using config::Spans;

namespace staying {

namespace {

/// The keys of two states that they say differently, or only one of them.
QSet<QString> changedKeys(const std::vector<Content> &before, const std::vector<Content> &now)
{
    QSet<QString> changed;
    const auto note = [&changed](const std::vector<Content> &some,
                                 const std::vector<Content> &others) {
        for (const Content &each : some) {
            const auto other = std::ranges::find(others, each.key, &Content::key);
            if (other == others.end() || !config::sameValue(*each.value, *other->value))
                changed.insert(each.key);
        }
    };
    note(before, now);
    note(now, before);
    return changed;
}

/// Which of the entries keep their order, as many as can.
QList<bool> inOrder(const QList<qsizetype> &places)
{
    QList<int> length(places.size(), 1);
    QList<qsizetype> before(places.size(), -1);
    qsizetype best = -1;
    for (qsizetype i = 0; i < places.size(); ++i) {
        for (qsizetype j = 0; j < i && places[i] >= 0; ++j) {
            if (places[j] >= 0 && places[j] < places[i] && length[j] + 1 > length[i]) {
                length[i] = length[j] + 1;
                before[i] = j;
            }
        }
        if (places[i] >= 0 && (best < 0 || length[i] > length[best]))
            best = i;
    }
    QList<bool> result(places.size(), false);
    for (; best >= 0; best = before[best])
        result[best] = true;
    return result;
}

bool hasParts(const Node &node)
{
    return !node.alias && (!node.items.empty() || !node.entries.empty());
}

/// A file, its tree, and where in it things stand.
class Text
{
public:
    explicit Text(const config::BatchFile &file)
        : m_mark(file.text.size() - config::bodyOf(file).size())
        , m_tree(config::treeOf(file))
        , m_spans(config::bodyOf(file))
    {
    }

    const Node &root() const { return *m_tree.root; }
    const Spans &spans() const { return m_spans; }
    bool hasReferences() const { return m_tree.references; }
    QByteArrayView body() const { return m_spans.text(); }
    /// Bytes of the file's text, the byte order mark counted.
    Span inFile(Span span) const { return {span.begin + m_mark, span.end + m_mark}; }
    qsizetype size() const { return m_spans.text().size(); }

    NodePtr jobs() const
    {
        const config::Entry *jobs = root().find(u"jobs");
        return jobs ? jobs->value : nullptr;
    }

    bool isComment(qsizetype line) const { return m_spans.at(m_spans.skipSpaces(line)) == '#'; }
    qsizetype columnOf(qsizetype at) const { return at - m_spans.lineBegin(at); }

    /// The line where its own comments begin, which stand right above it and not further right.
    qsizetype ownBegin(qsizetype at) const
    {
        const qsizetype column = columnOf(at);
        qsizetype line = m_spans.lineBegin(at);
        while (line > 0) {
            const qsizetype above = m_spans.lineBegin(line - 1);
            if (!isComment(above) || m_spans.skipSpaces(above) - above > column)
                break;
            line = above;
        }
        return line;
    }

    /// Where the blank lines above a line begin, which go with it.
    qsizetype blankBegin(qsizetype line) const
    {
        while (line > 0) {
            const qsizetype above = m_spans.lineBegin(line - 1);
            if (!body().sliced(above, line - above).trimmed().isEmpty())
                break;
            line = above;
        }
        return line;
    }

    /// Behind the last line of it and of the comments below that stand further right.
    qsizetype ownEnd(qsizetype at, qsizetype end) const
    {
        const qsizetype column = columnOf(at);
        qsizetype line = m_spans.nextLine(end);
        for (qsizetype below = line; below < size(); below = m_spans.nextLine(below)) {
            const qsizetype first = m_spans.skipSpaces(below);
            const bool isBlank = m_spans.at(first) == '\n' || m_spans.at(first) == '\r';
            if (isComment(below) && first - below > column)
                line = m_spans.nextLine(below);
            else if (!isBlank)
                break;
        }
        return line;
    }

private:
    qsizetype m_mark;
    config::Tree m_tree;
    Spans m_spans;
};

/// The bytes of one key of a mapping. `isKept`: it is there before and after.
std::optional<Span> spanOfKey(const Text &text, const Node &map, const QString &key, bool isKept)
{
    const Spans &spans = text.spans();
    const std::vector<Part> parts = spans.parts(map);
    const auto part = std::ranges::find(parts, key, &Part::key);
    const auto jobs =
        &map == &text.root() ? std::ranges::find(parts, u"jobs"_s, &Part::key) : parts.end();
    if (spans.hasBrackets(map)) {
        if (isKept && part != parts.end())
            return Span{part->begin, part->end};
        // With the commas and comments around it where it comes or goes: new settings stand above
        // the jobs of a file, what else is new behind the last.
        const bool isNew = part == parts.end();
        const auto next = isNew ? jobs : part + 1;
        const auto before = isNew ? jobs : part;
        return Span{before == parts.begin() ? spans.content(map) + 1 : (before - 1)->end,
                    next == parts.end() ? spans.end(map) - 1 : next->begin};
    }
    if (part != parts.end()) {
        const qsizetype end = text.ownEnd(part->begin, part->end);
        const bool isFirstOfFile = &map == &text.root() && part == parts.begin();
        // What stands beside a dash leaves its place to the next key.
        const bool isBesideDash = spans.skipSpaces(spans.lineBegin(part->begin)) != part->begin;
        if (isKept)
            return Span{part->begin, end};
        if (isBesideDash && parts.size() > 1)
            return Span{part->begin, text.ownEnd((part + 1)->begin, (part + 1)->end)};
        const qsizetype own = text.ownBegin(part->begin);
        return Span{isFirstOfFile ? spans.lineBegin(part->begin) : text.blankBegin(own), end};
    }
    // A new one.
    if (jobs != parts.end()) {
        const qsizetype begin = jobs == parts.begin() ? 0 : spans.nextLine((jobs - 1)->end);
        return Span{std::min(begin, jobs->begin), jobs->begin};
    }
    const Part &last = parts.back();
    const qsizetype end = text.ownEnd(last.begin, last.end);
    // A text that ends the file without a line break gets a sign for that.
    return Span{end == text.size() ? last.begin : last.end, end};
}

/// The one entry that is another, where entries are otherwise the same; -1: none is. Nothing where
/// more of them are.
std::optional<qsizetype> onlyChangedEntry(const batch::BatchSource &before,
                                          const batch::BatchSource &now)
{
    if (before.jobs.size() != now.jobs.size())
        return std::nullopt;
    qsizetype changed = -1;
    for (qsizetype i = 0; i < now.jobs.size(); ++i) {
        if (before.jobs[i].id() != now.jobs[i].id())
            return std::nullopt;
        if (before.jobs[i].sameContent(now.jobs[i]))
            continue;
        if (changed >= 0)
            return std::nullopt;
        changed = i;
    }
    return changed;
}

bool says(const std::vector<Content> &content, const QString &key)
{
    const auto found = std::ranges::find(content, key, &Content::key);
    return found != content.end() && !found->implied;
}

/// The lines of a text that stay.
class StayingLines
{
public:
    StayingLines(const config::BatchFile &file, const batch::BatchSource &now)
        : m_text(file)
        , m_before(file.source)
        , m_now(now)
    {
        const QByteArray body = m_text.spans().text();
        m_lines = body.split('\n');
        m_stays.assign(size_t(m_lines.size()), true);
        if (m_text.spans().hasBrackets(m_text.root()))
            m_stays.assign(m_stays.size(), false); // see spanOfOnlyChange
        else
            leaveOutSettings();
        leaveOutOddLines(!file.text.endsWith('\n'));
    }

    QList<QByteArray> lines() const
    {
        QList<QByteArray> staying;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            if (m_stays[size_t(i)])
                staying.append(withoutReturn(m_lines[i]));
        }
        return staying;
    }

    static QByteArray withoutReturn(QByteArray line)
    {
        if (line.endsWith('\r'))
            line.chop(1);
        return line;
    }

private:
    void leaveOut(qsizetype begin, qsizetype end)
    {
        const QByteArrayView body = m_text.body();
        const qsizetype first = body.first(begin).count('\n');
        const qsizetype last =
            first + body.sliced(begin, std::max(end - begin, qsizetype(0))).count('\n');
        const bool endsLine = end > begin && body[end - 1] == '\n';
        for (qsizetype line = first; line < last + (endsLine ? 0 : 1); ++line)
            m_stays[size_t(line)] = false;
    }

    void leaveOut(const Part &part, bool isFirstOfFile = false)
    {
        leaveOut(isFirstOfFile ? part.begin : m_text.ownBegin(part.begin),
                 m_text.ownEnd(part.begin, part.end));
    }

    void leaveOutSettings()
    {
        const QSet<QString> changed =
            changedKeys(config::contentOf(m_before), config::contentOf(m_now));
        const std::vector<Part> parts = m_text.spans().parts(m_text.root());
        for (const Part &part : parts) {
            const bool isFirst = &part == &parts.front();
            if (changed.contains(part.key))
                leaveOut(part, isFirst);
            if (part.key != u"jobs")
                continue;
            leaveOutEntries(part, isFirst);
            leaveOutUsers(part);
        }
    }

    /// Entries that use anchors, which may be written out where those are others.
    void leaveOutUsers(const Part &jobs)
    {
        const bool isBlock = hasParts(*jobs.node) && !m_text.spans().hasBrackets(*jobs.node);
        if (!m_text.hasReferences() || !isBlock)
            return;
        for (const Part &item : m_text.spans().parts(*jobs.node)) {
            const QByteArrayView own = m_text.body().sliced(item.begin, item.end - item.begin);
            if (own.contains('*') || own.contains('&'))
                leaveOut(item);
        }
    }

    void leaveOutEntries(const Part &jobs, bool isFirst)
    {
        const Node &list = *jobs.node;
        const bool isBlock = hasParts(list) && !m_text.spans().hasBrackets(list);
        const bool isSame =
            std::ranges::equal(m_before.jobs, m_now.jobs, [](const auto &a, const auto &b) {
                return a.id() == b.id() && a.sameContent(b);
            });
        if (isSame)
            return;
        if (!isBlock || m_now.jobs.isEmpty()) {
            leaveOut(jobs, isFirst);
            return;
        }
        QHash<batch::JobId, qsizetype> placeOf;
        for (qsizetype i = 0; i < m_now.jobs.size(); ++i)
            placeOf.insert(m_now.jobs[i].id(), i);
        QList<qsizetype> places;
        for (const batch::JobSource &entry : m_before.jobs)
            places.append(placeOf.value(entry.id(), -1));
        const QList<bool> isInOrder = inOrder(places);
        const std::vector<Part> items = m_text.spans().parts(list);
        for (qsizetype i = 0; i < places.size(); ++i) {
            const Part &item = items[size_t(i)];
            if (!isInOrder[i])
                leaveOut(item);
            else
                leaveOutKeys(item, m_before.jobs[i], m_now.jobs[places[i]]);
        }
    }

    void leaveOutKeys(const Part &item, const batch::JobSource &before, const batch::JobSource &now)
    {
        if (before.sameContent(now))
            return;
        const Node &map = *item.node;
        if (map.alias || m_text.spans().hasBrackets(map)) {
            leaveOut(item);
            return;
        }
        const auto was = config::contentOf(before, m_before);
        const auto is = config::contentOf(now, m_now);
        const QSet<QString> changed = changedKeys(was, is);
        const std::vector<Part> parts = m_text.spans().parts(map);
        for (const Part &part : parts) {
            if (changed.contains(part.key))
                leaveOut(part);
        }
        // Where the key beside the dash goes, the next one comes to stand there.
        const auto first = std::ranges::find_if(parts, [&](const Part &part) {
            return !changed.contains(part.key) || says(is, part.key);
        });
        if (first != parts.begin() && first != parts.end())
            leaveOut(*first);
    }

    /// What stands on no line of its own: blank lines, anchors, the sign of a text at the end.
    void leaveOutOddLines(bool isCutOff)
    {
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            const QByteArray &line = m_lines[i];
            const bool isReference =
                m_text.hasReferences() && (line.contains('&') || line.contains('*'));
            if (line.trimmed().isEmpty() || isReference)
                m_stays[size_t(i)] = false;
        }
        // A text at the end of a file without a last line break may get its sign.
        for (qsizetype i = m_lines.size() - 1; isCutOff && i >= 0; --i) {
            m_stays[size_t(i)] = false;
            if (m_lines[i].contains(": "))
                break;
        }
    }

    const Text m_text;
    const batch::BatchSource &m_before;
    const batch::BatchSource &m_now;
    QList<QByteArray> m_lines;
    std::vector<bool> m_stays;
};

} // namespace

std::optional<Span> spanOfOnlyChange(const config::BatchFile &file, const batch::BatchSource &now)
{
    const Text text(file);
    const auto entry = onlyChangedEntry(file.source, now);
    if (!entry || text.hasReferences())
        return std::nullopt;
    const bool isEntry = *entry >= 0;
    const auto was = isEntry ? config::contentOf(file.source.jobs[*entry], file.source)
                             : config::contentOf(file.source);
    const auto is = isEntry ? config::contentOf(now.jobs[*entry], now) : config::contentOf(now);
    const QSet<QString> changed = changedKeys(was, is);
    const bool hasOtherChanges =
        isEntry && !changedKeys(config::contentOf(file.source), config::contentOf(now)).isEmpty();
    if (changed.size() != 1 || hasOtherChanges)
        return std::nullopt;
    const QString key = *changed.begin();
    const Node &map = isEntry ? *text.jobs()->items[size_t(*entry)] : text.root();
    const bool isKept = map.find(key) && says(is, key);
    const auto span = spanOfKey(text, map, key, isKept);
    return span ? std::optional(text.inFile(*span)) : std::nullopt;
}

std::optional<QByteArray> lostLine(const config::BatchFile &file, const batch::BatchSource &now,
                                   const QByteArray &written)
{
    const qsizetype mark = file.text.size() - config::bodyOf(file).size();
    const QList<QByteArray> lines = written.sliced(mark).split('\n');
    qsizetype at = 0;
    for (const QByteArray &line : StayingLines(file, now).lines()) {
        while (at < lines.size() && StayingLines::withoutReturn(lines[at]) != line)
            ++at;
        if (at++ >= lines.size())
            return line;
    }
    return std::nullopt;
}

} // namespace staying
