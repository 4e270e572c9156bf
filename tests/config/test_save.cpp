// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchtext.h"
#include "support/hardship.h"

#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using batchtext::read;

class TestSave : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void savesAndReadsBack();
    void idsStay();
    void idsStayWhereEntriesMakeManyJobsOrNone();
    void writesOverNothingThatOthersWrote();
    void linksAndPermissionsAreKept();
    void refusesWhereJobsWouldBeLost();
    void refusesWhatCanNotBeReadBack();
    void refusesWhatCanNotBeFollowed();
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

void TestSave::idsStayWhereEntriesMakeManyJobsOrNone()
{
    put(u"shots.yaml"_s, "jobs:\n  - {name: still, type: image, model: m, prompt: p}\n");
    put(u"weekly.yaml"_s,
        "include: shots.yaml\n"
        "vars: {colour: red}\n"
        "jobs:\n"
        "  - {name: broken, type: image, model: m, prompt: 'a {color}'}\n"
        "  - name: many\n"
        "    type: image\n"
        "    model: m\n"
        "    prompt: a {size} one\n"
        "    matrix: {size: [large, small]}\n"
        "  - {name: last, type: image, model: m, prompt: p}\n");
    const auto read = config::readBatchFile(m_path);
    QVERIFY(read.has_value());
    QCOMPARE(read->expansionErrors.size(), 1);
    config::BatchFile file = *read;
    batch::BatchSource source = file.source;
    for (int width = 1; width < 4; ++width) {
        source.jobs[1].job.width = width;
        source.jobs.move(0, 2);
        const auto saved = config::saveBatchFile(source, m_path, &file);
        QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error()));
        QCOMPARE(saved->source, source);
        QCOMPARE(saved->expansionErrors.size(), 1);
        QCOMPARE(saved->batch.jobs.size(), 4);
        QCOMPARE(saved->batch.jobs[0], read->batch.jobs[0]); // the included one
        for (qsizetype i = 1; i < 4; ++i)
            QVERIFY(saved->batch.jobs[i].name != u"broken");
        const auto last = std::ranges::find(saved->batch.jobs, u"last"_s, &batch::Job::name);
        QVERIFY(last != saved->batch.jobs.end());
        QCOMPARE(last->id, read->batch.jobs.last().id);
        const qsizetype place = last - saved->batch.jobs.begin();
        const auto entry = std::ranges::find(source.jobs, last->id, &batch::JobSource::id);
        QCOMPARE(saved->jobLines[place], saved->entryLines[entry - source.jobs.begin()]);
        file = *saved;
    }
}

void TestSave::writesOverNothingThatOthersWrote()
{
    const auto file = config::readBatchFile(m_path);
    QVERIFY(file.has_value());
    batch::BatchSource source = file->source;
    source.settings.maxWorkers = 7;
    const auto save = [&](const QString &name, const QByteArray &over) {
        return config::saveBatchFile(source, m_folder->filePath(name), &*file, config::Layout::Kept,
                                     over);
    };
    QVERIFY(save(u"new.yaml"_s, {}).has_value());
    const auto taken = save(u"new.yaml"_s, {});
    QVERIFY(!taken.has_value());
    QVERIFY2(taken.error().contains(u"a file of this name by now"_s), qPrintable(taken.error()));

    const QByteArray theirs = file->text + "# theirs\n";
    put(u"weekly.yaml"_s, theirs);
    const auto changed = save(u"weekly.yaml"_s, file->text);
    QVERIFY(!changed.has_value());
    QVERIFY2(changed.error().contains(u"Another program"_s), qPrintable(changed.error()));
    QCOMPARE(content(u"weekly.yaml"_s), theirs);

    put(u"weekly.yaml"_s, file->text);
    QVERIFY(save(u"weekly.yaml"_s, file->text).has_value());
    QVERIFY(QFile::remove(m_path));
    QVERIFY(save(u"weekly.yaml"_s, file->text).has_value()); // what is here is the only copy
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
    // Of an entry it is said where it stands, whatever stands above it by then.
    batch::BatchSource source = file->source;
    source.jobs.last().saysType = false;
    source.jobs.removeFirst();
    const auto typeless = config::saveBatchFile(source, m_path, &*file);
    QVERIFY(!typeless.has_value());
    QVERIFY2(typeless.error().contains(u"see line %1. jobs["_s.arg(file->entryLines.constLast())),
             qPrintable(typeless.error()));
    QCOMPARE(content(u"weekly.yaml"_s), file->text);
}

void TestSave::refusesWhatCanNotBeFollowed()
{
    // A key over several lines is nothing that is edited here.
    put(u"weekly.yaml"_s,
        "# Ours.\n"
        "jobs:\n"
        "  - name: a\n"
        "    type: image\n"
        "    model: m\n"
        "    prompt: p # well\n"
        "    params:\n"
        "      ? |-\n"
        "        seed\n"
        "      : 1\n");
    const auto file = config::readBatchFile(m_path);
    QVERIFY(file.has_value());
    batch::BatchSource source = file->source;
    source.jobs[0].job.params = {{u"seed"_s, 2}};
    const auto saved = config::saveBatchFile(source, m_path, &*file);
    QVERIFY(!saved.has_value());
    QVERIFY2(saved.error().startsWith(u"The layout of line 8 can't be followed"_s),
             qPrintable(saved.error()));
    QVERIFY(saved.error().contains(u"Nothing was written"_s));
    QVERIFY(config::needsCleanText(source, *file));
    QCOMPARE(content(u"weekly.yaml"_s), file->text);
    QCOMPARE(files(), QStringList(u"weekly.yaml"_s));

    const auto clean = config::saveBatchFile(source, m_path, &*file, config::Layout::Clean);
    QVERIFY(clean.has_value());
    QVERIFY(batch::sameContent(clean->source, source));
    QVERIFY(clean->text.startsWith("# Ours.\n"));
    // What no layout could say is not the layout's fault.
    source.settings.maxWorkers = 0;
    QVERIFY(!config::needsCleanText(source, *file));
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
