// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/recipefiles.h"
#include "support/hardship.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using media::RecipePlace;

namespace {

template <typename Number>
QByteArray bigEndian(Number value)
{
    QByteArray bytes(sizeof(Number), '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray box(const QByteArray &type, const QByteArray &content)
{
    return bigEndian<quint32>(quint32(content.size()) + 8) + type + content;
}

/// Boxes in boxes.
QByteArray nested(const QByteArray &type, int depth)
{
    QByteArray boxes;
    for (int i = depth; i > 0; --i)
        boxes += bigEndian<quint32>(quint32(i) * 8) + type;
    return boxes;
}

} // namespace

/// Files that lie, disks that are full, folders of others: an error in words, and no half file.
class TestRecipeFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cutOff_data();
    void cutOff();
    void damaged_data();
    void damaged();
    void lies_data();
    void lies();
    void aBomb();
    void manySmallBombs();
    void tooLong();
    void aDeepDocument();
    void aFullDisk_data();
    void aFullDisk();
    void aFolderOfOthers();
    void whatIsThereStays();
    void noFile();

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    void formats();
    /// Writes a recipe and reads one; no copy may be left but a whole one. Whether there is one.
    bool survives(const QByteArray &content);

    QTemporaryDir m_dir;
};

void TestRecipeFaults::initTestCase()
{
    QVERIFY(writePicture(path(u"plain.png"_s), "png"));
    QVERIFY(writePicture(path(u"plain.jpg"_s), "jpg"));
    QVERIFY(writePicture(path(u"plain.webp"_s), "webp", 80));
    QVERIFY(
        outputOf(u"ffmpeg"_s,
                 {u"-v"_s, u"error"_s, u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc=d=1:s=64x48:r=5"_s,
                  u"-movflags"_s, u"faststart"_s, path(u"plain.mp4"_s)})
            .isEmpty());
}

void TestRecipeFaults::formats()
{
    QTest::addColumn<QString>("file");
    for (const QString &ending : {u"png"_s, u"jpg"_s, u"webp"_s, u"mp4"_s})
        QTest::newRow(qPrintable(ending)) << path(u"plain."_s + ending);
}

bool TestRecipeFaults::survives(const QByteArray &content)
{
    const QString file = path(u"file"_s);
    const QString copy = path(u"copy"_s);
    if (!writeFile(file, content))
        qFatal("no room");
    const auto found = media::readRecipe(file);
    const auto place = media::writeRecipe(file, copy, recipeWith(u"月亮"_s));
    const bool there = QFile::exists(copy);
    if (!found || there != (place && *place == RecipePlace::InFile))
        qFatal("a copy and its answer disagree");
    if (!place && !place.error().contains(u"“file”"_s))
        qFatal("an error without its file");
    QFile::remove(copy);
    return there;
}

void TestRecipeFaults::cutOff_data()
{
    formats();
}

void TestRecipeFaults::cutOff()
{
    QFETCH(QString, file);
    const QByteArray content = contentOf(file);
    for (qsizetype length = 0; length < content.size() - 12; length += 1 + content.size() / 200)
        QVERIFY2(!survives(content.first(length)), qPrintable(QString::number(length)));
    QVERIFY(survives(content));
}

void TestRecipeFaults::damaged_data()
{
    formats();
}

void TestRecipeFaults::damaged()
{
    QFETCH(QString, file);
    // With a recipe in it, so that its reader meets the damage too.
    const QString carrying = path(u"carrying"_s);
    QFile::remove(carrying);
    QVERIFY(media::writeRecipe(file, carrying, recipeWith(u"月亮"_s.repeated(20))));
    const QByteArray whole = contentOf(carrying);
    QRandomGenerator random(5);
    for (int round = 0; round < 250; ++round) {
        QByteArray content = whole;
        const qsizetype among =
            round % 2 == 0 ? content.size() : qMin<qsizetype>(content.size(), 900);
        for (int i = 0; i < 4; ++i)
            content[random.bounded(among)] = char(random.bounded(256));
        survives(content);
    }
}

void TestRecipeFaults::lies_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray png = contentOf(path(u"plain.png"_s));
    for (const quint32 length : {0x7fffffffU, 0x80000000U, 0xfffffff4U, 0xffffffffU}) {
        QByteArray lie = png;
        QTest::addRow("PNG, %x", length) << lie.insert(33, bigEndian(length) + "iTXtprompt");
        lie = png;
        QTest::addRow("PNG, first chunk, %x", length) << lie.replace(8, 4, bigEndian(length));
    }
    QTest::newRow("PNG without a picture") << png.first(33) + png.last(12);
    const QByteArray jpg = contentOf(path(u"plain.jpg"_s));
    for (const uint length : {0U, 1U, 0xffffU}) {
        QByteArray lie = jpg;
        QTest::addRow("JPEG, %x", length) << lie.insert(2, "\xFF\xE1" + bigEndian(quint16(length)));
    }
    QByteArray webp = contentOf(path(u"plain.webp"_s));
    QTest::newRow("WebP, all") << QByteArray(webp).replace(4, 4, "\xff\xff\xff\xff");
    QTest::newRow("WebP, chunk") << QByteArray(webp).replace(16, 4, "\xff\xff\xff\xff");
    QTest::newRow("WebP, nothing") << "RIFF\4\0\0\0WEBP"_ba;
    QTest::newRow("WebP, unknown picture") << webp.replace(12, 4, "VP9 ");

