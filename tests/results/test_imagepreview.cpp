// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/preview/imagepreview.h"
#include "results/preview/zoombar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize imageSize(1600, 800);
constexpr QSize widgetSize(400, 300);

bool near(QPointF a, QPointF b)
{
    return (a - b).manhattanLength() < 0.01;
}

} // namespace

/// Zoom and pan, by the events that a person's mouse and keys make.
class TestImagePreview : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    std::unique_ptr<ui::ImagePreview> m_preview;

    void open(const QString &name)
    {
        QSignalSpy loaded(m_preview.get(), &ui::ImagePreview::loaded);
        m_preview->open(m_dir.filePath(name));
        QVERIFY(loaded.wait());
    }
    void turnWheel(QPointF position, int notches)
    {
        QWheelEvent event(position, m_preview->mapToGlobal(position), {}, {0, 120 * notches},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_preview.get(), &event);
    }
    double density() const { return m_preview->devicePixelRatioF(); }

private slots:
    void initTestCase();
    void init();
    void fitsAtFirst();
    void doesNotBlowUpSmallImages();
    void wheelKeepsWhatIsUnderTheCursor();
    void dragMoves();
    void staysInView();
    void doubleClickToggles();
    void keys();
    void oneToOneShowsEveryPixel();
    void showsTheRightSpot();
    void fittedFollowsTheSize();
    void zoomHasBounds();
    void checksUnderTransparency();
    void theLatestWins();
    void saysWhatIsWrong();
    void barFollows();
};

void TestImagePreview::initTestCase()
{
    QImage image(imageSize, QImage::Format_RGB32);
    image.fill(Qt::red);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = image.width() / 2; x < image.width(); ++x)
            image.setPixel(x, y, (x + y) % 2 == 0 ? 0xff000000 : 0xffffffff);
    }
    QVERIFY(image.save(m_dir.filePath(u"wide.png"_s)));
    QImage small(50, 40, QImage::Format_RGB32);
    small.fill(Qt::blue);
    QVERIFY(small.save(m_dir.filePath(u"small.png"_s)));
    QImage clear(300, 200, QImage::Format_ARGB32);
    clear.fill(Qt::transparent);
    QVERIFY(clear.save(m_dir.filePath(u"clear.png"_s)));
}

void TestImagePreview::init()
{
    m_preview = std::make_unique<ui::ImagePreview>();
    m_preview->resize(widgetSize);
    m_preview->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_preview.get()));
    open(u"wide.png"_s);
}

void TestImagePreview::fitsAtFirst()
{
    QVERIFY(m_preview->isFitted());
    QCOMPARE(m_preview->zoom(), (400.0 - 16) * density() / 1600);
    QVERIFY(near(m_preview->fromImage({0, 0}), {8, 54}));
    QVERIFY(near(m_preview->fromImage({1600, 800}), {392, 246}));
}

void TestImagePreview::doesNotBlowUpSmallImages()
{
    open(u"small.png"_s);
    QVERIFY(m_preview->isFitted());
    QCOMPARE(m_preview->zoom(), 1.0);
}

void TestImagePreview::wheelKeepsWhatIsUnderTheCursor()
{
    for (const QPointF cursor : {QPointF(100, 120), QPointF(300, 180), QPointF(200, 150)}) {
        m_preview->showOneToOne();
        const QPointF held = m_preview->toImage(cursor);
        turnWheel(cursor, 3);
        QVERIFY(qAbs(m_preview->zoom() - 1.2 * 1.2 * 1.2) < 1e-6);
        QVERIFY(near(m_preview->toImage(cursor), held));
        turnWheel(cursor, -3);
        QVERIFY(qAbs(m_preview->zoom() - 1) < 1e-6);
        QVERIFY(near(m_preview->toImage(cursor), held));
    }
}

void TestImagePreview::dragMoves()
{
    m_preview->showOneToOne();
    const QPointF before = m_preview->toImage({200, 150});
    QTest::mousePress(m_preview.get(), Qt::LeftButton, {}, {200, 150});
    QTest::mouseMove(m_preview.get(), {150, 130});
    QTest::mouseRelease(m_preview.get(), Qt::LeftButton, {}, {150, 130});
    QVERIFY(near(m_preview->toImage({150, 130}), before));
    // Without a button nothing moves.
    QTest::mouseMove(m_preview.get(), {10, 10});
    QVERIFY(near(m_preview->toImage({150, 130}), before));
}

void TestImagePreview::staysInView()
{
    m_preview->showOneToOne();
    QTest::mousePress(m_preview.get(), Qt::LeftButton, {}, {10, 10});
    QTest::mouseMove(m_preview.get(), {5000, 5000});
    QTest::mouseRelease(m_preview.get(), Qt::LeftButton, {}, {5000, 5000});
    QVERIFY(near(m_preview->fromImage({0, 0}), {0, 0}));
    m_preview->setZoom(0.1, {0, 0});
    QVERIFY(near(m_preview->fromImage(QPointF(800, 400)), {200, 150}));
}

