// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/fileformat.h"
#include "media/recipefiles.h"

#include <QColorSpace>
#include <QImage>
#include <QImageReader>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <zlib.h>

using namespace Qt::StringLiterals;
using media::Recipe;
using media::RecipePlace;

namespace {

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray chunk(const QByteArray &type, const QByteArray &data)
{
    const QByteArray body = type + data;
    const auto sum =
        crc32(0, reinterpret_cast<const Bytef *>(body.constData()), static_cast<uInt>(body.size()));
    return bigEndian(static_cast<quint32>(data.size())) + body
        + bigEndian(static_cast<quint32>(sum));
}

/// What zlib makes of it, without Qt's length in front.
QByteArray packed(const QByteArray &text)
{
    return qCompress(text).sliced(4);
}

QByteArray iTxt(const QByteArray &keyword, const QByteArray &text)
{
    return chunk("iTXt", keyword + QByteArray(5, '\0') + text);
}

/// A segment of a JPEG.
QByteArray segment(char marker, const QByteArray &data)
{
    return QByteArray("\xFF") + marker + bigEndian(static_cast<quint32>(data.size() + 2)).last(2)
        + data;
}

} // namespace

/// Recipes in pictures.
class TestRecipe : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void carries_data();
    void carries();
    void isSeenByExiftool_data();
    void isSeenByExiftool();
    void keepsWhatOthersWrote_data();
    void keepsWhatOthersWrote();
    void foreignPrompts_data();
    void foreignPrompts();
    void afterOtherPrograms();
    void anExtensionBesideTheirs();
    void extendedPictures_data();
    void extendedPictures();
    void sealedFiles_data();
    void sealedFiles();
    void sidecars();
    void sidecarsOfOthers();
    void givesTheJobBack();
    void makesNoSeveralJobs();

private:
    QString path(const QString &name) const { return m_dir->filePath(name); }
    /// A picture with those bytes put in: behind a PNG's head, or a JPEG's first two bytes.
    QString pictureWith(const char *format, const QByteArray &bytes) const;
    std::optional<Recipe> read(const QString &file) const
    {
        return media::readRecipe(file).value_or(std::nullopt);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QString TestRecipe::pictureWith(const char *format, const QByteArray &bytes) const
{
    const QString file = path(u"picture"_s);
    if (!writePicture(file, format))
        return {};
    const QByteArray content = contentOf(file);
    const qsizetype at = qstrcmp(format, "png") == 0 ? 33 : 2;
    return writeFile(file, content.first(at) + bytes + content.sliced(at)) ? file : QString();
}

void TestRecipe::carries_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<int>("quality");
    QTest::addColumn<QString>("prompt");
    const std::initializer_list<std::tuple<const char *, const char *, int>> formats{
        {"PNG", "png", -1}, {"JPEG", "jpg", 80}, {"WebP", "webp", 80}, {"lossless", "webp", 100}};
    for (const auto &[name, format, quality] : formats) {
        for (const auto &[kind, prompt] : hardPrompts())
            QTest::addRow("%s, %s", name, kind) << QByteArray(format) << quality << prompt;
    }
}

void TestRecipe::carries()
{
    QFETCH(QByteArray, format);
    QFETCH(int, quality);
    QFETCH(QString, prompt);
    const QString plain = path(u"plain"_s);
    const QString copy = path(u"copy"_s);
    QVERIFY(writePicture(plain, format.constData(), quality));
    const QByteArray before = contentOf(plain);
    QVERIFY(!media::readRecipe(plain).value());

    const Recipe recipe = recipeWith(prompt);
    QCOMPARE(media::writeRecipe(plain, copy, recipe), RecipePlace::InFile);
    QCOMPARE(contentOf(plain), before);
    QVERIFY(media::isWhole(copy, media::formatOfFile(copy)));
    QCOMPARE(QImage(copy), QImage(plain));
    QCOMPARE(read(copy), recipe);

    // The same again is the same, byte for byte; and one takes the other's place.
    QCOMPARE(media::writeRecipe(plain, path(u"again"_s), recipe), RecipePlace::InFile);
    QCOMPARE(contentOf(path(u"again"_s)), contentOf(copy));
    const Recipe other = recipeWith(u"another"_s);
    QCOMPARE(media::writeRecipe(copy, path(u"other"_s), other), RecipePlace::InFile);
    QCOMPARE(read(path(u"other"_s)), other);
    QCOMPARE(media::writeRecipe(path(u"other"_s), path(u"back"_s), recipe), RecipePlace::InFile);
    QCOMPARE(contentOf(path(u"back"_s)), contentOf(copy));
}

