// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/theme.h"

#include <QMenu>

namespace ui {

/// What the person chose for the look of the program; kept in the settings.
Appearance savedAppearance();
/// The language the person chose, such as "zh_TW"; empty: the system's.
QString savedLanguage();

/// The View menu: what stands beside the table, light or dark, and the language.
class ViewMenu : public QMenu
{
    Q_OBJECT
public:
    explicit ViewMenu(const QList<QAction *> &panes, QWidget *parent = nullptr);

signals:
    /// The new language shows when the program starts again.
    void languageChosen();

private:
    void addAppearances();
    void addLanguages();
};

} // namespace ui
