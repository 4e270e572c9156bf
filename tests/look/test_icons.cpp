// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/icons.h"
#include "look/theme.h"

#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

QStringList symbols()
{
    QStringList names;
    for (const QString &file : QDir(u":/icons"_s).entryList({u"*.svg"_s}, QDir::Files)) {
        if (file != "rushes.svg"_L1)
            names.append(file.chopped(4));
    }
    return names;
}

struct Ink
{
    double share = 0; ///< of the pixels, 0 to 1
    QColor color;     ///< of the most opaque pixel
};

Ink inkOf(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    Ink ink;
    int strongest = 0;
    double sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            sum += pixel.alphaF();
            if (pixel.alpha() > strongest) {
                strongest = pixel.alpha();
                ink.color = QColor(pixel.rgb());
            }
        }
    }
    ink.share = sum / (image.width() * image.height());
    return ink;
}

bool isAbout(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green())
        + std::abs(a.blue() - b.blue())
        <= 9;
}

/// All symbols in a grid, as they stand on the window, normal above disabled.
QImage contactSheet(double scale)
{
    constexpr int cell = 48;
    constexpr int columns = 10;
    const QStringList names = symbols();
    const int rows = (static_cast<int>(names.size()) + columns - 1) / columns;
    QImage sheet(QSize(columns * cell, rows * 2 * cell + 96) * scale, QImage::Format_RGB32);
    sheet.setDevicePixelRatio(scale);
    sheet.fill(qApp->palette().color(QPalette::Window));
    QPainter painter(&sheet);
    for (int at = 0; at < names.size(); ++at) {
        const int x = at % columns * cell + 12;
        const int y = at / columns * 2 * cell;
        icon(names[at]).paint(&painter, x, y + 12, 24, 24);
        icon(names[at]).paint(&painter, x + 4, y + cell, 16, 16, Qt::AlignCenter, QIcon::Disabled);
    }
    int x = 12;
    for (const int side : {16, 24, 32, 48, 64}) {
        programIcon().paint(&painter, x, rows * 2 * cell + 8, side, side);
        x += side + 12;
    }
    return sheet;
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { applyAppearance(*qApp, Appearance::Light); }
    void everySymbolIsDrawn_data();
    void everySymbolIsDrawn();
    void disabledIsPaler();
    void tonesTakeTheThemesColours();
    void followsTheAppearance();
    void isSharpAtTwice();
    void unknownNameIsReported();
    void namesInTheSourcesExist();
    void filesAreBuiltIn();
    void programIconIsInColour();
    void contactSheets();
};

void TestIcons::initTestCase()
{
    applyAppearance(*qApp, Appearance::Light);
}

void TestIcons::everySymbolIsDrawn_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : symbols())
        QTest::newRow(qPrintable(name)) << name;
}

void TestIcons::everySymbolIsDrawn()
{
    QFETCH(QString, name);
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        applyAppearance(*qApp, appearance);
        for (const double scale : {1.0, 2.0}) {
            const QPixmap pixmap = icon(name).pixmap(QSize(24, 24), scale);
            QCOMPARE(pixmap.width(), qRound(24 * scale));
            QCOMPARE(pixmap.devicePixelRatio(), scale);
            const Ink ink = inkOf(pixmap);
            QVERIFY2(ink.share > 0.03 && ink.share < 0.5, qPrintable(QString::number(ink.share)));
            QVERIFY2(isAbout(ink.color, qApp->palette().color(QPalette::ButtonText)),
                     qPrintable(ink.color.name()));
        }
    }
}

void TestIcons::disabledIsPaler()
{
    const Ink ink = inkOf(icon(u"run"_s).pixmap(QSize(24, 24), 1, QIcon::Disabled));
    QVERIFY(isAbout(ink.color, qApp->palette().color(QPalette::Disabled, QPalette::ButtonText)));
    const Ink selected = inkOf(icon(u"run"_s).pixmap(QSize(24, 24), 1, QIcon::Selected));
    QVERIFY(isAbout(selected.color, qApp->palette().color(QPalette::HighlightedText)));
    const Ink active = inkOf(icon(u"run"_s).pixmap(QSize(24, 24), 1, QIcon::Active));
    QVERIFY(isAbout(active.color, qApp->palette().color(QPalette::ButtonText)));
}

