// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/faults.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

struct Switch
{
    QLatin1StringView name;
    double Faults::*probability;
};

constexpr Switch switches[] = {
    {"429"_L1, &Faults::rateLimited},
    {"500"_L1, &Faults::internalError},
    {"503"_L1, &Faults::busy},
    {"reset-before"_L1, &Faults::resetBefore},
    {"reset-after"_L1, &Faults::resetAfter},
    {"dropped-reply"_L1, &Faults::droppedReply},
    {"upload-500"_L1, &Faults::uploadError},
    {"upload-reset"_L1, &Faults::uploadReset},
    {"poll-error"_L1, &Faults::pollError},
    {"poll-garbage"_L1, &Faults::pollGarbage},
    {"warm-up"_L1, &Faults::warmUp},
    {"generation-fails"_L1, &Faults::generationFails},
    {"moderated"_L1, &Faults::moderated},
    {"never-finishes"_L1, &Faults::neverFinishes},
    {"download-403"_L1, &Faults::download403},
    {"download-404"_L1, &Faults::download404},
    {"download-500"_L1, &Faults::download500},
    {"truncated"_L1, &Faults::truncated},
    {"download-reset"_L1, &Faults::downloadReset},
    {"wrong-content"_L1, &Faults::wrongContent},
};

QString tr(const char *text)
{
    return QCoreApplication::translate("sandbox::Faults", text);
}

} // namespace

QStringList Faults::names()
{
    QStringList names;
    for (const Switch &known : switches)
        names.append(known.name.toString());
    return names;
}

tl::expected<Faults, QString> Faults::parse(const QStringList &texts)
{
    Faults faults;
    for (const QString &text : texts) {
        const QString name = text.section(u'=', 0, 0).trimmed();
        const auto known = std::find_if(std::begin(switches), std::end(switches),
                                        [&](const Switch &each) { return each.name == name; });
        if (known == std::end(switches)) {
            return tl::unexpected(tr("There is no fault “%1”. Expected one of: %2.")
                                      .arg(name, names().join(u", "_s)));
        }
        bool isNumber = false;
        const double probability = text.section(u'=', 1).toDouble(&isNumber);
        if (!isNumber || !(probability >= 0 && probability <= 1)) {
            return tl::unexpected(
                tr("“%1”: expected a probability from 0 to 1, such as %2=0.3.").arg(text, name));
        }
        faults.*(known->probability) = probability;
    }
    return faults;
}

} // namespace sandbox
