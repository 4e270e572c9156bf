// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/preview/seekslider.h"
#include "results/preview/videopreview.h"
#include "results/preview/videosurface.h"
#include "support/testclip.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Clips really play: frames come, differ, and are those of the position.
class TestVideoPreview : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    std::unique_ptr<ui::VideoPreview> m_preview;

    void open(const QString &name)
    {
        QSignalSpy loaded(m_preview.get(), &ui::VideoPreview::loaded);
        m_preview->open(m_dir.filePath(name));
        QVERIFY(loaded.wait());
    }
    /// Where the clip's bright band stands, 0 to 1 of the width; -1 where there is none.
    double band() const
    {
        const QImage &picture = m_preview->picture();
        double sum = 0;
        int count = 0;
        for (int x = 0; x < picture.width(); ++x) {
            if (qGray(picture.pixel(x, picture.height() / 4)) > 190) {
                sum += x;
                ++count;
            }
        }
        return count == 0 ? -1 : sum / count / picture.width();
    }

private slots:
    void initTestCase();
    void init();
    void showsAPosterAndWaits();
    void playsAndPauses();
    void spaceAndClickPlay();
    void seeks();
    void sliderSeeks();
    void loops();
    void stopsAtTheEndWithoutLoop();
    void mutes();
    void letsGoOfTheFile();
    void hidingPauses();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

void TestVideoPreview::initTestCase()
{
    QVERIFY((TestClip{.size = {320, 180}, .duration = 4, .sound = true})
                .write(m_dir.filePath(u"long.mp4"_s)));
    QVERIFY((TestClip{.duration = 0.8}).write(m_dir.filePath(u"short.mp4"_s)));
    QFile text(m_dir.filePath(u"text.mp4"_s));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write("{\"error\": 404}") > 0);
}

void TestVideoPreview::init()
{
    m_preview = std::make_unique<ui::VideoPreview>();
    m_preview->resize(480, 320);
    m_preview->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_preview.get()));
}

void TestVideoPreview::showsAPosterAndWaits()
{
    open(u"long.mp4"_s);
    QCOMPARE(m_preview->picture().size(), QSize(320, 180));
    QVERIFY(band() > 0);
    QVERIFY(!m_preview->isPlaying());
    QVERIFY2(qAbs(m_preview->duration() - 4000) < 100,
             qPrintable(QString::number(m_preview->duration())));
    QCOMPARE(m_preview->position(), 0);
    QVERIFY(m_preview->isLooping());
    QVERIFY(!m_preview->isMuted());
}

void TestVideoPreview::playsAndPauses()
{
    open(u"long.mp4"_s);
    m_preview->play();
    QTRY_VERIFY(m_preview->isPlaying());
    QTRY_VERIFY(m_preview->position() > 0);
    const QImage first = m_preview->picture();
    QTRY_VERIFY(m_preview->picture() != first);
    QTRY_VERIFY(band() > 0.3);
    m_preview->pause();
    QTRY_VERIFY(!m_preview->isPlaying());
    QVERIFY(!m_preview->picture().isNull());
}

void TestVideoPreview::spaceAndClickPlay()
{
    open(u"long.mp4"_s);
    QTest::keyClick(m_preview.get(), Qt::Key_Space);
    QTRY_VERIFY(m_preview->isPlaying());
    QTest::mouseClick(m_preview->findChild<ui::VideoSurface *>(), Qt::LeftButton);
    QTRY_VERIFY(!m_preview->isPlaying());
}

