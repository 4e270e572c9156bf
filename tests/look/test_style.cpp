// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/icons.h"
#include "look/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSlider>
#include <QSplitter>
#include <QTableWidget>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

/// The share of pixels that are about that colour.
double shareOf(const QImage &image, const QColor &color)
{
    int same = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            same += std::abs(pixel.red() - color.red()) + std::abs(pixel.green() - color.green())
                    + std::abs(pixel.blue() - color.blue())
                < 12;
        }
    }
    return static_cast<double>(same) / (image.width() * image.height());
}

void fillToolBar(QMainWindow *window)
{
    auto *bar = window->addToolBar(u"Tools"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addAction(icon(u"new"_s), u"New"_s);
    bar->addAction(icon(u"open"_s), u"Open"_s);
    bar->addAction(icon(u"save"_s), u"Save"_s)->setEnabled(false);
    bar->addSeparator();
    bar->addAction(icon(u"undo"_s), u"復原"_s);
    auto *toggle = bar->addAction(icon(u"loop"_s), u"Loop"_s);
    toggle->setCheckable(true);
    toggle->setChecked(true);
    auto *run = bar->addAction(icon(u"run"_s), u"Run"_s);
    bar->widgetForAction(run)->setProperty("primary", true);
    window->menuBar()->addMenu(u"File"_s);
    window->menuBar()->addMenu(u"編輯"_s);
}

QWidget *fields()
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    auto *combo = new QComboBox;
    combo->addItems({u"FLUX.2 Pro"_s, u"Seedance 1.5 Pro"_s});
    auto *typed = new QComboBox;
    typed->setEditable(true);
    typed->addItem(u"1080p"_s);
    auto *spin = new QDoubleSpinBox;
    spin->setSuffix(u" s"_s);
    spin->setValue(5);
    auto *off = new QDoubleSpinBox;
    off->setEnabled(false);
    auto *line = new QLineEdit(u"柔和的晨光"_s);
    auto *empty = new QLineEdit;
    empty->setPlaceholderText(u"Name"_s);
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setValue(40);
    auto *progress = new QProgressBar;
    progress->setValue(62);
    progress->setTextVisible(false);
    progress->setFixedHeight(6);
    auto *check = new QCheckBox(u"Enabled"_s);
    check->setChecked(true);
    auto *part = new QCheckBox(u"Some"_s);
    part->setCheckState(Qt::PartiallyChecked);
    auto *radio = new QRadioButton(u"One"_s);
    radio->setChecked(true);
    auto *primary = new QPushButton(icon(u"run"_s), u"Run"_s);
    primary->setProperty("primary", true);
    auto *plain = new QPushButton(icon(u"folder"_s), u"Open folder"_s);
    auto *disabled = new QPushButton(icon(u"run"_s), u"Run"_s);
    disabled->setProperty("primary", true);
    disabled->setEnabled(false);
    auto *menu = new QPushButton(u"More"_s);
    menu->setMenu(new QMenu(menu));
    const QList<QWidget *> all{
        combo, typed, spin,    off,   line,     empty, slider, progress,
        check, part,  primary, plain, disabled, menu,  radio,  new QCheckBox(u"Off"_s)};
    for (int at = 0; at < all.size(); ++at)
        grid->addWidget(all[at], at / 2, at % 2);
    return page;
}

QWidget *table()
{
    auto *view = new QTableWidget(30, 4);
    view->setHorizontalHeaderLabels({u"Name"_s, u"Model"_s, u"提示詞"_s, u"Cost"_s});
    view->verticalHeader()->hide();
    view->setShowGrid(false);
    for (int row = 0; row < 30; ++row) {
        for (int column = 0; column < 4; ++column)
            view->setItem(row, column, new QTableWidgetItem(u"Item %1"_s.arg(row * 4 + column)));
    }
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->selectRow(2);
    view->item(0, 0)->setCheckState(Qt::Checked);
    view->item(1, 0)->setCheckState(Qt::Unchecked);
    return view;
}

} // namespace

class TestStyle : public QObject
{
    Q_OBJECT

private slots:
    void init() { applyAppearance(*qApp, Appearance::Light); }
    void primaryButtonIsFilled_data();
    void primaryButtonIsFilled();
    void primaryLabelIsReadable();
    void focusIsVisible();
    void controlsAreOneHeight();
    void scrollBarHasNoButtons();
    void clickOnASliderGoesThere();
    void appearanceSwitchesWhileOpen();
    void sheets();
};

void TestStyle::primaryButtonIsFilled_data()
{
    QTest::addColumn<bool>("tool");
    QTest::addColumn<bool>("dark");
    QTest::newRow("push, light") << false << false;
    QTest::newRow("push, dark") << false << true;
    QTest::newRow("tool, light") << true << false;
    QTest::newRow("tool, dark") << true << true;
}

