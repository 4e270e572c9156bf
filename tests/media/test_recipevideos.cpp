// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/picture.h"
#include "media/recipefiles.h"
#include "support/testclip.h"

#include <QFileInfo>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using media::Recipe;
using media::RecipePlace;

namespace {

quint32 number(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

template <typename Number>
QByteArray bigEndian(Number value)
{
    QByteArray bytes(sizeof(Number), '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// A box with a head of 16 bytes, which tells lengths of more than 4 GB.
QByteArray largeBox(const QByteArray &type, const QByteArray &content)
{
    return bigEndian<quint32>(1) + type + bigEndian<quint64>(quint64(content.size()) + 16)
        + content;
}

QByteArray box(const QByteArray &type, const QByteArray &content)
{
    return bigEndian<quint32>(quint32(content.size()) + 8) + type + content;
}

/// The boxes with places in 64 bits (co64) where they were in 32, each moved by some bytes.
QByteArray widened(QByteArrayView boxes, qint64 shift)
{
    static const QList<QByteArray> parents{"moov", "trak", "mdia", "minf", "stbl"};
    QByteArray result;
    for (qsizetype at = 0; at < boxes.size(); at += number(boxes, at)) {
        const QByteArrayView whole = boxes.sliced(at, number(boxes, at));
        const QByteArray type = whole.sliced(4, 4).toByteArray();
        QByteArray content = whole.sliced(8).toByteArray();
        if (parents.contains(type)) {
            result += box(type, widened(content, shift));
        } else if (type == "stco") {
            QByteArray places = content.first(8);
            for (qsizetype entry = 8; entry < content.size(); entry += 4)
                places += bigEndian<quint64>(quint64(number(content, entry) + shift));
            result += box("co64", places);
        } else {
            result += whole.toByteArray();
        }
    }
    return result;
}

/// Where a box of the outermost level begins.
qsizetype placeOf(const QByteArray &file, const QByteArray &type)
{
    for (qsizetype at = 0; at + 8 <= file.size() && number(file, at) >= 8; at += number(file, at)) {
        if (file.sliced(at + 4, 4) == type)
            return at;
    }
    return -1;
}

/// A file with its index first and with numbers of 64 bits wherever there is a choice.
QByteArray wide(const QByteArray &file)
{
    const qsizetype at = placeOf(file, "moov");
    const qsizetype end = at + number(file, at);
    const QByteArray index = file.sliced(at, end - at);
    const auto large = [&index](qint64 shift) {
        return largeBox("moov", widened(index, shift).sliced(8));
    };
    const QByteArray data = file.sliced(end);
    const qsizetype media = placeOf(data, "mdat");
    const qint64 shift = large(0).size() - index.size() + 8;
    return file.first(at) + large(shift) + data.first(media)
        + largeBox("mdat", data.sliced(media + 8, number(data, media) - 8));
}

} // namespace

/// Recipes in videos, however they are built.
class TestRecipeVideos : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void carries_data();
    void carries();
    void aLargeFile();
    void prompts_data();
    void prompts();
    void keepsWhatOthersWrote_data();
    void keepsWhatOthersWrote();
    void staysUntouched_data();
    void staysUntouched();

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    /// The clip built in another way, with its packets as they are.
    QString remuxed(const QString &name, const QStringList &options);
    QByteArray faststart() { return contentOf(remuxed(u"first.mp4"_s, {m_flags, u"faststart"_s})); }

    QTemporaryDir m_dir;
    const QString m_flags = u"-movflags"_s;
};

QString TestRecipeVideos::remuxed(const QString &name, const QStringList &options)
{
    const QString file = path(name);
    outputOf(u"ffmpeg"_s,
             QStringList{u"-v"_s, u"error"_s, u"-y"_s, u"-i"_s, path(u"clip.mp4"_s), u"-map"_s,
                         u"0"_s, u"-c"_s, u"copy"_s}
                 + options + QStringList{file});
    return file;
}

void TestRecipeVideos::initTestCase()
{
    QVERIFY((TestClip{.duration = 2, .sound = true}).write(path(u"clip.mp4"_s)));
}

void TestRecipeVideos::carries_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("prompt");
    const QString prompt = u"月亮上的貓\n🌕 <&> \"third\""_s;
    QTest::newRow("index last") << path(u"clip.mp4"_s) << prompt;
    QTest::newRow("index first") << remuxed(u"first.mp4"_s, {m_flags, u"faststart"_s}) << prompt;
    QTest::newRow("fragments") << remuxed(u"frag.mp4"_s, {m_flags, u"frag_keyframe+empty_moov"_s})
                               << prompt;
    QTest::newRow("fragments of relative places")
        << remuxed(u"base.mp4"_s, {m_flags, u"frag_keyframe+empty_moov+default_base_moof"_s})
        << prompt;
    QTest::newRow("fragments with an index")
        << remuxed(u"dash.mp4"_s, {m_flags, u"frag_keyframe+dash+global_sidx"_s}) << prompt;
    QTest::newRow("fragments behind a part")
        << remuxed(u"part.mp4"_s, {m_flags, u"frag_keyframe"_s}) << prompt;
    QTest::newRow("MOV") << remuxed(u"clip.mov"_s, {}) << prompt;
    QTest::newRow("MOV, index first")
        << remuxed(u"first.mov"_s, {m_flags, u"faststart"_s}) << prompt;
    QVERIFY(writeFile(path(u"wide.mp4"_s), wide(faststart())));
    QTest::newRow("64 bits") << path(u"wide.mp4"_s) << prompt;
    // The media's length left open: up to the end of the file.
    QByteArray open = faststart();
    open.replace(placeOf(open, "mdat"), 4, bigEndian<quint32>(0));
    QVERIFY(writeFile(path(u"open.mp4"_s), open));
    QTest::newRow("open end") << path(u"open.mp4"_s) << prompt;
}

void TestRecipeVideos::carries()
{
    QFETCH(QString, file);
    QFETCH(QString, prompt);
    const QString copy = path(u"copy"_s);
    QFile::remove(copy);
    const QByteArray before = contentOf(file);
    QVERIFY(!before.isEmpty() && !media::readRecipe(file).value());
    const Recipe recipe = recipeWith(prompt);
    const auto place = media::writeRecipe(file, copy, recipe);
    QVERIFY2(place && *place == RecipePlace::InFile, place ? "" : qPrintable(place.error()));
    QCOMPARE(contentOf(file), before);
    QCOMPARE(media::readRecipe(copy).value(), recipe);

    // The same pictures and sounds, found at their places, the index where it was.
    const QString packets = packetsOf(copy);
    QVERIFY2(packets.contains(u"0,v,SHA256="_s) && packets.contains(u"1,a,SHA256="_s),
             qPrintable(packets));
    QCOMPARE(packets, packetsOf(file));
    QCOMPARE(media::poster(copy, {}), media::poster(file, {}));
    QCOMPARE(placeOf(contentOf(copy), "moov") < placeOf(contentOf(copy), "mdat"),
             placeOf(before, "moov") < placeOf(before, "mdat"));

    const QJsonObject tags = tagsOf(copy);
    QCOMPARE(tags["prompt"_L1].toString(), prompt);
    QCOMPARE(tags["comment"_L1].toString(), prompt);
    QVERIFY(tags["rushes"_L1].toString().contains(u"\"rushes\":1"_s));
    QCOMPARE(shownByExiftool(copy, u"Comment"_s), prompt);

    const QString again = path(u"again"_s);
    QFile::remove(again);
    QCOMPARE(media::writeRecipe(copy, again, recipeWith(u"another"_s)), RecipePlace::InFile);
    QCOMPARE(media::readRecipe(again).value(), recipeWith(u"another"_s));
    QCOMPARE(packetsOf(again), packets);
    QCOMPARE(tagsOf(again)["comment"_L1].toString(), u"another"_s);
    QVERIFY(QFile::remove(copy));
    QCOMPARE(media::writeRecipe(again, copy, recipe), RecipePlace::InFile);
    QCOMPARE(media::readRecipe(copy).value(), recipe);
    QCOMPARE(packetsOf(copy), packets);
}

/// Whatever its length, a video is never in memory as a whole.
void TestRecipeVideos::aLargeFile()
{
    constexpr qint64 more = qint64(256) << 20;
    const QString file = path(u"large.mp4"_s);
    const QString copy = path(u"large copy.mp4"_s);
    QByteArray content = faststart();
    const qsizetype media = placeOf(content, "mdat");
    content.replace(media, 4, bigEndian(quint32(number(content, media) + more)));
    QVERIFY(writeFile(file, content));
    QVERIFY(QFile::resize(file, content.size() + more)); // takes no room on the disk
    const QString shown =
        outputOf(QStringLiteral(RUSHES_BUILD_DIR "/bin/writerecipe"), {file, copy});
    bool isNumber = false;
    const int peak = shown.trimmed().toInt(&isNumber);
    QVERIFY2(isNumber && peak < 128, qPrintable(shown));
    QVERIFY(QFileInfo(copy).size() > content.size() + more);
    QCOMPARE(media::readRecipe(copy).value(), recipeWith(u"月亮"_s));
    QVERIFY(QFile::remove(copy));
    QVERIFY(QFile::remove(file));
}

void TestRecipeVideos::prompts_data()
{
    QTest::addColumn<QString>("prompt");
    for (const auto &[kind, prompt] : hardPrompts())
        QTest::newRow(kind) << prompt;
}

void TestRecipeVideos::prompts()
{
    QFETCH(QString, prompt);
    const QString file = path(u"first.mp4"_s);
    const QString copy = path(u"copy"_s);
    QFile::remove(copy);
    const Recipe recipe = recipeWith(prompt);
    QCOMPARE(media::writeRecipe(file, copy, recipe), RecipePlace::InFile);
    QCOMPARE(media::readRecipe(copy).value(), recipe);
    QCOMPARE(packetsOf(copy), packetsOf(file));
    // ffprobe says so of what is no character.
    const QString shown =
        QString(prompt).replace(u'\uFFFE', u'\uFFFD').replace(u'\uFFFF', u'\uFFFD');
    QCOMPARE(tagsOf(copy)["prompt"_L1].toString(), shown);
}

void TestRecipeVideos::keepsWhatOthersWrote_data()
{
    QTest::addColumn<QStringList>("tags");
    QTest::addColumn<QString>("shownAs");
    QTest::newRow("title") << QStringList{u"title=他們的"_s} << u"Comment"_s;
    QTest::newRow("comment") << QStringList{u"comment=theirs"_s} << u"Description"_s;
    QTest::newRow("all") << QStringList{u"comment=theirs"_s, u"description=also theirs"_s}
                         << QString();
}

void TestRecipeVideos::keepsWhatOthersWrote()
{
    QFETCH(QStringList, tags);
    QFETCH(QString, shownAs);
    QStringList options{m_flags, u"faststart"_s};
    for (const QString &tag : tags)
        options << u"-metadata"_s << tag;
    QString file = remuxed(u"tagged.mp4"_s, options);
    const Recipe recipe = recipeWith(u"我們的 prompt"_s);
    // Also the second time.
    for (const QString &copy : {path(u"copy.mp4"_s), path(u"again.mp4"_s)}) {
        QFile::remove(copy);
        QCOMPARE(media::writeRecipe(file, copy, recipe), RecipePlace::InFile);
        QCOMPARE(media::readRecipe(copy).value(), recipe);
        const QJsonObject found = tagsOf(copy);
        for (const QString &tag : tags)
            QCOMPARE(found[tag.section(u'=', 0, 0)].toString(), tag.section(u'=', 1));
        QCOMPARE(found["prompt"_L1].toString(), recipe.prompt);
        if (!shownAs.isEmpty())
            QCOMPARE(shownByExiftool(copy, shownAs), recipe.prompt);
        file = copy;
    }
    QCOMPARE(contentOf(path(u"copy.mp4"_s)), contentOf(path(u"again.mp4"_s)));
}

void TestRecipeVideos::staysUntouched_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray plain = faststart();
    QTest::newRow("sealed") << plain
            + box("uuid", QByteArray::fromHex("d8fec3d61b0e483c92975828877ec481") + "manifest");
    QTest::newRow("places in other boxes") << plain + box("meta", "\0\0\0\0 iloc");
    QByteArray other = plain;
    QTest::newRow("media in another file")
        << other.replace("\0\0\0\x0curl \0\0\0\1"_ba, QByteArray("\0\0\0\x0curl \0\0\0\0", 12));
    QByteArray encrypted = plain;
    QTest::newRow("packed index") << encrypted.replace("mvhd", "cmov");
    QTest::newRow("two indexes") << plain + box("moov", {});
    QTest::newRow("no index") << QByteArray(plain).replace("moov", "free");
    QByteArray inside = plain;
    const qsizetype list = inside.indexOf("stco");
    inside.replace(list + 12, 4, bigEndian<quint32>(quint32(list)));
    QTest::newRow("media within the index") << inside;
    QByteArray many = plain;
    many.replace(many.indexOf("stco") + 8, 4, bigEndian<quint32>(0xffffffff));
    QTest::newRow("more places than bytes") << many;
    QByteArray far = plain;
    far.replace(far.indexOf("stco") + 12, 4, bigEndian<quint32>(0xfffffff0));
    QTest::newRow("too far away") << far;
    QByteArray kind = contentOf(remuxed(u"kind.mp4"_s, {m_flags, u"faststart"_s}));
    QTest::newRow("other kind of list") << kind.replace("mdirappl", "xxxxappl");
}

void TestRecipeVideos::staysUntouched()
{
    QFETCH(QByteArray, content);
    const QString file = path(u"odd.mp4"_s);
    const QString copy = path(u"odd copy.mp4"_s);
    QVERIFY(writeFile(file, content));
    const auto place = media::writeRecipe(file, copy, recipeWith(u"x"_s));
    QVERIFY(!place || *place == RecipePlace::Nowhere);
    QVERIFY(!QFile::exists(copy));
    QCOMPARE(contentOf(file), content);
}

QTEST_GUILESS_MAIN(TestRecipeVideos)
#include "test_recipevideos.moc"