void TestImagePreview::doubleClickToggles()
{
    const QPointF held = m_preview->toImage({300, 150});
    QTest::mouseDClick(m_preview.get(), Qt::LeftButton, {}, {300, 150});
    QVERIFY(!m_preview->isFitted());
    QCOMPARE(m_preview->zoom(), 1.0);
    QVERIFY(near(m_preview->toImage({300, 150}), held));
    QTest::mouseDClick(m_preview.get(), Qt::LeftButton, {}, {300, 150});
    QVERIFY(m_preview->isFitted());
}

void TestImagePreview::keys()
{
    QTest::keyClick(m_preview.get(), Qt::Key_1);
    QCOMPARE(m_preview->zoom(), 1.0);
    QTest::keyClick(m_preview.get(), Qt::Key_Plus);
    QCOMPARE(m_preview->zoom(), 1.25);
    QTest::keyClick(m_preview.get(), Qt::Key_Minus);
    QCOMPARE(m_preview->zoom(), 1.0);
    QVERIFY(!m_preview->isFitted());
    QTest::keyClick(m_preview.get(), Qt::Key_0);
    QVERIFY(m_preview->isFitted());
}

void TestImagePreview::oneToOneShowsEveryPixel()
{
    // The right half is a board of single black and white pixels: blurred, it would be grey.
    m_preview->setZoom(1, {400, 150});
    const QImage shown = m_preview->grab().toImage();
    int strange = 0;
    for (int x = shown.width() / 2 + 40; x < shown.width() - 20; ++x) {
        const int grey = qGray(shown.pixel(x, shown.height() / 2));
        strange += grey > 3 && grey < 252 ? 1 : 0;
    }
    QCOMPARE(strange, 0);
}

void TestImagePreview::showsTheRightSpot()
{
    const QImage shown = m_preview->grab().toImage();
    const auto at = [&](double x, double y) {
        return shown.pixelColor((QPointF(x, y) * density()).toPoint());
    };
    QCOMPARE(at(100, 150), QColor(Qt::red));
    // A fitted board of black and white is grey when it is shrunk well.
    QVERIFY(qAbs(qGray(at(300, 150).rgb()) - 127) < 12);
    QVERIFY(at(200, 20) != QColor(Qt::red));
}

void TestImagePreview::fittedFollowsTheSize()
{
    m_preview->resize(800, 600);
    QCOMPARE(m_preview->zoom(), (800.0 - 16) * density() / 1600);
    m_preview->showOneToOne();
    m_preview->resize(400, 300);
    QCOMPARE(m_preview->zoom(), 1.0);
}

void TestImagePreview::zoomHasBounds()
{
    turnWheel({200, 150}, 100);
    QCOMPARE(m_preview->zoom(), 32.0);
    turnWheel({200, 150}, -200);
    QVERIFY(m_preview->zoom() > 0.01);
    m_preview->grab();
}

void TestImagePreview::checksUnderTransparency()
{
    open(u"clear.png"_s);
    const QImage shown = m_preview->grab().toImage();
    QSet<QRgb> colours;
    const QPoint middle = shown.rect().center();
    for (int x = -20; x < 20; ++x)
        colours += shown.pixel(middle + QPoint(x, 3));
    QCOMPARE(colours.size(), 2);
}

void TestImagePreview::theLatestWins()
{
    QSignalSpy loaded(m_preview.get(), &ui::ImagePreview::loaded);
    m_preview->open(m_dir.filePath(u"wide.png"_s));
    m_preview->open(m_dir.filePath(u"small.png"_s));
    QVERIFY(loaded.wait());
    QCOMPARE(m_preview->image().size(), QSize(50, 40));
    QCOMPARE(loaded.count(), 1);
}

void TestImagePreview::saysWhatIsWrong()
{
    QSignalSpy failed(m_preview.get(), &ui::ImagePreview::failed);
    m_preview->open(m_dir.filePath(u"gone.png"_s));
    QVERIFY(failed.wait());
    QVERIFY(failed.first().first().toString().contains(u"gone.png"_s));
    QVERIFY(m_preview->image().isNull());
    // Nothing to zoom, and nothing breaks.
    QTest::keyClick(m_preview.get(), Qt::Key_Plus);
    turnWheel({20, 20}, 2);
    QTest::mouseDClick(m_preview.get(), Qt::LeftButton, {}, {20, 20});
    m_preview->grab();
}

void TestImagePreview::barFollows()
{
    ui::ZoomBar bar(m_preview.get());
    const auto buttons = bar.findChildren<QAbstractButton *>();
    const auto named = [&](const QString &text) {
        for (QAbstractButton *button : buttons) {
            if (button->text() == text)
                return button;
        }
        return static_cast<QAbstractButton *>(nullptr);
    };
    QVERIFY(named(u"Fit"_s)->isChecked());
    QTest::mouseClick(named(u"1:1"_s), Qt::LeftButton);
    QCOMPARE(m_preview->zoom(), 1.0);
    QVERIFY(!named(u"Fit"_s)->isChecked());
    QVERIFY(named(u"1:1"_s)->isChecked());
    QCOMPARE(bar.findChild<QLabel *>()->text(), u"100 %"_s);
    for (QAbstractButton *button : buttons)
        QVERIFY(!button->accessibleName().isEmpty() && !button->toolTip().isEmpty());
}

QTEST_MAIN(TestImagePreview)
#include "test_imagepreview.moc"
