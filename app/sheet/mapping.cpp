// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/mapping.h"

#include "batch/expansion/texts.h"
#include "sheet/reading/filling.h"
#include "sheet/reading/headings.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sheet {

namespace {

constexpr qsizetype lookedAt = 200;
constexpr qsizetype longestName = 40;

struct FieldWord
{
    const char *key;
    const char *title;
};

constexpr std::array<FieldWord, 18> fields{{
    {"name", QT_TRANSLATE_NOOP("sheet::Field", "Name")},
    {"type", QT_TRANSLATE_NOOP("sheet::Field", "Type")},
    {"model", QT_TRANSLATE_NOOP("sheet::Field", "Model")},
    {"prompt", QT_TRANSLATE_NOOP("sheet::Field", "Prompt")},
    {"negative_prompt", QT_TRANSLATE_NOOP("sheet::Field", "Negative prompt")},
    {"width", QT_TRANSLATE_NOOP("sheet::Field", "Width")},
    {"height", QT_TRANSLATE_NOOP("sheet::Field", "Height")},
    {"size", QT_TRANSLATE_NOOP("sheet::Field", "Width × height")},
    {"aspect_ratio", QT_TRANSLATE_NOOP("sheet::Field", "Aspect ratio")},
    {"duration", QT_TRANSLATE_NOOP("sheet::Field", "Length in seconds")},
    {"resolution", QT_TRANSLATE_NOOP("sheet::Field", "Resolution")},
    {"image", QT_TRANSLATE_NOOP("sheet::Field", "Image")},
    {"image_url", QT_TRANSLATE_NOOP("sheet::Field", "Image address")},
    {"seed", QT_TRANSLATE_NOOP("sheet::Field", "Seed")},
    {"count", QT_TRANSLATE_NOOP("sheet::Field", "Number of takes")},
    {"enabled", QT_TRANSLATE_NOOP("sheet::Field", "Enabled")},
    {"max_wait", QT_TRANSLATE_NOOP("sheet::Field", "Longest wait in seconds")},
    {"max_retries", QT_TRANSLATE_NOOP("sheet::Field", "Further attempts")},
}};

/// The texts of each column, without the empty ones; the first few hundred are enough.
QList<QStringList> firstCells(const Table &table)
{
    QList<QStringList> cells(table.columnCount());
    for (const Row &row : table.rows) {
        const qsizetype filled = std::min(row.cells.size(), cells.size());
        for (qsizetype column = 0; column < filled; ++column) {
            if (cells[column].size() == lookedAt)
                continue;
            const QString cell = row.cells[column].trimmed();
            if (!cell.isEmpty())
                cells[column].append(cell);
        }
    }
    return cells;
}

/// Headings mislead: a shop's "Size" is S, M, L. Most cells must be able to be that key's value.
bool holds(const QString &key, const QStringList &cells)
{
    const auto good = std::count_if(cells.begin(), cells.end(),
                                    [&key](const QString &cell) { return fits(key, cell); });
    return 2 * good > cells.size();
}

ColumnUse useOf(const QString &heading, qsizetype column, const QStringList &cells)
{
    using Kind = ColumnUse::Kind;
    if (cells.isEmpty())
        return {};
    const QString parameter = parameterOfHeading(heading);
    if (!parameter.isEmpty())
        return {Kind::Parameter, parameter};
    const QString key = keyOfHeading(heading);
    if (!key.isEmpty() && holds(key, cells))
        return {Kind::Field, key};
    return {Kind::Variable, columnVariable(heading, column)};
}

} // namespace

QString ColumnUse::toKey() const
{
    switch (kind) {
    case Kind::LeftOut:
        return {};
    case Kind::Field:
        return name;
    case Kind::Variable:
        return u'{' + name + u'}';
    case Kind::Parameter:
        return u"params."_s + name;
    }
    return {};
}

std::optional<ColumnUse> ColumnUse::fromKey(const QString &key)
{
    const QString parameter = u"params."_s;
    if (key.isEmpty())
        return ColumnUse();
    if (fieldKeys().contains(key))
        return ColumnUse{Kind::Field, key};
    if (key.startsWith(parameter) && key.size() > parameter.size())
        return ColumnUse{Kind::Parameter, key.sliced(parameter.size())};
    if (key.size() > 2 && key.startsWith(u'{') && key.endsWith(u'}')) {
        const QString name = key.sliced(1, key.size() - 2);
        if (name == variableName(name))
            return ColumnUse{Kind::Variable, name};
    }
    return std::nullopt;
}

QStringList fieldKeys()
{
    QStringList keys;
    for (const FieldWord &field : fields)
        keys.append(QString::fromLatin1(field.key));
    return keys;
}

QString fieldTitle(const QString &key)
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&key](const FieldWord &field) {
        return key == QLatin1StringView(field.key);
    });
    if (found == fields.end())
        return key;
    return QCoreApplication::translate("sheet::Field", found->title);
}

QString variableName(const QString &heading)
{
    QString name;
    for (const uint c : heading.normalized(QString::NormalizationForm_KC).toLower().toUcs4()) {
        const QString letter = QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1);
        if (batch::isWord(letter))
            name += letter;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
        if (name.size() >= longestName)
            break;
    }
    while (name.endsWith(u'-'))
        name.chop(1);
    return name;
}

QString columnVariable(const QString &heading, qsizetype column)
{
    const QString name = variableName(heading);
    if (name.isEmpty() || batch::isReservedName(name))
        return u"column%1"_s.arg(column + 1);
    return name;
}

Mapping guessMapping(const Table &table)
{
    Mapping mapping;
    QSet<QString> used;
    const QList<bool> standing = standingColumns(table.header);
    const QList<QStringList> cells = firstCells(table);
    for (qsizetype column = 0; column < table.columnCount(); ++column) {
        const QString &heading = table.header[column];
        if (standing[column]) {
            mapping.append(ColumnUse());
            continue;
        }
        ColumnUse use = useOf(heading, column, cells[column]);
        if (used.contains(use.toKey()) && use.kind != ColumnUse::Kind::LeftOut)
            use = {ColumnUse::Kind::Variable, columnVariable(heading, column)};
        const QString name = use.name;
        for (int number = 2; used.contains(use.toKey()); ++number)
            use.name = name + u'-' + QString::number(number);
        if (use.kind != ColumnUse::Kind::LeftOut)
            used.insert(use.toKey());
        mapping.append(use);
    }
    return mapping;
}

QString faultOf(const Mapping &mapping, const Table &table)
{
    QHash<QString, qsizetype> firsts;
    for (qsizetype column = 0; column < mapping.size(); ++column) {
        const ColumnUse &use = mapping[column];
        if (use.kind == ColumnUse::Kind::LeftOut)
            continue;
        const auto first = firsts.constFind(use.toKey());
        if (first != firsts.constEnd()) {
            return QCoreApplication::translate(
                       "sheet::Mapping",
                       "%1 and %2 both become %3. Choose something else for one of them.")
                .arg(columnTitle(table, *first), columnTitle(table, column),
                     use.kind == ColumnUse::Kind::Field ? fieldTitle(use.name) : use.toKey());
        }
        firsts.insert(use.toKey(), column);
    }
    return {};
}

QString columnTitle(const Table &table, qsizetype column)
{
    const QString heading = table.header.value(column);
    if (heading.isEmpty())
        return QCoreApplication::translate("sheet::Mapping", "Column %1").arg(column + 1);
    return QCoreApplication::translate("sheet::Mapping", "“%1”").arg(heading);
}

} // namespace sheet