void TestIcons::tonesTakeTheThemesColours()
{
    const auto colorOf = [](Tone tone) {
        return inkOf(icon(u"warning"_s, tone).pixmap(QSize(32, 32), 1)).color;
    };
    const Theme theme = Theme::of(qApp->palette());
    QVERIFY(isAbout(colorOf(Tone::Muted), theme.mutedText));
    QVERIFY(isAbout(colorOf(Tone::Accent), theme.accent));
    QVERIFY(isAbout(colorOf(Tone::Success), theme.success));
    QVERIFY(isAbout(colorOf(Tone::Warning), theme.warning));
    QVERIFY(isAbout(colorOf(Tone::Error), theme.error));
}

void TestIcons::followsTheAppearance()
{
    QToolButton button;
    button.setAutoRaise(true);
    button.setIcon(icon(u"stop"_s));
    button.setIconSize(QSize(24, 24));
    button.resize(40, 40);
    const QRect middle(8, 8, 24, 24);
    const QImage light = button.grab(middle).toImage();
    applyAppearance(*qApp, Appearance::Dark);
    const QImage dark = button.grab(middle).toImage();

    const auto brightest = [](const QImage &image, bool wanted) {
        int best = wanted ? 0 : 255;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const int value = image.pixelColor(x, y).lightness();
                best = wanted ? std::max(best, value) : std::min(best, value);
            }
        }
        return best;
    };
    QVERIFY(brightest(light, false) < 80);
    QVERIFY(brightest(dark, true) > 180);
}

void TestIcons::isSharpAtTwice()
{
    // A vertical stroke of 1.75 px covers whole pixels at 2x; an enlarged 1x picture has none
    // that go from empty to full within one pixel.
    const QImage image =
        icon(u"stop"_s).pixmap(QSize(24, 24), 2).toImage().convertToFormat(QImage::Format_ARGB32);
    int steepest = 0;
    for (int x = 1; x < image.width(); ++x) {
        const int step =
            std::abs(image.pixelColor(x, 24).alpha() - image.pixelColor(x - 1, 24).alpha());
        steepest = std::max(steepest, step);
    }
    QVERIFY2(steepest > 180, qPrintable(QString::number(steepest)));
}

void TestIcons::unknownNameIsReported()
{
    QTest::ignoreMessage(QtWarningMsg, "No symbol is called \"no-such-symbol\".");
    QVERIFY(icon(u"no-such-symbol"_s).isNull());
    QVERIFY(!icon(u"run"_s).isNull());
}

void TestIcons::namesInTheSourcesExist()
{
    const QStringList known = symbols();
    QVERIFY(!known.isEmpty());
    static const QRegularExpression call(uR"(\bicon\(\s*u?"([^"]+)\")"_s);
    QDirIterator files(QStringLiteral(RUSHES_SOURCE_DIR "/ui"), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto matches = call.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext()) {
            const QString name = matches.next().captured(1);
            QVERIFY2(known.contains(name), qPrintable(file.fileName() + u": "_s + name));
        }
    }
}

void TestIcons::filesAreBuiltIn()
{
    QStringList files = QDir(QStringLiteral(RUSHES_SOURCE_DIR "/resources/icons"))
                            .entryList({u"*.svg"_s}, QDir::Files, QDir::Name);
    QStringList builtIn = QDir(u":/icons"_s).entryList({u"*.svg"_s}, QDir::Files, QDir::Name);
    files.sort();
    builtIn.sort();
    QCOMPARE(builtIn, files);
    for (const QString &name : symbols()) {
        QFile file(u":/icons/%1.svg"_s.arg(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        QVERIFY2(svg.contains("stroke=\"currentColor\"") && !svg.contains('#'), qPrintable(name));
    }
}

void TestIcons::programIconIsInColour()
{
    for (const int side : {16, 32, 256}) {
        const QImage image = programIcon().pixmap(QSize(side, side), 1).toImage();
        QCOMPARE(image.width(), side);
        int colourful = 0;
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x)
                colourful += image.pixelColor(x, y).saturation() > 100 ? 1 : 0;
        }
        QVERIFY(colourful > side * side / 10);
    }
}

void TestIcons::contactSheets()
{
    const QDir folder(QStringLiteral(RUSHES_BUILD_DIR "/screenshots/look"));
    QVERIFY(folder.mkpath(u"."_s));
    for (const double scale : {1.0, 2.0}) {
        for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
            applyAppearance(*qApp, appearance);
            const QString name =
                u"icons-%1-%2x.png"_s.arg(appearance == Appearance::Dark ? u"dark"_s : u"light"_s)
                    .arg(scale);
            QVERIFY(contactSheet(scale).save(folder.filePath(name)));
        }
    }
}

QTEST_MAIN(TestIcons)
#include "test_icons.moc"
