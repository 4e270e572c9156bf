// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/choices/choicebutton.h"
#include "inspector/fields/pictures/imagewell.h"
#include "inspector/fields/values/growingtextedit.h"
#include "inspector/fields/values/numberedit.h"
#include "inspector/fields/values/toggle.h"
#include "inspector/inspectorstand.h"

#include <QAccessible>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace ui;
using namespace Qt::StringLiterals;
using trial::InspectorStand;
using trial::jobOf;

namespace {

void retype(QWidget *field, const QString &text)
{
    field->setFocus();
    QTest::keySequence(field, QKeySequence::SelectAll);
    QTest::keyClicks(field, text);
}

batch::Job seedanceJob()
{
    batch::Job job = jobOf(trial::seedance, u"Clip"_s, batch::MediaType::Video);
    job.image = u"https://example.com/a.png"_s;
    return job;
}

} // namespace

/// The form for one job, used as a person does.
class TestInspector : public QObject
{
    Q_OBJECT
private slots:
    void theFormFollowsTheSchema()
    {
        InspectorStand stand({jobOf(trial::atelier, u"Edit"_s)});
        stand.show({0});
        QStringList names;
        for (const FieldRow *row : stand.inspector.findChildren<FieldRow *>()) {
            if (row->isVisibleTo(&stand.inspector))
                names.append(row->name());
        }
        QStringList wanted;
        for (const auto &parameter :
             stand.document.catalog().find(QString::fromLatin1(trial::atelier))->parameters)
            wanted.append(parameter.name);
        QCOMPARE(names, wanted);
    }

    void onlyWhatDiffersIsSaved()
    {
        InspectorStand stand({jobOf(trial::flux, u"Cat"_s)});
        stand.show({0});
        const batch::Job before = stand.document.job(0);
        auto *width = stand.control<NumberEdit>(u"width"_s);
        QCOMPARE(width->text(), u"1024"_s);
        QVERIFY(!stand.resetButton(u"width"_s));
        retype(width, u"640"_s);
        QCOMPARE(stand.document.job(0).width, 640);
        QVERIFY(stand.document.job(0).params.isEmpty());
        QVERIFY(stand.resetButton(u"width"_s));
        retype(width, u"1024"_s);
        QCOMPARE(stand.document.job(0), before);
        QVERIFY(!stand.resetButton(u"width"_s));
    }

    void aParameterWithoutACommonNameGoesToParams()
    {
        InspectorStand stand({jobOf(trial::atelier, u"Edit"_s)});
        stand.show({0});
        QTest::mouseClick(stand.control<Toggle>(u"watermark"_s), Qt::LeftButton);
        QCOMPARE(stand.document.job(0).params, (QJsonObject{{u"watermark"_s, true}}));
        QTest::mouseClick(stand.control<Toggle>(u"watermark"_s), Qt::LeftButton);
        QVERIFY(stand.document.job(0).params.isEmpty());
    }

    void typingIsOneStepAndLeavingTheFieldEndsIt()
    {
        InspectorStand stand({jobOf(trial::flux, u"Cat"_s)});
        stand.show({0});
        QUndoStack *undo = stand.document.undoStack();
        auto *prompt = stand.control<GrowingTextEdit>(u"prompt"_s);
        retype(prompt, u"A dog"_s);
        QCOMPARE(stand.document.job(0).prompt, u"A dog"_s);
        QCOMPARE(undo->count(), 1);
        prompt->clearFocus();
        prompt->setFocus();
        QTest::keyClicks(prompt, u" or two"_s);
        QCOMPARE(undo->count(), 2);
        retype(stand.control<NumberEdit>(u"width"_s), u"512"_s);
        QCOMPARE(undo->count(), 3);
        QCOMPARE(stand.document.job(0).prompt, u"A dog or two"_s);
    }

