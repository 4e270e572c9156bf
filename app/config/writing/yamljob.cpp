// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/yamljob.h"

namespace config {

std::optional<TextStyle> promptStyle(const QByteArray &text, const Node &job)
{
    const Entry *prompt = job.find(u"prompt");
    if (!prompt || prompt->value->at >= text.size())
        return std::nullopt;
    const char first = text.at(prompt->value->at);
    return first == '>' || first == '|' ? TextStyle::Block : TextStyle::Line;
}

TextStyle styleFor(const Piece &piece, std::optional<TextStyle> prompts)
{
    constexpr qsizetype longPrompt = 60;
    if (piece.key != u"prompt")
        return TextStyle::Line;
    return prompts.value_or(piece.value->text.size() > longPrompt ? TextStyle::Block
                                                                  : TextStyle::Line);
}

QByteArray yamlJob(const batch::Job &job, int column, std::optional<TextStyle> prompts,
                   const Node *origin, const batch::Job *before)
{
    const std::vector<Content> now = contentOf(job);
    QByteArray text = QByteArray(column, ' ') + "- ";
    bool isFirst = true;
    for (const Piece &piece : arrange(origin, before ? contentOf(*before) : now, now)) {
        if (!isFirst)
            text += QByteArray(column + 2, ' ');
        isFirst = false;
        text += yamlEntry(piece.key, *piece.value, column + 2, styleFor(piece, prompts));
    }
    return text;
}

} // namespace config
