// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchfile.h"
#include "config/reading/filetext.h"
#include "config/reading/readback.h"
#include "config/reading/tree/textsteps.h"
#include "config/schemaaddress.h"
#include "config/writing/edit/editedtext.h"
#include "config/writing/filetree.h"
#include "config/writing/wantedtree.h"
#include "config/writing/writtenfile.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace config {

namespace {

using Written = tl::expected<BatchFile, QString>;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(config::BatchWriter)

public:
    /// Errors that the origin was read with would be written away.
    static QString brokenJobs(const QList<Diagnostic> &errors)
    {
        constexpr qsizetype shown = 5;
        QStringList lines;
        for (const Diagnostic &error : errors) {
            const QString line = QString::number(error.line);
            if (!lines.contains(line))
                lines.append(line);
        }
        const bool isLong = lines.size() > shown;
        const QString list = lines.mid(0, shown).join(u", "_s) + (isLong ? u", …"_s : QString());
        return tr("Some jobs of this file could not be read and would be lost. Mend them in a text "
                  "editor first (line %1), then open the file again.")
            .arg(list);
    }
    /// `line`: of the job that the first error is about, in the file as it is; 0: it is new.
    static QString unreadable(const QList<Diagnostic> &errors, int line)
    {
        if (errors.isEmpty())
            return tr("The batch holds something that the file format can't say. Nothing was "
                      "written.");
        Diagnostic first = errors.first();
        first.file.clear();
        first.line = 0;
        if (line > 0) {
            return tr("The batch can't be saved like this: see line %1. %2")
                .arg(line)
                .arg(first.toText());
        }
        return tr("The batch can't be saved like this. %1").arg(first.toText());
    }
    static QString tooLarge(const QString &excess)
    {
        return tr("The batch can't be saved as one file, which could not be opened again. Nothing "
                  "was written. %1")
            .arg(excess);
    }
    static QString oddLayout()
    {
        return tr("This change can't be put into the file without touching other parts of it. "
                  "Nothing was written. Save it as a clean file, which keeps all values but not "
                  "the comments and the layout.");
    }
    static QString oddChange(int line)
    {
        return tr("The change of the job on line %1 can't be put into the file without touching "
                  "other parts of it. Nothing was written. Save it as a clean file, which keeps "
                  "all values but not the comments and the layout.")
            .arg(line);
    }
    static QString oddLayout(int line)
    {
        return tr("The layout of line %1 can't be followed, so this change can't be put into the "
                  "file. Nothing was written. Save it as a clean file, which keeps all values but "
                  "not the comments and the layout.")
            .arg(line);
    }
};

QByteArray newText(const batch::BatchSource &source, Format format, const BatchFile *origin)
{
    const QByteArray text = cleanText(source, format, origin);
    if (format == Format::Json || text.contains("yaml-language-server"))
        return text;
    return "# yaml-language-server: $schema=" + schemaAddress.toByteArray() + '\n' + text;
}

/// Where an entry stands in the file that it was read from; 0: it is new.
int lineIn(const BatchFile *origin, batch::JobId id)
{
    const qsizetype count = origin ? origin->source.jobs.size() : 0;
    for (qsizetype i = 0; i < count; ++i) {
        if (origin->source.jobs[i].id() == id)
            return origin->entryLines.value(i);
    }
    return 0;
}

QString unreadable(const QList<Diagnostic> &errors, const batch::BatchSource &meant,
                   const BatchFile *origin)
{
    static const QRegularExpression entry(u"^jobs\\[(\\d+)\\]"_s);
    const auto match = entry.match(errors.isEmpty() ? QString() : errors.first().key);
    const qsizetype index = match.hasMatch() ? match.captured(1).toLongLong() : -1;
    const bool isEntry = index >= 0 && index < meant.jobs.size();
    return Words::unreadable(errors, isEntry ? lineIn(origin, meant.jobs[index].id()) : 0);
}

/// Nothing reaches the disk that would not come back as what was meant.
Written readAgain(const QByteArray &text, Format format, const QString &path,
                  const batch::BatchSource &meant, const BatchFile *origin)
{
    if (const auto excess = excessOf(text))
        return tl::unexpected(Words::tooLarge(*excess));
    auto read = readBack(text, format, path, meant);
    if (!read)
        return tl::unexpected(unreadable(read.error(), meant, origin));
    if (!read->jobErrors.isEmpty() || !batch::sameContent(read->source, meant))
        return tl::unexpected(unreadable(read->jobErrors, meant, origin));
    read->source = meant; // the same, and no copy of it
    return *std::move(read);
}

/// The text that stands last; null: there is none.
const Node *lastText(const Node &node)
{
    if (node.alias)
        return nullptr;
    const Node *last = node.kind == Node::Kind::Text ? &node : nullptr;
    const auto look = [&last](const Node &inner) {
        const Node *text = lastText(inner);
        last = !last || (text && text->at > last->at) ? text : last;
    };
    for (const NodePtr &item : node.items)
        look(*item);
    for (const Node::Merge &merge : node.merges())
        look(*merge.source);
    for (const Entry &entry : node.entries) {
        if (!entry.merged)
            look(*entry.value);
    }
    return last;
}