    void undoWithinATextIsTheDocuments()
    {
        InspectorStand stand({jobOf(trial::flux, u"Cat"_s)});
        stand.show({0});
        auto *prompt = stand.control<GrowingTextEdit>(u"prompt"_s);
        const QString before = prompt->toPlainText();
        retype(prompt, u"A dog"_s);
        QTest::keySequence(prompt, QKeySequence::Undo);
        QCOMPARE(prompt->toPlainText(), before);
        QCOMPARE(stand.document.job(0).prompt, before);
        QTest::keySequence(prompt, QKeySequence::Redo);
        QCOMPARE(prompt->toPlainText(), u"A dog"_s);
        auto *name = stand.named<QLineEdit>(u"Job name"_s);
        retype(name, u"Dog"_s);
        QCOMPARE(stand.document.job(0).name, u"Dog"_s);
        QTest::keySequence(name, QKeySequence::Undo);
        QCOMPARE(name->text(), u"Cat"_s);
        auto *width = stand.control<NumberEdit>(u"width"_s);
        retype(width, u"640"_s);
        QTest::keySequence(width, QKeySequence::Undo);
        QCOMPARE(width->text(), u"1024"_s);
    }

    void whatIsWrongIsSaidWhileTyping()
    {
        InspectorStand stand({jobOf(trial::flux, u"Cat"_s)});
        stand.show({0});
        auto *width = stand.control<NumberEdit>(u"width"_s);
        retype(width, u"4096"_s);
        QVERIFY(batch::hasError(stand.document.problems(0)));
        QVERIFY2(width->accessibleDescription().contains(u"2048"_s),
                 qPrintable(width->accessibleDescription()));
        QVERIFY(stand.says(u"2048"_s));
        retype(width, u"2048"_s);
        QVERIFY(!stand.says(u"2048"_s));
        auto *prompt = stand.control<GrowingTextEdit>(u"prompt"_s);
        prompt->setFocus();
        prompt->selectAll();
        QTest::keyClick(prompt, Qt::Key_Delete);
        QVERIFY(stand.says(u"prompt is empty"_s));
    }

    void aValueThatTheModelDoesntOfferIsShownAndMarked()
    {
        batch::Job job = jobOf(trial::atelier, u"Edit"_s);
        job.params.insert(u"style"_s, u"charcoal"_s);
        InspectorStand stand({job});
        stand.show({0});
        auto *style = stand.control<QComboBox>(u"style"_s);
        QCOMPARE(style->currentText(), u"charcoal"_s);
        QVERIFY(style->accessibleDescription().contains(u"risograph"_s));
        QCOMPARE(stand.document.undoStack()->count(), 0);
    }

    void theWayBackTakesTheValueAway()
    {
        batch::Job job = seedanceJob();
        job.resolution = u"480p"_s;
        job.duration = 8;
        InspectorStand stand({job});
        stand.show({0});
        QTest::mouseClick(stand.resetButton(u"resolution"_s), Qt::LeftButton);
        QVERIFY(!stand.document.job(0).resolution);
        QTest::mouseClick(stand.resetButton(u"duration"_s), Qt::LeftButton);
        QVERIFY(!stand.document.job(0).duration);
        QCOMPARE(stand.document.undoStack()->count(), 2);
        QVERIFY(!stand.resetButton(u"duration"_s));
    }

    void aChoiceIsMadeByKeyboard()
    {
        InspectorStand stand({seedanceJob()});
        stand.show({0});
        ChoiceButton *chosen = nullptr;
        for (ChoiceButton *button : stand.row(u"resolution"_s)->findChildren<ChoiceButton *>()) {
            if (button->isChecked())
                chosen = button;
        }
        QVERIFY(chosen);
        QCOMPARE(chosen->text(), u"1080p"_s);
        chosen->setFocus();
        QTest::keyClick(chosen, Qt::Key_Left);
        QCOMPARE(stand.document.job(0).resolution, u"720p"_s);
        QCOMPARE(stand.document.undoStack()->count(), 1);
    }

    void thePictureKeepsTheKeyThatTheFileUses()
    {
        batch::Job job = seedanceJob();
        job.image.reset();
        job.imageUrl = u"https://example.com/a.png"_s;
        InspectorStand stand({job});
        stand.show({0});
        FieldRow *row = stand.row(u"image_url"_s);
        if (!row)
            row = stand.row(u"image"_s);
        QVERIFY(row);
        auto *address = row->findChild<QLineEdit *>();
        QCOMPARE(address->text(), u"https://example.com/a.png"_s);
        retype(address, u"b.png"_s);
        QCOMPARE(stand.document.job(0).imageUrl, u"b.png"_s);
        QVERIFY(!stand.document.job(0).image);
    }

