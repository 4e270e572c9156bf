// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/filetext.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace config {

namespace {

constexpr qint64 maxMegabytes = 64;
constexpr qint64 maxSize = maxMegabytes * 1024 * 1024;

bool isUtf8(QByteArrayView text)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString decoded = decode(text);
    return !decode.hasError() && decoded.size() <= text.size();
}

/// The first byte that is no UTF-8.
int firstBadByte(const QByteArray &text)
{
    // No line break is ever part of a longer character, so lines can be looked at alone.
    qsizetype start = 0;
    while (start < text.size()) {
        qsizetype end = text.indexOf('\n', start);
        end = end < 0 ? text.size() : end + 1;
        if (!isUtf8(QByteArrayView(text).sliced(start, end - start))) {
            qsizetype good = start;
            for (qsizetype next = start + 1; next <= end; ++next) {
                if (isUtf8(QByteArrayView(text).sliced(good, next - good)))
                    good = next;
                else if (next - good == 4)
                    break;
            }
            return int(good);
        }
        start = end;
    }
    return 0;
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
        if (file.size() > maxSize)
            return tl::unexpected(tooLarge());
        const QByteArray text = file.read(maxSize + 1);
        if (file.error() != QFile::NoError)
            return tl::unexpected(tr("The file can't be read (%1).").arg(file.errorString()));
        if (text.size() > maxSize)
            return tl::unexpected(tooLarge());
        return text;
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
        if (!isUtf8(text)) {
            return TreeError{firstBadByte(text),
                             tr("This is not UTF-8 text. Save the file as UTF-8.")};
        }
        return std::nullopt;
    }

private:
    static QString tooLarge()
    {
        return tr("The file is larger than %1 MB. This can't be a batch file.").arg(maxMegabytes);
    }
};

} // namespace

tl::expected<QByteArray, QString> readFileText(const QString &path)
{
    return FileText::read(path);
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
