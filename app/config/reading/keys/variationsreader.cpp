// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/reading/keys/variationsreader.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace config {

namespace {

// Unqualified below: lupdate takes the first part of a qualified return type for the context of
// the texts inside.
using batch::Axis;
using batch::Combination;

class Reader
{
    Q_DECLARE_TR_FUNCTIONS(config::VariationsReader)

public:
    static QList<Axis> matrix(MapReader &reader)
    {
        QList<Axis> axes;
        auto within = reader.within(
            u"matrix"_s, tr("a mapping of names to lists of values, such as size: [small, large]"));
        if (!within)
            return axes;
        const QString expected = tr("a list of one or more values");
        for (const Entry &entry : within->entries()) {
            auto values = within->scalars(entry.key, expected);
            if (!values)
                continue;
            for (qsizetype i = 0; i < values->size(); ++i)
                (*values)[i] = axisValue(entry.key, *entry.value->items[size_t(i)]);
            axes.append({entry.key, *values});
        }
        return axes;
    }

    static std::optional<int> count(MapReader &reader)
    {
        const QString expected = tr("how many takes to make, 1 or more");
        const auto count = reader.whole(u"count"_s, expected);
        if (count && *count < 1)
            reader.wrong(u"count"_s, expected);
        return count;
    }

    static QList<Combination> exclude(MapReader &reader)
    {
        QList<Combination> excluded;
        const auto items = reader.mappings(
            u"exclude"_s,
            tr("a list of combinations to leave out, such as - {size: small, take: 2}"));
        for (MapReader item : items)
            excluded.append(combination(item));
        return excluded;
    }

private:
    /// A number for a key that takes one, as batch::Axis has it, however it is written. What stands
    /// in quotes must be written so.
    static QString axisValue(const QString &axis, const Node &value)
    {
        static const QStringList numbers{u"width"_s, u"height"_s, u"duration"_s, u"seed"_s};
        const bool isForNumber = value.kind == Node::Kind::Plain && isNumber(value.text);
        if (!isForNumber || !numbers.contains(axis))
            return value.text;
        if (const auto whole = wholeNumber(value.text))
            return QString::number(*whole);
        return QString::number(value.text.toDouble(), 'f', QLocale::FloatingPointShortest);
    }

    static Combination combination(MapReader &reader)
    {
        Combination combination;
        const QString expected = tr("the number of a take, 1 or more");
        combination.take = reader.whole(u"take"_s, expected);
        if (combination.take && *combination.take < 1)
            reader.wrong(u"take"_s, expected);
        for (const Entry &entry : reader.entries()) {
            if (entry.key == u"take")
                continue;
            if (isScalar(*entry.value))
                combination.values.insert(entry.key, axisValue(entry.key, *entry.value));
            else
                reader.wrong(entry.key, tr("one value of %1").arg(entry.key));
        }
        return combination;
    }
};

} // namespace

void readVariations(MapReader &reader, batch::JobSource &entry)
{
    entry.matrix = Reader::matrix(reader);
    entry.count = Reader::count(reader);
    entry.exclude = Reader::exclude(reader);
}

} // namespace config
