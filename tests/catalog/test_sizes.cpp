// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/request/sizes.h"

#include "catalog/catalog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using catalog::Parameter;
using catalog::SideLimits;

namespace {

Parameter textOf(const QString &name, const QJsonValue &byDefault, const QString &pattern = {})
{
    Parameter parameter;
    parameter.name = name;
    parameter.types = catalog::ValueSchema::String;
    parameter.defaultValue = byDefault;
    parameter.pattern = pattern;
    return parameter;
}

const QJsonValue nothing(QJsonValue::Undefined);

} // namespace

/// Sizes to be typed: which they are, and what a side may be.
class TestSizes : public QObject
{
    Q_OBJECT

private slots:
    void freeSizes_data()
    {
        QTest::addColumn<Parameter>("parameter");
        QTest::addColumn<bool>("isFree");
        QTest::newRow("by its default") << textOf(u"size"_s, u"2048*2048"_s) << true;
        QTest::newRow("by its pattern")
            << textOf(u"image_size"_s, nothing, u"^\\d+x\\d+$"_s) << true;
        QTest::newRow("a word by default") << textOf(u"size"_s, u"2K"_s) << false;
        QTest::newRow("of no form") << textOf(u"size"_s, nothing) << false;
        QTest::newRow("a pattern of words")
            << textOf(u"size"_s, nothing, u"^\\d+[Kx*]\\d*$"_s) << false;
        QTest::newRow("no size") << textOf(u"style"_s, u"1024*1024"_s) << false;
        Parameter listed = textOf(u"size"_s, u"1024*1024"_s);
        listed.allowed = {u"1024*1024"_s, u"512*512"_s};
        QTest::newRow("a list") << listed << false;
        Parameter number = textOf(u"size"_s, nothing);
        number.types = catalog::ValueSchema::Integer;
        QTest::newRow("a number") << number << false;
    }
    void freeSizes()
    {
        QFETCH(const Parameter, parameter);
        QTEST(catalog::isFreeSize(parameter), "isFree");
    }

    void modelsOfTheSnapshot()
    {
        int free = 0;
        for (const catalog::Model &model : catalog::Catalog::builtIn().models()) {
            for (const Parameter &parameter : model.parameters)
                free += catalog::isFreeSize(parameter);
        }
        QCOMPARE(free, 6);
    }

    void limits_data()
    {
        QTest::addColumn<QString>("description");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        const SideLimits usual;
        QTest::newRow("none") << QString() << usual.least << usual.most;
        QTest::newRow("ours") << u"Width and height in pixels, 256 to 2048 each."_s << 256 << 2048;
        QTest::newRow("a dash") << u"Range: 512 - 4096 px"_s << 512 << 4096;
        QTest::newRow("with its unit") << u"between 512 px and 1536 px"_s << 512 << 1536;
        QTest::newRow("the wrong way round") << u"2048 to 256"_s << usual.least << usual.most;
        QTest::newRow("a size") << u"Such as 1024*768."_s << usual.least << usual.most;
    }
    void limits()
    {
        QFETCH(const QString, description);
        Parameter size = textOf(u"size"_s, u"1024*1024"_s);
        size.description = description;
        QTEST(catalog::sideLimits(size).least, "least");
        QTEST(catalog::sideLimits(size).most, "most");
    }

    void withinLimits()
    {
        const SideLimits limits{256, 2048};
        const auto sides = [&](double shape, double area) {
            return catalog::sidesWithin(shape, area, limits).value_or(QSize());
        };
        QCOMPARE(sides(1, 1024.0 * 1024), QSize(1024, 1024));
        QCOMPARE(sides(1, 10), QSize(256, 256));
        QCOMPARE(sides(1, 1e9), QSize(2048, 2048));
        QCOMPARE(sides(16.0 / 9, 1e9), QSize(2048, 1152));
        QCOMPARE(sides(9.0 / 16, 1e9), QSize(1152, 2048));
        QCOMPARE(sides(8, 1024), QSize(2048, 256));
        QCOMPARE(sides(9, 1024), QSize()); // too long
    }
};

QTEST_GUILESS_MAIN(TestSizes)
#include "test_sizes.moc"
