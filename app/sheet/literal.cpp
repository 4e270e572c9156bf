// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/literal.h"

using namespace Qt::StringLiterals;

namespace sheet {

QString literal(const QString &cell, const QSet<QString> &variables, batch::Braces braces)
{
    if (!cell.contains(u'{'))
        return cell;
    QString text = batch::withoutMeaning(cell, braces);
    for (const QString &name : batch::BracedText(cell, braces).variables()) {
        if (variables.contains(name))
            text.replace(u"{{"_s + name + u"}}"_s, u'{' + name + u'}');
    }
    return text;
}

} // namespace sheet