    void whatTheModelDoesntKnowIsShownAndRemoved()
    {
        batch::Job job = jobOf(trial::flux, u"Cat"_s);
        job.params.insert(u"quality"_s, u"high"_s);
        job.negativePrompt = u"hands"_s;
        InspectorStand stand({job});
        stand.show({0});
        QVERIFY(stand.says(u"high"_s));
        QVERIFY(stand.says(u"hands"_s));
        QTest::mouseClick(stand.named<QToolButton>(u"Remove quality"_s), Qt::LeftButton);
        QVERIFY(stand.document.job(0).params.isEmpty());
        QVERIFY(!stand.says(u"high"_s));
        QTest::mouseClick(stand.named<QToolButton>(u"Remove negative_prompt"_s), Qt::LeftButton);
        QVERIFY(!stand.document.job(0).negativePrompt);
        QCOMPARE(stand.document.undoStack()->count(), 2);
        stand.document.undoStack()->undo();
        QVERIFY(stand.says(u"hands"_s));
    }

    void patienceIsFoldedAndEdited()
    {
        InspectorStand stand({jobOf(trial::flux, u"Cat"_s)});
        stand.show({0});
        QVERIFY(!stand.row(u"max_wait"_s));
        QTest::mouseClick(stand.named<QToolButton>(u"Run"_s), Qt::LeftButton);
        auto *wait = stand.control<NumberEdit>(u"max_wait"_s);
        QCOMPARE(wait->text(), u"300"_s);
        retype(wait, u"120"_s);
        QCOMPARE(stand.document.job(0).maxWait, 120.0);
        retype(stand.control<NumberEdit>(u"max_retries"_s), u"5"_s);
        QCOMPARE(stand.document.job(0).maxRetries, 5);
        retype(stand.control<NumberEdit>(u"max_retries"_s), u"2"_s);
        QVERIFY(!stand.document.job(0).maxRetries);
    }

