// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/request/mediainputs.h"

#include "batch/references/references.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace catalog {

using namespace Qt::StringLiterals;
using batch::Field;

namespace {

/// "lastImageUrl_2" as last, image, url.
QStringList wordsOf(const QString &name)
{
    QStringList words;
    QString word;
    const auto end = [&] {
        if (!word.isEmpty())
            words.append(word.toLower());
        word.clear();
    };
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar each = name.at(i);
        if (!each.isLetter() || (each.isUpper() && i > 0 && name.at(i - 1).isLower()))
            end();
        if (each.isLetter())
            word.append(each);
    }
    end();
    return words;
}

std::optional<InputKind> kindOfWord(QString word)
{
    if (word.endsWith(u's'))
        word.chop(1);
    static const QHash<QString, InputKind> kinds{
        {u"image"_s, InputKind::Image},   {u"img"_s, InputKind::Image},
        {u"picture"_s, InputKind::Image}, {u"photo"_s, InputKind::Image},
        {u"frame"_s, InputKind::Image},   {u"mask"_s, InputKind::Image},
        {u"video"_s, InputKind::Video},   {u"clip"_s, InputKind::Video},
        {u"audio"_s, InputKind::Audio},   {u"sound"_s, InputKind::Audio},
        {u"voice"_s, InputKind::Audio},   {u"music"_s, InputKind::Audio},
    };
    const auto found = kinds.constFind(word);
    return found == kinds.constEnd() ? std::nullopt : std::optional(*found);
}

bool isAddressWord(const QString &word)
{
    constexpr std::array words{"url"_L1,  "urls"_L1,  "uri"_L1,  "uris"_L1,
                               "file"_L1, "files"_L1, "path"_L1, "base"_L1};
    return std::any_of(words.begin(), words.end(), [&word](auto each) { return word == each; });
}

/// By its name alone: what stands last counts ("video_length" is none), unless that says only that
/// it is an address.
std::optional<InputKind> kindByName(const QString &name)
{
    QStringList words = wordsOf(name);
    while (words.size() > 1 && isAddressWord(words.constLast()))
        words.removeLast();
    return words.isEmpty() ? std::nullopt : kindOfWord(words.constLast());
}

/// Whether the name is as often that of something else, which is said in a text: a voice is
/// "alloy", a music "calm", an end frame "hold".
bool mayBeSaidInWords(InputKind kind, const QString &name)
{
    static const QSet<QString> words{u"frame"_s, u"frames"_s, u"mask"_s, u"masks"_s};
    const QStringList own = wordsOf(name);
    return kind == InputKind::Audio || (!own.isEmpty() && words.contains(own.constLast()));
}

