// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/recipe/xmppacket.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace media {

namespace {

constexpr auto rdfSpace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"_L1;
constexpr auto dublinSpace = "http://purl.org/dc/elements/1.1/"_L1;
constexpr auto ourSpace = "urn:rushes:recipe:1#"_L1;
constexpr auto noteSpace = "http://ns.adobe.com/xmp/note/"_L1;
constexpr auto metaSpace = "adobe:ns:meta/"_L1;

// Ours is found again by how it begins and ends: nothing in it that is not escaped ends so.
constexpr auto recipeBegin =
    "<d:Description xmlns:d=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
    "d:about=\"\" xmlns:rushes=\"urn:rushes:recipe:1#\""_L1;
constexpr auto noteBegin = "<d:Description xmlns:d=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
                           "d:about=\"\" xmlns:xmpNote=\"http://ns.adobe.com/xmp/note/\""_L1;
constexpr auto ourEnd = "</d:Description>"_L1;

constexpr auto emptyPacket =
    u"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"></rdf:RDF></x:xmpmeta>\n"
    "<?xpacket end=\"w\"?>";

/// As XML has it: without what it has no word for.
QString escaped(const QByteArray &utf8)
{
    QString text = QString::fromUtf8(utf8);
    text.removeIf([](QChar c) {
        const char16_t code = c.unicode();
        return (code < 0x20 && code != '\t' && code != '\n' && code != '\r') || code >= 0xFFFE;
    });
    // Readers make a mere line feed of a carriage return that stands as such.
    return text.toHtmlEscaped().replace(u'\r', u"&#13;"_s);
}

QString descriptionOf(const RecipeText &recipe, bool isDescribed)
{
    const QString prompt = escaped(recipe.prompt);
    const QString shown = isDescribed
        ? u"<rushes:prompt>%1</rushes:prompt>"_s
        : u"<dc:description xmlns:dc=\"%2\"><d:Alt><d:li xml:lang=\"x-default\">%1</d:li></d:Alt>"
          "</dc:description>"_s;
    return recipeBegin + u'>' + (isDescribed ? shown.arg(prompt) : shown.arg(prompt, dublinSpace))
        + u"<rushes:recipe>"_s + escaped(recipe.document) + u"</rushes:recipe>"_s + ourEnd;
}

struct Range
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// The element that the reader has just begun, up to its end.
Range restOf(QXmlStreamReader &reader, qsizetype begin)
{
    reader.skipCurrentElement();
    return {begin, reader.characterOffset()};
}

/// Tells elements and attributes by their namespace and name.
using Kind = bool (*)(QStringView space, QStringView name);

bool isOurs(QStringView space, QStringView)
{
    return space == ourSpace;
}

bool isExtensionNote(QStringView space, QStringView name)
{
    return space == noteSpace && name == "HasExtendedXMP"_L1;
}

/// An attribute of that kind in the tag that stands there.
std::optional<Range> attributeIn(const QXmlStreamReader &reader, const QString &packet,
                                 qsizetype begin, Kind kind)
{
    for (const QXmlStreamAttribute &attribute : reader.attributes()) {
        if (!kind(attribute.namespaceUri(), attribute.name()))
            continue;
        const QRegularExpression written(uR"(\s%1\s*=\s*("[^"]*"|'[^']*'))"_s.arg(
            QRegularExpression::escape(attribute.qualifiedName())));
        const auto match = written.match(packet, begin);
        if (match.hasMatch())
            return Range{match.capturedStart(), match.capturedEnd()};
    }
    return {};
}

/// The first element or attribute of that kind, in whatever way another program has written it.
std::optional<Range> placeOf(const QString &packet, Kind kind)
{
    QXmlStreamReader reader(packet);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const qsizetype begin = packet.lastIndexOf(u'<', reader.characterOffset() - 1);
        if (kind(reader.namespaceUri(), reader.name()))
            return restOf(reader, begin);
        if (const auto attribute = attributeIn(reader, packet, begin, kind))
            return attribute;
    }
    return {};
}

/// The description of the file with these words.
std::optional<Range> descriptionWith(const QString &packet, const QString &prompt)
{
    QXmlStreamReader reader(packet);
    while (!prompt.isEmpty() && !reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement
            || reader.namespaceUri() != dublinSpace || reader.name() != "description"_L1)
            continue;
        const qsizetype begin = packet.lastIndexOf(u'<', reader.characterOffset() - 1);
        const QString text = reader.readElementText(QXmlStreamReader::IncludeChildElements);
        if (text.trimmed() == prompt.trimmed())
            return Range{begin, reader.characterOffset()};
    }
    return {};
}

