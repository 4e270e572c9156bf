// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/theme.h"

#include <QApplication>
#include <QFontMetrics>
#include <QTest>

#include <cmath>

using namespace ui;

namespace {

/// Relative luminance and contrast as WCAG 2 defines them.
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

/// How the colour looks to someone without red cones (protanope) or green ones (deuteranope):
/// Viénot, Brettel and Mollon 1999, on linear RGB.
QColor seenBy(bool protanope, const QColor &color)
{
    const auto linear = [](double part) { return std::pow(part, 2.2); };
    const double r = linear(color.redF());
    const double g = linear(color.greenF());
    const double b = linear(color.blueF());
    const double yellow = protanope ? 0.11238 * r + 0.88762 * g : 0.29275 * r + 0.70725 * g;
    const double blue = protanope ? 0.00401 * r - 0.00401 * g + b : -0.02234 * r + 0.02234 * g + b;
    const auto back = [](double part) {
        return static_cast<float>(std::pow(std::clamp(part, 0.0, 1.0), 1 / 2.2));
    };
    return QColor::fromRgbF(back(yellow), back(yellow), back(blue));
}

double distance(const QColor &a, const QColor &b)
{
    return std::hypot(a.redF() - b.redF(), a.greenF() - b.greenF(), a.blueF() - b.blueF());
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void appearanceDecides();
    void textIsReadable_data();
    void textIsReadable();
    void meaningsAreReadable_data() { textIsReadable_data(); }
    void meaningsAreReadable();
    void meaningsKeepApart_data() { textIsReadable_data(); }
    void meaningsKeepApart();
    void everyStateHasAColour();
    void mixesColours();
    void figuresKeepTheirWidth();
    void fontIsReadable();
};

void TestTheme::appearanceDecides()
{
    applyAppearance(*qApp, Appearance::Dark);
    QVERIFY(Theme::of(qApp->palette()).dark);
    applyAppearance(*qApp, Appearance::Light);
    QVERIFY(!Theme::of(qApp->palette()).dark);
    // The offscreen platform's own palette is a light one, whatever we had set before.
    applyAppearance(*qApp, Appearance::Dark);
    applyAppearance(*qApp, Appearance::System);
    QVERIFY(!Theme::of(qApp->palette()).dark);
}

void TestTheme::textIsReadable_data()
{
    QTest::addColumn<Appearance>("appearance");
    QTest::newRow("light") << Appearance::Light;
    QTest::newRow("dark") << Appearance::Dark;
}

void TestTheme::textIsReadable()
{
    QFETCH(Appearance, appearance);
    applyAppearance(*qApp, appearance);
    const QPalette palette = qApp->palette();
    const Theme theme = Theme::of(palette);

    const QPalette::ColorRole pairs[][2] = {{QPalette::WindowText, QPalette::Window},
                                            {QPalette::Text, QPalette::Base},
                                            {QPalette::Text, QPalette::AlternateBase},
                                            {QPalette::ButtonText, QPalette::Button},
                                            {QPalette::Text, QPalette::Highlight},
                                            {QPalette::HighlightedText, QPalette::Highlight},
                                            {QPalette::ToolTipText, QPalette::ToolTipBase}};
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        for (const auto &[text, ground] : pairs) {
            const double value = contrast(palette.color(group, text), palette.color(group, ground));
            QVERIFY2(
                value >= 7,
                qPrintable(QStringLiteral("role %1 on %2: %3").arg(text).arg(ground).arg(value)));
        }
    }
    QVERIFY(contrast(palette.color(QPalette::Text), theme.surface) >= 7);
    QVERIFY(contrast(theme.onAccent, theme.accent) >= 4.5);
    for (const QColor &ground :
         {theme.surface, palette.color(QPalette::Window), palette.color(QPalette::Base)}) {
        QVERIFY(contrast(theme.mutedText, ground) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::PlaceholderText), ground) >= 4.5);
    }
    // Disabled text need not meet the rule, but it must still be there.
    QVERIFY(contrast(palette.color(QPalette::Disabled, QPalette::Text),
                     palette.color(QPalette::Disabled, QPalette::Base))
            >= 2);
}

