// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/filetext.h"

#include "config/reading/limits.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace config {

namespace {

/// How many bytes the character takes that begins at `at`; 0 where none does in UTF-8.
qsizetype characterSize(QByteArrayView text, qsizetype at)
{
    const auto byte = [text](qsizetype where) {
        return where < text.size() ? static_cast<unsigned char>(text[where]) : 0U;
    };
    const unsigned first = byte(at);
    if (first < 0x80)
        return 1;
    const qsizetype size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4)
        return 0;
    for (qsizetype i = 1; i < size; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U)
            return 0;
    }
    // Longer than need be, halves of UTF-16 pairs, and beyond Unicode.
    const unsigned second = byte(at + 1);
    const bool isBad = (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)
        || (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
    return isBad ? 0 : size;
}

/// The first byte that is no UTF-8; -1: all is.
int firstBadByte(QByteArrayView text)
{
    if (text.isValidUtf8())
        return -1;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype size = characterSize(text, at);
        if (size == 0)
            return int(at);
        at += size;
    }
    return -1;
}

class FileText
{
    Q_DECLARE_TR_FUNCTIONS(config::FileText)

public:
    static tl::expected<QByteArray, QString> read(const QString &path)
    {
        const QFileInfo info(path);
        if (path.isEmpty() || !info.exists())
            return tl::unexpected(tr("There is no such file."));
        if (info.isDir())
            return tl::unexpected(tr("This is a folder. Give the batch file in it."));
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            if (file.error() == QFile::PermissionsError || !info.isReadable())
                return tl::unexpected(tr("The file may not be read: look at its permissions."));
            return tl::unexpected(tr("The file can't be opened (%1).").arg(file.errorString()));
        }
        if (file.size() > limits::size)
            return tl::unexpected(tooLarge());
        const QByteArray text = file.read(limits::size + 1);
        if (file.error() != QFile::NoError)
            return tl::unexpected(tr("The file can't be read (%1).").arg(file.errorString()));
        if (const auto excess = excessOf(text))
            return tl::unexpected(*excess);
        return text;
    }

    static std::optional<QString> excessOf(const QByteArray &text)
    {
        if (text.size() > limits::size)
            return tooLarge();
        if (text.count('\n') > limits::lines) {
            return tr("The file has more than %L1 lines. A batch file can't have more.")
                .arg(limits::lines);
        }
        return std::nullopt;
    }

    static std::optional<TreeError> check(const QByteArray &text)
    {
        if (text.startsWith("\xFF\xFE") || text.startsWith("\xFE\xFF"))
            return TreeError{0, tr("The file is UTF-16. Save it as UTF-8.")};
        const auto control = std::find_if(text.begin(), text.end(), [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
        });
        if (control != text.end()) {
            return TreeError{
                int(control - text.begin()),
                tr("An invisible control character (code %1) stands here. Take it out.")
                    .arg(int(*control))};
        }
        if (const int bad = firstBadByte(text); bad >= 0)
            return TreeError{bad, tr("This is not UTF-8 text. Save the file as UTF-8.")};
        return std::nullopt;
    }

private:
    static QString tooLarge()
    {
        return tr("The file is larger than %1 MB. A batch file can't have more: include brings "
                  "several together.")
            .arg(limits::megabytes);
    }
};

} // namespace

tl::expected<QByteArray, QString> readFileText(const QString &path)
{
    return FileText::read(path);
}

std::optional<QString> excessOf(const QByteArray &text)
{
    return FileText::excessOf(text);
}

qsizetype byteOrderMarkSize(const QByteArray &text)
{
    return text.startsWith("\xEF\xBB\xBF") ? 3 : 0;
}

std::optional<TreeError> checkCharacters(const QByteArray &text)
{
    return FileText::check(text);
}

} // namespace config
