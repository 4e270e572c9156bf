// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/randombatch.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

QJsonValue RandomBatch::one(std::initializer_list<QJsonValue> list)
{
    return *(list.begin() + m_random.bounded(static_cast<int>(list.size())));
}

void RandomBatch::add(QJsonObject &object, const char *key, int times, Make make)
{
    if (once(times)) {
        object.insert(QLatin1StringView(key),
                      m_mischief > 0 && once(m_mischief) ? any() : (this->*make)());
    }
}

QJsonObject RandomBatch::file()
{
    m_mischief = once(3) ? 0 : once(2) ? 40 : 8;
    QJsonObject file;
    add(file, "output_dir", 3, &RandomBatch::text);
    add(file, "max_workers", 4, &RandomBatch::whole);
    add(file, "polling", 6, &RandomBatch::polling);
    add(file, "base_url", 8, &RandomBatch::address);
    add(file, "budget", 4, &RandomBatch::money);
    add(file, "models", 5, &RandomBatch::models);
    add(file, "vars", 4, &RandomBatch::vars);
    add(file, "defaults", 2, &RandomBatch::defaults);
    add(file, "max_variations", 8, &RandomBatch::most);
    add(file, "a_key_of_its_own", 8, &RandomBatch::any);
    if (m_mischief == 0 || !once(10))
        file.insert("jobs"_L1, m_mischief > 0 && once(m_mischief) ? any() : jobs());
    // How many jobs come of it all is no matter of the schema.
    if (file.value("max_variations"_L1).toInt() > 0)
        file.insert("max_variations"_L1, most());
    return file;
}

/// One of everything.
QJsonValue RandomBatch::any()
{
    return one({QJsonValue::Null,
                true,
                false,
                0,
                1,
                -1,
                2,
                1.5,
                -0.5,
                2147483647,
                2147483648.0,
                -2147483649.0,
                1e300,
                100000,
                100001,
                u""_s,
                u" "_s,
                u"a"_s,
                u"5"_s,
                u"5.5"_s,
                u"-7"_s,
                u"$ 2.50"_s,
                u"yes"_s,
                u"Off"_s,
                u"image"_s,
                u"video"_s,
                QJsonArray(),
                QJsonArray{1},
                QJsonArray{u"a"_s, u"a"_s},
                QJsonArray{QJsonObject()},
                QJsonArray{QJsonValue::Null},
                QJsonObject(),
                QJsonObject{{u"a"_s, 1}},
                QJsonObject{{u"a b"_s, u"c"_s}},
                QJsonObject{{u"a"_s, QJsonArray{1, 2}}},
                QJsonObject{{u"a"_s, QJsonArray()}},
                QJsonObject{{u"take"_s, 1}},
                QJsonObject{{u"initial"_s, -1}}});
}

QJsonValue RandomBatch::text()
{
    return one({u"a"_s, u"some words"_s, u"1024"_s, u"產品"_s, 7, 1.5, true, u"yes"_s});
}

QJsonValue RandomBatch::whole()
{
    return one({1, 2, 3, 1024, 1e3, 2147483647});
}

QJsonValue RandomBatch::takes()
{
    return one({1, 2, 3});
}

/// Enough for what is made here.
QJsonValue RandomBatch::most()
{
    return one({500, 1000, 1e5});
}

QJsonValue RandomBatch::large()
{
    return one({0, 7, -7, 1e15, 2147483648.0});
}

QJsonValue RandomBatch::number()
{
    return one({0, 5, 7.5, -1, 1e9, 0.001});
}

QJsonValue RandomBatch::above()
{
    return one({1, 1.5, 2, 30, 1e6});
}

QJsonValue RandomBatch::money()
{
    return one({0, 3, 2.5, 0.001, u"2.50"_s, u"$3"_s, u"USD 4"_s, u"usd4.5"_s, u" 5 "_s});
}

QJsonValue RandomBatch::flag()
{
    return one({true, false, u"yes"_s, u"No"_s, u"ON"_s, u"off"_s});
}

QJsonValue RandomBatch::type()
{
    return one({u"image"_s, u"video"_s});
}

QJsonValue RandomBatch::address()
{
    return one(
        {u"https://api.example.com/v1"_s, u"http://127.0.0.1:8080"_s, u"HTTPS://example.com"_s});
}

QJsonValue RandomBatch::params()
{
    return one({QJsonObject(), QJsonObject{{u"style"_s, u"a"_s}, {u"steps"_s, 30}},
                QJsonObject{{u"deep"_s, QJsonObject{{u"list"_s, QJsonArray{1, u"a"_s}}}},
                            {u"none"_s, QJsonValue::Null}}});
}

QJsonValue RandomBatch::vars()
{
    QJsonObject vars;
    for (const char *name : {"product", "take-1", "色", "a_b", "7"})
        add(vars, name, 3, &RandomBatch::text);
    if (m_mischief > 0 && once(m_mischief))
        vars.insert(u"two words"_s, u"a"_s);
    return vars;
}

