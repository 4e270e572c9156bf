// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/diagnostic.h"

using namespace Qt::StringLiterals;

namespace config {

QString Diagnostic::toText() const
{
    QString where = file;
    if (line > 0)
        where += u':' + QString::number(line);
    if (line > 0 && column > 0)
        where += u':' + QString::number(column);

    QString what = key;
    if (!job.isEmpty())
        what += what.isEmpty() ? u'(' + job + u')' : u" ("_s + job + u')';

    QString text;
    for (const QString &part : {where, what}) {
        if (!part.isEmpty())
            text += part + u": "_s;
    }
    return text + message;
}

QStringList toTexts(const QList<Diagnostic> &diagnostics)
{
    QStringList texts;
    texts.reserve(diagnostics.size());
    for (const Diagnostic &each : diagnostics)
        texts.append(each.toText());
    return texts;
}

} // namespace config
