// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/files/filewatch.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::FileWatch;

/// Files that other programs write to, in the ways in which programs do that.
class TestFileWatch : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<FileWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_told;

    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    void renameOver(const QByteArray &text) const
    {
        QSaveFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        QVERIFY(file.commit());
    }
    bool isTold()
    {
        const bool told = !m_told->isEmpty() || m_told->wait();
        m_told->clear();
        return told;
    }

private slots:
    void init()
    {
        m_watch.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"batch.yaml"_s);
        write(m_path, "a");
        m_watch = std::make_unique<FileWatch>();
        m_told = std::make_unique<QSignalSpy>(m_watch.get(), &FileWatch::maybeChanged);
        m_watch->watch({m_path});
        // What was written before the system was asked is not missed.
        QVERIFY(isTold());
    }

    void cleanupTestCase() { m_watch.reset(); }

    void whatIsWrittenOver()
    {
        write(m_path, "b");
        QVERIFY(isTold());
        write(m_path, "c");
        QVERIFY(isTold());
    }

    void whatIsRenamedOver()
    {
        renameOver("b");
        QVERIFY(isTold());
        // The new file is watched like the old one.
        write(m_path, "c");
        QVERIFY(isTold());
    }

    void whatIsGoneAndComesBack()
    {
        QVERIFY(QFile::remove(m_path));
        QVERIFY(isTold());
        write(m_path, "b");
        QVERIFY(isTold());
        write(m_path, "c");
        QVERIFY(isTold());
    }

    void aBurstIsNotToldPieceByPiece()
    {
        for (int i = 0; i < 50; ++i)
            write(m_path, QByteArray::number(i));
        QVERIFY(m_told->wait());
        write(m_path, "b");
        QVERIFY(m_told->wait());
        // Two, but on a machine that is busy with other things.
        QVERIFY2(m_told->size() < 10, qPrintable(QString::number(m_told->size())));
    }

    void othersAreWatchedNoMore()
    {
        QVERIFY(QDir(m_folder->path()).mkdir(u"other"_s));
        QVERIFY(isTold());
        const QString other = m_folder->filePath(u"other/batch.yaml"_s);
        write(other, "a");
        m_watch->watch({other});
        QVERIFY(isTold());
        write(other, "b");
        QVERIFY(isTold());
        QSignalSpy told(m_watch.get(), &FileWatch::maybeChanged);
        write(m_path, "b");
        // Told in turn: what comes later here has come for both.
        write(other, "c");
        QVERIFY(told.wait());
        QCOMPARE(told.size(), 1);
    }

    /// A folder that isn't there, as on a drive that is away.
    void aFileThatNeverWas()
    {
        m_watch->watch({u"/nowhere/at/all/batch.yaml"_s});
        m_watch->watch({m_path});
        write(m_path, "b");
        QVERIFY(isTold());
    }

    void itGoesAtAnyTime()
    {
        for (int i = 0; i < 20; ++i) {
            FileWatch watch;
            watch.watch({m_path});
            write(m_path, QByteArray::number(i));
        }
        QCoreApplication::processEvents();
    }
};

QTEST_MAIN(TestFileWatch)
#include "test_filewatch.moc"