QJsonValue RandomBatch::matrix()
{
    QJsonObject matrix;
    if (once(3))
        matrix.insert(u"product"_s, QJsonArray{u"lamp"_s, u"chair"_s});
    if (once(4))
        matrix.insert(u"material"_s, QJsonArray{1, true, u"wood"_s});
    if (once(5))
        matrix.insert(u"type"_s, once(2) ? QJsonArray{u"image"_s, u"video"_s} : QJsonArray{type()});
    if (once(8))
        matrix.insert(u"model"_s, QJsonArray{u"m1"_s, u"m2"_s});
    if (once(8))
        matrix.insert(u"width"_s, QJsonArray{512, u"1024"_s});
    if (once(8))
        matrix.insert(u"seed"_s, QJsonArray{1, u"-2"_s});
    if (once(8))
        matrix.insert(u"duration"_s, QJsonArray{5, u"7.5"_s});
    if (m_mischief > 0 && once(m_mischief)) {
        matrix.insert(
            one({u"width"_s, u"type"_s, u"duration"_s, u"seed"_s, u"take"_s, u"choice3"_s,
                 u"two words"_s, u"product"_s})
                .toString(),
            one({QJsonArray(), QJsonArray{u"a"_s}, QJsonArray{1}, QJsonArray{1.5},
                 QJsonArray{u"007"_s}, QJsonArray{u"+5"_s}, QJsonArray{u"5.50"_s},
                 QJsonArray{QJsonArray()}, QJsonArray{u"x"_s, u"x"_s}, u"a"_s, QJsonValue::Null}));
    }
    return matrix;
}

QJsonValue RandomBatch::exclude()
{
    QJsonArray exclude;
    for (int i = 0; i < 2; ++i) {
        if (m_mischief > 0 && once(m_mischief))
            exclude.append(any());
        else if (once(2))
            exclude.append(one({QJsonObject{{u"take"_s, 1}},
                                QJsonObject{{u"product"_s, u"lamp"_s}, {u"take"_s, 2}},
                                QJsonObject{{u"nothing"_s, true}}}));
    }
    return exclude;
}

QJsonValue RandomBatch::polling()
{
    QJsonObject polling;
    add(polling, "initial", 2, &RandomBatch::above);
    add(polling, "factor", 2, &RandomBatch::above);
    add(polling, "max", 2, &RandomBatch::above);
    add(polling, "other", 5, &RandomBatch::any);
    return polling;
}

QJsonValue RandomBatch::models()
{
    QJsonObject models;
    add(models, "my/model", 2, &RandomBatch::model);
    add(models, "other", 2, &RandomBatch::model);
    return models;
}

QJsonValue RandomBatch::model()
{
    QJsonObject model;
    add(model, "type", 2, &RandomBatch::type);
    add(model, "name", 3, &RandomBatch::text);
    add(model, "price_per_second", 3, &RandomBatch::money);
    add(model, "price_per_image", 3, &RandomBatch::money);
    add(model, "price_per_generation", 3, &RandomBatch::money);
    add(model, "price_by_resolution", 4, &RandomBatch::prices);
    add(model, "other", 6, &RandomBatch::any);
    return model;
}

QJsonValue RandomBatch::prices()
{
    QJsonObject prices;
    add(prices, "720p", 2, &RandomBatch::money);
    add(prices, "1080p", 2, &RandomBatch::money);
    return prices;
}

void RandomBatch::addCommon(QJsonObject &object, int times)
{
    add(object, "width", times, &RandomBatch::whole);
    add(object, "height", times, &RandomBatch::whole);
    add(object, "aspect_ratio", times, &RandomBatch::text);
    add(object, "duration", times, &RandomBatch::number);
    add(object, "resolution", times, &RandomBatch::text);
    add(object, "image_url", times, &RandomBatch::text);
    add(object, "seed", times, &RandomBatch::large);
    add(object, "negative_prompt", times, &RandomBatch::text);
    add(object, "params", times, &RandomBatch::params);
    add(object, "max_wait", times, &RandomBatch::number);
    add(object, "max_retries", times, &RandomBatch::whole);
    add(object, "vars", times, &RandomBatch::vars);
    add(object, "other", times, &RandomBatch::any);
}

QJsonValue RandomBatch::typeDefaults()
{
    QJsonObject defaults;
    add(defaults, "model", 2, &RandomBatch::text);
    add(defaults, "prompt", 2, &RandomBatch::text);
    add(defaults, "image", 8, &RandomBatch::text);
    addCommon(defaults, 12);
    return defaults;
}

QJsonValue RandomBatch::imageDefaults()
{
    return once(2) ? text() : typeDefaults();
}

QJsonValue RandomBatch::defaults()
{
    QJsonObject defaults;
    add(defaults, "type", 3, &RandomBatch::type);
    add(defaults, "model", 3, &RandomBatch::text);
    add(defaults, "prompt", 3, &RandomBatch::text);
    add(defaults, "image", 3, &RandomBatch::imageDefaults);
    add(defaults, "video", 3, &RandomBatch::typeDefaults);
    addCommon(defaults, 12);
    return defaults;
}

QJsonValue RandomBatch::job()
{
    // What an entry needs is left out seldom where nothing else is to be wrong.
    const int missing = m_mischief == 0 ? 25 : 8;
    QJsonObject job;
    if (!once(missing * 2))
        add(job, "name", 1, &RandomBatch::text);
    if (!once(missing))
        add(job, "type", 1, &RandomBatch::type);
    if (!once(missing))
        add(job, "model", 1, &RandomBatch::text);
    if (!once(missing))
        add(job, "prompt", 1, &RandomBatch::text);
    add(job, "image", 8, &RandomBatch::text);
    add(job, "enabled", 6, &RandomBatch::flag);
    add(job, "matrix", 4, &RandomBatch::matrix);
    add(job, "count", 5, &RandomBatch::takes);
    add(job, "exclude", 8, &RandomBatch::exclude);
    if (job.value("count"_L1).toInt() > 3)
        job.insert("count"_L1, takes());
    addCommon(job, 12);
    return job;
}

QJsonValue RandomBatch::jobs()
{
    QJsonArray jobs;
    const int many = m_random.bounded(4);
    for (int i = 0; i < many; ++i)
        jobs.append(m_mischief > 0 && once(m_mischief * 2) ? any() : job());
    return jobs;
}
