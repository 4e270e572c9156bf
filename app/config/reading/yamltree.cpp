// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/yamltree.h"

#include "config/reading/yamlsyntax.h"

#include <QCoreApplication>
#include <QHash>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace config {

namespace {

// A few lines of aliases of aliases can stand for more values than a machine has memory.
constexpr qint64 maxNodes = 2'000'000;

/// Leaves the parser where a document that it accepts is none that a batch can be.
struct Refusal
{
    TreeError error;
};

bool isPlainTag(const std::string &tag)
{
    return tag == "?" || tag == "tag:yaml.org,2002:int" || tag == "tag:yaml.org,2002:float"
        || tag == "tag:yaml.org,2002:bool";
}

class TreeBuilder : public YAML::EventHandler
{
    Q_DECLARE_TR_FUNCTIONS(config::YamlTree)

public:
    explicit TreeBuilder(const QByteArray &text)
        : m_text(text)
    {
    }

    NodePtr root;
    bool references = false;

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        if (++m_documents > 1) {
            refuse(mark.pos,
                   tr("A second document begins here (---). A batch file holds one: put its jobs "
                      "into a file of their own."));
        }
    }
    void OnDocumentEnd() override { }

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        auto node = make(Node::Kind::Null, mark, anchor);
        // The parser knows that an item is missing only when it meets what comes next.
        if (!m_open.empty() && m_open.back().node->kind == Node::Kind::List && node->at > 0)
            node->at = int(std::max<qsizetype>(m_text.lastIndexOf('-', node->at - 1), 0));
        finish(node, anchor);
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const auto target = m_anchors.find(anchor);
        if (target == m_anchors.end())
            refuse(mark.pos, tr("This alias refers to a value that contains it."));
        references = true;
        place(target->second, mark.pos);
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        auto node = make(isPlainTag(tag) ? Node::Kind::Plain : Node::Kind::Text, mark, anchor);
        node->text = textFromUtf8({value.data(), qsizetype(value.size())});
        if (node->kind == Node::Kind::Text && !isQuoteClosed(m_text, node->at))
            refuse(node->at, openQuoteMessage());
        finish(node, anchor);
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override
    {
        open(Node::Kind::List, mark, anchor, style);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override
    {
        open(Node::Kind::Map, mark, anchor, style);
    }
    void OnMapEnd() override
    {
        mergeInto(m_open.back());
        close();
    }

private:
    using Building = std::shared_ptr<Node>;

    struct Merge
    {
        NodePtr source;
        int at = 0;
    };

    /// A list or mapping whose end has not come yet.
    struct Open
    {
        Building node;
        YAML::anchor_t anchor = 0;
        NodePtr key; ///< of a mapping: the key whose value comes next
        int keyAt = 0;
        QHash<QString, int> seen; ///< of a mapping: where each key stands first
        std::vector<Merge> merges;
    };

    [[noreturn]] static void refuse(int at, const QString &message)
    {
        throw Refusal{{at, message}};
    }

    Building make(Node::Kind kind, const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        references = references || anchor != 0;
        auto node = std::make_shared<Node>();
        node->kind = kind;
        node->at = std::max(mark.pos, 0);
        return node;
    }

    void open(Node::Kind kind, const YAML::Mark &mark, YAML::anchor_t anchor,
              YAML::EmitterStyle::value style)
    {
        auto node = make(kind, mark, anchor);
        node->flow = style == YAML::EmitterStyle::Flow;
        m_open.push_back({node, anchor, nullptr, 0, {}, {}});
    }

    void close()
    {
        const Open done = m_open.back();
        m_open.pop_back();
        finish(done.node, done.anchor);
    }

    void finish(const Building &node, YAML::anchor_t anchor)
    {
        if (anchor != 0)
            m_anchors[anchor] = node;
        place(node, node->at);
    }

    void place(const NodePtr &node, int at)
    {
        if (m_open.empty()) {
            root = node;
            return;
        }
        Open &parent = m_open.back();
        grow(*parent.node, node->size, at);
        if (parent.node->kind == Node::Kind::List)
            parent.node->items.push_back(node);
        else if (!parent.key)
            beginEntry(parent, node, at);
        else
            endEntry(parent, node);
    }

    static void grow(Node &parent, qint64 by, int at)
    {
        parent.size += by;
        if (parent.size > maxNodes)
            refuse(at, tr("The aliases of this file stand for too many values."));
    }

    static void beginEntry(Open &parent, const NodePtr &key, int at)
    {
        if (key->kind != Node::Kind::Plain && key->kind != Node::Kind::Text)
            refuse(at, tr("Expected a key, which is one word, such as name."));
        parent.key = key;
        parent.keyAt = at;
    }

    static void endEntry(Open &parent, const NodePtr &value)
    {
        const NodePtr key = std::exchange(parent.key, nullptr);
        if (key->kind == Node::Kind::Plain && key->text == u"<<") {
            parent.merges.push_back({value, parent.keyAt});
            return;
        }
        const auto seen = parent.seen.constFind(key->text);
        if (seen != parent.seen.constEnd()) {
            parent.node->repeats.push_back({key->text, *seen, parent.keyAt});
            return;
        }
        parent.seen.insert(key->text, parent.keyAt);
        parent.node->entries.push_back({key->text, atKey(value, parent.keyAt), parent.keyAt});
    }

    /// A missing value stands where its key does.
    static NodePtr atKey(const NodePtr &value, int at)
    {
        if (value->kind != Node::Kind::Null)
            return value;
        auto node = std::make_shared<Node>(*value);
        node->at = at;
        return node;
    }

    void mergeInto(Open &map)
    {
        for (const Merge &merge : map.merges) {
            references = true;
            const bool isList = merge.source->kind == Node::Kind::List;
            const std::vector<NodePtr> sources =
                isList ? merge.source->items : std::vector<NodePtr>{merge.source};
            for (const NodePtr &source : sources) {
                if (source->kind != Node::Kind::Map)
                    refuse(merge.at, tr("The merge key << takes a mapping or a list of mappings."));
                for (const Entry &entry : source->entries) {
                    if (map.seen.contains(entry.key))
                        continue;
                    map.seen.insert(entry.key, entry.at);
                    map.node->entries.push_back(entry);
                    grow(*map.node, entry.value->size + 1, merge.at);
                }
            }
        }
    }

    const QByteArray &m_text;
    int m_documents = 0;
    std::vector<Open> m_open;
    std::unordered_map<YAML::anchor_t, NodePtr> m_anchors;
};

} // namespace

tl::expected<Tree, TreeError> parseYaml(const QByteArray &text)
{
    try {
        std::istringstream stream(text.toStdString());
        YAML::Parser parser(stream);
        TreeBuilder builder(text);
        while (parser.HandleNextDocument(builder)) { }
        return Tree{builder.root, builder.references};
    } catch (const Refusal &refusal) {
        return tl::unexpected(refusal.error);
    } catch (const YAML::Exception &exception) {
        return tl::unexpected(yamlSyntaxError(exception, text));
    }
}

} // namespace config
