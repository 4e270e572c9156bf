// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/pictures/imagewell.h"
#include "inspector/fields/pictures/jobpicker.h"
#include "inspector/fields/values/growingtextedit.h"
#include "inspector/fields/values/numberedit.h"
#include "inspector/fieldstand.h"
#include "session/jobmime.h"

#include <QDropEvent>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace ui;
using namespace Qt::StringLiterals;
using catalog::Parameter;
using catalog::ValueSchema;
using trial::between;
using trial::FieldStand;
using trial::nothing;
using trial::of;

namespace {

void drop(QWidget *target, const QMimeData &data)
{
    const QPoint middle = target->rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    if (!enter.isAccepted())
        return;
    QDropEvent event(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &event);
}

QMimeData *filesAt(QMimeData *data, const QStringList &files)
{
    QList<QUrl> urls;
    for (const QString &file : files)
        urls.append(QUrl::fromLocalFile(file));
    data->setUrls(urls);
    return data;
}

} // namespace

/// Pictures, lists of them and JSON; and what a row says around its control.
class TestPictureFields : public QObject
{
    Q_OBJECT
private slots:
    void aJobsResultIsDropped()
    {
        QTemporaryDir folder;
        QMimeData data;
        filesAt(&data, {folder.filePath(u"first.png"_s)});
        ui::jobmime::put(&data, {batch::newJobId(), u"job:初稿 2"_s});
        FieldStand stand(of(u"image"_s, ValueSchema::String), folder.path());
        drop(stand.find<ImageWell>(), data);
        QCOMPARE(stand.said, QList<QJsonValue>{u"job:初稿 2"_s});
    }

    /// Who proposes a move, and is told of one, deletes the file.
    void aFileIsOnlyEverCopied()
    {
        QTemporaryDir folder;
        QMimeData data;
        filesAt(&data, {folder.filePath(u"first.png"_s)});
        FieldStand stand(of(u"image"_s, ValueSchema::String), folder.path());
        auto *well = stand.find<ImageWell>();
        const QPoint middle = well->rect().center();
        const Qt::DropActions either = Qt::CopyAction | Qt::MoveAction;
        QDragEnterEvent enter(middle, either, &data, Qt::LeftButton, Qt::ShiftModifier);
        QCOMPARE(enter.proposedAction(), Qt::MoveAction);
        QApplication::sendEvent(well, &enter);
        QVERIFY(enter.isAccepted());
        QCOMPARE(enter.dropAction(), Qt::CopyAction);
        QDropEvent event(middle, either, &data, Qt::LeftButton, Qt::ShiftModifier);
        QApplication::sendEvent(well, &event);
        QVERIFY(event.isAccepted());
        QCOMPARE(event.dropAction(), Qt::CopyAction);
        QCOMPARE(stand.said.size(), 1);
    }

    void aJobIsChosenByItsName()
    {
        FieldContext context = FieldStand::context({});
        context.jobs = [] {
            return QList<JobChoice>{{u"first"_s, batch::MediaType::Image, {}},
                                    {u"second"_s, batch::MediaType::Video, {}}};
        };
        FieldRow row(of(u"image"_s, ValueSchema::String), context);
        QList<QJsonValue> said;
        connect(&row, &FieldRow::edited, &row,
                [&said](const QJsonValue &value, bool) { said.append(value); });
        row.setState({});
        row.show();
        for (QToolButton *button : row.findChildren<QToolButton *>()) {
            if (button->accessibleName() == "Use what another job makes"_L1)
                button->click();
        }
        auto *picker = row.findChild<JobPicker *>();
        QVERIFY(picker);
        auto *search = picker->findChild<QLineEdit *>();
        QTest::keyClicks(search, u"ECO"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(said, QList<QJsonValue>{u"job:second"_s});
        QVERIFY(!picker->isVisible());
        // A name that no job has chooses none.
        JobPicker other(&row);
        other.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy chosen(&other, &JobPicker::chosen);
        other.choose({{u"first"_s, batch::MediaType::Image, {}}}, &row);
        QTest::keyClicks(other.findChild<QLineEdit *>(), u"zzz"_s);
        QTest::keyClick(other.findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 0);
    }

    void aPictureIsDropped()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"first.png"_s);
        QImage picture(64, 48, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QVERIFY(picture.save(file));
        FieldStand stand(of(u"image"_s, ValueSchema::String), folder.path());
        QMimeData data;
        drop(stand.find<ImageWell>(), *filesAt(&data, {file}));
        QCOMPARE(stand.said, QList<QJsonValue>{u"first.png"_s});
        stand.row.setState({u"first.png"_s, nothing, false});
        QCOMPARE(stand.find<QLineEdit>()->text(), u"first.png"_s);
        const auto isRed = [&stand] {
            auto *well = stand.find<ImageWell>();
            return well->grab().toImage().pixelColor(well->rect().center()) == QColor(Qt::red);
        };
        QTRY_VERIFY(isRed());
        stand.row.setState({u"https://example.com/a.png"_s, nothing, false});
        QVERIFY(!isRed());
    }

