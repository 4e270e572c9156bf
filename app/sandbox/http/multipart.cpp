// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/multipart.h"

#include <QList>

#include <optional>
#include <utility>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

/// A header's value: `form-data; name="file"; filename="a;b.png"`.
struct Value
{
    QByteArray word; ///< before the first semicolon, in lower case
    QList<std::pair<QByteArray, QByteArray>> attributes;

    std::optional<QByteArray> attribute(const QByteArray &name) const
    {
        for (const auto &[key, value] : attributes) {
            if (key == name)
                return value;
        }
        return {};
    }
};

/// The quoted text that begins there, and where it ends; nothing: it has no end.
std::optional<QByteArray> quoted(const QByteArray &text, qsizetype &at)
{
    QByteArray value;
    for (++at; at < text.size(); ++at) {
        if (text[at] == '"') {
            ++at;
            return value;
        }
        const bool isEscaped = text[at] == '\\' && at + 1 < text.size()
            && (text[at + 1] == '"' || text[at + 1] == '\\');
        value += text[isEscaped ? ++at : at];
    }
    return {};
}

std::optional<Value> readValue(const QByteArray &text)
{
    qsizetype at = text.indexOf(';');
    Value value;
    value.word = (at < 0 ? text : text.first(at)).trimmed().toLower();
    while (at >= 0 && at < text.size()) {
        const qsizetype equals = text.indexOf('=', at);
        if (equals < 0)
            return {};
        const QByteArray key = text.sliced(at + 1, equals - at - 1).trimmed().toLower();
        at = equals + 1;
        if (at < text.size() && text[at] == '"') {
            const auto content = quoted(text, at);
            if (!content)
                return {};
            value.attributes.emplaceBack(key, *content);
            const qsizetype next = text.indexOf(';', at);
            if (!text.sliced(at, (next < 0 ? text.size() : next) - at).trimmed().isEmpty())
                return {};
            at = next;
        } else {
            const qsizetype next = text.indexOf(';', at);
            value.attributes.emplaceBack(
                key, text.sliced(at, (next < 0 ? text.size() : next) - at).trimmed());
            at = next;
        }
    }
    return value;
}

QByteArray headerIn(const QByteArray &head, const QByteArray &name)
{
    qsizetype from = 0;
    while (from < head.size()) {
        const qsizetype found = head.indexOf("\r\n", from);
        const qsizetype end = found < 0 ? head.size() : found;
        const QByteArray line = head.sliced(from, end - from);
        if (line.toLower().startsWith(name + ':'))
            return line.sliced(name.size() + 1).trimmed();
        from = end + 2;
    }
    return {};
}

/// As browsers write what can't stand in the quotes.
QString fileName(QByteArray name)
{
    name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
    return QString::fromUtf8(name);
}

struct Part
{
    QByteArray head;
    QByteArray content;
};

/// The parts of a body; nothing: it is no whole form.
std::optional<QList<Part>> readParts(const QByteArray &body, const QByteArray &boundary)
{
    const QByteArray mark = "\r\n--" + boundary;
    if (!body.startsWith(QByteArrayView(mark).sliced(2)))
        return {};
    QList<Part> parts;
    qsizetype at = mark.size() - 2;
    while (body.sliced(at, qMin<qsizetype>(2, body.size() - at)) == "\r\n") {
        // A part's head ends in an empty line, which is its first one where it has none.
        const qsizetype headEnd = body.indexOf("\r\n\r\n", at);
        qsizetype next = body.indexOf(mark, at);
        // What looks like the boundary and goes on is content.
        const auto isBoundary = [&] {
            const QByteArray after = body.mid(next + mark.size(), 2);
            return after == "\r\n" || after == "--";
        };
        while (next >= 0 && !isBoundary())
            next = body.indexOf(mark, next + 2);
        if (headEnd < at + 2 || next < headEnd + 2)
            return {};
        const qsizetype content = headEnd + 4;
        parts.append({body.mid(at + 2, headEnd - at - 2),
                      next < content ? QByteArray() : body.sliced(content, next - content)});
        at = next + mark.size();
    }
    const bool isClosed = body.mid(at) == "--" || body.mid(at) == "--\r\n";
    return isClosed ? std::optional(parts) : std::nullopt;
}

} // namespace

tl::expected<FormFile, QString> readFormFile(const QByteArray &contentType, const QByteArray &body,
                                             const QByteArray &field)
{
    const auto type = readValue(contentType);
    const QByteArray boundary =
        type ? type->attribute("boundary").value_or(QByteArray()) : QByteArray();
    if (!type || type->word != "multipart/form-data" || boundary.isEmpty()
        || boundary.size() > 70) // RFC 2046
        return tl::unexpected(u"The body is not multipart/form-data with a boundary"_s);
    const auto parts = readParts(body, boundary);
    if (!parts)
        return tl::unexpected(u"The form is not whole"_s);

    const QString name = QString::fromLatin1(field);
    std::optional<FormFile> file;
    for (const Part &part : *parts) {
        const auto disposition = readValue(headerIn(part.head, "content-disposition"));
        if (!disposition || disposition->word != "form-data" || !disposition->attribute("name"))
            return tl::unexpected(u"A part of the form has no name"_s);
        if (*disposition->attribute("name") != field)
            continue;
        const auto called = disposition->attribute("filename");
        if (!called)
            return tl::unexpected(u"The field %1 is not a file"_s.arg(name));
        if (file)
            return tl::unexpected(u"The form has more than one field named %1"_s.arg(name));
        file = FormFile{fileName(*called), part.content};
    }
    if (!file)
        return tl::unexpected(u"The form has no field named %1"_s.arg(name));
    return *file;
}

} // namespace sandbox
