// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inputs/inputfile.h"
#include "media/picture.h"
#include "support/testclip.h"

#include <QDir>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::Job;
using catalog::InputKind;

namespace {

/// The column that is the brightest in the middle line.
int brightest(const QImage &image)
{
    int best = 0;
    const auto light = [&image](int x) { return qGray(image.pixel(x, image.height() / 2)); };
    for (int x = 1; x < image.width(); ++x) {
        if (light(x) > light(best))
            best = x;
    }
    return best;
}

} // namespace

class InputFileTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void wrongFiles_data();
    void wrongFiles();
    void soundFiles();
    void lastFrameOfAVideo();
    void ofABatch();

private:
    QString write(const QString &name, const QByteArray &content) const
    {
        const QString path = m_dir.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("The test can't write %s", qPrintable(path));
        return path;
    }

    QTemporaryDir m_dir;
};

void InputFileTest::initTestCase()
{
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::red);
    QVERIFY(image.save(m_dir.filePath(u"cat.png"_s)));
    QVERIFY(image.save(m_dir.filePath(u"cat.bmp"_s)));
    QVERIFY(QDir(m_dir.path()).mkdir(u"folder.png"_s));
    write(u"notes.txt"_s, "a cat");
    write(u"notes.png"_s, "a cat, they say");
    write(u"empty.png"_s, "");
    write(u"papers.mp3"_s, "%PDF-1.7\n");
    write(u"ledger"_s, "SQLite format 3"_ba + '\0');
    write(u"all.zip"_s, "PK\x03\x04"_ba + QByteArray(64, '\0'));
    write(u"raw sound"_s, QByteArray("\x01\x9c\xfe\x03").repeated(64));
    write(u"sound.mp3"_s, "ID3\x03"_ba + QByteArray(64, '\0'));
    QFile large(m_dir.filePath(u"large.png"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(51 * 1024 * 1024));
}

void InputFileTest::wrongFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<InputKind>("kind");
    QTest::addColumn<QString>("words");
    const auto row = [](const QString &name, InputKind kind, const QString &words) {
        QTest::newRow(qPrintable(name)) << name << kind << words;
    };
    row(u"no.png"_s, InputKind::Image, u"is not there"_s);
    row(u"folder.png"_s, InputKind::Image, u"is a folder"_s);
    row(u"empty.png"_s, InputKind::Image, u"is empty"_s);
    row(u"large.png"_s, InputKind::Image, u"50"_s);
    row(u"notes.txt"_s, InputKind::Image, u"notes.txt is no picture."_s);
    row(u"notes.png"_s, InputKind::Image, u"notes.png is no picture."_s);
    row(u"cat.png"_s, InputKind::Video, u"cat.png is no video."_s);
    row(u"cat.bmp"_s, InputKind::Audio, u"cat.bmp is no sound."_s);
    row(u"notes.txt"_s, InputKind::Audio, u"notes.txt is no sound."_s);
    row(u"papers.mp3"_s, InputKind::Audio, u"papers.mp3 is no sound."_s);
    row(u"ledger"_s, InputKind::Audio, u"ledger is no sound."_s);
    row(u"all.zip"_s, InputKind::Audio, u"all.zip is no sound."_s);
}

void InputFileTest::wrongFiles()
{
    QFETCH(const QString, name);
    QFETCH(const InputKind, kind);
    QFETCH(const QString, words);
    const auto found = engine::inspectInput({m_dir.filePath(name), kind}, {});
    QVERIFY(!found);
    QVERIFY2(found.error().contains(words), qPrintable(found.error()));
    QVERIFY2(found.error().contains(name), qPrintable(found.error()));
}

void InputFileTest::soundFiles()
{
    const auto isSound = [this](const QString &name, InputKind kind) {
        return engine::inspectInput({m_dir.filePath(name), kind}, {}).has_value();
    };
    QVERIFY(isSound(u"cat.png"_s, InputKind::Image));
    QVERIFY(isSound(u"cat.bmp"_s, InputKind::Image));
    QVERIFY(isSound(u"sound.mp3"_s, InputKind::Audio));
    QVERIFY(isSound(u"raw sound"_s, InputKind::Audio));
    QVERIFY(isSound(u"notes.txt"_s, InputKind::Any));
}

/// The band that walks through the clip has come to its end.
void InputFileTest::lastFrameOfAVideo()
{
    const QString clip = m_dir.filePath(u"clip.mp4"_s);
    QVERIFY(TestClip().write(clip));
    QTemporaryDir scratch;
    const auto found = engine::inspectInput({clip, InputKind::Image, true}, scratch.path());
    QVERIFY2(found, qPrintable(found ? QString() : found.error()));
    QCOMPARE(found->name, u"clip.png"_s);
    QCOMPARE(found->type, u"image/png"_s);
    const QImage last(found->path);
    QCOMPARE(last.size(), QSize(160, 90));
    QVERIFY(brightest(last) != brightest(media::poster(clip, {})));
    const auto again = engine::inspectInput({clip, InputKind::Image, true}, scratch.path());
    QVERIFY(again && again->digest == found->digest); // or it would be uploaded again
    QVERIFY(again->path != found->path);

    for (const QString &name : {u"notes.txt"_s, u"no.mp4"_s}) {
        const auto none =
            engine::inspectInput({m_dir.filePath(name), InputKind::Image, true}, scratch.path());
        QVERIFY2(!none && none.error().contains(name), qPrintable(name));
    }
    // Without a folder it would be wherever the program was started.
    const QStringList here = QDir().entryList(QDir::Files);
    for (const QString &folder : {u"/nowhere"_s, QString()}) {
        const auto unwritten = engine::inspectInput({clip, InputKind::Image, true}, folder);
        QVERIFY(!unwritten);
        QVERIFY(unwritten.error().contains("clip.mp4"_L1));
    }
    QCOMPARE(QDir().entryList(QDir::Files), here);
}

void InputFileTest::ofABatch()
{
    Job sound;
    sound.image = u"cat.png"_s;
    Job reference;
    reference.image = u"job:still"_s;
    Job web;
    web.image = u"https://example.org/no.png"_s;
    Job missing;
    missing.imageUrl = u"no.png"_s;
    missing.params = {{u"end_image"_s, u"notes.txt"_s}, {u"style"_s, u"no.txt"_s}};
    const auto problems = engine::checkFiles(catalog::Catalog::builtIn(),
                                             {sound, reference, web, missing}, m_dir.path());
    QCOMPARE(problems.keys(), QList{missing.id});
    const QList<batch::Problem> found = problems.value(missing.id);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(0).field, batch::Field::Params);
    QCOMPARE(found.at(0).parameter, u"end_image"_s);
    QCOMPARE(found.at(1).field, batch::Field::ImageUrl);
    QCOMPARE(found.at(1).severity, batch::Severity::Error);
}

QTEST_MAIN(InputFileTest)
#include "test_inputfile.moc"
