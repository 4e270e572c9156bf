// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/filename.h"

#include <QSet>

namespace batch {

QString fileStem(const QString &name)
{
    constexpr qsizetype maxCharacters = 80;
    QString stem;
    qsizetype characters = 0;
    const QList<uint> codePoints = name.normalized(QString::NormalizationForm_C).toLower().toUcs4();
    for (const uint codePoint : codePoints) {
        if (characters == maxCharacters)
            break;
        if (QChar::isSpace(codePoint)) {
            stem += u'_';
        } else if (QChar::isLetterOrNumber(codePoint) || QChar::isMark(codePoint)
                   || codePoint == U'_') {
            stem += QString::fromUcs4(reinterpret_cast<const char32_t *>(&codePoint), 1);
        } else {
            continue;
        }
        ++characters;
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
