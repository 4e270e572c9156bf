// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/terminal.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

#include <sys/ioctl.h>
#include <unistd.h>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

void write(FILE *stream, const QByteArray &text)
{
    // Nobody may be reading any more; the exit code still tells how it went.
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stream);
    std::fflush(stream);
}

bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0x303e)
        || (c >= 0x3041 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff00 && c <= 0xff60) || (c >= 0xffe0 && c <= 0xffe6)
        || (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd);
}

int columnsOfCharacter(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
    case QChar::Other_Control:
        return 0;
    default:
        return isWide(c) ? 2 : 1;
    }
}

} // namespace

void print(const QString &text)
{
    write(stdout, printable(text).toUtf8() + '\n');
}

void printError(const QString &text)
{
    write(stderr, printable(text).toUtf8() + '\n');
}

void printJson(const QJsonObject &document)
{
    write(stdout, QJsonDocument(document).toJson());
}

void redrawLine(const QString &text)
{
    constexpr char clearToEnd[] = "\x1b[K";
    write(stderr, '\r' + printable(text).toUtf8() + clearToEnd);
}

bool isInteractive()
{
    return isatty(STDERR_FILENO) && qgetenv("TERM") != "dumb";
}

int terminalWidth()
{
    winsize size = {};
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 80;
}

QString printable(const QString &text)
{
    QString result = text;
    result.removeIf([](QChar c) { return c.category() == QChar::Other_Control && c != u'\n'; });
    return result;
}

int columnsOf(QStringView text)
{
    int columns = 0;
    for (const char32_t c : text.toUcs4())
        columns += columnsOfCharacter(c);
    return columns;
}

QString padded(const QString &text, int columns)
{
    return text + QString(std::max(0, columns - columnsOf(text)), u' ');
}

QString paddedLeft(const QString &text, int columns)
{
    return QString(std::max(0, columns - columnsOf(text)), u' ') + text;
}

QString fitted(const QString &text, int columns)
{
    if (columnsOf(text) <= columns)
        return text;
    QString result;
    int used = 1; // the ellipsis
    for (const char32_t c : text.toUcs4()) {
        used += columnsOfCharacter(c);
        if (used > columns)
            break;
        result += QString::fromUcs4(&c, 1);
    }
    return result + u'…';
}

} // namespace cli