    void whatIsNoPictureIsNotTaken()
    {
        FieldStand stand(of(u"image"_s, ValueSchema::String));
        QMimeData data;
        drop(stand.find<ImageWell>(), *filesAt(&data, {u"/somewhere/notes.txt"_s}));
        QVERIFY(stand.said.isEmpty());
    }

    void picturesAreAddedMovedAndRemoved()
    {
        Parameter parameter = of(u"images"_s, ValueSchema::Array);
        parameter.maxItems = 3;
        FieldStand stand(parameter, u"/batch"_s);
        QMimeData data;
        QList<ImageWell *> wells = stand.row.findChildren<ImageWell *>();
        drop(wells.constLast(), *filesAt(&data, {u"/batch/a.png"_s, u"/batch/b.png"_s}));
        QCOMPARE(stand.said, (QList<QJsonValue>{QJsonArray{"a.png", "b.png"}}));
        stand.row.setState({stand.said.last(), nothing, false});
        const auto press = [&stand](const QString &name) {
            for (QToolButton *button : stand.row.findChildren<QToolButton *>()) {
                if (button->accessibleName() == name && button->isEnabled())
                    QTest::mouseClick(button, Qt::LeftButton);
            }
            stand.row.setState({stand.said.last(), nothing, false});
        };
        press(u"Move picture 2 up"_s);
        QCOMPARE(stand.said.last(), QJsonValue(QJsonArray{"b.png", "a.png"}));
        press(u"Remove picture 1"_s);
        QCOMPARE(stand.said.last(), QJsonValue(QJsonArray{"a.png"}));
        press(u"Remove picture 1"_s);
        QCOMPARE(stand.said.last(), nothing);
    }

    void jsonIsTakenOnlyWhole()
    {
        FieldStand stand(of(u"loras"_s, ValueSchema::Array));
        auto *text = stand.find<GrowingTextEdit>();
        QTest::keyClicks(text, u"[1"_s);
        QVERIFY(stand.said.isEmpty());
        QVERIFY(text->accessibleDescription().contains(u"no JSON yet"_s));
        QTest::keyClicks(text, u", 2]"_s);
        QCOMPARE(stand.said, (QList<QJsonValue>{QJsonArray{1, 2}}));
        QVERIFY(!text->accessibleDescription().contains(u"no JSON yet"_s));
        stand.row.setState({stand.said.last(), nothing, false});
        QCOMPARE(text->toPlainText(), u"[1, 2]"_s);
        stand.row.setState({QJsonObject{{u"a"_s, 1}}, nothing, false});
        QVERIFY(text->toPlainText().contains(u"\"a\": 1"_s));
    }