    void aModelWithoutASchemaGetsTheCommonFields_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<bool>("video");
        QTest::addColumn<QStringList>("fields");
        const QStringList rest{u"aspect_ratio"_s, u"image"_s, u"seed"_s, u"negative_prompt"_s};
        QTest::newRow("no schema") << QString::fromLatin1(trial::plain) << false
                                   << QStringList{u"prompt"_s, u"width"_s, u"height"_s} + rest;
        QTest::newRow("unknown") << u"some/model"_s << true
                                 << QStringList{u"prompt"_s, u"duration"_s, u"resolution"_s} + rest;
        QTest::newRow("none") << QString() << false
                              << QStringList{u"prompt"_s, u"width"_s, u"height"_s} + rest;
    }
    void aModelWithoutASchemaGetsTheCommonFields()
    {
        QFETCH(QString, model);
        QFETCH(bool, video);
        QFETCH(QStringList, fields);
        batch::Job job =
            jobOf("", u"Cat"_s, video ? batch::MediaType::Video : batch::MediaType::Image);
        job.model = model;
        InspectorStand stand({job});
        stand.show({0});
        for (const QString &name : std::as_const(fields))
            QVERIFY2(stand.row(name), qPrintable(name));
        retype(stand.control<NumberEdit>(u"seed"_s), u"7"_s);
        QCOMPARE(stand.document.job(0).seed, 7);
        retype(stand.control<QLineEdit>(u"aspect_ratio"_s), u"16:9"_s);
        QCOMPARE(stand.document.job(0).aspectRatio, u"16:9"_s);
        retype(stand.control<GrowingTextEdit>(u"negative_prompt"_s), u"x"_s);
        QCOMPARE(stand.document.job(0).negativePrompt, u"x"_s);
        QVERIFY(stand.document.job(0).params.isEmpty());
        if (video) {
            retype(stand.control<NumberEdit>(u"duration"_s), u"7.5"_s);
            QCOMPARE(stand.document.job(0).duration, 7.5);
        }
    }

    void whatElseAnUnknownModelIsToldIsEdited()
    {
        batch::Job job = jobOf(trial::plain, u"Cat"_s);
        job.params = {{u"guidance_scale"_s, 5}, {u"seed"_s, 3}};
        InspectorStand stand({job});
        stand.show({0});
        QVERIFY(stand.says(u"Further parameters"_s));
        QVERIFY(!stand.says(u"Not a parameter of this model"_s));
        auto *further = stand.control<GrowingTextEdit>(u"params"_s);
        QCOMPARE(QJsonDocument::fromJson(further->toPlainText().toUtf8()).object(),
                 (QJsonObject{{u"guidance_scale"_s, 5}}));
        QCOMPARE(stand.control<NumberEdit>(u"seed"_s)->text(), u"3"_s);

        retype(further, u"{\"steps\": 20}"_s);
        QCOMPARE(stand.document.job(0).params, (QJsonObject{{u"seed"_s, 3}, {u"steps"_s, 20}}));
        retype(further, u"[1]"_s);
        QVERIFY(stand.says(u"Write keys and values in braces"_s));
        QCOMPARE(stand.document.job(0).params, (QJsonObject{{u"seed"_s, 3}, {u"steps"_s, 20}}));
        stand.document.undoStack()->undo();
        QCOMPARE(stand.document.job(0).params, job.params);
        QTest::mouseClick(stand.resetButton(u"params"_s), Qt::LeftButton);
        QCOMPARE(stand.document.job(0).params, (QJsonObject{{u"seed"_s, 3}}));

        // What is said of them as a whole is said there.
        batch::Job another = stand.document.job(0);
        another.params.insert(u"model"_s, u"x"_s);
        stand.document.changeJob(0, another, u"Change"_s);
        QVERIFY(stand.says(u"params can't change the model"_s));
    }

    void theHeadSaysModelAndCost()
    {
        batch::Job job = seedanceJob();
        job.duration = 10;
        InspectorStand stand({job});
        stand.show({0});
        QVERIFY(stand.says(u"Seedance"_s));
        QVERIFY(stand.says(u"$0.22"_s));
        QVERIFY(stand.says(u"$0.022 a second"_s));
        QSignalSpy wanted(&stand.inspector, &Inspector::modelRequested);
        for (QPushButton *button : stand.inspector.findChildren<QPushButton *>()) {
            if (button->text().startsWith(u"Change model"_s))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().value<QList<batch::JobId>>(),
                 QList<batch::JobId>{stand.document.job(0).id});
        retype(stand.control<NumberEdit>(u"duration"_s), u"5"_s);
        QVERIFY(stand.says(u"$0.11"_s));
    }

    void aGuessIsCalledOne()
    {
        batch::Job job = jobOf("some/model", u"Cat"_s);
        InspectorStand stand({job});
        stand.show({0});
        QVERIFY(stand.says(u"≈"_s));
        QVERIFY(stand.says(u"a guess"_s));
    }

    void everyControlHasAName()
    {
        batch::Job edit = jobOf(trial::atelier, u"Edit"_s);
        edit.params.insert(u"images"_s, QJsonArray{u"a.png"_s});
        InspectorStand stand({edit, seedanceJob()});
        for (int row = 0; row < 2; ++row) {
            stand.show({row});
            for (QWidget *widget : stand.inspector.findChildren<QWidget *>()) {
                if (!widget->isVisibleTo(&stand.inspector) || widget->focusProxy()
                    || !(widget->focusPolicy() & Qt::TabFocus))
                    continue;
                QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
                QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(),
                         widget->metaObject()->className());
            }
        }
    }

    void itNeverScrollsSideways_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("narrow") << 340;
        QTest::newRow("usual") << 400;
        QTest::newRow("wide") << 520;
    }
    void itNeverScrollsSideways()
    {
        QFETCH(int, width);
        batch::Job edit = jobOf(trial::atelier, u"Edit"_s);
        edit.params.insert(u"images"_s, QJsonArray{u"a.png"_s, u"b.png"_s});
        edit.params.insert(u"a_parameter_that_nobody_knows"_s, QString(300, u'x'));
        InspectorStand stand({edit, seedanceJob(), jobOf(trial::flux, u"Cat"_s)});
        stand.inspector.resize(width, 700);
        for (int row = 0; row < 3; ++row) {
            stand.show({row});
            QCoreApplication::processEvents();
            auto *area = stand.inspector.findChild<QScrollArea *>();
            QVERIFY2(area->widget()->width() <= area->viewport()->width(),
                     qPrintable(QString::number(area->widget()->minimumSizeHint().width())));
        }
    }
};

QTEST_MAIN(TestInspector)
#include "test_inspector.moc"
