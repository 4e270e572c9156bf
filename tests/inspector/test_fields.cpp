// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/values/growingtextedit.h"
#include "inspector/fields/values/numberedit.h"
#include "inspector/fields/values/toggle.h"
#include "inspector/fieldstand.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>

using namespace ui;
using namespace Qt::StringLiterals;
using catalog::Parameter;
using catalog::ValueSchema;
using trial::between;
using trial::FieldStand;
using trial::nothing;
using trial::of;

/// Each control, used as a person does.
class TestFields : public QObject
{
    Q_OBJECT
private slots:
    void aNumberIsTyped()
    {
        FieldStand stand(between(u"width"_s, ValueSchema::Integer, 256, 2048));
        stand.row.setState({nothing, 1024, false});
        auto *edit = stand.find<NumberEdit>();
        QCOMPARE(edit->text(), u"1024"_s);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, u"512"_s);
        QCOMPARE(stand.said, (QList<QJsonValue>{5, 51, 512}));
    }

    void aClearedNumberStaysClearedUntilItIsLeft()
    {
        FieldStand stand(between(u"width"_s, ValueSchema::Integer, 256, 2048));
        stand.row.setState({640, 1024, false});
        auto *edit = stand.find<NumberEdit>();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Backspace);
        QCOMPARE(stand.said, QList<QJsonValue>{nothing});
        stand.row.setState({nothing, 1024, false});
        QVERIFY(edit->isEmpty());
        edit->clearFocus();
        QCOMPARE(edit->text(), u"1024"_s);
    }

    void aNumberOutsideItsBoundsIsShownAsItIs()
    {
        FieldStand stand(between(u"width"_s, ValueSchema::Integer, 256, 2048));
        stand.row.setState({4096, 1024, false});
        auto *edit = stand.find<NumberEdit>();
        QCOMPARE(edit->text(), u"4096"_s);
        QVERIFY(stand.said.isEmpty());
        QTest::keyClick(edit, Qt::Key_Down);
        QCOMPARE(stand.said.last(), QJsonValue(2048));
        stand.row.setState({u"wide"_s, 1024, false});
        QCOMPARE(edit->text(), u"wide"_s);
    }

    void stepsStayOnTheirGrid()
    {
        Parameter parameter = between(u"scale"_s, ValueSchema::Number, 0, 1);
        FieldStand stand(parameter);
        stand.row.setState({0.2, nothing, false});
        QTest::keyClick(stand.find<NumberEdit>(), Qt::Key_Up);
        QCOMPARE(stand.said.last().toDouble(), 0.21);
        parameter = between(u"width"_s, ValueSchema::Integer, 64, 512);
        parameter.multipleOf = 64;
        FieldStand sides(parameter);
        sides.row.setState({128, nothing, false});
        QTest::keyClick(sides.find<NumberEdit>(), Qt::Key_Up);
        QCOMPARE(sides.said.last(), QJsonValue(192));
    }

    void lettersAreNoNumber()
    {
        FieldStand stand(of(u"steps"_s, ValueSchema::Integer));
        auto *edit = stand.find<NumberEdit>();
        QTest::keyClicks(edit, u"a1b.2"_s);
        QCOMPARE(edit->text(), u"12"_s);
        edit->clear();
        QTest::keyClicks(edit, u"-"_s);
        QVERIFY(!stand.said.contains(QJsonValue(0)));
    }

    void theSliderFollowsAndLeads()
    {
        FieldStand stand(between(u"duration"_s, ValueSchema::Integer, 2, 12));
        stand.row.setState({7, 5, false});
        auto *slider = stand.find<QSlider>();
        QVERIFY(slider);
        QCOMPARE(slider->value(), 5);
        QVERIFY(stand.said.isEmpty());
        QTest::keyClick(slider, Qt::Key_End);
        QCOMPARE(stand.said, QList<QJsonValue>{12});
        QVERIFY(!FieldStand(of(u"seed_count"_s, ValueSchema::Integer)).find<QSlider>());
    }

    void stepsEndBeforeABoundThatIsExcluded()
    {
        Parameter whole = of(u"fps"_s, ValueSchema::Integer);
        whole.above = 0;
        whole.below = 3;
        FieldStand stand(whole);
        stand.row.setState({2, nothing, false});
        auto *edit = stand.find<NumberEdit>();
        QTest::keyClick(edit, Qt::Key_Up);
        QVERIFY(stand.said.isEmpty() || stand.said.last() == QJsonValue(2));
        stand.row.setState({1, nothing, false});
        QTest::keyClick(edit, Qt::Key_Down);
        for (const QJsonValue &said : std::as_const(stand.said))
            QVERIFY(catalog::fault(whole, said).isEmpty());

        Parameter part = between(u"strength"_s, ValueSchema::Number, 0, 1);
        part.above = 0;
        part.below = 1;
        FieldStand other(part);
        other.row.setState({0.5, nothing, false});
        for (const auto key : {Qt::Key_Home, Qt::Key_End}) {
            QTest::keyClick(other.find<QSlider>(), key);
            QVERIFY2(catalog::fault(part, other.said.last()).isEmpty(),
                     QByteArray::number(other.said.last().toDouble()).constData());
        }
        other.row.setState({0.95, nothing, false});
        for (int i = 0; i < 10; ++i) {
            QTest::keyClick(other.find<NumberEdit>(), Qt::Key_Up);
            other.row.setState({other.said.last(), nothing, false});
        }
        QVERIFY(catalog::fault(part, other.said.last()).isEmpty());
    }

    void aSizeIsTypedOrShaped()
    {
        Parameter parameter = of(u"size"_s, ValueSchema::String);
        parameter.defaultValue = u"1024*1024"_s;
        parameter.description = u"Width and height in pixels, 256 to 2048 each."_s;
        FieldStand stand(parameter);
        stand.row.setState({nothing, u"1024*1024"_s, false});
        const QList<NumberEdit *> sides = stand.row.findChildren<NumberEdit *>();
        QCOMPARE(sides.size(), 2);
        QCOMPARE(sides.at(0)->value(), QJsonValue(1024));
        QVERIFY(stand.choice(u"1:1"_s)->isChecked());
        QCOMPARE(sides.at(0)->accessibleName(), u"size: width"_s);

        // A side is typed anew; while it is empty the other waits.
        sides.at(0)->selectAll();
        QTest::keyClicks(sides.at(0), u"1536"_s);
        QCOMPARE(stand.said.last(), QJsonValue(u"1536*1024"_s));
        stand.row.setState({stand.said.last(), u"1024*1024"_s, false});
        QVERIFY(stand.choice(u"3:2"_s)->isChecked());
        const qsizetype said = stand.said.size();
        sides.at(1)->selectAll();
        QTest::keyClick(sides.at(1), Qt::Key_Delete);
        QCOMPARE(stand.said.size(), said);
        QCOMPARE(sides.at(0)->value(), QJsonValue(1536));

        // A shape keeps about the area, and the limits.
        QTest::mouseClick(stand.choice(u"16:9"_s), Qt::LeftButton);
        QCOMPARE(stand.said.last(), QJsonValue(u"1664*936"_s));
        stand.row.setState({u"2048*2048"_s, u"1024*1024"_s, false});
        QTest::mouseClick(stand.choice(u"9:16"_s), Qt::LeftButton);
        QCOMPARE(stand.said.last(), QJsonValue(u"1152*2048"_s));

        // Steps stay within what the description says.
        stand.row.setState({u"256*256"_s, u"1024*1024"_s, false});
        QTest::keyClick(sides.at(0), Qt::Key_Down);
        QCOMPARE(sides.at(0)->value(), QJsonValue(256));
        QTest::keyClick(sides.at(0), Qt::Key_Up);
        QCOMPARE(stand.said.last(), QJsonValue(u"264*256"_s));

        // A word from a file is shown, and gives way.
        stand.row.setState({u"2K"_s, u"1024*1024"_s, false});
        QVERIFY(stand.choice(u"2K"_s)->isChecked());
        QVERIFY(sides.at(0)->isEmpty());
        stand.row.setState({nothing, u"1024*1024"_s, true});
        QVERIFY(!stand.choice(u"1:1"_s)->isChecked());
        QVERIFY(!stand.choice(u"2K"_s));
    }

    void anObjectIsWrittenInBraces()
    {
        FieldStand stand(of(u"camera"_s, ValueSchema::Object));
        auto *text = stand.find<GrowingTextEdit>();
        QTest::keyClicks(text, u"[1]"_s);
        QVERIFY(stand.said.isEmpty());
        text->selectAll();
        QTest::keyClicks(text, u"{\"zoom\": 2}"_s);
        QCOMPARE(stand.said.last(), QJsonValue(QJsonObject{{u"zoom"_s, 2}}));
    }

    void theWheelOnlyScrolls()
    {
        FieldStand stand(between(u"duration"_s, ValueSchema::Integer, 2, 12));
        stand.row.setState({7, 5, false});
        for (QWidget *control : {static_cast<QWidget *>(stand.find<QSlider>()),
                                 static_cast<QWidget *>(stand.find<NumberEdit>())}) {
            QWheelEvent wheel(QPointF(5, 5), QPointF(5, 5), {}, QPoint(0, 120), Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(control, &wheel);
        }
        QVERIFY(stand.said.isEmpty());
    }

    void aChoiceIsPressedAndArrowsMoveIt()
    {
        FieldStand stand(of(u"aspect_ratio"_s, ValueSchema::String, {"16:9", "9:16", "1:1"}));
        stand.row.setState({nothing, u"16:9"_s, false});
        QVERIFY(stand.choice(u"16:9"_s)->isChecked());
        QTest::mouseClick(stand.choice(u"1:1"_s), Qt::LeftButton);
        QCOMPARE(stand.said, QList<QJsonValue>{u"1:1"_s});
        stand.row.setState({u"1:1"_s, u"16:9"_s, false});
        stand.choice(u"1:1"_s)->setFocus();
        QTest::keyClick(stand.choice(u"1:1"_s), Qt::Key_Left);
        QCOMPARE(stand.said.last(), QJsonValue(u"9:16"_s));
    }

    void aValueThatIsNoChoiceStandsBehindThem()
    {
        FieldStand stand(of(u"resolution"_s, ValueSchema::String, {"480p", "720p"}));
        stand.row.setState({u"4k"_s, u"720p"_s, false});
        QVERIFY(stand.choice(u"4k"_s)->isChecked());
        stand.row.setState({u"480p"_s, u"720p"_s, false});
        QVERIFY(!stand.choice(u"4k"_s));
        QVERIFY(stand.choice(u"480p"_s)->isChecked());
    }

    void ofSeveralValuesNoneIsPressed()
    {
        FieldStand stand(of(u"resolution"_s, ValueSchema::String, {"480p", "720p"}));
        stand.row.setState({u"480p"_s, nothing, false});
        stand.row.setState({nothing, nothing, true});
        QVERIFY(!stand.choice(u"480p"_s)->isChecked());
        QVERIFY(!stand.choice(u"720p"_s)->isChecked());
        QTest::mouseClick(stand.choice(u"720p"_s), Qt::LeftButton);
        QCOMPARE(stand.said, QList<QJsonValue>{u"720p"_s});
    }

    void numbersAreChosenAsNumbers()
    {
        FieldStand stand(of(u"duration"_s, ValueSchema::Integer, {5, 10}));
        QTest::mouseClick(stand.choice(u"10\u00a0s"_s), Qt::LeftButton);
        QCOMPARE(stand.said, QList<QJsonValue>{10});
    }

    void aListIsOpened()
    {
        FieldStand stand(of(u"style"_s, ValueSchema::String, {"a", "b", "c", "d", "e"}));
        auto *box = stand.find<QComboBox>();
        QCOMPARE(box->currentIndex(), -1);
        stand.row.setState({u"f"_s, u"a"_s, false});
        QCOMPARE(box->currentText(), u"f"_s);
        stand.row.setState({nothing, u"a"_s, false});
        QCOMPARE(box->count(), 5);
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(stand.said, QList<QJsonValue>{u"b"_s});
    }

    void aSwitchIsACheckBoxToAssistiveTechnology()
    {
        FieldStand stand(of(u"watermark"_s, ValueSchema::Boolean));
        stand.row.setState({nothing, true, false});
        auto *toggle = stand.find<Toggle>();
        QVERIFY(toggle->isChecked());
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(toggle);
        QCOMPARE(accessible->role(), QAccessible::CheckBox);
        QCOMPARE(accessible->text(QAccessible::Name), u"watermark"_s);
        QVERIFY(accessible->state().checked);
        QTest::keyClick(toggle, Qt::Key_Space);
        QCOMPARE(stand.said, QList<QJsonValue>{false});
    }

    void textIsCountedInCharacters()
    {
        Parameter parameter = of(u"negative_prompt"_s, ValueSchema::String);
        parameter.maxLength = 10;
        FieldStand stand(parameter);
        QString aside;
        bool tooMuch = false;
        connect(stand.row.field(), &Field::asideChanged, this,
                [&](const QString &text, bool tooLong) {
                    aside = text;
                    tooMuch = tooLong;
                });
        QTest::keyClicks(stand.find<GrowingTextEdit>(), u"abc"_s);
        QCOMPARE(aside, u"3 / 10"_s);
        stand.row.setState({u"貓🐈貓"_s, nothing, false});
        QCOMPARE(aside, u"3 / 10"_s);
        QVERIFY(!tooMuch);
        stand.row.setState({u"12345678901"_s, nothing, false});
        QVERIFY(tooMuch);
    }

    void theTextGrowsToALimit()
    {
        FieldStand stand(of(u"prompt"_s, ValueSchema::String));
        auto *text = stand.find<GrowingTextEdit>();
        const int empty = text->height();
        stand.row.setState({QString(u"line\n"_s).repeated(8), nothing, false});
        const int eight = text->minimumHeight();
        QVERIFY(eight > empty);
        stand.row.setState({QString(u"words and more words "_s).repeated(200), nothing, false});
        const int most = text->minimumHeight();
        QVERIFY(most > eight);
        stand.row.setState({QString(u"words and more words "_s).repeated(400), nothing, false});
        QCOMPARE(text->minimumHeight(), most);
    }

    void theCursorStaysWhereOnesOwnTextComesBack()
    {
        FieldStand stand(of(u"prompt"_s, ValueSchema::String));
        auto *text = stand.find<GrowingTextEdit>();
        stand.row.setState({u"a cat\n"_s, nothing, false});
        QCOMPARE(text->toPlainText(), u"a cat"_s);
        QTextCursor cursor = text->textCursor();
        cursor.setPosition(2);
        text->setTextCursor(cursor);
        QTest::keyClicks(text, u"fat "_s);
        QCOMPARE(stand.said.last(), QJsonValue(u"a fat cat"_s));
        stand.row.setState({stand.said.last(), nothing, false});
        QCOMPARE(text->textCursor().position(), 6);
    }

    void anEmptyTextIsSaidWhereTheDefaultIsNot()
    {
        FieldStand stand(of(u"negative_prompt"_s, ValueSchema::String));
        stand.row.setState({u"x"_s, u"blurry"_s, false});
        auto *text = stand.find<GrowingTextEdit>();
        text->selectAll();
        QTest::keyClick(text, Qt::Key_Delete);
        QCOMPARE(stand.said, QList<QJsonValue>{u""_s});
        stand.row.setState({u"x"_s, nothing, false});
        text->selectAll();
        QTest::keyClick(text, Qt::Key_Delete);
        QCOMPARE(stand.said.last(), nothing);
    }

    void theDiceThrowsWithinTheBounds()
    {
        FieldStand stand(between(u"seed"_s, ValueSchema::Integer, 10, 12));
        QToolButton *dice = nullptr;
        for (QToolButton *button : stand.row.findChildren<QToolButton *>()) {
            if (button->accessibleName() == "Throw a seed"_L1)
                dice = button;
        }
        QVERIFY(dice);
        for (int i = 0; i < 50; ++i)
            QTest::mouseClick(dice, Qt::LeftButton);
        QCOMPARE(stand.said.size(), 50);
        QVERIFY(std::all_of(stand.said.begin(), stand.said.end(), [](const QJsonValue &seed) {
            return seed.toInteger(-1) >= 10 && seed.toInteger(-1) <= 12;
        }));
        stand.row.setState({11, nothing, false});
        auto *any = stand.find<QPushButton>();
        QVERIFY(any->isEnabled());
        QTest::mouseClick(any, Qt::LeftButton);
        QCOMPARE(stand.said.last(), nothing);
    }

    void whatIsNoNumberYetIsForgottenWithTheNextOne()
    {
        FieldStand stand(between(u"seed"_s, ValueSchema::Integer, -1, 100));
        const auto notes = [&stand] {
            QStringList words;
            for (const QLabel *label : stand.row.findChildren<QLabel *>()) {
                if (label->isVisibleTo(&stand.row))
                    words.append(label->text());
            }
            return words.filter(u"no number"_s).size();
        };
        auto *edit = stand.find<NumberEdit>();
        edit->clear();
        QTest::keyClicks(edit, u"-"_s);
        QCOMPARE(notes(), 1);
        stand.row.setState({42, nothing, false});
        QCOMPARE(edit->text(), u"42"_s);
        QCOMPARE(notes(), 0);
    }

    void anySeedIsOfferedWhereNothingMeansAny()
    {
        catalog::Parameter fixed = between(u"seed"_s, ValueSchema::Integer, 0, 100);
        fixed.defaultValue = 42;
        FieldStand stand(fixed);
        QVERIFY(!stand.find<QPushButton>()->isVisibleTo(&stand.row));
    }

    void aSeedThatMeansAnyIsShownInWords()
    {
        FieldStand stand(between(u"seed"_s, ValueSchema::Integer, -1, 100));
        stand.row.setState({nothing, -1, false});
        QVERIFY(stand.find<NumberEdit>()->isEmpty());
        QTest::keyClick(stand.find<NumberEdit>(), Qt::Key_Up);
        QCOMPARE(stand.said.last(), QJsonValue(0));
    }

    void aLargeSeedKeepsItsDigits()
    {
        FieldStand stand(of(u"seed"_s, ValueSchema::Integer));
        QTest::keyClicks(stand.find<NumberEdit>(), u"900719925474099367"_s);
        QCOMPARE(stand.said.last().toInteger(), 900719925474099367LL);
    }
};

QTEST_MAIN(TestFields)
#include "test_fields.moc"