/// A text whose last line has no break gets one to be edited: a block of text at its end would
/// say something else in another place. Where the break itself would change such a block, its sign
/// says that it has none.
std::optional<QByteArray> withLastBreak(const QByteArray &body, Format format, const Tree &tree)
{
    if (body.endsWith('\n') || format == Format::Json)
        return std::nullopt;
    const QByteArray ended = body + (body.contains("\r\n") ? "\r\n" : "\n");
    const Tree same = treeOf(ended, format);
    if (same.root && sameValue(*same.root, *tree.root))
        return ended;
    const Node *block = lastText(*tree.root);
    const TextSteps steps(ended);
    qsizetype sign = block ? steps.skipProperties(block->at) : ended.size();
    if (steps.at(sign) != '|' && steps.at(sign) != '>')
        return std::nullopt;
    do {
        ++sign;
    } while (steps.at(sign) >= '0' && steps.at(sign) <= '9');
    QByteArray stripped = ended;
    stripped.replace(sign, steps.at(sign) == '+' ? 1 : 0, "-");
    const Tree found = treeOf(stripped, format);
    return found.root && sameValue(*found.root, *tree.root) ? std::optional(stripped)
                                                            : std::nullopt;
}

class Edit
{
public:
    Edit(const batch::BatchSource &source, const QString &path, const BatchFile &origin)
        : m_source(source)
        , m_path(path)
        , m_origin(origin)
    {
    }

    Written run()
    {
        const QByteArray body = bodyOf(m_origin);
        const Tree tree = treeOf(m_origin);
        if (tree.root) {
            if (auto file = attempt(body, tree))
                return *std::move(file);
            if (const auto ended = withLastBreak(body, m_origin.format, tree)) {
                if (auto file = attempt(*ended, treeOf(*ended, m_origin.format)))
                    return *std::move(file);
            }
        }
        // What no layout could say is not this one's fault.
        const auto clean = readAgain(cleanText(m_source, m_origin.format, &m_origin),
                                     m_origin.format, m_path, m_source, &m_origin);
        if (!clean)
            return tl::unexpected(clean.error());
        if (m_lostAt < 0) {
            const int changed = changedLine();
            return tl::unexpected(changed > 0 ? Words::oddChange(changed) : Words::oddLayout());
        }
        const auto line = 1 + body.first(std::min(m_lostAt, body.size())).count('\n');
        return tl::unexpected(Words::oddLayout(int(line)));
    }

private:
    /// The file with the change, where it says what is meant.
    std::optional<BatchFile> attempt(const QByteArray &body, const Tree &tree)
    {
        const auto wanted = wantedTree(tree.root, m_origin.source, m_source);
        if (!wanted)
            return std::nullopt;
        const auto edited = editedText(body, m_origin.format == Format::Json, tree, *wanted);
        if (!edited) {
            m_lostAt = edited.error();
            return std::nullopt;
        }
        const QByteArray mark = m_origin.text.first(byteOrderMarkSize(m_origin.text));
        const QByteArray text = mark + *edited;
        // A missing last line break stays missing.
        if (!m_origin.text.endsWith('\n') && text.endsWith('\n')) {
            const QByteArray shorter = text.chopped(text.endsWith("\r\n") ? 2 : 1);
            if (auto file = readAgain(shorter, m_origin.format, m_path, m_source, &m_origin))
                return *std::move(file);
        }
        if (auto file = readAgain(text, m_origin.format, m_path, m_source, &m_origin))
            return *std::move(file);
        return std::nullopt;
    }

    /// Where the first entry stands that says something else; 0: none does.
    int changedLine() const
    {
        QHash<batch::JobId, const batch::JobSource *> now;
        for (const batch::JobSource &entry : m_source.jobs)
            now.insert(entry.id(), &entry);
        for (qsizetype i = 0; i < m_origin.source.jobs.size(); ++i) {
            const batch::JobSource &before = m_origin.source.jobs[i];
            const batch::JobSource *entry = now.value(before.id());
            if (entry && !entry->sameContent(before))
                return m_origin.entryLines.value(i);
        }
        return 0;
    }

    const batch::BatchSource &m_source;
    const QString &m_path;
    const BatchFile &m_origin;
    qsizetype m_lostAt = -1;
};

} // namespace

Written writtenFile(const batch::BatchSource &source, Format format, const QString &path,
                    const BatchFile *origin, Layout layout)
{
    if (origin && !origin->jobErrors.isEmpty())
        return tl::unexpected(Words::brokenJobs(origin->jobErrors));
    if (layout == Layout::Clean)
        return readAgain(cleanText(source, format, origin), format, path, source, origin);
    if (!origin || origin->format != format)
        return readAgain(newText(source, format, origin), format, path, source, origin);
    if (batch::sameContent(source, origin->source))
        return readAgain(origin->text, format, path, source, origin);
    return Edit(source, path, *origin).run();
}

tl::expected<QByteArray, QString> writeBatch(const batch::BatchSource &source, Format format,
                                             const BatchFile *origin)
{
    const QString path = origin ? origin->path : QString();
    return writtenFile(source, format, path, origin, Layout::Kept).map([](const BatchFile &file) {
        return file.text;
    });
}

bool needsCleanText(const batch::BatchSource &source, const BatchFile &origin)
{
    const auto write = [&](Layout layout) {
        return writtenFile(source, origin.format, origin.path, &origin, layout).has_value();
    };
    return !write(Layout::Kept) && write(Layout::Clean);
}

} // namespace config
