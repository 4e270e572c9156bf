// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace language {

using namespace Qt::StringLiterals;

namespace {

const QString ours = u"rushes-language"_s;

bool load(QCoreApplication &app, const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&app);
    translator->setObjectName(ours);
    const QString folderAndName = folder + u'/' + name;
    const bool traditional = locale.language() == QLocale::Chinese
        && locale.script() == QLocale::TraditionalChineseScript;
    if (!translator->load(locale, name, u"_"_s, folder)
        && !(traditional && translator->load(folderAndName + u"_zh_TW"_s))) {
        delete translator;
        return false;
    }
    app.installTranslator(translator);
    return true;
}

} // namespace

bool install(QCoreApplication &app, const QLocale &locale)
{
    // Dates and numbers in a Chinese sentence are Chinese ones, whatever the system's language.
    QLocale::setDefault(locale);
    // Deleting a translator takes it out: a second call replaces the first.
    qDeleteAll(app.findChildren<QTranslator *>(ours, Qt::FindDirectChildrenOnly));
    // English is what the sources are written in; rushes_en has its plurals alone.
    const QString folder = u":/i18n"_s;
    load(app, QLocale(QLocale::English), u"rushes"_s, folder);
    // A second language of the person's list must not take English's place.
    if (locale.language() == QLocale::English || locale.language() == QLocale::C)
        return false;
    load(app, locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    return load(app, locale, u"rushes"_s, folder);
}

} // namespace language
