// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/studio/studio.h"

#include "sandbox/studio/clip.h"
#include "sandbox/studio/picture.h"

#include <QCoreApplication>
#include <QDir>
#include <QImageWriter>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

tl::expected<void, QString> writePicture(const Order &order, const QString &path)
{
    QImageWriter writer(path, "png");
    // Speed before size: nobody keeps these files for long.
    writer.setCompression(12);
    if (!writer.write(drawPicture(order)))
        return tl::unexpected(writer.errorString());
    return {};
}

} // namespace

Studio::Studio(QObject *parent)
    : QObject(parent)
    , m_folder(QDir::tempPath() + "/rushes-sandbox-XXXXXX"_L1)
{
    m_pool.setMaxThreadCount(2);
}

Studio::~Studio()
{
    m_stop = true;
    m_pool.clear();
    m_pool.waitForDone();
}

tl::expected<void, QString> Studio::check() const
{
    if (m_folder.isValid())
        return {};
    return tl::unexpected(
        QCoreApplication::translate("sandbox::Studio",
                                    "The sandbox can't make a folder for its files: %1.")
            .arg(m_folder.errorString()));
}

void Studio::make(const Order &order)
{
    if (isDone(order.digest) || isUnderWay(order.digest))
        return;
    m_underWay.insert(order.digest);
    m_pool.start([this, order] {
        const bool isVideo = order.type == batch::MediaType::Video;
        const QString path = m_folder.filePath(QString::fromLatin1(order.digest)
                                               + (isVideo ? ".mp4"_L1 : ".png"_L1));
        const auto made = isVideo ? encodeClip(order, path, m_stop) : writePicture(order, path);
        tl::expected<Work, QString> work =
            Work{path, isVideo ? "video/mp4" : "image/png", '"' + order.digest + '"'};
        if (!made)
            work = tl::unexpected(made.error());
        QMetaObject::invokeMethod(
            this,
            [this, digest = order.digest, work] {
                m_underWay.remove(digest);
                m_works.insert(digest, work);
                emit done(digest);
            },
            Qt::QueuedConnection);
    });
}

} // namespace sandbox
