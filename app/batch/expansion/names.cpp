// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/names.h"

#include <QCryptographicHash>
#include <QHash>

#include <utility>

using namespace Qt::StringLiterals;

namespace batch {

namespace {

QByteArray sha256(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

QString digits(const QString &text, qsizetype count)
{
    return QString::fromLatin1(sha256(text).toHex().first(count));
}

/// A value as it stands behind a name.
QString shortened(const QString &value)
{
    constexpr qsizetype longest = 24;
    constexpr qsizetype kept = 20;
    const QString line = value.simplified();
    if (line.size() <= longest)
        return line;
    const qsizetype end = line[kept - 1].isHighSurrogate() ? kept - 1 : kept;
    return line.first(end) + u'~' + digits(value, 4);
}

QString escaped(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s).replace(u'=', u"\\="_s);
}

/// The places of each name that stands more than once, in their order.
QList<QList<qsizetype>> sameNames(const QStringList &names)
{
    QHash<QString, qsizetype> firsts;
    firsts.reserve(names.size());
    QMap<qsizetype, QList<qsizetype>> places; // by the first of them
    for (qsizetype i = 0; i < names.size(); ++i) {
        const auto first = firsts.constFind(names[i]);
        if (first == firsts.constEnd()) {
            firsts.insert(names[i], i);
            continue;
        }
        QList<qsizetype> &same = places[*first];
        if (same.isEmpty())
            same.append(*first);
        same.append(i);
    }
    return places.values();
}

} // namespace

EntryNaming::EntryNaming(const QString &name)
    : m_name(name, Braces::Names)
    , m_variables(m_name.variables())
{
}

QString EntryNaming::of(const Variables &values, const QStringList &axes, int take) const
{
    const QString number = QString::number(take);
    const QString name = stem(values, axes, number);
    const bool isNumbered = take == 1 || m_variables.contains(u"take"_s);
    return isNumbered ? name : name + u' ' + number;
}

QString EntryNaming::stem(const Variables &values, const QStringList &axes,
                          const QString &take) const
{
    Variables shown;
    for (const QString &name : m_variables) {
        const auto value = values.constFind(name);
        if (value != values.constEnd())
            shown.insert(name, value->simplified());
    }
    shown.insert(u"take"_s, take);
    QString stem = m_name.with(shown);
    for (const QString &axis : axes) {
        const QString value =
            m_variables.contains(axis) ? QString() : shortened(values.value(axis));
        if (!value.isEmpty())
            stem += stem.isEmpty() ? value : u' ' + value;
    }
    return stem;
}

QList<QList<qsizetype>> tellApart(QStringList &names, const QStringList &keys)
{
    constexpr qsizetype most = 64; // a whole hash
    const QStringList plain = names;
    QList<QList<qsizetype>> met = sameNames(names);
    QList<QList<qsizetype>> left = met;
    for (qsizetype count = 4; !left.isEmpty() && count <= most; count += 4) {
        for (const QList<qsizetype> &bearers : std::as_const(left)) {
            for (const qsizetype i : bearers)
                names[i] = plain[i] + u" ~"_s + digits(keys[i], count);
        }
        left = sameNames(names);
    }
    return met;
}

QString combinationKey(const QMap<QString, QString> &values, int take)
{
    QString key;
    for (const auto &[axis, value] : values.asKeyValueRange())
        key += (key.isEmpty() ? u""_s : u"\n"_s) + escaped(axis) + u'=' + escaped(value);
    if (take > 1)
        key += (key.isEmpty() ? u"take="_s : u"\ntake="_s) + QString::number(take);
    return key;
}

qint64 seedFor(const QString &prompt, int take)
{
    constexpr quint64 seeds = 999'999;
    const QByteArray hash = sha256(prompt);
    quint64 number = 0;
    for (const char byte : hash.first(8))
        number = number << 8 | static_cast<unsigned char>(byte);
    return qint64(number % seeds) + take; // 1 + take - 1
}

} // namespace batch
