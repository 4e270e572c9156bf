// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QRandomGenerator>
#include <QStringList>

/// Schemas, and values that fit them more often than not, as chance has it.
class RandomSchema
{
public:
    explicit RandomSchema(quint32 seed)
        : m_random(seed)
    {
    }

    /// A model's `Input`, with one to six parameters.
    QJsonObject input();
    /// What it may refer to: the other schemas of its document.
    QJsonObject others();
    /// The same `Input` in two parts, one of them among the others.
    QJsonObject inParts(QJsonObject input, QJsonObject &others);
    /// A job that speaks of some of the parameters, and of some that aren't there.
    batch::Job job(const QJsonObject &input, const QJsonObject &others, batch::MediaType type);

    /// True once in so many times.
    bool once(int times) { return m_random.bounded(times) == 0; }

private:
    int upTo(int most) { return m_random.bounded(most + 1); }
    template <typename List>
    auto one(const List &list)
    {
        return list.at(m_random.bounded(static_cast<int>(list.size())));
    }

    QString text();
    double number();
    QJsonValue value(int depth = 0);

    QJsonObject schema(int depth);
    /// The same, or once in a while a flag: anything, or nothing.
    QJsonValue schemaOrFlag(int depth);
    QJsonObject listedSchema();
    QJsonObject textSchema();
    QJsonObject numberSchema(bool whole);
    QJsonObject listSchema(int depth);
    QJsonObject objectSchema(int depth);
    QJsonObject choiceSchema(int depth);
    /// As models have it for a parameter of that name.
    QJsonObject usualSchema(const QString &name);

    QJsonValue fitting(const QJsonValue &schema, const QJsonObject &others, int depth = 0);
    QJsonValue fittingType(const QString &type, const QJsonObject &schema,
                           const QJsonObject &others, int depth);
    void sayCommon(batch::Job &job);

    QRandomGenerator m_random;
};
