// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/secrecy.h"
#include "language/language.h"
#include "look/theme.h"
#include "window/mainwindow.h"
#include "window/viewmenu.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

struct Arguments
{
    ui::RunOptions options;
    QString file;
};

/// A factor such as a speed: a number above 0. Nothing, with words on stderr, for anything else.
std::optional<double> readFactor(const QCommandLineParser &parser, const QCommandLineOption &option,
                                 double otherwise)
{
    if (!parser.isSet(option))
        return otherwise;
    bool ok = false;
    const double factor = parser.value(option).toDouble(&ok);
    if (ok && factor > 0)
        return factor;
    std::fprintf(stderr, "%s\n",
                 qUtf8Printable(
                     QCoreApplication::translate("main", "--%1 wants a number above 0, not \"%2\".")
                         .arg(option.names().constFirst(), parser.value(option))));
    return std::nullopt;
}

/// Ends the program for --help, --version and options that don't exist.
std::optional<Arguments> readArguments(const QApplication &application)
{
    const auto words = [](const char *text) { return QCoreApplication::translate("main", text); };
    QCommandLineParser parser;
    parser.setApplicationDescription(
        words(QT_TRANSLATE_NOOP("main", "Makes AI images and videos in batches.")));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        u"FILE"_s, words(QT_TRANSLATE_NOOP("main", "The batch file to open (YAML or JSON).")),
        u"[FILE]"_s);
    const QCommandLineOption baseUrl(
        u"base-url"_s, words(QT_TRANSLATE_NOOP("main", "Use the server at this address.")), u"U"_s);
    const QCommandLineOption sandbox(
        u"sandbox"_s,
        words(QT_TRANSLATE_NOOP("main", "Use the sandbox: results are drawn here, for free.")));
    const QCommandLineOption sandboxSpeed(
        u"sandbox-speed"_s,
        words(QT_TRANSLATE_NOOP("main", "Let the sandbox be X times as fast as life.")), u"X"_s);
    const QCommandLineOption timeScale(
        u"time-scale"_s,
        words(QT_TRANSLATE_NOOP("main", "Divide every wait by X, for servers faster than life.")),
        u"X"_s);
    parser.addOptions({baseUrl, sandbox, sandboxSpeed, timeScale});
    parser.process(application);

    Arguments arguments;
    const auto speed = readFactor(parser, sandboxSpeed, arguments.options.sandboxSpeed);
    const auto scale = readFactor(parser, timeScale, arguments.options.timeScale);
    if (!speed || !scale)
        return std::nullopt;
    arguments.options.sandboxSpeed = *speed;
    arguments.options.timeScale = *scale;
    arguments.options.sandbox = parser.isSet(sandbox);
    arguments.options.baseUrl = QUrl(parser.value(baseUrl), QUrl::StrictMode);
    arguments.file = parser.positionalArguments().value(0);
    return arguments;
}

} // namespace

int main(int argc, char *argv[])
{
    account::forbidCoreDumps();
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Rushes"_s);
    QApplication::setOrganizationName(u"Rushes"_s);
    QApplication::setApplicationVersion(QStringLiteral(RUSHES_VERSION));
    QApplication::setDesktopFileName(u"rushes"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/rushes.svg"_s));

    const QString chosen = ui::savedLanguage();
    language::install(application, chosen.isEmpty() ? QLocale::system() : QLocale(chosen));
    ui::applyAppearance(application, ui::savedAppearance());

    const auto arguments = readArguments(application);
    if (!arguments)
        return 2;
    ui::MainWindow window(arguments->options);
    window.show();
    if (!arguments->file.isEmpty())
        window.openFile(arguments->file);
    return QApplication::exec();
}
