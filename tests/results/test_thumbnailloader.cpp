// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/gallery/thumbnailloader.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize box(100, 75);

} // namespace

/// Thumbnails come off the window's thread, stay within their memory, and are never stale.
class TestThumbnailLoader : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(m_dir->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
            ? file.fileName()
            : QString();
    }

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void readsARealImage();
    void worksElsewhere();
    void asksOnce();
    void keepsWithinItsMemory();
    void dropsOldWishes();
    void noticesAnotherFile();
    void leavesAnUnchangedFileAlone();
    void dropsWhatChangedWhileItWasRead();
    void noticesAMissingFile();
    void leavesQuietly();
};

void TestThumbnailLoader::readsARealImage()
{
    QImage image(400, 300, QImage::Format_RGB32);
    image.fill(Qt::blue);
    const QString path = m_dir->filePath(u"a.png"_s);
    QVERIFY(image.save(path));
    ui::ThumbnailLoader loader;
    QSignalSpy loaded(&loader, &ui::ThumbnailLoader::loaded);
    QVERIFY(!loader.find(path, box));
    QVERIFY(loaded.wait());
    const ui::Thumbnail *thumbnail = loader.find(path, box);
    QVERIFY(thumbnail);
    QCOMPARE(thumbnail->image.size(), QSize(100, 75));
    QCOMPARE(thumbnail->image.pixelColor(50, 40), QColor(Qt::blue));
    QVERIFY(!thumbnail->missing);

    // Another density is another picture.
    QVERIFY(!loader.find(path, box * 2));
    QVERIFY(loaded.wait());
    QCOMPARE(loader.find(path, box * 2)->image.size(), QSize(200, 150));
}

void TestThumbnailLoader::worksElsewhere()
{
    std::atomic<QThread *> worker = nullptr;
    ui::ThumbnailLoader loader(
        [&worker](const QString &, QSize size) {
            worker = QThread::currentThread();
            return ui::Thumbnail{QImage(size, QImage::Format_RGB32)};
        },
        1 << 20);
    QSignalSpy loaded(&loader, &ui::ThumbnailLoader::loaded);
    loader.find(write(u"a"_s, "a"), box);
    QVERIFY(loaded.wait());
    QVERIFY(worker.load() && worker.load() != QThread::currentThread());
}

void TestThumbnailLoader::asksOnce()
{
    std::atomic<int> calls = 0;
    ui::ThumbnailLoader loader(
        [&calls](const QString &, QSize size) {
            ++calls;
            return ui::Thumbnail{QImage(size, QImage::Format_RGB32)};
        },
        1 << 20);
    QSignalSpy loaded(&loader, &ui::ThumbnailLoader::loaded);
    const QString path = write(u"a"_s, "a");
    for (int i = 0; i < 10; ++i)
        loader.find(path, box);
    QVERIFY(loaded.wait());
    for (int i = 0; i < 10; ++i)
        QVERIFY(loader.find(path, box));
    QCOMPARE(loader.pendingCount(), 0);
    QCOMPARE(calls.load(), 1);
}

void TestThumbnailLoader::keepsWithinItsMemory()
{
    const qsizetype one = box.width() * box.height() * 4;
    ui::ThumbnailLoader loader(
        [](const QString &, QSize size) {
            return ui::Thumbnail{QImage(size, QImage::Format_RGB32)};
        },
        one * 4);
    QSignalSpy loaded(&loader, &ui::ThumbnailLoader::loaded);
    QStringList paths;
    for (int i = 0; i < 12; ++i) {
        paths += write(QString::number(i), "x");
        loader.find(paths.last(), box);
        QTRY_COMPARE(loaded.count(), i + 1);
        QVERIFY(loader.cachedBytes() <= one * 4);
    }
    QVERIFY(loader.find(paths.last(), box));
    QVERIFY(!loader.find(paths.first(), box));
}

void TestThumbnailLoader::dropsOldWishes()
{
    QSemaphore gate;
    std::atomic<int> calls = 0;
    {
        ui::ThumbnailLoader loader(
            [&](const QString &, QSize size) {
                ++calls;
                gate.acquire();
                return ui::Thumbnail{QImage(size, QImage::Format_RGB32)};
            },
            1 << 24);
        QSignalSpy loaded(&loader, &ui::ThumbnailLoader::loaded);
        for (int i = 0; i < 500; ++i)
            loader.find(write(QString::number(i), "x"), box);
        QVERIFY(loader.pendingCount() <= ui::ThumbnailLoader::maxPending);
        gate.release(500);
        QTRY_COMPARE(loader.pendingCount(), 0);
        // The newest wish was heard, the oldest that waited was not.
        QTRY_VERIFY(loader.find(m_dir->filePath(u"499"_s), box));
        QVERIFY(!loader.find(m_dir->filePath(u"100"_s), box));
    }
    QVERIFY2(calls <= ui::ThumbnailLoader::maxPending + 10, qPrintable(QString::number(calls)));
}

