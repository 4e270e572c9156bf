// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/viewmenu.h"

#include <QActionGroup>
#include <QApplication>
#include <QSettings>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

const auto appearanceKey = u"appearance"_s;
const auto languageKey = u"language"_s;

} // namespace

Appearance savedAppearance()
{
    const QString saved = QSettings().value(appearanceKey).toString();
    return saved == u"light" ? Appearance::Light
        : saved == u"dark"   ? Appearance::Dark
                             : Appearance::System;
}

QString savedLanguage()
{
    return QSettings().value(languageKey).toString();
}

ViewMenu::ViewMenu(const QList<QAction *> &panes, QWidget *parent)
    : QMenu(tr("&View"), parent)
{
    addActions(panes);
    addSeparator();
    addAppearances();
    addSeparator();
    addLanguages();
}

void ViewMenu::addAppearances()
{
    struct Choice
    {
        Appearance appearance;
        QString key;
        QString text;
    };
    const Choice choices[] = {
        {Appearance::System, QString(), tr("Light or dark as the system")},
        {Appearance::Light, u"light"_s, tr("Light")},
        {Appearance::Dark, u"dark"_s, tr("Dark")},
    };
    auto *group = new QActionGroup(this);
    for (const Choice &choice : choices) {
        QAction *action = addAction(choice.text);
        action->setCheckable(true);
        action->setChecked(choice.appearance == savedAppearance());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [choice] {
            QSettings().setValue(appearanceKey, choice.key);
            applyAppearance(*qApp, choice.appearance);
        });
    }
}

void ViewMenu::addLanguages()
{
    struct Choice
    {
        QString key;
        QString text;
    };
    // Languages are named in their own words, so that everybody finds theirs.
    const Choice choices[] = {
        {QString(), tr("Language of the system")},
        {u"en"_s, u"English"_s},
        {u"zh_TW"_s, u"繁體中文"_s},
    };
    auto *group = new QActionGroup(this);
    for (const Choice &choice : choices) {
        QAction *action = addAction(choice.text);
        action->setCheckable(true);
        action->setChecked(choice.key == savedLanguage());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] {
            QSettings().setValue(languageKey, choice.key);
            emit languageChosen();
        });
    }
}

} // namespace ui
