// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/reading/parametertitle.h"

#include <QRegularExpression>

namespace catalog {

using namespace Qt::StringLiterals;

QString parameterTitle(const QString &name, const QString &title)
{
    const QString given = title.trimmed();
    if (!given.isEmpty() && given != name)
        return given;

    static const QRegularExpression hump(u"(?<=[a-z0-9])(?=[A-Z])"_s);
    static const QStringList abbreviations = {u"CFG"_s, u"FPS"_s, u"HD"_s, u"ID"_s, u"URL"_s};
    QString spaced = name;
    spaced.replace(hump, u"_"_s);
    QStringList words = spaced.toLower().replace(u'-', u'_').split(u'_', Qt::SkipEmptyParts);
    for (QString &word : words) {
        if (abbreviations.contains(word.toUpper()))
            word = word.toUpper();
    }
    QString made = words.join(u' ');
    if (made.isEmpty())
        return name;
    made[0] = made.at(0).toUpper();
    return made;
}

} // namespace catalog