void TestRecipe::isSeenByExiftool_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QString>("promptTag");
    QTest::addColumn<QString>("recipeTag");
    QTest::newRow("PNG") << "png"_ba << u"Prompt"_s << u"Rushes"_s;
    QTest::newRow("JPEG") << "jpg"_ba << u"Description"_s << u"Recipe"_s;
    QTest::newRow("WebP") << "webp"_ba << u"Description"_s << u"Recipe"_s;
}

void TestRecipe::isSeenByExiftool()
{
    QFETCH(QByteArray, format);
    QFETCH(QString, promptTag);
    QFETCH(QString, recipeTag);
    for (const QString &prompt :
         {u"月亮上的貓\n🌕 <&> \"third\""_s, u"很長的提示"_s.repeated(5000)}) {
        const QString plain = path(u"plain"_s);
        const QString copy = path(u"copy"_s);
        QVERIFY(writePicture(plain, format.constData()));
        QVERIFY(media::writeRecipe(plain, copy, recipeWith(prompt)));
        QCOMPARE(shownByExiftool(copy, promptTag), prompt);
        QVERIFY(shownByExiftool(copy, recipeTag).contains(u"\"rushes\":1"_s));
        const QString check = outputOf(u"exiftool"_s, {u"-validate"_s, u"-warning"_s, copy});
        QVERIFY2(check.contains(u": OK"_s) && !check.contains(u"Warning"_s), qPrintable(check));
        QVERIFY(QFile::remove(copy));
    }
}

void TestRecipe::keepsWhatOthersWrote_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("texts") << "png"_ba
                           << chunk("tEXt", QByteArray("Software\0Paint", 14))
            + iTxt("prompt", "{\"3\": {\"class_type\": \"KSampler\"}}");
    const QByteArray packet =
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-"
        "syntax-ns#'><r:Description r:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        "<dc:description><r:Alt><r:li xml:lang='x-default'>他們的 🌕 &amp; note</r:li></r:Alt>"
        "</dc:description></r:Description></r:RDF></x:xmpmeta>";
    QTest::newRow("XMP") << "jpg"_ba
                         << segment('\xE1',
                                    QByteArray("http://ns.adobe.com/xap/1.0/\0", 29) + packet);
    QTest::newRow("comment") << "jpg"_ba << segment('\xFE', "made by somebody");
}

void TestRecipe::keepsWhatOthersWrote()
{
    QFETCH(QByteArray, format);
    QFETCH(QByteArray, bytes);
    const QString file = pictureWith(format.constData(), bytes);
    const QString copy = path(u"copy"_s);
    const Recipe recipe = recipeWith(u"ours, 我們的"_s);
    QCOMPARE(media::writeRecipe(file, copy, recipe), RecipePlace::InFile);
    QCOMPARE(read(copy), recipe);
    QCOMPARE(QImage(copy), QImage(file));
    if (bytes.contains("RDF")) {
        QCOMPARE(shownByExiftool(copy, u"Description"_s), u"他們的 🌕 & note"_s);
        QCOMPARE(shownByExiftool(copy, u"Prompt"_s), recipe.prompt);
    } else {
        QVERIFY(contentOf(copy).contains(bytes));
    }
}

