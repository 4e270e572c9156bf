// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/axes.h"

#include "batch/expansion/fields.h"
#include "batch/expansion/texts.h"
#include "batch/expansion/words.h"
#include "batch/wholenumber.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace batch {

namespace {

constexpr Field keyed[] = {
    Field::Type,     Field::Model,      Field::Width, Field::Height, Field::AspectRatio,
    Field::Duration, Field::Resolution, Field::Image, Field::Seed,   Field::NegativePrompt};

std::optional<Field> keyedField(const QString &axis)
{
    const auto found = std::find_if(std::begin(keyed), std::end(keyed),
                                    [&axis](Field field) { return toKey(field) == axis; });
    return found == std::end(keyed) ? std::nullopt : std::optional(*found);
}

/// Written as wholeNumber() has it, but for a fraction that it may have.
bool isDecimal(const QString &text)
{
    static const QRegularExpression decimal(u"^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?$"_s);
    return decimal.match(text).hasMatch();
}

/// Puts the value into the field; false where it is none for it.
bool setValue(JobDefaults &level, Field field, const QString &value)
{
    switch (field) {
    case Field::Type: {
        const auto type = mediaTypeFromKey(value);
        level.job.type = type.value_or(MediaType::Image);
        level.saysType = true;
        return type.has_value();
    }
    case Field::Width:
        level.job.width = smallNumber(wholeNumber(value));
        return level.job.width.has_value();
    case Field::Height:
        level.job.height = smallNumber(wholeNumber(value));
        return level.job.height.has_value();
    case Field::Duration: {
        level.job.duration = value.toDouble();
        return isDecimal(value) && std::isfinite(*level.job.duration);
    }
    case Field::Seed:
        level.job.seed = wholeNumber(value);
        return level.job.seed.has_value();
    default:
        // An empty text says nothing.
        if (!value.isEmpty())
            setText(level.job, field, value);
        return true;
    }
}

QString expectedFor(Field field)
{
    switch (field) {
    case Field::Type:
        return expansionwords::typeExpected();
    case Field::Width:
    case Field::Height:
        return expansionwords::pixelsExpected();
    case Field::Duration:
        return expansionwords::secondsExpected();
    default:
        return expansionwords::wholeExpected();
    }
}

EntryProblem error(const QString &key, const QString &message, Field field)
{
    EntryProblem result;
    result.key = key;
    result.problem = {field, Severity::Error, message};
    return result;
}

EntryProblem matrixError(const Axis &axis, const QString &message)
{
    return error(u"matrix."_s + axis.name, message, keyedField(axis.name).value_or(Field::Name));
}

QString firstRepeated(const QStringList &values)
{
    QSet<QString> seen;
    for (const QString &value : values) {
        if (seen.contains(value))
            return value;
        seen.insert(value);
    }
    return {};
}

bool hasRepeated(const QStringList &values)
{
    return QSet<QString>(values.begin(), values.end()).size() < values.size();
}

QList<EntryProblem> checkAxis(const Axis &axis)
{
    if (!isWord(axis.name))
        return {matrixError(axis, expansionwords::notAWord(axis.name))};
    if (isReservedName(axis.name))
        return {matrixError(axis, expansionwords::reservedName(axis.name))};
    if (axis.values.isEmpty())
        return {matrixError(axis, expansionwords::noValues(axis.name))};
    QList<EntryProblem> problems;
    if (hasRepeated(axis.values)) {
        problems.append(matrixError(
            axis, expansionwords::repeatedValue(axis.name, firstRepeated(axis.values))));
    }
    const auto field = keyedField(axis.name);
    for (const QString &value : field ? axis.values : QStringList()) {
        if (problems.size() >= mostSaid)
            break;
        JobDefaults level;
        if (!setValue(level, *field, value)) {
            problems.append(matrixError(
                axis, expansionwords::wrongValue(axis.name, value, expectedFor(*field))));
        }
    }
    return problems;
}

} // namespace

QList<EntryProblem> checkMatrix(const QList<Axis> &matrix)
{
    QList<EntryProblem> problems;
    QSet<QString> names;
    for (const Axis &axis : matrix) {
        if (problems.size() >= mostSaid)
            break;
        if (names.contains(axis.name))
            problems.append(matrixError(axis, expansionwords::repeatedAxis(axis.name)));
        names.insert(axis.name);
        problems.append(checkAxis(axis));
    }
    return problems;
}

QList<EntryProblem> checkChoices(const QList<QStringList> &choices)
{
    QList<EntryProblem> problems;
    for (const QStringList &choice : choices) {
        if (problems.size() < mostSaid && hasRepeated(choice)) {
            problems.append(error(toKey(Field::Prompt),
                                  expansionwords::repeatedChoice(firstRepeated(choice)),
                                  Field::Prompt));
        }
    }
    return problems;
}

QStringList keyedAxes()
{
    QStringList names;
    for (const Field field : keyed)
        names.append(toKey(field));
    return names;
}

bool hasKeyedAxis(const QList<Axis> &matrix)
{
    return std::any_of(matrix.begin(), matrix.end(),
                       [](const Axis &axis) { return keyedField(axis.name).has_value(); });
}

QList<Field> keyedFields(const QList<Axis> &matrix, const std::vector<qsizetype> &at)
{
    QList<Field> fields;
    for (qsizetype i = 0; i < matrix.size(); ++i) {
        const auto field = keyedField(matrix[i].name);
        if (field && !matrix[i].values[at[size_t(i)]].isEmpty())
            fields.append(*field);
    }
    return fields;
}

JobDefaults keyedValues(const QList<Axis> &matrix, const std::vector<qsizetype> &at)
{
    JobDefaults level;
    for (qsizetype i = 0; i < matrix.size(); ++i) {
        const QString &value = matrix[i].values[at[size_t(i)]];
        const auto field = keyedField(matrix[i].name);
        if (field)
            setValue(level, *field, value);
    }
    return level;
}

QList<Axis> choiceAxes(const QList<QStringList> &choices)
{
    QList<Axis> axes;
    for (qsizetype i = 0; i < choices.size(); ++i)
        axes.append({choiceName(i), choices[i]});
    return axes;
}

Combinations::Combinations(const QList<Axis> &axes)
    : m_axes(axes)
    , m_at(size_t(axes.size()), 0)
{
}

bool Combinations::next()
{
    for (qsizetype axis = m_axes.size(); axis-- > 0;) {
        qsizetype &at = m_at[size_t(axis)];
        if (++at < m_axes[axis].values.size())
            return true;
        at = 0;
    }
    return false;
}

qint64 Combinations::count(const QList<Axis> &axes)
{
    qint64 count = 1;
    for (const Axis &axis : axes)
        count = std::min(most, count * std::min(most, qint64(axis.values.size())));
    return count;
}

} // namespace batch
