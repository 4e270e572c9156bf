// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/language.h"
#include "look/theme.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QTest>
#include <QWidget>

/// The ways in which the window is to be seen, and pictures of it, for people to look at.
struct Look
{
    ui::Appearance appearance;
    QString language;

    QString name() const
    {
        return (appearance == ui::Appearance::Dark ? QStringLiteral("dark-")
                                                   : QStringLiteral("light-"))
            + language;
    }
};

Q_DECLARE_METATYPE(Look)

/// A test's data: light and dark, English and Chinese.
inline void addLooks()
{
    QTest::addColumn<Look>("look");
    for (const ui::Appearance appearance : {ui::Appearance::Light, ui::Appearance::Dark}) {
        for (const QString &language : {QStringLiteral("en"), QStringLiteral("zh_TW")}) {
            const Look look{appearance, language};
            QTest::newRow(qPrintable(look.name())) << look;
        }
    }
}

inline void apply(const Look &look)
{
    language::install(*qApp, QLocale(look.language));
    ui::applyAppearance(*qApp, look.appearance);
}

/// To screenshots/ in the build folder, in a folder for each scale.
inline void savePicture(QWidget &window, const Look &look, const QString &state)
{
    // A layout that has its room may ask the one around it for another.
    for (int round = 0; round < 3; ++round)
        QCoreApplication::processEvents();
    const QImage picture = window.grab().toImage();
    const int scale = qRound(window.devicePixelRatioF());
    QCOMPARE(picture.size(), window.size() * scale);
    const QString folder =
        QStringLiteral(RUSHES_BUILD_DIR) + QStringLiteral("/screenshots/%1x").arg(scale);
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(picture.save(QStringLiteral("%1/%2-%3.png").arg(folder, state, look.name())));
}
