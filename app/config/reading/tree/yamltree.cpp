// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/tree/yamltree.h"

#include "config/reading/tree/treebuilder.h"
#include "config/reading/tree/yamlsyntax.h"

#include <QCoreApplication>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>

namespace config {

namespace {

/// Lets the parser read a text where it is, without a copy.
class TextBuffer : public std::streambuf
{
public:
    explicit TextBuffer(const QByteArray &text)
    {
        char *begin = const_cast<char *>(text.constData());
        setg(begin, begin, begin + text.size());
    }
};

bool isPlainTag(const std::string &tag)
{
    return tag == "?" || tag == "tag:yaml.org,2002:int" || tag == "tag:yaml.org,2002:float"
        || tag == "tag:yaml.org,2002:bool";
}

/// What the parser finds, for the builder.
class Events : public YAML::EventHandler
{
    Q_DECLARE_TR_FUNCTIONS(config::YamlTree)

public:
    Events(const QByteArray &text, TreeBuilder &builder)
        : m_text(text)
        , m_builder(builder)
    {
    }

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        if (++m_documents > 1) {
            throw Refusal{{mark.pos,
                           tr("A second document begins here (---). A batch file holds one: put "
                              "its jobs into a file of their own.")}};
        }
    }
    void OnDocumentEnd() override { }

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        int at = std::max(mark.pos, 0);
        // The parser knows that an item is missing only when it meets what comes next.
        const Node *list = m_builder.current();
        if (list && list->kind == Node::Kind::List && !list->flow && at > 0)
            at = int(std::max<qsizetype>(m_text.lastIndexOf('-', at - 1), 0));
        m_builder.value(Node::Kind::Null, at, {}, anchor);
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        m_builder.alias(mark.pos, anchor);
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        const Node::Kind kind = isPlainTag(tag) ? Node::Kind::Plain : Node::Kind::Text;
        const int at = std::max(mark.pos, 0);
        if (kind == Node::Kind::Text && !isQuoteClosed(m_text, at))
            throw Refusal{{at, openQuoteMessage()}};
        m_builder.value(kind, at, {value.data(), qsizetype(value.size())}, anchor);
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override
    {
        m_builder.open(Node::Kind::List, std::max(mark.pos, 0), isFlow(style), anchor);
    }
    void OnSequenceEnd() override { m_builder.close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override
    {
        m_builder.open(Node::Kind::Map, std::max(mark.pos, 0), isFlow(style), anchor);
    }
    void OnMapEnd() override { m_builder.close(); }

private:
    static bool isFlow(YAML::EmitterStyle::value style)
    {
        return style == YAML::EmitterStyle::Flow;
    }

    const QByteArray &m_text;
    TreeBuilder &m_builder;
    int m_documents = 0;
};

} // namespace

tl::expected<Tree, TreeError> parseYaml(const QByteArray &text)
{
    if (const auto refused = refusedLine(text))
        return tl::unexpected(*refused);
    try {
        TextBuffer buffer(text);
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        TreeBuilder builder;
        Events events(text, builder);
        while (parser.HandleNextDocument(events)) { }
        return builder.take();
    } catch (const Refusal &refusal) {
        return tl::unexpected(refusal.error);
    } catch (const YAML::Exception &exception) {
        return tl::unexpected(yamlSyntaxError(exception, text));
    }
}

} // namespace config
