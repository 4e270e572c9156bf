// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/expansion/words.h"

#include "batch/wording.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace batch::expansionwords {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(batch::Expansion)
};

QString grouped(qint64 number)
{
    return QLocale(QLocale::English).toString(number);
}

} // namespace

QString unknownVariable(const QString &name, const QStringList &known)
{
    const QString meant = nearMiss(name, known);
    if (!meant.isEmpty()) {
        return Words::tr("{%1} is no variable here; did you mean {%2}? Braces that are meant as "
                         "they stand are doubled: {{%1}}.")
            .arg(name, meant);
    }
    return Words::tr("{%1} is no variable here. Name it under vars or matrix, or double the "
                     "braces where they are meant as they stand: {{%1}}.")
        .arg(name);
}

QString bracesStay(const QString &name)
{
    return Words::tr("{%1} stays in the text as it is, because this job has no variables. Braces "
                     "that are meant so are doubled: {{%1}}.")
        .arg(name);
}

QString noValues(const QString &axis)
{
    return Words::tr("%1 has no values. Give one or more, or take it out.").arg(axis);
}

QString repeatedAxis(const QString &axis)
{
    return Words::tr("%1 stands twice in the matrix. Take one out.").arg(axis);
}

QString repeatedValue(const QString &axis, const QString &value)
{
    return Words::tr("\"%1\" stands twice in %2: it would be made and paid for twice. Take one "
                     "out.")
        .arg(shortened(value), axis);
}

QString repeatedChoice(const QString &value)
{
    return Words::tr("\"%1\" stands twice in one choice of the prompt: it would be made and paid "
                     "for twice. Take one out.")
        .arg(shortened(value));
}

QString notAWord(const QString &axis)
{
    return Words::tr("\"%1\" can't be named in a text: give it a name of letters, digits, _ and -, "
                     "without spaces.")
        .arg(shortened(axis));
}

QString reservedName(const QString &axis)
{
    return Words::tr(
               "%1 can't be the name of an axis: takes and the choices of a prompt are called "
               "so. Give it another name.")
        .arg(axis);
}

QString wrongValue(const QString &axis, const QString &value, const QString &expected)
{
    return Words::tr("\"%1\" is no value for %2, which sets the key of that name. Expected %3.")
        .arg(shortened(value), axis, expected);
}

QString typeExpected()
{
    return Words::tr("image or video");
}

QString pixelsExpected()
{
    return Words::tr("a whole number of pixels, such as 1024");
}

QString secondsExpected()
{
    return Words::tr("a number of seconds, such as 5 or 7.5");
}

QString wholeExpected()
{
    return Words::tr("a whole number, such as 7");
}

QString idleAxis(const QString &axis, const QStringList &keys)
{
    const QString meant = nearMiss(axis, keys);
    if (!meant.isEmpty()) {
        return Words::tr("No text of this job names {%1}, so that its jobs ask for the same; did "
                         "you mean %2?")
            .arg(axis, meant);
    }
    return Words::tr(
               "No text of this job names {%1}, so that its jobs ask for the same. Name it in "
               "the prompt, or take it out.")
        .arg(axis);
}

QString sameRequest(const QString &name, const QString &other)
{
    return Words::tr("\"%1\" and \"%2\" ask for the very same: it would be paid for twice. Let "
                     "their values differ, or switch one of them off.")
        .arg(shortened(name), shortened(other));
}

QString sameSeed(const QString &name, const QString &other, int takes)
{
    return Words::tr("\"%1\" and \"%2\" have the same seed: the same would be made and paid for "
                     "twice. Takes count up from each seed: keep them %3 or more apart, or exclude "
                     "one of these two.")
        .arg(shortened(name), shortened(other))
        .arg(takes);
}

QString sameName(const QString &name, const QString &one, const QString &other)
{
    return Words::tr("Both of these would be called \"%1\": %2; %3. Digits behind it tell them "
                     "apart. Better put something between the values in the name.")
        .arg(shortened(name), one, other);
}

QString takeNumber(int take)
{
    return Words::tr("take %1").arg(take);
}

QString noSuchAxis(const QString &axis, const QStringList &known)
{
    const QString meant = nearMiss(axis, known);
    if (!meant.isEmpty()) {
        return Words::tr("%1 is nothing that this job varies by; did you mean %2? It switches "
                         "nothing off.")
            .arg(axis, meant);
    }
    return Words::tr("%1 is nothing that this job varies by. It switches nothing off.").arg(axis);
}

QString noSuchValue(const QString &axis, const QString &value)
{
    return Words::tr("%1 is never \"%2\". It switches nothing off.").arg(axis, shortened(value));
}

QString noSuchTake(int take, int takes)
{
    return Words::tr("There is no take %1: count is %2. It switches nothing off.")
        .arg(take)
        .arg(takes);
}

QString excludesNothing()
{
    return Words::tr("An empty combination switches nothing off.");
}

QString longText(qint64 most)
{
    return Words::tr("This text has more than %1 characters, or would have with what its variables "
                     "stand for. Make it shorter.")
        .arg(grouped(most));
}

QString muchText(qint64 most)
{
    return Words::tr("The jobs of this file would have texts of more than %1 characters together, "
                     "with what defaults and variables stand for. Make these shorter, or divide "
                     "the file.")
        .arg(grouped(most));
}

QString tooMany(const QString &name, qint64 total, int limit, int budget)
{
    if (budget >= limit) {
        return Words::tr("%1 would make %2 jobs; the limit of this file is %3. Take values out, or "
                         "raise max_variations.")
            .arg(name, grouped(total), grouped(limit));
    }
    return Words::tr("%1 would make %2 jobs; the limit of this file is %3, of which %4 are left. "
                     "Take values out, or raise max_variations.")
        .arg(name, grouped(total), grouped(limit), grouped(budget));
}

} // namespace batch::expansionwords