    const QByteArray head = box("ftyp", "isom\0\0\2\0isom"_ba);
    const QByteArray media = box("mdat", "media");
    const QByteArray huge = bigEndian<quint32>(1) + "udta" + bigEndian<quint64>(~quint64(0));
    QTest::newRow("MP4, huge box") << head + box("moov", huge) + media;
    QTest::newRow("MP4, huge index")
        << head + media + bigEndian<quint32>(1) + "moov" + bigEndian<quint64>(quint64(1) << 63);
    QTest::newRow("MP4, box of one byte")
        << head + box("moov", bigEndian<quint32>(7) + "udta") + media;
    for (const char *type : {"trak", "udta", "meta"})
        QTest::addRow("MP4, deep %s", type) << head + box("moov", nested(type, 1'000'000)) + media;
    QTest::newRow("MP4, deep fragment")
        << head + box("moov", {}) + media + box("moof", nested("traf", 1'000'000));
    QTest::newRow("MP4, many boxes")
        << head + box("moov", box("free", {}).repeated(1'000'000)) + media;
    const QByteArray handler = box("hdlr", QByteArray(8, '\0') + "mdirappl" + QByteArray(9, '\0'));
    const auto list = [&](const QByteArray &items) {
        const QByteArray meta = box("meta", QByteArray(4, '\0') + handler + box("ilst", items));
        return head + box("moov", box("udta", meta)) + media;
    };
    QTest::newRow("MP4, item without a name") << list(box("----", box("data", "xx")));
    QTest::newRow("MP4, item without a text")
        << list(box("----", box("name", "\0\0\0\0rushes"_ba)));
    QTest::newRow("MP4, broken item") << list(box("----", bigEndian<quint32>(99) + "name"));
    QTest::newRow("MP4, meta without a handler")
        << head + box("moov", box("udta", box("meta", "\0\0"_ba))) + media;
}

void TestRecipeFaults::lies()
{
    QFETCH(QByteArray, content);
    QElapsedTimer time;
    time.start();
    QVERIFY(!survives(content));
    QVERIFY(time.elapsed() < 5000);
}

/// A hundred megabytes of text in a hundred kilobytes.
void TestRecipeFaults::aBomb()
{
    const QByteArray packed = qCompress(QByteArray(100 << 20, 'a'), 9).sliced(4);
    const QByteArray png = contentOf(path(u"plain.png"_s));
    for (const QByteArray &keyword :
         {"zTXtprompt\0\0"_ba, "iTXtprompt\0\1\0\0\0"_ba, "zTXtrushes\0\0"_ba}) {
        const QByteArray bomb =
            bigEndian(quint32(keyword.size() - 4 + packed.size())) + keyword + packed + "sum?";
        QVERIFY(writeFile(path(u"bomb.png"_s), png.first(33) + bomb + png.sliced(33)));
        QElapsedTimer time;
        time.start();
        QVERIFY(!media::readRecipe(path(u"bomb.png"_s)).value());
        QVERIFY(time.elapsed() < 1000);
    }
    // The same words in a length that a prompt may have are read.
    const QByteArray small = qCompress(QByteArray(1 << 20, 'a'), 9).sliced(4);
    const QByteArray text =
        bigEndian(quint32(8 + small.size())) + "zTXtprompt" + QByteArray(2, '\0') + small + "sum?";
    QVERIFY(writeFile(path(u"bomb.png"_s), png.first(33) + text + png.sliced(33)));
    QCOMPARE(media::readRecipe(path(u"bomb.png"_s)).value()->prompt.size(), 1 << 20);
}

/// Each of them is no longer than a recipe may be: four gigabytes in four megabytes.
void TestRecipeFaults::manySmallBombs()
{
    const QByteArray packed = qCompress(QByteArray((8 << 20) - 8, 'a'), 9).sliced(4);
    const QByteArray png = contentOf(path(u"plain.png"_s));
    for (const QByteArray &keyword : {"zTXtprompt\0\0"_ba, "iTXtparameters\0\1\0\0\0"_ba}) {
        const QByteArray bomb =
            bigEndian(quint32(keyword.size() - 4 + packed.size())) + keyword + packed + "sum?";
        QVERIFY(
            writeFile(path(u"bombs.png"_s), png.first(33) + bomb.repeated(500) + png.sliced(33)));
        QElapsedTimer time;
        time.start();
        const qint64 before = peakMegabytes();
        const auto found = media::readRecipe(path(u"bombs.png"_s)).value();
        QVERIFY(found && found->prompt.size() == (8 << 20) - 8);
        QVERIFY(time.elapsed() < 2000);
        QVERIFY2(peakMegabytes() - before < 150, qPrintable(QString::number(peakMegabytes())));
    }
}