void TestRecipe::foreignPrompts_data()
{
    QTest::addColumn<QByteArray>("chunks");
    QTest::addColumn<QString>("prompt"); // null: none
    const QByteArray settings = "a cat, 8k\nsecond line\nNegative prompt: dogs\nSteps: 20, Seed: 7";
    QTest::newRow("prompt") << iTxt("prompt", "一隻貓") << u"一隻貓"_s;
    QTest::newRow("Latin-1 prompt")
        << chunk("tEXt", QByteArray("prompt\0caf\xE9", 11)) << u"café"_s;
    QTest::newRow("packed prompt")
        << chunk("zTXt", QByteArray("prompt\0\0", 8) + packed("a cat")) << u"a cat"_s;
    QTest::newRow("packed international prompt")
        << chunk("iTXt", QByteArray("prompt\0\1\0\0\0", 11) + packed("一隻貓")) << u"一隻貓"_s;
    QTest::newRow("parameters") << iTxt("parameters", settings) << u"a cat, 8k\nsecond line"_s;
    QTest::newRow("parameters without settings") << iTxt("parameters", "a cat") << u"a cat"_s;
    QTest::newRow("settings alone") << iTxt("parameters", "Steps: 20, Seed: 7") << QString();
    QTest::newRow("a graph") << iTxt("prompt", "{\"3\": {\"inputs\": {}}}") << QString();
    QTest::newRow("a graph and a prompt")
        << iTxt("prompt", "{\"3\": {}}") + iTxt("prompt", "a cat") << u"a cat"_s;
    QTest::newRow("two prompts") << iTxt("prompt", "a cat") + iTxt("prompt", "a dog") << u"a cat"_s;
    QTest::newRow("a graph and parameters") << iTxt("prompt", "{\"3\": {}}")
            + iTxt("parameters", settings) << u"a cat, 8k\nsecond line"_s;
    QTest::newRow("a document without a job") << iTxt("rushes", "{\"rushes\": 1}") << QString();
    QTest::newRow("a document of no version")
        << iTxt("rushes", "{\"job\": {\"prompt\": \"x\"}}") << QString();
    QTest::newRow("no document") << iTxt("rushes", "made in a rush") << QString();
    QTest::newRow("empty chunks") << chunk("iTXt", {}) + chunk("tEXt", {}) + chunk("zTXt", {})
                                  << QString();
    QTest::newRow("half a chunk") << chunk("iTXt", "prompt") + chunk("zTXt", "prompt") << QString();
}

void TestRecipe::foreignPrompts()
{
    QFETCH(QByteArray, chunks);
    QFETCH(QString, prompt);
    const auto found = read(pictureWith("png", chunks));
    QCOMPARE(found.has_value(), !prompt.isNull());
    if (found) {
        QCOMPARE(*found, (Recipe{prompt, {}}));
        QVERIFY(!found->job());
    }
}

/// Others pack long texts and write XMP in its short form; the recipe lives on.
void TestRecipe::afterOtherPrograms()
{
    const Recipe recipe = recipeWith(u"月亮 "_s.repeated(300));
    for (const char *format : {"png", "jpg", "webp"}) {
        const QString plain = path(u"plain"_s);
        const QString file = path(u"copy."_s + QLatin1StringView(format));
        QVERIFY(writePicture(plain, format));
        QVERIFY(media::writeRecipe(plain, file, recipe));
        const QString edited =
            outputOf(u"exiftool"_s,
                     {u"-overwrite_original"_s, u"-z"_s, u"-XMP-dc:Title=their title"_s, file});
        QVERIFY2(edited.contains(u"1 image files updated"_s), qPrintable(edited));
        QCOMPARE(read(file), recipe);
        QVERIFY(media::writeRecipe(file, path(u"again"_s), recipeWith(u"x"_s)));
        QCOMPARE(read(path(u"again"_s)), recipeWith(u"x"_s));
        QCOMPARE(shownByExiftool(path(u"again"_s), u"Title"_s), u"their title"_s);
        QVERIFY(QFile::remove(path(u"again"_s)));
    }
    const QByteArray document = QJsonDocument(recipe.document).toJson();
    QCOMPARE(read(pictureWith(
                 "png", chunk("iTXt", QByteArray("rushes\0\1\0\0\0", 11) + packed(document)))),
             recipe);
}

