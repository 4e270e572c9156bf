// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/addresses.h"

#include "batch/expansion/texts.h"
#include "batch/references/references.h"
#include "session/document/batchdocument.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString written(const QString &address)
{
    return batch::withoutMeaning(address, batch::Braces::Names);
}

} // namespace

QString fileAddress(const QString &file, const QString &folder)
{
    if (folder.isEmpty())
        return written(file);
    const QString relative = QDir(folder).relativeFilePath(file);
    return written(relative.startsWith("../"_L1) ? file : relative);
}

QString fileAddress(const BatchDocument &document, const QString &file)
{
    const QString path = document.path();
    return fileAddress(file, path.isEmpty() ? QString() : QFileInfo(path).absolutePath());
}

QString referenceAddress(const QString &jobName)
{
    return written(batch::referenceTo(jobName));
}

QString resultAddress(const BatchDocument &document, const batch::Job &job, const QString &file)
{
    if (file.isEmpty())
        return referenceAddress(job.name);
    const auto namesakes = std::ranges::count(document.batch().jobs, job.name, &batch::Job::name);
    const bool isMeant = !job.name.isEmpty() && namesakes == 1;
    return isMeant ? referenceAddress(job.name) : fileAddress(document, file);
}

} // namespace ui
