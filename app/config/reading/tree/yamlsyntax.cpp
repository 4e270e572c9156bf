// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/tree/yamlsyntax.h"

#include "config/reading/tree/textsteps.h"

#include <QCoreApplication>

#include <yaml-cpp/exceptions.h>

#include <algorithm>

namespace config {

namespace {

/// The first tab that indents a line, up to the line of `at`; -1: none.
int tabInIndentation(const QByteArray &text, int at)
{
    qsizetype line = 0;
    while (line <= at && line < text.size()) {
        qsizetype end = line;
        while (end < text.size() && text[end] == ' ')
            ++end;
        const qsizetype newline = text.indexOf('\n', line);
        const qsizetype lineEnd = newline < 0 ? text.size() : newline;
        const bool isBlank = QByteArrayView(text).sliced(line, lineEnd - line).trimmed().isEmpty();
        if (end < lineEnd && text[end] == '\t' && !isBlank)
            return int(end);
        if (newline < 0)
            break;
        line = newline + 1;
    }
    return -1;
}

class SyntaxWords
{
    Q_DECLARE_TR_FUNCTIONS(config::YamlTree)

public:
    static QString tab()
    {
        return tr("A tab stands in the indentation. YAML allows only spaces there.");
    }
    static QString longLine()
    {
        return tr("This line is longer than 1 MB. Break it, or save the file as JSON.");
    }
    static QString deep() { return tr("Values are nested too deeply here."); }
    static QString openQuote() { return tr("The quoted text that begins here is not closed."); }

    static QString escape()
    {
        return tr(
            "In double quotes a backslash begins an escape, and this is none. Write \\\\ for a "
            "backslash, or use single quotes.");
    }
    static bool isAboutEscape(const std::string &message)
    {
        return message.starts_with(YAML::ErrorMsg::INVALID_ESCAPE)
            || message.starts_with(YAML::ErrorMsg::INVALID_HEX)
            || message.starts_with(YAML::ErrorMsg::INVALID_UNICODE);
    }

    static QString inWords(const std::string &message)
    {
        namespace Msg = YAML::ErrorMsg;
        const auto isOneOf = [&message](std::initializer_list<const char *> known) {
            return std::any_of(known.begin(), known.end(),
                               [&message](const char *text) { return message == text; });
        };
        if (isOneOf({Msg::END_OF_MAP, Msg::END_OF_SEQ})) {
            return tr("The indentation doesn't fit: the keys of one job begin at the same column, "
                      "and so do the dashes of all jobs.");
        }
        if (isOneOf({Msg::MAP_VALUE, Msg::MAP_KEY})) {
            return tr("A colon stands where no key may end. Text that contains a colon and a space "
                      "needs quotes around it, and lines of one job the same indentation.");
        }
        if (isOneOf({Msg::BLOCK_ENTRY}))
            return tr("A dash stands where no list item may begin. Look at the indentation.");
        if (isOneOf({Msg::EOF_IN_SCALAR, Msg::DOC_IN_SCALAR}))
            return tr("A quoted text that begins before this place is not closed.");
        if (isOneOf({Msg::END_OF_MAP_FLOW, Msg::END_OF_SEQ_FLOW, Msg::FLOW_END}))
            return tr("A bracket is missing or stands where none belongs.");
        if (message.starts_with(Msg::UNKNOWN_ANCHOR) || message.starts_with(Msg::ALIAS_NOT_FOUND))
            return tr("A text that begins with * refers to an anchor, and there is none of this "
                      "name. Quotes around it make it plain text.");
        if (isOneOf({Msg::UNKNOWN_TOKEN}))
            return tr("A text can't begin with this character. Put quotes around it.");
        if (isOneOf({Msg::BAD_FILE}))
            return deep();
        return tr("This is no valid YAML (%1).").arg(QString::fromStdString(message));
    }
};

} // namespace

TreeError yamlSyntaxError(const YAML::Exception &exception, const QByteArray &text)
{
    const int at = std::clamp(exception.mark.pos, 0, int(text.size()));
    const int tab = tabInIndentation(text, at);
    if (tab >= 0)
        return {tab, SyntaxWords::tab()};
    if (SyntaxWords::isAboutEscape(exception.msg))
        return {int(std::max<qsizetype>(text.lastIndexOf('\\', at), 0)), SyntaxWords::escape()};
    return {at, SyntaxWords::inWords(exception.msg)};
}

std::optional<TreeError> refusedLine(const QByteArray &text)
{
    constexpr qsizetype longest = 1024 * 1024;
    constexpr int deepest = 1000;
    qsizetype line = 0;
    int open = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\n') {
            line = at + 1;
            open = 0;
        } else if (c == '[' || c == '{') {
            ++open;
        } else if (c == ']' || c == '}') {
            --open;
        }
        if (open > deepest)
            return TreeError{int(at), SyntaxWords::deep()};
        if (at - line > longest)
            return TreeError{int(line), SyntaxWords::longLine()};
    }
    return std::nullopt;
}

bool isQuoteClosed(const QByteArray &text, qsizetype at)
{
    const TextSteps steps(text);
    const qsizetype begin = steps.skipProperties(at);
    const bool isQuoted = steps.at(begin) == '"' || steps.at(begin) == '\'';
    return !isQuoted || steps.closing(begin) >= 0;
}

QString openQuoteMessage()
{
    return SyntaxWords::openQuote();
}

} // namespace config
