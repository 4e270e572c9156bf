// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/texts.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace batch {

namespace {

/// Whether what stands between two braces is a word or a choice.
std::optional<TextPart::Kind> kindOf(QStringView inside, Braces braces)
{
    if (isWord(inside))
        return TextPart::Kind::Variable;
    if (braces == Braces::NamesAndChoices && inside.contains(u'|') && !inside.contains(u'"'))
        return TextPart::Kind::Choice;
    return std::nullopt;
}

/// A pair of braces with nothing but a word or a choice between them.
struct Pair
{
    TextPart::Kind kind = TextPart::Kind::Variable;
    qsizetype begin = 0; ///< of the opening brace
    qsizetype end = 0;   ///< behind the closing one
    bool isDoubled = false;

    QStringView inside(QStringView text) const { return text.sliced(begin + 1, end - begin - 2); }
};

/// The next of them from there on.
std::optional<Pair> nextPair(QStringView text, qsizetype from, Braces braces)
{
    qsizetype open = -1;
    for (qsizetype at = from; at < text.size(); ++at) {
        if (text[at] == u'{') {
            open = at;
        } else if (text[at] == u'}' && open >= 0) {
            if (const auto kind = kindOf(text.sliced(open + 1, at - open - 1), braces)) {
                const bool isDoubled = open > from && text[open - 1] == u'{' && at + 1 < text.size()
                    && text[at + 1] == u'}';
                return Pair{*kind, open, at + 1, isDoubled};
            }
            open = -1;
        }
    }
    return std::nullopt;
}

QStringList partsOf(QStringView choice)
{
    QStringList parts;
    for (const QStringView part : choice.split(u'|'))
        parts.append(part.trimmed().toString());
    return parts;
}

} // namespace

BracedText::BracedText(const QString &text, Braces braces)
{
    QString plain;
    qsizetype done = 0;
    const auto take = [&](TextPart part) {
        if (!plain.isEmpty())
            m_parts.append({TextPart::Kind::Plain, std::exchange(plain, {}), {}});
        m_parts.append(std::move(part));
        m_isPlain = false;
    };
    while (const auto pair = nextPair(text, done, braces)) {
        const QStringView inside = pair->inside(text);
        plain += QStringView(text).sliced(done, pair->begin - done);
        done = pair->end;
        if (pair->isDoubled) {
            plain += inside;
            plain += u'}';
            ++done;
            m_isPlain = false;
        } else if (pair->kind == TextPart::Kind::Variable) {
            take({pair->kind, inside.toString(), {}});
        } else {
            take({pair->kind, inside.toString(), partsOf(inside)});
        }
    }
    plain += QStringView(text).sliced(done);
    if (!plain.isEmpty())
        m_parts.append({TextPart::Kind::Plain, plain, {}});
}

QStringList BracedText::variables() const
{
    QStringList names;
    QSet<QString> known;
    for (const TextPart &part : m_parts) {
        if (part.kind == TextPart::Kind::Variable && !known.contains(part.text)) {
            known.insert(part.text);
            names.append(part.text);
        }
    }
    return names;
}

QList<QStringList> BracedText::choices() const
{
    QList<QStringList> choices;
    for (const TextPart &part : m_parts) {
        if (part.kind == TextPart::Kind::Choice)
            choices.append(part.choices);
    }
    return choices;
}

template <typename Take>
void BracedText::eachPiece(const Variables &values, Take take) const
{
    qsizetype choice = 0;
    for (const TextPart &part : m_parts) {
        const QString name = part.kind == TextPart::Kind::Choice ? choiceName(choice++) : part.text;
        const auto value = values.constFind(name);
        if (part.kind == TextPart::Kind::Plain)
            take(part.text);
        else if (value != values.constEnd())
            take(*value);
        else
            take(u'{' + part.text + u'}');
    }
}

qint64 BracedText::sizeWith(const Variables &values) const
{
    qint64 size = 0;
    eachPiece(values, [&size](const QString &piece) { size += piece.size(); });
    return size;
}

QString BracedText::with(const Variables &values) const
{
    QString text;
    eachPiece(values, [&text](const QString &piece) { text += piece; });
    return text;
}

QString choiceName(qsizetype index)
{
    return index == 0 ? u"choice"_s : u"choice%1"_s.arg(index + 1);
}

bool isReservedName(const QString &name)
{
    if (name == u"take")
        return true;
    const QStringView start = u"choice";
    return name.startsWith(start)
        && std::all_of(name.begin() + start.size(), name.end(),
                       [](QChar digit) { return digit >= u'0' && digit <= u'9'; });
}

bool isWord(QStringView text)
{
    const QList<uint> characters = text.toUcs4();
    return !characters.isEmpty()
        && std::all_of(characters.begin(), characters.end(), [](uint character) {
               return QChar::isLetterOrNumber(character) || QChar::isMark(character)
                   || character == U'_' || character == U'-';
           });
}

QString withoutMeaning(const QString &plain, Braces braces)
{
    const QStringView whole(plain);
    QString text;
    qsizetype done = 0;
    while (const auto pair = nextPair(plain, done, braces)) {
        text += whole.sliced(done, pair->begin - done);
        text += u'{';
        text += whole.sliced(pair->begin, pair->end - pair->begin);
        text += u'}';
        done = pair->end;
    }
    text += whole.sliced(done);
    return text;
}

} // namespace batch
