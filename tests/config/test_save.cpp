// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchtext.h"

#include <QDir>
#include <QTemporaryDir>

#include <csignal>
#include <memory>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using batchtext::read;

class TestSave : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void savesAndReadsBack();
    void idsStay();
    void linksAndPermissionsAreKept();
    void refusesWhereJobsWouldBeLost();
    void refusesWhatCanNotBeReadBack();
    void fullDiskKeepsTheOldFile();
    void unwritableFolderKeepsTheOldFile();
    void unreadableFile();
    void badPaths_data();
    void badPaths();

private:
    QByteArray content(const QString &name) const;
    void put(const QString &name, const QByteArray &text) const;
    QStringList files() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

namespace {

/// Everybody may read a folder.
constexpr QFile::Permissions readable = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup
    | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;

/// Without the privileges of root, who may write everywhere.
class Unprivileged
{
public:
    Unprivileged() { m_dropped = geteuid() == 0 && setresuid(nobody, nobody, 0) == 0; }
    ~Unprivileged()
    {
        if (m_dropped && setresuid(0, 0, 0) != 0)
            qFatal("can't become root again");
    }
    Q_DISABLE_COPY_MOVE(Unprivileged)

private:
    static constexpr uid_t nobody = 65534;
    bool m_dropped = false;
};

/// While it lives, this process can't write files larger than some bytes, as on a full disk.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_old);
        const rlimit limit{bytes, m_old.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_old);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_old{};
    void (*m_handler)(int) = nullptr;
};

} // namespace

void TestSave::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(u"weekly.yaml"_s);
    put(u"weekly.yaml"_s, batchtext::example(u"weekly.yaml"_s));
}

QByteArray TestSave::content(const QString &name) const
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no such file)");
}

void TestSave::put(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("can't write %s", qPrintable(name));
}

QStringList TestSave::files() const
{
    return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

void TestSave::savesAndReadsBack()
{
    const auto file = config::readBatchFile(m_path);
    QVERIFY(file.has_value());
    batch::Batch batch = file->batch;
    batch.jobs[0].width = 512;
    const auto saved = config::saveBatchFile(batch, m_path, &*file);
    QVERIFY(saved.has_value());
    QCOMPARE(saved->batch, batch);
    QCOMPARE(saved->path, m_path);
    QCOMPARE(saved->text, content(u"weekly.yaml"_s));
    QCOMPARE(saved->text, QByteArray(file->text).replace("width: 2048", "width: 512"));

    const auto asJson = config::saveBatchFile(batch, m_folder->filePath(u"copy.json"_s), &*saved);
    QVERIFY(asJson.has_value());
    QCOMPARE(asJson->format, config::Format::Json);
    QCOMPARE(files(), QStringList({u"copy.json"_s, u"weekly.yaml"_s}));
}

void TestSave::idsStay()
{
    const auto read = config::readBatchFile(m_path);
    QVERIFY(read.has_value());
    config::BatchFile file = *read;
    batch::Batch batch = file.batch;
    // Each save is the next one's origin.
    for (int width = 1; width < 4; ++width) {
        batch.jobs[0].width = width;
        batch.jobs.move(0, 1);
        const auto saved = config::saveBatchFile(batch, m_path, &file);
        QVERIFY(saved.has_value());
        QCOMPARE(saved->batch, batch);
        QVERIFY(saved->text.startsWith("# 每週內容"));
        file = *saved;
    }
}

void TestSave::linksAndPermissionsAreKept()
{
    QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner));
    const QString link = m_folder->filePath(u"link.yaml"_s);
    QVERIFY(QFile::link(u"weekly.yaml"_s, link));
    const auto file = config::readBatchFile(link);
    QVERIFY(file.has_value());
    batch::Batch batch = file->batch;
    batch.jobs.removeLast();
    QVERIFY(config::saveBatchFile(batch, link, &*file).has_value());

    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(read(content(u"weekly.yaml"_s)).batch.jobs.size(), 2);
    const auto forOthers =
        QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(m_path) & forOthers));
}

