// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/windowdriver.h"

#include "config/batchfile.h"

#include <QDir>
#include <QtGlobal>

namespace support {

using namespace Qt::StringLiterals;

QStringList accessibleNames(const QWidget *root)
{
    QStringList names;
    for (const QWidget *widget : root->findChildren<QWidget *>()) {
        if (widget->isVisible() && !widget->accessibleName().isEmpty())
            names.append(widget->accessibleName());
    }
    return names;
}

batch::Batch quickBatch(int images, int videos)
{
    batch::Batch batch;
    for (int i = 0; i < images; ++i) {
        batch::Job job;
        job.name = u"產品縮圖 %1"_s.arg(i + 1);
        job.model = u"black-forest-labs/flux-2-pro/text-to-image"_s;
        job.prompt = u"深色背景上的無線耳機，柔和的側光，第 %1 款"_s.arg(i + 1);
        job.width = 256;
        job.height = 256;
        batch.jobs.append(job);
    }
    for (int i = 0; i < videos; ++i) {
        batch::Job job;
        job.type = batch::MediaType::Video;
        job.name = u"品牌開場 %1"_s.arg(i + 1);
        job.model = u"bytedance/seedance-v1.5-pro/text-to-video"_s;
        job.prompt = u"抽象幾何形狀組成標誌，光線軌跡，第 %1 版"_s.arg(i + 1);
        job.duration = 1;
        job.resolution = u"480p"_s;
        batch.jobs.append(job);
    }
    return batch;
}

QString writeBatchFile(const batch::Batch &batch, const QString &folder)
{
    const QString path = QDir(folder).filePath(u"quick.yaml"_s);
    const auto saved = config::saveBatchFile(batch, path);
    if (!saved)
        qFatal("%s", qPrintable(saved.error()));
    return path;
}

} // namespace support
