// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobclipboard.h"

#include "config/batchfile.h"
#include "jobs/jobtext.h"

#include <QMimeData>

namespace ui::jobclipboard {

using namespace Qt::StringLiterals;
using batch::Job;

namespace {

const QString jobsMimeType = u"application/x-rushes-jobs+json"_s;

/// A tab or a line break within a field would make two of it.
QString asField(const QString &text)
{
    return text.simplified();
}

/// The first words of a prompt, as far as they make a name.
QString nameFrom(const QString &prompt)
{
    constexpr qsizetype most = 24;
    if (prompt.size() <= most)
        return prompt;
    const qsizetype space = prompt.lastIndexOf(u' ', most);
    return prompt.first(space > most / 2 ? space : most).trimmed();
}

QList<Job> fromText(const QString &text, const Job &pattern)
{
    QList<Job> jobs;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QString prompt = line.simplified();
        if (prompt.isEmpty())
            continue;
        Job job = pattern;
        job.id = batch::newJobId();
        job.prompt = prompt;
        job.name = nameFrom(prompt);
        jobs.append(job);
    }
    return jobs;
}

} // namespace

QMimeData *toMimeData(const QList<Job> &jobs, const catalog::Catalog &catalog)
{
    QStringList lines;
    for (const Job &job : jobs) {
        const QStringList fields{asField(job.name),
                                 batch::toKey(job.type),
                                 asField(job.model),
                                 asField(job.prompt),
                                 jobtext::size(job, catalog.find(job.model)),
                                 catalog::estimate(catalog, job).cost.toDecimal()};
        lines.append(fields.join(u'\t'));
    }
    batch::Batch batch;
    batch.jobs = jobs;
    auto *data = new QMimeData;
    data->setText(lines.join(u'\n'));
    data->setData(jobsMimeType, config::writeBatch(batch, config::Format::Json));
    return data;
}

bool canRead(const QMimeData *data)
{
    return data && (data->hasFormat(jobsMimeType) || data->hasText());
}

QList<Job> fromMimeData(const QMimeData *data, const Job &pattern)
{
    if (!canRead(data))
        return {};
    if (data->hasFormat(jobsMimeType)) {
        const auto file =
            config::readBatch(data->data(jobsMimeType), config::Format::Json, QString());
        if (file) {
            QList<Job> jobs = file->batch.jobs;
            for (Job &job : jobs)
                job.id = batch::newJobId();
            return jobs;
        }
    }
    return fromText(data->text(), pattern);
}

} // namespace ui::jobclipboard
