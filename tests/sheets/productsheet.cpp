// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/productsheet.h"

#include <QStringList>

using namespace Qt::StringLiterals;

QByteArray productSheet(int rows, bool withSlips)
{
    const QStringList colours{u"red"_s, u"walnut"_s, u"slate grey"_s};
    const QStringList things{u"desk lamp"_s, u"leather satchel"_s, u"coffee cup"_s,
                             u"dining chair"_s};
    QString text = u"Name,Prompt,Width,Height,Colour,Brand\r\n"_s;
    for (int row = 1; row <= rows; ++row) {
        const QString thing = things[row % 4];
        const QString prompt =
            u"A %1, on a table of oak,\r\nsoft morning light, \"\"quiet\"\""_s.arg(thing);
        const QString width = withSlips && row % 10 == 0 ? u"wide"_s : u"1024"_s;
        text += u"%1 %2,\"%3\",%4,1024,%5,Aurora\r\n"_s.arg(thing).arg(row).arg(prompt, width,
                                                                                colours[row % 3]);
    }
    return text.toUtf8();
}

QByteArray chineseSheet(int rows)
{
    const QStringList products{u"北歐檯燈"_s, u"手工皮革背包"_s, u"陶瓷咖啡杯"_s, u"實木餐椅"_s};
    const QStringList colours{u"霧面白"_s, u"焦糖棕"_s, u"墨綠"_s};
    QString text = u"編號,商品,顏色,長寬比,備註\n"_s;
    for (int row = 1; row <= rows; ++row) {
        text += u"A-%1,%2,%3,%4,\n"_s.arg(1000 + row)
                    .arg(products[row % 4], colours[row % 3], row % 2 == 0 ? u"1:1"_s : u"16:9"_s);
    }
    return text.toUtf8();
}

ui::ImportContext shippedModels()
{
    return {.catalog = catalog::Catalog::builtIn(), .batch = {}, .made = {}};
}
