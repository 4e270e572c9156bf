// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/textroom.h"

#include "batch/expansion/fields.h"
#include "batch/expansion/words.h"

#include <QJsonArray>
#include <QJsonObject>

namespace batch {

bool TextRoom::take(qint64 characters, const QString &key)
{
    if (characters <= longest)
        return takeWeight(characters, key);
    say(key, expansionwords::longText(longest));
    return false;
}

bool TextRoom::takeWeight(qint64 weight, const QString &key)
{
    if (weight <= m_left) {
        m_left -= weight;
        return true;
    }
    say(key, expansionwords::muchText(most));
    return false;
}

bool TextRoom::mayGuess(qint64 names)
{
    m_guesses -= names;
    return m_guesses >= 0;
}

void TextRoom::say(const QString &key, const QString &message)
{
    if (m_problem)
        return;
    m_problem.emplace();
    m_problem->key = key;
    m_problem->problem = {fieldOf(key), Severity::Error, message};
}

qint64 weightOf(const QJsonValue &value)
{
    constexpr qint64 each = 64;
    qint64 weight = each;
    if (value.isString())
        return weight + value.toString().size();
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            weight += weightOf(item);
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            weight += member.key().size() + weightOf(member.value());
    }
    return weight;
}

} // namespace batch
