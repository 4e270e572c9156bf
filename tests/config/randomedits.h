// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"

#include <QJsonArray>
#include <QRandomGenerator>

/// Edits such as a person makes in the window, drawn at random.
class RandomEdits
{
public:
    explicit RandomEdits(quint32 seed)
        : m_random(seed)
    {
    }

    /// One edit; says what it did.
    QString apply(batch::BatchSource &source)
    {
        using namespace Qt::StringLiterals;
        const int kind = below(20);
        if (source.jobs.isEmpty() || kind == 0) {
            const qsizetype at = below(int(source.jobs.size()) + 1);
            source.jobs.insert(at, newEntry());
            return u"insert at %1"_s.arg(at);
        }
        const qsizetype at = below(int(source.jobs.size()));
        if (kind == 1) {
            source.jobs.removeAt(at);
            return u"delete %1"_s.arg(at);
        }
        if (kind == 2) {
            batch::JobSource copy = source.jobs[at];
            copy.job.id = batch::newJobId();
            copy.job.name += u" copy"_s;
            source.jobs.insert(at + 1, copy);
            return u"duplicate %1"_s.arg(at);
        }
        if (kind == 3) {
            const qsizetype to = below(int(source.jobs.size()));
            source.jobs.move(at, to);
            return u"move %1 to %2"_s.arg(at).arg(to);
        }
        if (kind < 6)
            return u"settings: "_s + editSettings(source);
        return u"job %1: "_s.arg(at) + editJob(source.jobs[at]);
    }

    int below(int count) { return int(m_random.bounded(quint32(count))); }

    QString text()
    {
        using namespace Qt::StringLiterals;
        static const QStringList texts = {
            u"A quiet lake"_s,
            u"yes"_s,
            u"12"_s,
            u"1.50"_s,
            u"A lake: calm"_s,
            u"a #b"_s,
            u"it's \"quoted\""_s,
            u"One.\nTwo.\n"_s,
            u"One.\n\nTwo."_s,
            u"  indented\nnot\n"_s,
            u"a, b [c] {d}"_s,
            u"- dash"_s,
            u"圖:手"_s,
            u"🎬 片頭"_s,
            u"tab\there"_s,
            u"ends: "_s,
            u"# no comment"_s,
            u"'single'"_s,
            u"back\\slash"_s,
            u"*star &and !bang"_s,
            u"One.\n  - a\n  - b\nTwo.\n"_s,
            u"\n\nblank lines first"_s,
            u"three\n\n\n"_s,
            u"null"_s,
            u"~"_s,
            u"a\rb"_s,
            u"x"_s.repeated(150),
            u"trailing \nspaces \n"_s,
            u"A quiet lake at dawn, mist above the water, and far away a boat without anybody "
            "in it, in the light of a sun that has not risen yet, seen from a hill"_s,
            u"> folded"_s,
            u"| literal"_s,
            u"@at"_s,
            u"%percent"_s,
            u"{variable} and {a|b}"_s,
            u"--- three\n...\n"_s,
            u""_s,
            u" "_s,
            u"\u2028line"_s,
            u"\u00A0x"_s,
            u"? question"_s};
        return texts[below(int(texts.size()))];
    }

private:
    static QJsonValue number(int value) { return QJsonValue(qint64(value)); }

    QJsonValue value(int depth = 0)
    {
        using namespace Qt::StringLiterals;
        switch (below(depth > 2 ? 5 : 7)) {
        case 0:
            return number(below(100));
        case 1:
            return 1.5;
        case 2:
            return below(2) == 0;
        case 3:
            return QJsonValue::Null;
        case 4:
            return text();
        case 5: {
            QJsonArray list;
            for (int i = below(4); i > 0; --i)
                list.append(value(depth + 1));
            return list;
        }
        default: {
            QJsonObject map;
            for (int i = below(4); i > 0; --i)
                map.insert(u"k%1"_s.arg(below(9)), value(depth + 1));
            return map;
        }
        }
    }

    /// Changes one key of a mapping: sets, takes away or changes within.
    void edit(QJsonObject &map)
    {
        using namespace Qt::StringLiterals;
        const QStringList keys = map.keys();
        if (keys.isEmpty() || below(3) == 0) {
            map.insert(u"new%1"_s.arg(below(5)), value());
            return;
        }
        const QString key = keys[below(int(keys.size()))];
        if (below(3) == 0) {
            map.remove(key);
        } else if (map[key].isObject()) {
            QJsonObject inner = map[key].toObject();
            edit(inner);
            map[key] = inner;
        } else if (map[key].isArray()) {
            QJsonArray list = map[key].toArray();
            if (list.isEmpty() || below(2) == 0)
                list.insert(below(int(list.size()) + 1), value(2));
            else
                list.removeAt(below(int(list.size())));
            map[key] = list;
        } else {
            map[key] = value();
        }
    }