/// Removes the descriptions of ours that begin so.
void removeOwn(QString &packet, QLatin1StringView head)
{
    for (qsizetype begin = packet.indexOf(head); begin >= 0; begin = packet.indexOf(head)) {
        const qsizetype end = packet.indexOf(ourEnd, begin);
        if (end < 0)
            break;
        packet.remove(begin, end + ourEnd.size() - begin);
    }
}

/// Removes what is left of that kind where another program has written the packet in its own way.
void removeStrays(QString &packet, Kind kind)
{
    constexpr int most = 8; // there are two: the document and the prompt
    for (int i = 0; i < most; ++i) {
        const auto stray = placeOf(packet, kind);
        if (!stray)
            break;
        packet.remove(stray->begin, stray->end - stray->begin);
    }
}

void removeRecipe(QString &packet)
{
    removeOwn(packet, recipeBegin);
    const auto old = xmpTexts(packet.toUtf8()).recipe();
    if (const auto shown = descriptionWith(packet, old ? old->prompt : QString()))
        packet.remove(shown->begin, shown->end - shown->begin);
    removeStrays(packet, isOurs);
}

void removeNote(QString &packet)
{
    removeOwn(packet, noteBegin);
    removeStrays(packet, isExtensionNote);
}

struct Survey
{
    qsizetype rdfEnd = -1; ///< where `</rdf:RDF>` begins, characters
    bool isDescribed = false;
};

/// Nothing where the packet can't be read.
std::optional<Survey> survey(const QString &packet)
{
    Survey result;
    QXmlStreamReader reader(packet);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.namespaceUri() == dublinSpace
            && reader.name() == "description"_L1)
            result.isDescribed = true;
        if (reader.isEndElement() && reader.namespaceUri() == rdfSpace && reader.name() == "RDF"_L1)
            result.rdfEnd = packet.lastIndexOf(u"</"_s, reader.characterOffset() - 1);
    }
    if (reader.hasError() || result.rdfEnd < 0
        || packet.mid(result.rdfEnd).left(64).indexOf(u":RDF"_s) < 0)
        return {};
    return result;
}

/// Nothing for a packet in some other encoding; an empty one has no descriptions yet.
std::optional<QString> decoded(const QByteArray &packet)
{
    if (packet.isEmpty())
        return QString::fromUtf16(emptyPacket);
    QString text = QString::fromUtf8(packet);
    return text.toUtf8() == packet ? std::optional(text) : std::nullopt;
}

bool isFrame(QStringView space)
{
    return space == rdfSpace || space == metaSpace;
}

/// Whether the packet says nothing of the file.
bool isBare(const QString &packet)
{
    QXmlStreamReader reader(packet);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QXmlStreamAttributes attributes = reader.attributes();
        if (!isFrame(reader.namespaceUri())
            || !std::all_of(attributes.begin(), attributes.end(),
                            [](const auto &each) { return isFrame(each.namespaceUri()); }))
            return false;
    }
    return !reader.hasError();
}

} // namespace

std::optional<QByteArray> xmpWithRecipe(const QByteArray &packet, const RecipeText &recipe)
{
    auto text = decoded(packet);
    if (!text)
        return {};
    removeRecipe(*text);
    const auto found = survey(*text);
    if (!found)
        return {};
    text->insert(found->rdfEnd, descriptionOf(recipe, found->isDescribed));
    return text->toUtf8();
}

std::optional<QByteArray> xmpWithNote(const QByteArray &packet, const QByteArray &extension)
{
    auto text = decoded(packet);
    if (!text)
        return {};
    removeRecipe(*text);
    removeNote(*text);
    const auto found = survey(*text);
    if (!found)
        return {};
    text->insert(found->rdfEnd,
                 noteBegin + u"><xmpNote:HasExtendedXMP>"_s + QString::fromLatin1(extension)
                     + u"</xmpNote:HasExtendedXMP>"_s + ourEnd);
    return text->toUtf8();
}

std::optional<QByteArray> xmpWithoutNote(const QByteArray &packet)
{
    auto text = decoded(packet);
    if (!text)
        return {};
    removeNote(*text);
    return text->toUtf8();
}

bool xmpIsRecipeAlone(const QByteArray &packet)
{
    auto text = decoded(packet);
    if (!text || xmpTexts(packet).document.isEmpty())
        return false;
    removeRecipe(*text);
    return isBare(*text);
}

FoundTexts xmpTexts(const QByteArray &packet)
{
    FoundTexts found;
    QXmlStreamReader reader(packet);
    while (!reader.atEnd() && found.document.isEmpty()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.namespaceUri() == ourSpace && reader.name() == "recipe"_L1)
            found.document = reader.readElementText().toUtf8();
        else // the short form, which other programs turn it into
            found.document = reader.attributes().value(ourSpace, "recipe"_L1).toUtf8();
    }
    return found;
}

} // namespace media
