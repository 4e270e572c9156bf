// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/commandtext.h"

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

bool isPlain(QChar c)
{
    return c.isLetterOrNumber() || u"_-./:=+@%,"_s.contains(c);
}

} // namespace

QString shellWord(const QString &text)
{
    if (!text.isEmpty() && std::ranges::all_of(text, isPlain))
        return text;
    QString quoted = text;
    quoted.replace(u'\'', "'\\''"_L1);
    return u'\'' + quoted + u'\'';
}

QString commandText(const Options &options, const QString &command, const QStringList &more)
{
    QStringList words{u"rushes-cli"_s, command, shellWord(options.file)};
    for (const QString &word : more)
        words += shellWord(word);
    if (!options.outputDir.isEmpty())
        words += {u"--output-dir"_s, shellWord(options.outputDir)};
    if (!options.baseUrl.isEmpty())
        words += {u"--base-url"_s, shellWord(options.baseUrl.toString())};
    if (options.sandbox)
        words += u"--sandbox"_s;
    return words.join(u' ');
}

} // namespace cli
