// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/tree/textsteps.h"

namespace config {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

bool isFlowSign(char c)
{
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}

} // namespace

TextSteps::TextSteps(const QByteArray &text)
    : m_text(text)
{
}

bool TextSteps::isWhite(char c)
{
    return isSpace(c) || c == '\r' || c == '\n';
}

qsizetype TextSteps::skipFiller(qsizetype at) const
{
    while (at < m_text.size()) {
        if (isWhite(m_text[at])) {
            ++at;
        } else if (m_text[at] == '#') {
            const qsizetype newline = m_text.indexOf('\n', at);
            at = newline < 0 ? m_text.size() : newline;
        } else {
            break;
        }
    }
    return at;
}

qsizetype TextSteps::skipSpaces(qsizetype at) const
{
    while (at < m_text.size() && isSpace(m_text[at]))
        ++at;
    return at;
}

qsizetype TextSteps::lineBegin(qsizetype at) const
{
    return at <= 0 ? 0 : m_text.lastIndexOf('\n', at - 1) + 1;
}

qsizetype TextSteps::nextLine(qsizetype at) const
{
    const qsizetype newline = m_text.indexOf('\n', at);
    return newline < 0 ? m_text.size() : newline + 1;
}

qsizetype TextSteps::skipProperties(qsizetype at) const
{
    while (isProperty(at))
        at = skipFiller(propertyEnd(at));
    return at;
}

qsizetype TextSteps::propertyEnd(qsizetype at) const
{
    // An address in full may hold commas: !<tag:yaml.org,2002:str>
    const bool isAddress = this->at(at) == '!' && this->at(at + 1) == '<';
    const qsizetype last = isAddress ? m_text.indexOf('>', at) : -1;
    return last < 0 ? word(at) : last + 1;
}

qsizetype TextSteps::word(qsizetype at) const
{
    while (at < m_text.size() && !isWhite(m_text[at]) && !isFlowSign(m_text[at]))
        ++at;
    return at;
}

qsizetype TextSteps::quotedEnd(qsizetype at) const
{
    const qsizetype end = closing(at);
    if (end < 0)
        throw LostTrack{m_text.size()};
    return end;
}

qsizetype TextSteps::closing(qsizetype at) const
{
    const char quote = m_text[at];
    while (++at < m_text.size()) {
        if (quote == '"' && m_text[at] == '\\')
            ++at;
        else if (quote == '\'' && m_text[at] == '\'' && this->at(at + 1) == '\'')
            ++at;
        else if (m_text[at] == quote)
            return at + 1;
    }
    return -1;
}

qsizetype TextSteps::matched(const QByteArray &value, qsizetype at) const
{
    qsizetype last = at;
    for (const char c : value) {
        if (isWhite(c))
            continue;
        while (at < m_text.size() && isWhite(m_text[at]))
            ++at;
        if (this->at(at) != c)
            throw LostTrack{at};
        last = ++at;
    }
    return last;
}

} // namespace config
