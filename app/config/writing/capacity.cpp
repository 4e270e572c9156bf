// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/capacity.h"

#include "batch/jobjson.h"
#include "config/reading/limits.h"
#include "config/writing/scalars/quoting.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace config {

namespace {

/// What a file would have, about.
class Amount
{
public:
    void addText(const QString &text)
    {
        constexpr qsizetype lineLength = 80; ///< long texts are folded
        const qsizetype lines = text.count(u'\n') + text.size() / lineLength;
        m_bytes += text.toUtf8().size() + lines * indent + escapes(text);
        m_lines += lines;
        ++m_nodes;
    }

    void addKey(const QString &key)
    {
        m_bytes += key.toUtf8().size() + indent + 4 + escapes(key); // and colon, blank, quotes
        ++m_lines;
        ++m_nodes;
    }

    void add(const QJsonValue &value)
    {
        if (value.isArray()) {
            ++m_nodes;
            for (const QJsonValue &item : value.toArray())
                add(item);
        } else if (value.isObject()) {
            ++m_nodes;
            const QJsonObject object = value.toObject();
            for (auto member = object.begin(); member != object.end(); ++member) {
                addKey(member.key());
                add(member.value());
            }
        } else {
            addText(value.isString() ? value.toString() : u"0000"_s);
        }
    }

    void add(const batch::Variables &variables)
    {
        for (auto variable = variables.begin(); variable != variables.end(); ++variable) {
            addKey(variable.key());
            addText(variable.value());
        }
    }

    void add(const batch::JobSource &entry)
    {
        add(batch::toJson(entry.job));
        add(entry.vars);
        for (const batch::Axis &axis : entry.matrix) {
            addKey(axis.name);
            for (const QString &value : axis.values)
                addText(value);
        }
        for (const batch::Combination &combination : entry.exclude)
            add(combination.values);
    }

    bool fits() const
    {
        return m_bytes <= limits::size && m_lines <= limits::lines && m_nodes <= limits::nodes;
    }

private:
    /// What is written as `\u0001` stands for one byte or more.
    static qsizetype escapes(const QString &text)
    {
        return 5 * std::ranges::count_if(text, [](QChar each) {
                   return !isPrintable(each) && each != u'\n' && each != u'\t';
               });
    }

    static constexpr qsizetype indent = 7; ///< bytes, with the line break

    qint64 m_bytes = 0;
    qint64 m_lines = 0;
    qint64 m_nodes = 0; ///< keys and values
};

} // namespace

bool fitsInOneFile(const batch::BatchSource &batch, const QList<batch::JobSource> &more)
{
    Amount amount;
    const auto takes = [&amount](const batch::JobSource &entry) {
        amount.add(entry);
        return amount.fits(); // what is far too much isn't looked through to its end
    };
    return std::ranges::all_of(more, takes) && std::ranges::all_of(batch.jobs, takes);
}

} // namespace config