void TestStyle::primaryButtonIsFilled()
{
    QFETCH(bool, tool);
    QFETCH(bool, dark);
    applyAppearance(*qApp, dark ? Appearance::Dark : Appearance::Light);
    std::unique_ptr<QAbstractButton> button;
    if (tool)
        button = std::make_unique<QToolButton>();
    else
        button = std::make_unique<QPushButton>();
    button->setText(u"Run"_s);
    const QColor accent = Theme::of(qApp->palette()).accent;
    button->resize(100, 32);
    QVERIFY(shareOf(button->grab().toImage(), accent) < 0.02);
    button->setProperty("primary", true);
    QVERIFY(shareOf(button->grab().toImage(), accent) > 0.6);
    button->setEnabled(false);
    QVERIFY(shareOf(button->grab().toImage(), accent) < 0.02);
}

void TestStyle::primaryLabelIsReadable()
{
    applyAppearance(*qApp, Appearance::Dark);
    QPushButton button(icon(u"run"_s), u"Run"_s);
    button.setProperty("primary", true);
    const Theme theme = Theme::of(qApp->palette());
    // The filled triangle and the word, both in the colour that goes on the accent.
    QVERIFY(shareOf(button.grab().toImage(), theme.onAccent) > 0.03);
    QVERIFY(shareOf(button.grab().toImage(), qApp->palette().color(QPalette::ButtonText)) < 0.005);
}

void TestStyle::focusIsVisible()
{
    QWidget window;
    auto *layout = new QGridLayout(&window);
    auto *first = new QPushButton(u"First"_s);
    auto *second = new QPushButton(u"Second"_s);
    auto *line = new QLineEdit;
    layout->addWidget(first);
    layout->addWidget(second);
    layout->addWidget(line);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Tab);
    QTRY_VERIFY(second->hasFocus());
    const QColor accent = Theme::of(qApp->palette()).accent;
    QVERIFY(shareOf(second->grab().toImage(), accent) > 0.03);
    QVERIFY(shareOf(first->grab().toImage(), accent) < 0.01);
    QTest::keyClick(second, Qt::Key_Tab);
    QTRY_VERIFY(line->hasFocus());
    QVERIFY(shareOf(line->grab().toImage(), accent) > 0.02);
}

void TestStyle::controlsAreOneHeight()
{
    QLineEdit line;
    QDoubleSpinBox spin;
    QComboBox combo;
    combo.addItem(u"預設"_s);
    QCOMPARE(spin.sizeHint().height(), line.sizeHint().height());
    QCOMPARE(combo.sizeHint().height(), line.sizeHint().height());
    QVERIFY(QPushButton(u"Run"_s).sizeHint().height() >= 32);
}

void TestStyle::scrollBarHasNoButtons()
{
    QScrollBar bar(Qt::Vertical);
    bar.resize(13, 300);
    bar.setRange(0, 1000);
    bar.setPageStep(100);
    bar.show();
    // Pressing the very end pages instead of stepping by one line.
    QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(6, 298));
    QCOMPARE(bar.value(), 100);
    bar.setValue(1000);
    QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(6, 1));
    QCOMPARE(bar.value(), 900);
}

void TestStyle::clickOnASliderGoesThere()
{
    QSlider slider(Qt::Horizontal);
    slider.setRange(0, 100);
    slider.resize(200, 24);
    slider.show();
    QTest::mouseClick(&slider, Qt::LeftButton, {}, QPoint(150, 12));
    QVERIFY(std::abs(slider.value() - 77) <= 4);
}

void TestStyle::appearanceSwitchesWhileOpen()
{
    QLineEdit line;
    line.show();
    const auto ground = [&line] {
        return line.grab().toImage().pixelColor(line.width() / 2, 4).lightness();
    };
    QVERIFY(ground() > 200);
    applyAppearance(*qApp, Appearance::Dark);
    QTRY_VERIFY(ground() < 60);
    applyAppearance(*qApp, Appearance::Light);
    QTRY_VERIFY(ground() > 200);
}

void TestStyle::sheets()
{
    const QDir folder(QStringLiteral(RUSHES_BUILD_DIR "/screenshots/look"));
    QVERIFY(folder.mkpath(u"."_s));
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        applyAppearance(*qApp, appearance);
        QMainWindow window;
        fillToolBar(&window);
        auto *splitter = new QSplitter;
        splitter->addWidget(table());
        splitter->addWidget(fields());
        splitter->addWidget(new QPlainTextEdit(u"A cat\n一隻貓"_s));
        window.setCentralWidget(splitter);
        window.resize(1200, 480);
        window.show();
        const QString name =
            appearance == Appearance::Dark ? u"controls-dark"_s : u"controls-light"_s;
        QVERIFY(window.grab().save(folder.filePath(name + u".png"_s)));

        QMenu menu;
        menu.addAction(icon(u"open"_s), u"Open…"_s, QKeySequence::Open, [] {});
        menu.addSeparator();
        menu.addAction(icon(u"delete"_s), u"刪除"_s)->setEnabled(false);
        menu.setActiveAction(menu.actions().constFirst());
        QVERIFY(menu.grab().save(folder.filePath(name + u"-menu.png"_s)));
    }
}

QTEST_MAIN(TestStyle)
#include "test_style.moc"