    batch::JobSource newEntry()
    {
        using namespace Qt::StringLiterals;
        batch::Job job;
        job.name = u"new %1"_s.arg(below(1000));
        job.model = u"m/new"_s;
        job.prompt = text();
        job.type = below(2) == 0 ? batch::MediaType::Image : batch::MediaType::Video;
        if (below(2) == 0)
            job.width = 640;
        if (below(3) == 0)
            job.params = {{u"a"_s, value()}};
        return job;
    }

    template <typename T>
    void toggle(std::optional<T> &field, const T &value)
    {
        if (field && below(3) == 0)
            field.reset();
        else
            field = value;
    }

    QString editJob(batch::JobSource &entry)
    {
        using namespace Qt::StringLiterals;
        batch::Job &job = entry.job;
        switch (below(20)) {
        case 0:
            job.name = text();
            return u"name"_s;
        case 1:
            job.model = u"m/"_s + QString::number(below(9));
            return u"model"_s;
        case 2:
        case 3:
        case 4:
            job.prompt = text();
            return u"prompt"_s;
        case 5:
            job.prompt += u" more"_s;
            return u"longer prompt"_s;
        case 6:
            toggle(job.width, below(4000));
            return u"width"_s;
        case 7:
            toggle(job.height, below(4000));
            return u"height"_s;
        case 8:
            toggle(job.aspectRatio, u"16:9"_s);
            return u"aspect_ratio"_s;
        case 9:
            toggle(job.duration, 0.5 * below(20));
            return u"duration"_s;
        case 10:
            toggle(job.resolution, text());
            return u"resolution"_s;
        case 11:
            toggle(job.negativePrompt, text());
            return u"negative_prompt"_s;
        case 12:
            job.enabled = !job.enabled;
            return u"enabled"_s;
        case 13:
        case 14:
            edit(job.params);
            return u"params"_s;
        case 15:
            edit(job.extra);
            return u"unknown key"_s;
        case 16:
            entry.vars.insert(u"v%1"_s.arg(below(3)), text());
            return u"vars"_s;
        case 17:
            editMatrix(entry);
            return u"matrix"_s;
        case 18:
            toggle(entry.count, 1 + below(5));
            return u"count"_s;
        default:
            if (!entry.exclude.isEmpty() && below(2) == 0)
                entry.exclude.removeLast();
            else
                entry.exclude.append(
                    {{{u"colour"_s, text()}}, below(2) == 0 ? std::optional(2) : std::nullopt});
            return u"exclude"_s;
        }
    }

    void editMatrix(batch::JobSource &entry)
    {
        using namespace Qt::StringLiterals;
        if (entry.matrix.isEmpty()) {
            entry.matrix.append({u"colour"_s, {u"red"_s, u"5"_s}});
        } else if (below(3) == 0) {
            entry.matrix.removeLast();
        } else {
            QStringList &values = entry.matrix.first().values;
            const QString value = u"value %1"_s.arg(below(10'000));
            if (values.size() > 1 && below(2) == 0)
                values.removeAt(below(int(values.size())));
            else
                values.insert(below(int(values.size()) + 1), value);
        }
    }

    QString editSettings(batch::BatchSource &source)
    {
        using namespace Qt::StringLiterals;
        batch::BatchSettings &settings = source.settings;
        switch (below(11)) {
        case 0:
            toggle(settings.outputDir, text());
            return u"output_dir"_s;
        case 1:
            toggle(settings.maxWorkers, 1 + below(9));
            return u"max_workers"_s;
        case 2:
            toggle(settings.budget, batch::Cost::fromUsd(1 + below(9)));
            return u"budget"_s;
        case 3:
            toggle(settings.polling, batch::Polling{double(1 + below(9)), 1.5, 20});
            return u"polling"_s;
        case 4:
            edit(settings.extra);
            return u"unknown key"_s;
        case 5: {
            batch::ModelOverride &model = settings.models[u"my/model"_s];
            model.pricePerSecond = batch::Cost::fromUsd(1 + below(9));
            return u"models"_s;
        }
        case 6:
            settings.models.clear();
            return u"no models"_s;
        case 7:
            source.vars.insert(u"v%1"_s.arg(below(4)), text());
            return u"vars"_s;
        case 8:
            if (!source.vars.isEmpty())
                source.vars.remove(source.vars.firstKey());
            return u"fewer vars"_s;
        case 9:
            toggle(source.maxVariations, 1 + below(500));
            return u"max_variations"_s;
        default: {
            batch::JobDefaults &defaults =
                below(2) == 0 ? source.defaults.all : source.defaults.video;
            toggle(defaults.job.width, below(2000));
            toggle(defaults.job.negativePrompt, text());
            return u"defaults"_s;
        }
        }
    }

    QRandomGenerator m_random;
};