void TestThumbnailLoader::noticesAnotherFile()
{
    ui::ThumbnailLoader loader(
        [](const QString &path, QSize) {
            QFile file(path);
            const int side = file.open(QIODevice::ReadOnly) ? static_cast<int>(file.size()) : 1;
            return ui::Thumbnail{QImage(side, side, QImage::Format_RGB32)};
        },
        1 << 20);
    QSignalSpy loaded(&loader, &ui::ThumbnailLoader::loaded);
    const QString path = write(u"a"_s, "12345");
    loader.find(path, box);
    QVERIFY(loaded.wait());
    QCOMPARE(loader.find(path, box)->image.width(), 5);

    write(u"a"_s, "1234567");
    loader.recheck(path);
    // The old picture stands until the new one is there.
    QCOMPARE(loader.find(path, box)->image.width(), 5);
    QVERIFY(loaded.wait());
    QCOMPARE(loader.find(path, box)->image.width(), 7);
}

void TestThumbnailLoader::leavesAnUnchangedFileAlone()
{
    std::atomic<int> calls = 0;
    ui::ThumbnailLoader loader(
        [&calls](const QString &, QSize size) {
            ++calls;
            return ui::Thumbnail{QImage(size, QImage::Format_RGB32)};
        },
        1 << 20);
    QSignalSpy loaded(&loader, &ui::ThumbnailLoader::loaded);
    const QString path = write(u"a"_s, "a");
    const QString other = write(u"b"_s, "b");
    loader.find(path, box);
    QVERIFY(loaded.wait());
    loader.recheckAll();
    QVERIFY(loader.find(path, box));
    // What was asked for later is done later: when it is there, so is the look at the first.
    loader.find(other, box);
    QTRY_VERIFY(loader.find(other, box));
    QTRY_COMPARE(loader.pendingCount(), 0);
    QCOMPARE(calls.load(), 2);
}

void TestThumbnailLoader::dropsWhatChangedWhileItWasRead()
{
    QSemaphore started;
    QSemaphore gate;
    std::atomic<int> side = 10;
    ui::ThumbnailLoader loader(
        [&](const QString &, QSize) {
            const int now = side;
            started.release();
            gate.acquire();
            return ui::Thumbnail{QImage(now, now, QImage::Format_RGB32)};
        },
        1 << 20);
    QSignalSpy loaded(&loader, &ui::ThumbnailLoader::loaded);
    const QString path = write(u"a"_s, "a");
    loader.find(path, box);
    started.acquire();
    side = 20;
    loader.recheck(path);
    gate.release(2);
    QVERIFY(loaded.wait());
    QCOMPARE(loader.find(path, box)->image.width(), 20);
    QCOMPARE(loaded.count(), 1);
}

void TestThumbnailLoader::noticesAMissingFile()
{
    ui::ThumbnailLoader loader;
    QSignalSpy loaded(&loader, &ui::ThumbnailLoader::loaded);
    const QString path = write(u"a.txt"_s, "no picture");
    loader.find(path, box);
    QVERIFY(loaded.wait());
    QVERIFY(loader.find(path, box)->image.isNull());
    QVERIFY(!loader.find(path, box)->missing);

    QVERIFY(QFile::remove(path));
    loader.recheck(path);
    loader.find(path, box);
    QVERIFY(loaded.wait());
    QVERIFY(loader.find(path, box)->missing);
}

void TestThumbnailLoader::leavesQuietly()
{
    QSemaphore started;
    QSemaphore gate;
    auto loader = std::make_unique<ui::ThumbnailLoader>(
        [&](const QString &, QSize size) {
            started.release();
            gate.acquire();
            return ui::Thumbnail{QImage(size, QImage::Format_RGB32)};
        },
        1 << 20);
    loader->find(write(u"a"_s, "a"), box);
    started.acquire();
    gate.release(10);
    loader.reset();
    QCoreApplication::processEvents();
}

QTEST_GUILESS_MAIN(TestThumbnailLoader)
#include "test_thumbnailloader.moc"
