// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/exitcode.h"
#include "cli/output/filetext.h"

#include <QFile>

namespace cli {

using namespace Qt::StringLiterals;

int printSchema(const Options &)
{
    QFile schema(u":/batch.schema.json"_s);
    if (!schema.open(QIODevice::ReadOnly))
        qFatal("The schema is no part of this program.");
    printFileText(schema.readAll());
    return Succeeded;
}

} // namespace cli
