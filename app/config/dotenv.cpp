// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/dotenv.h"

#include "config/reading/filetext.h"

#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace config {

namespace {

/// The text between double quotes that `text` begins with, its escapes resolved; nothing where
/// the quotes aren't closed on this line.
std::optional<QString> doubleQuoted(QStringView text)
{
    QString value;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == u'"')
            return value;
        if (text[i] != u'\\' || i + 1 == text.size()) {
            value += text[i];
            continue;
        }
        const QChar escaped = text[++i];
        if (escaped == u'n')
            value += u'\n';
        else if (escaped == u'"' || escaped == u'\\')
            value += escaped;
        else
            value += u'\\' + QString(escaped);
    }
    return std::nullopt;
}

std::optional<QString> singleQuoted(QStringView text)
{
    const qsizetype end = text.indexOf(u'\'', 1);
    if (end < 0)
        return std::nullopt;
    return text.sliced(1, end - 1).toString();
}

/// The value without the comment behind it.
QString unquoted(QStringView text)
{
    static const QRegularExpression comment(u"(?:^|\\s)#"_s);
    const qsizetype begin = text.toString().indexOf(comment);
    return (begin < 0 ? text : text.first(begin)).trimmed().toString();
}

std::optional<QString> valueOf(QStringView text)
{
    if (text.startsWith(u'"'))
        return doubleQuoted(text);
    if (text.startsWith(u'\''))
        return singleQuoted(text);
    return unquoted(text);
}

} // namespace

QMap<QString, QString> parseDotEnv(const QByteArray &text)
{
    static const QRegularExpression assignment(
        u"^\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=[ \\t]*(.*)$"_s);
    QMap<QString, QString> variables;
    const QString body = QString::fromUtf8(text.mid(byteOrderMarkSize(text)));
    for (const QStringView line : QStringView(body).split(u'\n')) {
        const auto match = assignment.match(line.trimmed().toString());
        if (!match.hasMatch())
            continue;
        if (const auto value = valueOf(match.capturedView(2)))
            variables.insert(match.captured(1), *value);
    }
    return variables;
}

QMap<QString, QString> dotEnvBeside(const QString &batchPath)
{
    const auto text = readFileText(QFileInfo(batchPath).absolutePath() + u"/.env"_s);
    return text ? parseDotEnv(*text) : QMap<QString, QString>();
}

} // namespace config