void TestVideoPreview::seeks()
{
    open(u"long.mp4"_s);
    // At rest: the frame of the position is shown without playing.
    m_preview->seek(3000);
    QTRY_VERIFY2(qAbs(band() - (0.75 + 0.0625)) < 0.06, qPrintable(QString::number(band())));
    QVERIFY(!m_preview->isPlaying());
    m_preview->seek(1000);
    QTRY_VERIFY2(qAbs(band() - (0.25 + 0.0625)) < 0.06, qPrintable(QString::number(band())));
    m_preview->seek(99'000);
    QTRY_VERIFY(m_preview->position() <= 4100);
}

void TestVideoPreview::sliderSeeks()
{
    open(u"long.mp4"_s);
    auto *slider = m_preview->findChild<ui::SeekSlider *>();
    QSignalSpy sought(slider, &ui::SeekSlider::sought);
    QTest::mouseClick(slider, Qt::LeftButton, {}, slider->rect().center());
    QCOMPARE(sought.count(), 1);
    QVERIFY(qAbs(sought.first().first().toInt() - 2000) < 150);
    QTRY_VERIFY(qAbs(m_preview->position() - 2000) < 200);
    QTest::keyClick(slider, Qt::Key_Right);
    QTRY_VERIFY2(qAbs(m_preview->position() - 3000) < 250,
                 qPrintable(QString::number(m_preview->position())));
}

void TestVideoPreview::loops()
{
    open(u"short.mp4"_s);
    m_preview->play();
    QTRY_VERIFY(m_preview->position() > 500);
    QTRY_VERIFY(m_preview->position() < 300 && m_preview->isPlaying());
    QTRY_VERIFY(m_preview->position() > 500);
    QVERIFY(m_preview->isPlaying());
}

void TestVideoPreview::stopsAtTheEndWithoutLoop()
{
    m_preview->setLooping(false);
    open(u"short.mp4"_s);
    m_preview->play();
    QTRY_VERIFY(m_preview->isPlaying());
    QTRY_VERIFY(!m_preview->isPlaying());
    // The last picture stays.
    QVERIFY(band() > 0.6);
    m_preview->play();
    QTRY_VERIFY(m_preview->isPlaying());
    QTRY_VERIFY(band() < 0.5);
}

void TestVideoPreview::mutes()
{
    open(u"long.mp4"_s);
    m_preview->play();
    m_preview->setMuted(true);
    QVERIFY(m_preview->isMuted());
    // The choice holds for the next clip.
    open(u"short.mp4"_s);
    QVERIFY(m_preview->isMuted());
}

void TestVideoPreview::letsGoOfTheFile()
{
    QVERIFY(QFile::copy(m_dir.filePath(u"long.mp4"_s), m_dir.filePath(u"copy.mp4"_s)));
    const QString path = m_dir.filePath(u"copy.mp4"_s);
    const auto isHeld = [&path] {
        const QDir handles(u"/proc/self/fd"_s);
        for (const QFileInfo &handle :
             handles.entryInfoList(QDir::NoDotAndDotDot | QDir::Files | QDir::System)) {
            if (handle.symLinkTarget() == path)
                return true;
        }
        return false;
    };
    open(u"copy.mp4"_s);
    m_preview->play();
    QTRY_VERIFY(m_preview->position() > 0);
    if (QFile::exists(u"/proc/self/fd"_s))
        QVERIFY(isHeld());
    open(u"short.mp4"_s);
    QTRY_VERIFY(!isHeld());
    QVERIFY(!m_preview->isPlaying());
    QCOMPARE(m_preview->position(), 0);
    QCOMPARE(m_preview->picture().size(), QSize(160, 90));
    m_preview->clear();
    QVERIFY(m_preview->picture().isNull());
    m_preview->play();
    QVERIFY(!m_preview->isPlaying());
}

void TestVideoPreview::hidingPauses()
{
    open(u"long.mp4"_s);
    m_preview->play();
    QTRY_VERIFY(m_preview->isPlaying());
    m_preview->hide();
    QTRY_VERIFY(!m_preview->isPlaying());
}

void TestVideoPreview::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("gone") << u"gone.mp4"_s;
    QTest::newRow("text") << u"text.mp4"_s;
}

void TestVideoPreview::saysWhatIsWrong()
{
    QFETCH(QString, name);
    QSignalSpy failed(m_preview.get(), &ui::VideoPreview::failed);
    m_preview->open(m_dir.filePath(name));
    QVERIFY(failed.wait());
    QVERIFY(failed.first().first().toString().contains(name));
    // A person who presses play all the same gets words too, and a good clip plays after it.
    m_preview->play();
    QTRY_COMPARE(failed.count(), 2);
    QVERIFY(failed.last().first().toString().contains(name));
    open(u"short.mp4"_s);
    m_preview->play();
    QTRY_VERIFY(m_preview->isPlaying());
}

QTEST_MAIN(TestVideoPreview)
#include "test_videopreview.moc"