void TestSave::refusesWhereJobsWouldBeLost()
{
    put(u"weekly.yaml"_s, content(u"weekly.yaml"_s).replace("duration: 10", "duration: ten"));
    const QByteArray before = content(u"weekly.yaml"_s);
    const auto file = config::readBatchFile(m_path);
    QVERIFY(file.has_value());
    const auto saved = config::saveBatchFile(file->batch, m_path, &*file);
    QVERIFY(!saved.has_value());
    QVERIFY2(saved.error().contains(u"line 24"_s), qPrintable(saved.error()));
    QCOMPARE(content(u"weekly.yaml"_s), before);
}

void TestSave::refusesWhatCanNotBeReadBack()
{
    const auto file = config::readBatchFile(m_path);
    QVERIFY(file.has_value());
    batch::Batch batch = file->batch;
    batch.settings.maxWorkers = 0;
    const auto saved = config::saveBatchFile(batch, m_path, &*file);
    QVERIFY(!saved.has_value());
    QVERIFY2(saved.error().contains(u"max_workers: Expected"_s), qPrintable(saved.error()));
    QCOMPARE(content(u"weekly.yaml"_s), file->text);
}

void TestSave::fullDiskKeepsTheOldFile()
{
    const auto file = config::readBatchFile(m_path);
    QVERIFY(file.has_value());
    batch::Batch batch = file->batch;
    batch.jobs[0].prompt = u"圖"_s.repeated(100'000);
    {
        const FileSizeLimit limit(4096);
        const auto saved = config::saveBatchFile(batch, m_path, &*file);
        QVERIFY(!saved.has_value());
        QVERIFY(saved.error().contains(u"can't be written"_s));
    }
    QCOMPARE(content(u"weekly.yaml"_s), file->text);
    QCOMPARE(files(), QStringList(u"weekly.yaml"_s)); // nothing half written is left
    QVERIFY(config::saveBatchFile(batch, m_path, &*file).has_value());
}

void TestSave::unwritableFolderKeepsTheOldFile()
{
    const auto file = config::readBatchFile(m_path);
    QVERIFY(file.has_value());
    batch::Batch batch = file->batch;
    batch.jobs.removeFirst();
    QVERIFY(QFile::setPermissions(m_folder->path(), readable));
    {
        const Unprivileged person;
        const auto saved = config::saveBatchFile(batch, m_path, &*file);
        QVERIFY(!saved.has_value());
        QVERIFY2(saved.error().contains(u"permissions"_s), qPrintable(saved.error()));
    }
    QVERIFY(QFile::setPermissions(m_folder->path(), readable | QFile::WriteOwner));
    QCOMPARE(content(u"weekly.yaml"_s), file->text);
}

void TestSave::unreadableFile()
{
    QVERIFY(QFile::setPermissions(m_folder->path(), readable | QFile::WriteOwner));
    QVERIFY(QFile::setPermissions(m_path, QFile::WriteOwner));
    const Unprivileged person;
    const auto file = config::readBatchFile(m_path);
    QVERIFY(!file.has_value());
    QVERIFY2(file.error().first().message.contains(u"permissions"_s),
             qPrintable(file.error().first().message));
}

void TestSave::badPaths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("contains");
    QTest::newRow("folder") << u"."_s << u"folder"_s;
    QTest::newRow("no such folder") << u"none/weekly.yaml"_s << u"There is no folder"_s;
    QTest::newRow("file as a folder") << u"weekly.yaml/x.yaml"_s << u"There is no folder"_s;
}

void TestSave::badPaths()
{
    QFETCH(QString, path);
    QFETCH(QString, contains);
    const auto saved = config::saveBatchFile({}, m_folder->filePath(path));
    QVERIFY(!saved.has_value());
    QVERIFY2(saved.error().contains(contains), qPrintable(saved.error()));
    QVERIFY(!config::saveBatchFile({}, QString()).has_value());
}

QTEST_GUILESS_MAIN(TestSave)
#include "test_save.moc"
