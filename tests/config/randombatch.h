// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QRandomGenerator>
#include <QString>

/// Batch files as JSON, each with some of the keys that there are; now and then a value is of a
/// kind that its key does not take. Texts hold no braces, and nothing is included.
class RandomBatch
{
public:
    explicit RandomBatch(quint32 seed)
        : m_random(seed)
    {
    }

    QJsonObject file();

private:
    using Make = QJsonValue (RandomBatch::*)();

    /// True once in so many times.
    bool once(int times) { return m_random.bounded(times) == 0; }
    QJsonValue one(std::initializer_list<QJsonValue> list);
    /// Adds the key once in so many times, with a value that `make` makes, or any.
    void add(QJsonObject &object, const char *key, int times, Make make);

    QJsonValue any();
    QJsonValue text();
    QJsonValue whole();
    QJsonValue takes();
    QJsonValue most();
    QJsonValue large();
    QJsonValue number();
    QJsonValue above();
    QJsonValue money();
    QJsonValue flag();
    QJsonValue type();
    QJsonValue address();
    QJsonValue params();
    QJsonValue vars();
    QJsonValue matrix();
    QJsonValue exclude();
    QJsonValue polling();
    QJsonValue models();
    QJsonValue model();
    QJsonValue prices();
    QJsonValue typeDefaults();
    QJsonValue imageDefaults();
    QJsonValue defaults();
    QJsonValue job();
    QJsonValue jobs();
    void addCommon(QJsonObject &object, int times);

    QRandomGenerator m_random;
    int m_mischief = 0; ///< a key has a wrong value once in so many times; 0: never
};