/// Whether a text can be nothing but a file: it names a folder, or ends as files of pictures, films
/// and sounds do.
bool looksLikeAFile(const QString &text)
{
    static const QRegularExpression ending(
        u"\\.(png|jpe?g|webp|gif|bmp|tiff?|avif|hei[cf]|svg|mp4|m4v|mov|webm|mkv|avi|mp3|m4a|wav|"
        "ogg|oga|opus|flac|aac|aiff?|wma)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.contains(u'/') || text.contains(u'\\') || ending.match(text.trimmed()).hasMatch();
}

/// What a value takes the address of.
struct Taken
{
    InputKind kind = InputKind::Any;
    bool inWords =
        false; ///< or something that is said in words: only what looks like a file is one
};

std::optional<Taken> takenBy(const QString &name)
{
    const auto kind = kindByName(name);
    return kind ? std::optional(Taken{*kind, mayBeSaidInWords(*kind, name)}) : std::nullopt;
}

/// Replaces the addresses within one parameter's value, and leaves all else.
class Walk
{
public:
    Walk(MediaInput place, const std::function<QString(const MediaInput &)> &link)
        : m_place(std::move(place))
        , m_link(link)
    {
    }

    /// `taken`: nothing where only references count.
    QJsonValue replaced(const QJsonValue &value, const std::optional<Taken> &taken)
    {
        if (value.isString())
            return replacedText(value.toString(), taken);
        if (value.isArray()) {
            QJsonArray list;
            const QJsonArray given = value.toArray();
            for (const QJsonValue &each : given)
                list.append(replaced(each, taken));
            return list;
        }
        if (value.isObject()) {
            QJsonObject object = value.toObject();
            for (auto it = object.begin(); it != object.end(); ++it) {
                const auto own = takenBy(it.key());
                it.value() = replaced(it.value(), own ? own : asAddress(it.key(), taken));
            }
            return object;
        }
        return value;
    }

private:
    /// `{"url": …}` within a picture is the picture's; what else stands in there is not.
    static std::optional<Taken> asAddress(const QString &key, const std::optional<Taken> &taken)
    {
        const QStringList words = wordsOf(key);
        return !words.isEmpty() && isAddressWord(words.constLast()) ? taken : std::nullopt;
    }

    QJsonValue replacedText(const QString &text, const std::optional<Taken> &taken)
    {
        const bool isFile =
            taken && batch::isLocalFile(text) && (!taken->inWords || looksLikeAFile(text));
        if (!isFile && !batch::referredJob(text))
            return text;
        m_place.address = text.trimmed();
        m_place.kind = taken ? taken->kind : InputKind::Any;
        return m_link(m_place);
    }

    MediaInput m_place;
    const std::function<QString(const MediaInput &)> &m_link;
};

bool isPicture(Field field)
{
    return field == Field::Image || field == Field::ImageUrl;
}

bool isAddress(const Parameter &parameter)
{
    return parameter.format == "uri"_L1 || parameter.format == "binary"_L1;
}

std::optional<Taken> takenBy(const Filled &filled, const Model *model)
{
    const bool known = model && model->hasSchema;
    const Parameter *own = known ? model->parameter(filled.name) : nullptr;
    const auto kind = own ? inputKind(*own) : kindByName(filled.name);
    if (isPicture(filled.field))
        return Taken{kind.value_or(InputKind::Image)};
    if (!kind)
        return std::nullopt;
    const bool isSure = own && isAddress(*own);
    return Taken{*kind, !isSure && mayBeSaidInWords(*kind, filled.name)};
}

/// A link as it may look; its own for each number.
QString standIn(InputKind kind, int number)
{
    const QString link = u"https://files.example/upload/%1"_s.arg(number);
    switch (kind) {
    case InputKind::Video:
        return link + u".mp4"_s;
    case InputKind::Audio:
        return link + u".mp3"_s;
    case InputKind::Image:
    case InputKind::Any:
        break;
    }
    return link + u".png"_s;
}

} // namespace

std::optional<InputKind> inputKind(const Parameter &parameter)
{
    const bool mayHoldText = parameter.takes(ValueSchema::String)
        || parameter.takes(ValueSchema::Array) || parameter.takes(ValueSchema::Object);
    if (!mayHoldText || !parameter.allowed.isEmpty())
        return std::nullopt;
    if (const auto kind = kindByName(parameter.name))
        return kind;
    return isAddress(parameter) ? std::optional(InputKind::Any) : std::nullopt;
}

QList<MediaInput> mediaInputs(const batch::Job &job, const Model *model)
{
    QList<MediaInput> inputs;
    if (!job.picture() && job.params.isEmpty())
        return inputs;
    withLinks(parametersFor(job, model), model, [&inputs](const MediaInput &input) {
        inputs.append(input);
        return input.address;
    });
    return inputs;
}

Parameters withLinks(Parameters parameters, const Model *model,
                     const std::function<QString(const MediaInput &)> &link)
{
    for (Filled &each : parameters.filled) {
        const bool mayHold = isPicture(each.field) || each.field == Field::Params;
        if (!mayHold || each.value.isDouble() || each.value.isBool())
            continue;
        Walk walk({{}, InputKind::Any, each.field, each.name}, link);
        each.value = walk.replaced(each.value, takenBy(each, model));
    }
    return parameters;
}

Parameters withStandIns(Parameters parameters, const Model *model)
{
    QHash<QString, int> numbers; // the same file twice is the same link twice
    return withLinks(std::move(parameters), model, [&numbers](const MediaInput &input) {
        const auto known = numbers.constFind(input.address);
        const int number = known == numbers.constEnd() ? static_cast<int>(numbers.size()) : *known;
        numbers.insert(input.address, number);
        return standIn(input.kind, number);
    });
}

} // namespace catalog
