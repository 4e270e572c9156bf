// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/inputs/contenttype.h"

#include <algorithm>
#include <array>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

/// Bytes that stand at a place of a file.
struct Mark
{
    qsizetype at = 0;
    QByteArrayView bytes;
};

struct Kind
{
    QByteArrayView contentType;
    QLatin1StringView ending;
    Mark first;
    Mark second; ///< no bytes: the first says it
};

// The narrower ones first: QuickTime is an MP4 but for its brand.
constexpr std::array kinds{
    Kind{"image/png", ".png"_L1, {0, "\x89PNG\r\n\x1a\n"}, {}},
    Kind{"image/jpeg", ".jpg"_L1, {0, "\xff\xd8\xff"}, {}},
    Kind{"image/webp", ".webp"_L1, {0, "RIFF"}, {8, "WEBP"}},
    Kind{"image/gif", ".gif"_L1, {0, "GIF8"}, {}},
    Kind{"image/bmp", ".bmp"_L1, {0, "BM"}, {}},
    Kind{"image/tiff", ".tiff"_L1, {0, QByteArrayView("II*\0", 4)}, {}},
    Kind{"image/tiff", ".tiff"_L1, {0, QByteArrayView("MM\0*", 4)}, {}},
    Kind{"video/quicktime", ".mov"_L1, {4, "ftyp"}, {8, "qt  "}},
    Kind{"video/mp4", ".mp4"_L1, {4, "ftyp"}, {}},
    Kind{"video/webm", ".webm"_L1, {0, "\x1a\x45\xdf\xa3"}, {}},
    Kind{"audio/wav", ".wav"_L1, {0, "RIFF"}, {8, "WAVE"}},
    Kind{"audio/mpeg", ".mp3"_L1, {0, "ID3"}, {}},
    Kind{"audio/mpeg", ".mp3"_L1, {0, "\xff\xfb"}, {}},
};

bool carries(const QByteArray &bytes, const Mark &mark)
{
    return bytes.size() >= mark.at + mark.bytes.size()
        && QByteArrayView(bytes).sliced(mark.at, mark.bytes.size()) == mark.bytes;
}

} // namespace

QByteArray contentTypeOf(const QByteArray &beginning)
{
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const Kind &each) {
        return carries(beginning, each.first) && carries(beginning, each.second);
    });
    return kind == kinds.end() ? QByteArray("application/octet-stream")
                               : kind->contentType.toByteArray();
}

QLatin1StringView endingFor(const QByteArray &contentType)
{
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const Kind &each) {
        return each.contentType == contentType;
    });
    return kind == kinds.end() ? QLatin1StringView() : kind->ending;
}

} // namespace sandbox