    void jsonFollowsAnUndo()
    {
        const QJsonValue before = QJsonArray{1, 2};
        FieldStand stand(of(u"loras"_s, ValueSchema::Array));
        auto *text = stand.find<GrowingTextEdit>();
        stand.row.setState({before, nothing, false});
        text->setFocus();
        text->selectAll();
        QTest::keyClick(text, Qt::Key_Delete);
        QCOMPARE(stand.said.last(), nothing);
        // Empty it stays, to write something else, also where something holds by default.
        stand.row.setState({nothing, QJsonArray{3}, false});
        QVERIFY(text->toPlainText().isEmpty());
        stand.row.setState({before, QJsonArray{3}, false});
        QVERIFY(text->toPlainText().contains(u"2"_s));
        // What is no JSON yet goes before another value, not before the same.
        QTest::keyClicks(text, u"!"_s);
        const QString unfinished = text->toPlainText();
        stand.row.setState({before, QJsonArray{3}, false});
        QCOMPARE(text->toPlainText(), unfinished);
        stand.row.setState({QJsonArray{4}, QJsonArray{3}, false});
        QCOMPARE(text->toPlainText().simplified(), u"[ 4 ]"_s);
        QVERIFY(text->accessibleDescription().isEmpty());
    }

    void jsonThatIsLeftEmptyShowsWhatHolds()
    {
        FieldStand stand(of(u"loras"_s, ValueSchema::Array));
        auto *text = stand.find<GrowingTextEdit>();
        stand.row.setState({nothing, QJsonArray{3}, false});
        text->setFocus();
        text->selectAll();
        QTest::keyClick(text, Qt::Key_Delete);
        QVERIFY(text->toPlainText().isEmpty());
        text->clearFocus();
        QVERIFY(text->toPlainText().contains(u"3"_s));
    }

    void unfinishedJsonGoesWithItsJob()
    {
        FieldStand stand(of(u"loras"_s, ValueSchema::Array));
        auto *text = stand.find<GrowingTextEdit>();
        QTest::keyClicks(text, u"[1"_s);
        stand.row.setState({nothing, nothing, false});
        QCOMPARE(text->toPlainText(), u"[1"_s);
        stand.row.forget();
        stand.row.setState({nothing, nothing, false});
        QVERIFY(text->toPlainText().isEmpty());
        QVERIFY(text->accessibleDescription().isEmpty());
    }

    void theWayBackKeepsItsPlace()
    {
        FieldStand stand(between(u"width"_s, ValueSchema::Integer, 256, 2048));
        stand.row.setState({nothing, 1024, false});
        const QRect before = stand.find<NumberEdit>()->geometry();
        const int height = stand.row.sizeHint().height();
        QToolButton *reset = nullptr;
        stand.row.setState({640, 1024, false});
        reset = stand.resetButton();
        QVERIFY(reset && reset->isVisible());
        QCOMPARE(stand.find<NumberEdit>()->geometry(), before);
        QCOMPARE(stand.row.sizeHint().height(), height);
        QTest::mouseClick(reset, Qt::LeftButton);
        QCOMPARE(stand.said.last(), nothing);
        stand.row.setState({nothing, 1024, false});
        QVERIFY(!reset->isVisible());
    }

    void whatIsWrongStandsInTheHelpsPlace()
    {
        Parameter parameter = of(u"tag"_s, ValueSchema::String);
        parameter.description = u"A short name."_s;
        FieldStand stand(parameter);
        auto *line = stand.find<QLineEdit>();
        QCOMPARE(line->accessibleName(), u"tag"_s);
        QCOMPARE(line->accessibleDescription(), u"A short name."_s);
        stand.row.setProblem(u"It is too long: 20 at most."_s, Tone::Error);
        QVERIFY(line->accessibleDescription().startsWith(u"It is too long"_s));
        const auto labels = stand.row.findChildren<QLabel *>();
        const auto shown = [&labels](const QString &text) {
            return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
                return label->isVisible() && label->text() == text;
            });
        };
        QVERIFY(shown(u"It is too long: 20 at most."_s));
        QVERIFY(!shown(u"A short name."_s));
        stand.row.setProblem({}, Tone::Error);
        QVERIFY(shown(u"A short name."_s));
    }
};

QTEST_MAIN(TestPictureFields)
#include "test_picturefields.moc"