/// Nothing would read it again: it is said, and nothing is written.
void TestRecipeFaults::tooLong()
{
    const media::Recipe recipe = recipeWith(u"月亮"_s.repeated(2 << 20));
    for (const QString &ending : {u"png"_s, u"jpg"_s, u"webp"_s, u"mp4"_s}) {
        const QString file = path(u"plain."_s + ending);
        const auto place = media::writeRecipe(file, path(u"copy"_s), recipe);
        QVERIFY(!place && place.error().contains(u"8 MB"_s));
        QVERIFY(!QFile::exists(path(u"copy"_s)));
        const auto beside = media::writeSidecar(file, recipe);
        QVERIFY(!beside && beside.error().contains(u"8 MB"_s));
        QVERIFY(!QFile::exists(media::sidecarPath(file)));
    }
}

void TestRecipeFaults::aDeepDocument()
{
    const QString gif = path(u"deep.gif"_s);
    QVERIFY(writeFile(gif, "GIF89a\1\0\1\0\0\0\0;"_ba));
    for (const QByteArray &json :
         {"["_ba.repeated(1'000'000), "{\"rushes\": 1, \"job\": "_ba.repeated(100'000),
          "{\"rushes\": 1, \"job\": "_ba, "{\"rushes\": \"1\", \"job\": {\"prompt\": 3}}"_ba,
          "\xff\xfe{"_ba}) {
        QVERIFY(writeFile(media::sidecarPath(gif), json));
        QVERIFY(!media::readRecipe(gif).value());
    }
    QVERIFY(writeFile(media::sidecarPath(gif), "{\"rushes\": 2, \"job\": {\"prompt\": 3}}"));
    const auto odd = media::readRecipe(gif).value();
    QVERIFY(odd && odd->prompt.isEmpty() && odd->job());
}

void TestRecipeFaults::aFullDisk_data()
{
    formats();
}

void TestRecipeFaults::aFullDisk()
{
    QFETCH(QString, file);
    const QByteArray content = contentOf(file);
    for (const qint64 room : {qint64(0), qint64(content.size()) / 2, qint64(content.size())}) {
        const FileSizeLimit limit(static_cast<rlim_t>(room));
        const auto place = media::writeRecipe(file, path(u"copy"_s), recipeWith(u"x"_s));
        QVERIFY(!place);
        QVERIFY2(place.error().contains(QFileInfo(file).fileName()), qPrintable(place.error()));
        QVERIFY(!QFile::exists(path(u"copy"_s)));
        QVERIFY(!media::writeSidecar(file, recipeWith(u"x"_s)) || room > 0);
    }
    QFile::remove(media::sidecarPath(file));
    QCOMPARE(contentOf(file), content);
}

void TestRecipeFaults::aFolderOfOthers()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"cat.png"_s);
    QVERIFY(QFile::copy(path(u"plain.png"_s), file));
    constexpr auto readable = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup
        | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(folder.path(), readable));
    {
        const Unprivileged nobody;
        QVERIFY(!media::writeRecipe(file, folder.filePath(u"copy"_s), recipeWith(u"x"_s)));
        QVERIFY(!media::writeSidecar(file, recipeWith(u"x"_s)));
    }
    QVERIFY(QFile::setPermissions(folder.path(), readable | QFile::WriteOwner));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"cat.png"_s});
    // One that may not even be read.
    QVERIFY(QFile::setPermissions(file, QFile::WriteOwner));
    const Unprivileged nobody;
    const auto read = media::readRecipe(file);
    QVERIFY(!read && read.error().contains(u"cat.png"_s));
}

void TestRecipeFaults::whatIsThereStays()
{
    const QString there = path(u"there"_s);
    QVERIFY(writeFile(there, "somebody's"));
    QVERIFY(!media::writeRecipe(path(u"plain.png"_s), there, recipeWith(u"x"_s)));
    QCOMPARE(contentOf(there), "somebody's"_ba);
}

void TestRecipeFaults::noFile()
{
    QVERIFY(media::readRecipe(path(u"gone.png"_s)).error().contains(u"gone.png"_s));
    QVERIFY(!media::readRecipe(m_dir.path()));
    QVERIFY(!media::writeRecipe(path(u"gone.png"_s), path(u"copy"_s), recipeWith(u"x"_s)));
    QVERIFY(writeFile(path(u"notes.txt"_s), "some words"));
    QVERIFY(!media::readRecipe(path(u"notes.txt"_s)).value());
    QVERIFY(writeFile(path(u"empty.png"_s), {}));
    QVERIFY(!media::readRecipe(path(u"empty.png"_s)).value());
}

QTEST_GUILESS_MAIN(TestRecipeFaults)
#include "test_recipefaults.moc"