/// A recipe that is too long for one segment takes nothing from what others say in theirs.
void TestRecipe::anExtensionBesideTheirs()
{
    const Recipe recipe = recipeWith(u"月亮 "_s.repeated(30'000));
    const Recipe other = recipeWith(u"太陽 "_s.repeated(30'000));
    const QString plain = path(u"plain.jpg"_s);
    const QString file = path(u"copy.jpg"_s);
    QVERIFY(writePicture(plain, "jpg"));
    QVERIFY(media::writeRecipe(plain, file, recipe));
    const QStringList title{u"-overwrite_original"_s, u"-XMP-dc:Title=their title"_s, file};
    QVERIFY(outputOf(u"exiftool"_s, title).contains(u"1 image files updated"_s));
    QCOMPARE(read(file), recipe);

    QCOMPARE(media::writeRecipe(file, path(u"long.jpg"_s), other), RecipePlace::InFile);
    QCOMPARE(read(path(u"long.jpg"_s)), other);
    QCOMPARE(shownByExiftool(path(u"long.jpg"_s), u"Title"_s), u"their title"_s);
    QCOMPARE(shownByExiftool(path(u"long.jpg"_s), u"Description"_s).trimmed(),
             other.prompt.trimmed());
    QCOMPARE(media::writeRecipe(file, path(u"short.jpg"_s), recipeWith(u"x"_s)),
             RecipePlace::InFile);
    QCOMPARE(read(path(u"short.jpg"_s)), recipeWith(u"x"_s));
    QCOMPARE(shownByExiftool(path(u"short.jpg"_s), u"Title"_s), u"their title"_s);
    QVERIFY(!contentOf(path(u"short.jpg"_s)).contains("HasExtendedXMP"));

    // What stands in the extension itself is theirs as well.
    const QStringList long2{u"-overwrite_original"_s,
                            u"-XMP-dc:Rights="_s + u"theirs "_s.repeated(15'000), file};
    QVERIFY(outputOf(u"exiftool"_s, long2).contains(u"1 image files updated"_s));
    QCOMPARE(media::writeRecipe(file, path(u"none.jpg"_s), other), RecipePlace::Nowhere);
}

void TestRecipe::extendedPictures_data()
{
    QTest::addColumn<QByteArray>("chunk");
    QTest::newRow("animation") << "ANMF"_ba;
    QTest::newRow("transparency") << "ALPH"_ba;
    QTest::newRow("colour profile") << "ICCP"_ba;
}

/// A WebP of the extended form keeps all that it is for.
void TestRecipe::extendedPictures()
{
    QFETCH(QByteArray, chunk);
    const QString plain = path(u"plain.webp"_s);
    const QString copy = path(u"copy.webp"_s);
    if (chunk == "ANMF") {
        const QStringList source{u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc=d=1:s=64x48:r=5"_s};
        QVERIFY(outputOf(u"ffmpeg"_s,
                         QStringList{u"-v"_s, u"error"_s} + source
                             + QStringList{u"-c:v"_s, u"libwebp_anim"_s, plain})
                    .isEmpty());
    } else {
        QImage image(40, 30, QImage::Format_ARGB32);
        image.fill(QColor(200, 100, 50, chunk == "ALPH" ? 100 : 255));
        if (chunk == "ICCP")
            image.setColorSpace(QColorSpace(QColorSpace::AdobeRgb));
        QVERIFY(image.save(plain, "webp", 80));
    }
    const QByteArray before = contentOf(plain);
    QVERIFY(before.sliced(12).startsWith("VP8X") && before.contains(chunk));
    const Recipe recipe = recipeWith(u"月亮"_s);
    QCOMPARE(media::writeRecipe(plain, copy, recipe), RecipePlace::InFile);
    QCOMPARE(read(copy), recipe);
    // All chunks are as they were; the head alone says that there is one more.
    QByteArray head = before.first(30);
    head[20] = char(head[20] | 4);
    const QByteArray after = contentOf(copy);
    QCOMPARE(after.sliced(8).first(before.size() - 8), (head + before.sliced(30)).sliced(8));
    QCOMPARE(after.sliced(before.size(), 4), "XMP "_ba);
    QImageReader was(plain);
    QImageReader is(copy);
    QCOMPARE(is.imageCount(), was.imageCount());
    for (int i = 0; i < qMax(1, was.imageCount()); ++i) {
        const QImage picture = is.read();
        QVERIFY(!picture.isNull());
        QCOMPARE(picture, was.read());
        QCOMPARE(is.nextImageDelay(), was.nextImageDelay());
    }
}

void TestRecipe::sealedFiles_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("PNG") << "png"_ba << chunk("caBX", "a manifest");
    QTest::newRow("JPEG") << "jpg"_ba << segment('\xEB', "JP a manifest");
    QTest::newRow("several pictures")
        << "jpg"_ba << segment('\xE2', QByteArray("MPF\0an index", 12));
}

/// A file that its maker has signed stays as it is: its recipe has to stand beside it.
void TestRecipe::sealedFiles()
{
    QFETCH(QByteArray, format);
    QFETCH(QByteArray, bytes);
    const QString file = pictureWith(format.constData(), bytes);
    QCOMPARE(media::writeRecipe(file, path(u"copy"_s), recipeWith(u"x"_s)), RecipePlace::Nowhere);
    QVERIFY(!QFile::exists(path(u"copy"_s)));
}

void TestRecipe::sidecars()
{
    const QString gif = path(u"cat.gif"_s);
    const QString sidecar = path(u"cat.gif.recipe.json"_s);
    QVERIFY(writeFile(gif, "GIF89a\1\0\1\0\0\0\0;"_ba));
    const Recipe recipe = recipeWith(u"一隻貓\n🌕"_s);
    QCOMPARE(media::writeRecipe(gif, path(u"copy"_s), recipe), RecipePlace::Nowhere);
    QVERIFY(!media::readRecipe(gif).value());
    QVERIFY(media::writeSidecar(gif, recipe));
    QCOMPARE(media::sidecarPath(gif), sidecar);
    QCOMPARE(read(gif), recipe);
    QCOMPARE(read(sidecar), recipe);
    QVERIFY(media::writeSidecar(gif, recipeWith(u"another"_s)));
    QCOMPARE(read(gif), recipeWith(u"another"_s));

    QVERIFY(writeFile(sidecar, "{\"mine\": true}"));
    const auto refused = media::writeSidecar(gif, recipe);
    QVERIFY(!refused && refused.error().contains(u"cat.gif.recipe.json"_s));
    QCOMPARE(contentOf(sidecar), "{\"mine\": true}"_ba);
    QVERIFY(!media::readRecipe(gif).value());
}

/// A sidecar may have been renamed by a file system that has capital letters only; and it goes only
/// with its recipe.
void TestRecipe::sidecarsOfOthers()
{
    const QString gif = path(u"cat.gif"_s);
    QVERIFY(writeFile(gif, "GIF89a\1\0\1\0\0\0\0;"_ba));
    QVERIFY(media::writeSidecar(gif, recipeWith(u"x"_s)));
    const QString loud = path(u"CAT.GIF.RECIPE.JSON"_s);
    QVERIFY(QFile::copy(media::sidecarPath(gif), loud));
    QVERIFY(media::isSidecar(loud));
    QCOMPARE(read(loud), recipeWith(u"x"_s));

    media::removeSidecar(gif, recipeWith(u"another"_s));
    QCOMPARE(read(gif), recipeWith(u"x"_s));
    media::removeSidecar(gif, recipeWith(u"x"_s));
    QVERIFY(!QFile::exists(media::sidecarPath(gif)));
}

/// What makes several jobs of one in a batch file means nothing in a recipe.
void TestRecipe::makesNoSeveralJobs()
{
    Recipe recipe = recipeWith(u"x"_s);
    QJsonObject job = recipe.document.value("job"_L1).toObject();
    job.insert(u"count"_s, 1000);
    job.insert(u"matrix"_s, QJsonObject{{u"colour"_s, QJsonArray{u"red"_s, u"blue"_s}}});
    job.insert(u"exclude"_s, QJsonArray());
    job.insert(u"vars"_s, QJsonObject{{u"a"_s, u"b"_s}});
    job.insert(u"client"_s, u"somebody"_s);
    recipe.document.insert(u"job"_s, job);
    QCOMPARE(recipe.job()->extra, (QJsonObject{{u"client"_s, u"somebody"_s}}));
}

void TestRecipe::givesTheJobBack()
{
    const auto job = recipeWith(u"一隻貓"_s).job();
    QVERIFY(job);
    QCOMPARE(job->name, u"hero"_s);
    QCOMPARE(job->prompt, u"一隻貓"_s);
    QCOMPARE(job->seed, 7);
    QCOMPARE(job->params.value(u"style"_s).toString(), u"水墨"_s);
    QVERIFY(!(Recipe{u"a prompt"_s, {}}).job());
}

QTEST_GUILESS_MAIN(TestRecipe)
#include "test_recipe.moc"
