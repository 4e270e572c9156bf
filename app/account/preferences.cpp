// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/preferences.h"

#include <QCoreApplication>
#include <QSettings>

namespace account {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(account::Preferences)
};

constexpr auto limitKey = "spending/monthly_limit"_L1;
constexpr auto resumeKey = "resume/by_itself"_L1;

/// Named in full: the terminal's program has another name than the window's.
class Settings : public QSettings
{
public:
    Settings()
        : QSettings(u"Rushes"_s, u"Rushes"_s)
    {
    }
};

} // namespace

Preferences preferences()
{
    const Settings settings;
    Preferences found;
    found.monthlyLimit = batch::Cost::fromDecimal(settings.value(limitKey).toString());
    // QVariant would take any word for true.
    found.resumesByItself = settings.value(resumeKey).toString() == "true"_L1;
    return found;
}

tl::expected<void, QString> setPreferences(const Preferences &preferences)
{
    Settings settings;
    if (preferences.monthlyLimit)
        settings.setValue(limitKey, preferences.monthlyLimit->toDecimal());
    else
        settings.remove(limitKey);
    settings.setValue(resumeKey, preferences.resumesByItself ? u"true"_s : u"false"_s);
    settings.sync();
    if (settings.status() == QSettings::NoError)
        return {};
    return tl::unexpected(Words::tr("The preferences could not be written to %1. Check that the "
                                    "folder can be written to and that the disk isn't full.")
                              .arg(settings.fileName()));
}

} // namespace account
