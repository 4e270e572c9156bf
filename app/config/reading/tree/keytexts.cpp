// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/tree/keytexts.h"

#include "config/reading/tree/node.h"

namespace config {

QString KeyTexts::of(QByteArrayView utf8)
{
    constexpr qsizetype longest = 40; // bytes
    constexpr qsizetype most = 1000;
    if (utf8.size() > longest)
        return textFromUtf8(utf8);
    const auto known = m_known.constFind(QByteArray::fromRawData(utf8.data(), utf8.size()));
    if (known != m_known.constEnd())
        return *known;
    const QString text = textFromUtf8(utf8);
    if (m_known.size() < most)
        m_known.insert(utf8.toByteArray(), text);
    return text;
}

} // namespace config
