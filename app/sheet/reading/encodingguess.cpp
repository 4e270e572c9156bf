// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/reading/encodingguess.h"

#include "sheet/reading/commoncharacters.h"

#include <algorithm>

namespace sheet {

namespace {

constexpr qsizetype maxSample = 256 * 1024;

/// The lines that say something about the encoding: those with more than ASCII in them. No byte
/// of a longer character is a line feed in any of the encodings that this is for.
QByteArray tellingLines(QByteArrayView bytes)
{
    QByteArray sample;
    const auto isTelling = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    for (qsizetype start = 0; start < bytes.size() && sample.size() < maxSample;) {
        qsizetype end = bytes.indexOf('\n', start);
        end = end < 0 ? bytes.size() : end + 1;
        const QByteArrayView line = bytes.sliced(start, end - start);
        if (std::any_of(line.begin(), line.end(), isTelling))
            sample += line.first(std::min(line.size(), maxSample));
        start = end;
    }
    // Where a line was cut, it may have been within a character of up to four bytes.
    for (int i = 0; i < 3 && sample.size() >= maxSample && isTelling(sample.back()); ++i)
        sample.chop(1);
    return sample;
}

bool isHan(QChar c)
{
    return c >= u'\x4E00' && c <= u'\x9FFF';
}

bool isKana(QChar c)
{
    return (c >= u'\x3041' && c <= u'\x30FF');
}

bool isFullWidthForm(QChar c)
{
    return (c >= u'\x3000' && c <= u'\x3020') || (c >= u'\xFF01' && c <= u'\xFF60');
}

/// How much a character is what a text in that encoding has: 1 at most.
double likeliness(QChar c, Encoding encoding)
{
    if (c == QChar::ReplacementCharacter)
        return -5;
    switch (encoding) {
    case Encoding::Big5:
        if (isCommonTraditional(c))
            return 1;
        break;
    case Encoding::Gb18030:
        if (isCommonSimplified(c))
            return 1;
        if (isCommonTraditional(c))
            return 0.6;
        break;
    case Encoding::ShiftJis:
        if (isKana(c))
            return 1;
        if (isCommonJapanese(c))
            return 0.9;
        if (c >= u'\xFF61' && c <= u'\xFF9F') // half-width kana: mostly other bytes misread
            return -0.5;
        break;
    default:
        break;
    }
    if (isFullWidthForm(c))
        return 0.5;
    return isHan(c) ? 0 : -0.2;
}

/// The mean likeliness of all that isn't ASCII.
double plausibility(const QString &text, Encoding encoding)
{
    double sum = 0;
    qsizetype count = 0;
    for (const QChar c : text) {
        if (c < u'\x80')
            continue;
        sum += likeliness(c, encoding);
        ++count;
    }
    return count > 0 ? sum / double(count) : 0;
}

/// How much a run of characters beyond ASCII is what a Western text has: accents one by one
/// within words, seldom two, and few other signs.
double westernRun(QStringView run, QChar before, QChar after)
{
    const auto isControl = [](QChar c) { return c >= u'\x80' && c < u'\xA0'; };
    if (run.contains(QChar::ReplacementCharacter) || std::any_of(run.begin(), run.end(), isControl))
        return -5.0 * double(run.size());
    const bool letters =
        std::all_of(run.begin(), run.end(), [](QChar c) { return c >= u'\xC0' && c.isLetter(); });
    const bool inWord = before.isLetter() || after.isLetter();
    if (run.size() == 1)
        return letters && inWord ? 1 : 0.4;
    return (letters && inWord && run.size() == 2 ? 0.6 : -0.5) * double(run.size());
}

double westernPlausibility(const QString &text)
{
    double sum = 0;
    qsizetype count = 0;
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i;
        while (end < text.size() && text[end] >= u'\x80')
            ++end;
        if (end > i) {
            sum += westernRun(QStringView(text).sliced(i, end - i), i > 0 ? text[i - 1] : u' ',
                              end < text.size() ? text[end] : u' ');
            count += end - i;
        }
        i = end + 1;
    }
    return count > 0 ? sum / double(count) : 0;
}

/// Text in UTF-8 that was damaged here and there is still UTF-8.
double utf8Plausibility(const QString &text)
{
    const auto beyond =
        std::count_if(text.begin(), text.end(), [](QChar c) { return c >= u'\x80'; });
    const auto broken = text.count(QChar::ReplacementCharacter);
    return beyond > 0 ? 1 - 20.0 * double(broken) / double(beyond) : 1;
}

/// Of text in UTF-16, which half of a pair comes first. Separators and line breaks tell, which are
/// in every sheet; letters and digits don't: 一 is U+4E00, and the wide blank U+3000.
Encoding utf16Order(QByteArrayView bytes)
{
    const QByteArrayView marks("\n\r\t,;|\"");
    qsizetype little = 0;
    qsizetype big = 0;
    for (qsizetype i = 0; i + 1 < std::min(bytes.size(), maxSample); i += 2) {
        little += bytes[i + 1] == '\0' && marks.contains(bytes[i]) ? 1 : 0;
        big += bytes[i] == '\0' && marks.contains(bytes[i + 1]) ? 1 : 0;
    }
    return big > little ? Encoding::Utf16Be : Encoding::Utf16Le;
}

} // namespace

Encoding guessEncoding(QByteArrayView bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return Encoding::Utf8;
    if (bytes.startsWith("\xFF\xFE"))
        return Encoding::Utf16Le;
    if (bytes.startsWith("\xFE\xFF"))
        return Encoding::Utf16Be;
    if (bytes.first(std::min(bytes.size(), maxSample)).contains('\0'))
        return utf16Order(bytes);

    const QByteArray sample = tellingLines(bytes);
    Encoding best = Encoding::Utf8;
    double most = utf8Plausibility(decoded(sample, Encoding::Utf8));
    if (most == 1)
        return Encoding::Utf8;
    for (const Encoding encoding : {Encoding::Big5, Encoding::Gb18030, Encoding::ShiftJis}) {
        const double fits = plausibility(decoded(sample, encoding), encoding);
        if (fits > most) {
            most = fits;
            best = encoding;
        }
    }
    if (westernPlausibility(decoded(sample, Encoding::Windows1252)) >= most)
        return Encoding::Windows1252;
    return best;
}

} // namespace sheet
