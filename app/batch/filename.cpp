// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/filename.h"

#include <QSet>

namespace batch {

QString fileStem(const QString &name)
{
    constexpr qsizetype maxCharacters = 80;
    // A name may have 255. What follows is longest while a recipe is written into the result.
    constexpr qsizetype maxBytes = 200;
    QString stem;
    qsizetype characters = 0;
    qsizetype bytes = 0;
    bool followsKept = false;
    const QList<uint> codePoints = name.normalized(QString::NormalizationForm_C).toLower().toUcs4();
    for (const uint codePoint : codePoints) {
        QString kept;
        if (QChar::isSpace(codePoint))
            kept = u'_';
        // A mark without its letter, such as an emoji's variation selector, would be invisible.
        else if (QChar::isLetterOrNumber(codePoint) || codePoint == U'_'
                 || (QChar::isMark(codePoint) && followsKept))
            kept = QString::fromUcs4(reinterpret_cast<const char32_t *>(&codePoint), 1);
        followsKept = !kept.isEmpty();
        bytes += kept.toUtf8().size();
        characters += followsKept ? 1 : 0;
        if (characters > maxCharacters || bytes > maxBytes)
            break;
        stem += kept;
    }
    return stem.isEmpty() ? QStringLiteral("job") : stem;
}

QHash<JobId, QString> fileStems(const QList<Job> &jobs)
{
    QHash<JobId, QString> stems;
    stems.reserve(jobs.size());
    QSet<QString> taken[2];
    // Names that need no number keep theirs, wherever they stand in the list.
    QSet<QString> plain[2];
    for (const Job &job : jobs)
        plain[job.type == MediaType::Video].insert(fileStem(job.name));
    QHash<QString, int> lastNumber[2];
    for (const Job &job : jobs) {
        const bool video = job.type == MediaType::Video;
        const QString stem = fileStem(job.name);
        QString unique = stem;
        int &number = lastNumber[video][stem];
        while (taken[video].contains(unique) || (unique != stem && plain[video].contains(unique))) {
            number = std::max(number, 1) + 1;
            unique = stem + u'_' + QString::number(number);
        }
        taken[video].insert(unique);
        stems.insert(job.id, unique);
    }
    return stems;
}

} // namespace batch