void TestTheme::meaningsAreReadable()
{
    QFETCH(Appearance, appearance);
    applyAppearance(*qApp, appearance);
    const QPalette palette = qApp->palette();
    const Theme theme = Theme::of(palette);

    QList<QColor> grounds{theme.surface, palette.color(QPalette::Window),
                          palette.color(QPalette::Base), palette.color(QPalette::AlternateBase)};
    for (const QColor &ground : grounds) {
        for (const batch::JobState state : batch::allJobStates) {
            const double value = contrast(theme.stateColor(state), ground);
            QVERIFY2(value >= 4.5, qPrintable(batch::toKey(state) + u' ' + QString::number(value)));
        }
    }
    // Fills of a bar: 3:1 against the card that they lie on.
    for (const QColor &fill : {theme.spent, theme.committed, theme.toCome})
        QVERIFY2(contrast(fill, theme.surface) >= 3, qPrintable(fill.name()));
}

void TestTheme::meaningsKeepApart()
{
    QFETCH(Appearance, appearance);
    applyAppearance(*qApp, appearance);
    const Theme theme = Theme::of(qApp->palette());

    const QList<QList<QColor>> sets{{theme.spent, theme.committed, theme.toCome},
                                    {theme.accent, theme.success, theme.warning, theme.error}};
    for (const QList<QColor> &set : sets) {
        for (int a = 0; a < set.size(); ++a) {
            for (int b = a + 1; b < set.size(); ++b) {
                const auto told = [&](const QColor &x, const QColor &y) {
                    QVERIFY2(distance(x, y) > 0.12,
                             qPrintable(set[a].name() + u' ' + set[b].name() + u' '
                                        + QString::number(distance(x, y))));
                };
                told(set[a], set[b]);
                told(seenBy(true, set[a]), seenBy(true, set[b]));
                told(seenBy(false, set[a]), seenBy(false, set[b]));
            }
        }
    }
}

void TestTheme::everyStateHasAColour()
{
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        applyAppearance(*qApp, appearance);
        const Theme theme = Theme::of(qApp->palette());
        for (const batch::JobState state : batch::allJobStates)
            QVERIFY(theme.stateColor(state).isValid());
        QCOMPARE(theme.stateColor(batch::JobState::Failed), theme.error);
        QCOMPARE(theme.stateColor(batch::JobState::Unresolved), theme.warning);
    }
}

void TestTheme::mixesColours()
{
    QCOMPARE(mixed(Qt::black, Qt::white, 0), QColor(Qt::black).toRgb());
    QCOMPARE(mixed(Qt::black, Qt::white, 1), QColor(Qt::white).toRgb());
    QCOMPARE(mixed(QColor(0, 0, 0), QColor(200, 100, 50), 0.5).red(), 100);
}

void TestTheme::figuresKeepTheirWidth()
{
    applyAppearance(*qApp, Appearance::Light);
    const QFontMetrics metrics(qApp->font());
    QCOMPARE(figureWidth(metrics, QStringLiteral("$1.11")),
             figureWidth(metrics, QStringLiteral("$8.74")));
    for (int number = 0; number < 100; ++number) {
        const QString text = QStringLiteral("$0.%1").arg(number, 2, 10, QLatin1Char('0'));
        QVERIFY(metrics.horizontalAdvance(text) <= figureWidth(metrics, QStringLiteral("$0.00")));
    }
}

void TestTheme::fontIsReadable()
{
    applyAppearance(*qApp, Appearance::Light);
    QVERIFY(qApp->font().pointSizeF() >= 10);
    const QStringList families = qApp->font().families();
    applyAppearance(*qApp, Appearance::Dark);
    QCOMPARE(qApp->font().families(), families);
}

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
