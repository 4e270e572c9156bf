// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/binding.h"
#include "inspector/fields/values/numberedit.h"
#include "inspector/inspectorstand.h"
#include "inspector/variations/axesedit.h"
#include "inspector/variations/chipfield.h"
#include "inspector/variations/variationscard.h"
#include "jobs/delegates/modelchoices.h"
#include "jobs/delegates/modeleditor.h"

#include <QClipboard>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QWheelEvent>

using namespace ui;
using namespace Qt::StringLiterals;
using trial::InspectorStand;
using trial::jobOf;

namespace {

void type(QWidget *field, const QString &text)
{
    field->setFocus();
    QTest::keySequence(field, QKeySequence::SelectAll);
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

/// Types with an input method.
void compose(QWidget *field, const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(field, &event);
}

/// Counts how often somebody wants to know what it holds.
class CountingMimeData : public QMimeData
{
public:
    mutable int asked = 0;

protected:
    QVariant retrieveData(const QString &type, QMetaType wanted) const override
    {
        ++asked;
        return QMimeData::retrieveData(type, wanted);
    }
};

/// One entry with a list of two.
struct Stand : InspectorStand
{
    Stand()
        : InspectorStand({jobOf(trial::flux, u"hero"_s), jobOf(trial::flux, u"b"_s)})
    {
        batch::JobSource entry = document.entry(0);
        entry.job.prompt = u"A {product}"_s;
        entry.matrix = {{u"product"_s, {u"cup"_s, u"pot"_s}}};
        document.changeEntries({{0, entry}}, u"Begin"_s);
        document.undoStack()->clear();
        show({0});
    }

    const batch::JobSource &entry() const { return document.entry(0); }
    int steps() { return document.undoStack()->count(); }
    VariationsCard *card() const { return inspector.findChild<VariationsCard *>(); }
    ChipField *chips(int number) const { return card()->findChildren<ChipField *>().value(number); }
    batch::JobId made(int number) const
    {
        return document.batch().jobs.at(document.made(0).first + number).id;
    }
};

} // namespace

/// What makes several jobs of an entry, what they are, and what holds for all.
class TestVariations : public QObject
{
    Q_OBJECT
private slots:
    void saysHowManyJobsAndWhatTheyCost()
    {
        Stand stand;
        QVERIFY(stand.says(u"2 jobs, $0.08 together"_s));
        stand.show({1});
        QVERIFY(stand.says(u"One job, $0.04"_s));
        stand.show({0, 1});
        QVERIFY(!stand.card()->isVisibleTo(&stand.inspector));
    }

    void valuesAreTypedPastedAndTakenAway()
    {
        Stand stand;
        QLineEdit *line = stand.chips(0)->line();
        type(line, u"tray"_s);
        QCOMPARE(stand.entry().matrix.at(0).values, (QStringList{u"cup"_s, u"pot"_s, u"tray"_s}));
        QVERIFY(stand.says(u"3 jobs"_s));
        QGuiApplication::clipboard()->setText(u"bowl, blue\t1\nlid\t2\npot\t3\n"_s);
        QTest::keySequence(line, QKeySequence::Paste);
        QCOMPARE(stand.entry().matrix.at(0).values.mid(3),
                 (QStringList{u"bowl, blue"_s, u"lid"_s}));
        QTest::keyClick(line, Qt::Key_Backspace);
        QCOMPARE(stand.entry().matrix.at(0).values.size(), 4);
        auto *cup = stand.named<QAbstractButton>(u"Remove cup"_s);
        QVERIFY(cup);
        QTest::mouseClick(cup, Qt::LeftButton);
        QCOMPARE(stand.entry().matrix.at(0).values.constFirst(), u"pot"_s);
        QCOMPARE(stand.steps(), 4);
        while (stand.document.undoStack()->canUndo())
            stand.document.undoStack()->undo();
        QCOMPARE(stand.chips(0)->texts(), (QStringList{u"cup"_s, u"pot"_s}));
    }

    void chineseCommasEndAValueToo()
    {
        Stand stand;
        QLineEdit *line = stand.chips(0)->line();
        line->setFocus();
        compose(line, u"盤，"_s);
        QCOMPARE(stand.entry().matrix.at(0).values, (QStringList{u"cup"_s, u"pot"_s, u"盤"_s}));
        QVERIFY(line->text().isEmpty());
        QTest::keyClicks(line, u"\"red, blue\","_s);
        QCOMPARE(stand.entry().matrix.at(0).values.constLast(), u"red, blue"_s);
        // A value that has one stays as it is when others come and go.
        compose(line, u"蓋、"_s);
        QTest::keyClick(line, Qt::Key_Backspace);
        QCOMPARE(stand.entry().matrix.at(0).values.constLast(), u"red, blue"_s);
    }

    void whatIsTypedStaysWithItsEntry_data()
    {
        QTest::addColumn<QString>("field");
        QTest::newRow("takes") << u"Takes"_s;
        QTest::newRow("the name of a list") << u"Name of the list"_s;
        QTest::newRow("a value") << u"Values of product"_s;
        QTest::newRow("a variable") << u"Value of brand"_s;
    }

    /// Another entry is shown, and the focus stays where it is.
    void whatIsTypedStaysWithItsEntry()
    {
        QFETCH(QString, field);
        Stand stand;
        batch::JobSource entry = stand.entry();
        entry.vars = {{u"brand"_s, u"Aurora"_s}};
        stand.document.changeEntries({{0, entry}}, u"Change"_s);
        const batch::JobSource other = stand.document.entry(1);
        auto *line = stand.named<QWidget>(field);
        QVERIFY(line);
        line->setFocus();
        QTest::keySequence(line, QKeySequence::SelectAll);
        QTest::keyClicks(line, u"7"_s);
        QCOMPARE(stand.entry(), entry);
        stand.show({1});
        if (field == u"Takes"_s)
            entry.count = 7;
        else if (field == u"Name of the list"_s)
            entry.matrix[0].name = u"7"_s;
        else if (field == u"Values of product"_s)
            entry.matrix[0].values.append(u"7"_s);
        else
            entry.vars = {{u"brand"_s, u"7"_s}};
        QCOMPARE(stand.entry(), entry);
        if (QWidget *focus = QApplication::focusWidget())
            focus->clearFocus();
        QCoreApplication::processEvents();
        QCOMPARE(stand.document.entry(1), other);
        QCOMPARE(stand.entry(), entry);
        QCOMPARE(stand.steps(), 2);
    }

    /// It may be a step, or its undo, in which another entry comes to be shown.
    void whatIsTypedBreaksNoStep()
    {
        Stand stand;
        const batch::JobSource before = stand.entry();
        auto *takes = stand.named<QSpinBox>(u"Takes"_s);
        const auto typeTakes = [takes] {
            takes->setFocus();
            QTest::keySequence(takes, QKeySequence::SelectAll);
            QTest::keyClicks(takes, u"7"_s);
        };
        const auto showNew = [&stand](int first) {
            stand.inspector.showEntries({stand.document.entry(first).id()});
        };
        const auto shows = connect(&stand.document, &BatchDocument::jobsInserted, this, showNew);
        typeTakes();
        batch::JobSource added = stand.document.entry(1);
        added.job.id = batch::newJobId();
        stand.document.insertEntries(0, {added}, u"Add"_s);
        QCoreApplication::processEvents();
        disconnect(shows);
        QCOMPARE(stand.document.entry(1).count, 7);
        QCOMPARE(stand.steps(), 2);
        stand.document.undoStack()->undo();
        QCOMPARE(stand.document.entry(1), before);
        // The entry that is typed for goes.
        QVERIFY(takes->isVisible());
        typeTakes();
        stand.document.undoStack()->undo();
        QCoreApplication::processEvents();
        QCOMPARE(stand.document.jobCount(), 2);
        QCOMPARE(stand.entry(), before);
        QCOMPARE(stand.document.undoStack()->index(), 0);
        stand.document.undoStack()->redo();
        QCOMPARE(stand.document.entry(0), added);
    }

    void aListIsAddedWhenItHasANameAndAValue()
    {
        Stand stand;
        QTest::mouseClick(stand.named<QPushButton>(u"Add a list…"_s), Qt::LeftButton);
        QCOMPARE(stand.steps(), 0);
        auto *name = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(name);
        type(name, u"style"_s);
        QCOMPARE(stand.steps(), 0);
        type(stand.chips(1)->line(), u"ink,oil"_s);
        QCOMPARE(stand.entry().matrix.size(), 2);
        QCOMPARE(stand.entry().matrix.at(1).name, u"style"_s);
        QVERIFY(stand.says(u"4 jobs"_s));
        QCOMPARE(stand.card()->findChildren<ChipField *>().size(), 2);
        QTest::mouseClick(stand.named<QAbstractButton>(u"Remove style"_s), Qt::LeftButton);
        QCOMPARE(stand.entry().matrix.size(), 1);
    }

    void aListIsRenamedButNotToNothing()
    {
        Stand stand;
        auto *name = stand.named<QLineEdit>(u"Name of the list"_s);
        type(name, u"object"_s);
        QCOMPARE(stand.entry().matrix.at(0).name, u"object"_s);
        // The prompt still says {product}: that is said here, before anything runs.
        QVERIFY(stand.says(u"{product}"_s));
        QVERIFY(stand.says(u"No jobs"_s));
        QTest::keySequence(name, QKeySequence::SelectAll);
        QTest::keyClick(name, Qt::Key_Delete);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(name->text(), u"object"_s);
        QCOMPARE(stand.steps(), 1);
    }

    void takesMultiply()
    {
        Stand stand;
        auto *takes = stand.named<QSpinBox>(u"Takes"_s);
        takes->setValue(3);
        QCOMPARE(stand.entry().count, 3);
        QVERIFY(stand.says(u"6 jobs, $0.24 together"_s));
        takes->setValue(1);
        QVERIFY(!stand.entry().count);
    }

    void theWheelChangesNoTakes()
    {
        Stand stand;
        auto *takes = stand.named<QSpinBox>(u"Takes"_s);
        const auto turn = [takes] {
            QWheelEvent wheel(QPointF(5, 5), takes->mapToGlobal(QPointF(5, 5)), {}, {0, 120},
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(takes, &wheel);
            return wheel.isAccepted();
        };
        QVERIFY(!turn()); // it is the form's, to scroll
        takes->setFocus();
        QVERIFY(!turn());
        QCOMPARE(takes->value(), 1);
        QCOMPARE(stand.steps(), 0);
        QVERIFY(!(takes->focusPolicy() & Qt::WheelFocus & ~Qt::StrongFocus));
    }

    void theOnlyCombinationThatIsExcludedComesBack()
    {
        Stand stand;
        batch::JobSource entry = stand.entry();
        entry.matrix[0].values = {u"cup"_s};
        entry.exclude = {{{{u"product"_s, u"cup"_s}}, std::nullopt}};
        stand.document.changeEntries({{0, entry}}, u"Change"_s);
        QVERIFY(stand.says(u"1 switched off"_s));
        auto *allOn = stand.named<QPushButton>(u"Switch all on"_s);
        QVERIFY(allOn);
        QTest::mouseClick(allOn, Qt::LeftButton);
        QVERIFY(stand.document.batch().jobs.constFirst().enabled);
    }

    void aChangeElsewhereTakesNothingThatIsTyped()
    {
        Stand stand;
        batch::JobSource entry = stand.entry();
        entry.vars = {{u"brand"_s, u"Aurora"_s}, {u"year"_s, u"2024"_s}};
        stand.document.changeEntries({{0, entry}}, u"Change"_s);
        auto *year = stand.named<QLineEdit>(u"Value of year"_s);
        year->setFocus();
        QTest::keySequence(year, QKeySequence::SelectAll);
        QTest::keyClicks(year, u"20"_s);
        stand.chips(0)->line()->setText(u"half"_s);
        auto *name = stand.named<QLineEdit>(u"Name of the list"_s);
        // Others change what stands before it, and behind it.
        entry.vars = {{u"age"_s, u"new"_s}, {u"brand"_s, u"Borealis"_s}, {u"year"_s, u"2025"_s}};
        entry.matrix.prepend({u"style"_s, {u"ink"_s}});
        stand.document.changeEntries({{0, entry}}, u"Change"_s);
        QCOMPARE(stand.named<QLineEdit>(u"Value of brand"_s)->text(), u"Borealis"_s);
        QCOMPARE(stand.named<QLineEdit>(u"Value of year"_s), year);
        QCOMPARE(year->text(), u"20"_s);
        QVERIFY(year->hasFocus());
        QCOMPARE(name->text(), u"product"_s);
        QCOMPARE(stand.chips(0)->line()->accessibleName(), u"Values of product"_s);
        QCOMPARE(stand.chips(0)->line()->text(), u"half"_s);
        QCOMPARE(stand.chips(1)->texts(), QStringList(u"ink"_s));
        QTest::keyClicks(year, u"26"_s);
        QTest::keyClick(year, Qt::Key_Return);
        entry.vars[u"year"_s] = u"2026"_s;
        QCOMPARE(stand.entry().vars, entry.vars);
        QCOMPARE(stand.entry().matrix, entry.matrix);
        // What was not typed is not written, whatever it shows.
        stand.document.undoStack()->undo();
        QCOMPARE(year->text(), u"2025"_s);
        const int steps = stand.document.undoStack()->index();
        year->clearFocus();
        QCOMPARE(stand.document.undoStack()->index(), steps);
        QCOMPARE(stand.entry().vars.value(u"year"_s), u"2025"_s);
    }

    void aRenamedVariableKeepsItsRow()
    {
        Stand stand;
        batch::JobSource entry = stand.entry();
        entry.vars = {{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}};
        stand.document.changeEntries({{0, entry}}, u"Change"_s);
        auto *value = stand.named<QLineEdit>(u"Value of a"_s);
        QList<QLineEdit *> names;
        for (QLineEdit *line : stand.card()->findChildren<QLineEdit *>()) {
            if (line->accessibleName() == u"Name of the variable"_s)
                names.append(line);
        }
        type(names.constFirst(), u"z"_s);
        QCOMPARE(stand.entry().vars, (batch::Variables{{u"b"_s, u"2"_s}, {u"z"_s, u"1"_s}}));
        QCOMPARE(stand.named<QLineEdit>(u"Value of z"_s), value);
        QCOMPARE(value->text(), u"1"_s);
        QCoreApplication::processEvents();
        QVERIFY(value->parentWidget()->y()
                > stand.named<QLineEdit>(u"Value of b"_s)->parentWidget()->y());
    }

    void aListsNameThatIsHalfTypedStays()
    {
        Stand stand;
        auto *name = stand.named<QLineEdit>(u"Name of the list"_s);
        name->setFocus();
        QTest::keyClicks(name, u"s"_s);
        batch::JobSource entry = stand.entry();
        entry.matrix[0].values.append(u"tray"_s);
        stand.document.changeEntries({{0, entry}}, u"Change"_s);
        QCOMPARE(name->text(), u"products"_s);
        QCOMPARE(stand.chips(0)->texts().size(), 3);
        name->clearFocus();
        QCOMPARE(stand.entry().matrix.constFirst().name, u"products"_s);
    }

    void aKeyInTheLineLeavesTheClipboardAlone()
    {
        Stand stand;
        auto *mime = new CountingMimeData;
        mime->setText(u"a\nb"_s);
        QGuiApplication::clipboard()->setMimeData(mime);
        QLineEdit *line = stand.chips(0)->line();
        line->setFocus();
        const int before = mime->asked;
        QTest::keyClicks(line, u"abc"_s);
        QCOMPARE(mime->asked, before);
        QTest::keySequence(line, QKeySequence::Paste);
        QVERIFY(mime->asked > before);
    }

    void aLimitIsSaidInWords()
    {
        Stand stand;
        auto *takes = stand.named<QSpinBox>(u"Takes"_s);
        takes->setValue(900);
        QVERIFY(stand.says(u"No jobs"_s));
        QVERIFY(stand.says(u"1,000"_s));
        stand.document.undoStack()->undo();
        QVERIFY(stand.says(u"2 jobs"_s));
    }

    void whatIsSwitchedOffIsCountedAndComesBack()
    {
        Stand stand;
        auto *allOn = stand.named<QPushButton>(u"Switch all on"_s);
        QVERIFY(!allOn);
        stand.document.setMadeEnabled({stand.made(0)}, false);
        QVERIFY(stand.says(u"1 switched off"_s));
        QVERIFY(stand.says(u"$0.04 together"_s));
        allOn = stand.named<QPushButton>(u"Switch all on"_s);
        QVERIFY(allOn);
        QTest::mouseClick(allOn, Qt::LeftButton);
        QVERIFY(stand.entry().exclude.isEmpty());
    }

    void variablesOfTheEntry()
    {
        Stand stand;
        auto *card = stand.card();
        QPushButton *add = nullptr;
        for (QPushButton *each : card->findChildren<QPushButton *>()) {
            if (each->text() == u"Add a variable…"_s)
                add = each;
        }
        QTest::mouseClick(add, Qt::LeftButton);
        auto *name = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(name);
        type(name, u"brand"_s);
        QCOMPARE(stand.entry().vars, (batch::Variables{{u"brand"_s, QString()}}));
        type(stand.named<QLineEdit>(u"Value of brand"_s), u"Aurora"_s);
        QCOMPARE(stand.entry().vars.value(u"brand"_s), u"Aurora"_s);
        QTest::mouseClick(stand.named<QAbstractButton>(u"Remove brand"_s), Qt::LeftButton);
        QVERIFY(stand.entry().vars.isEmpty());
    }

    void whatAnEntryMakesIsShownToBeRead()
    {
        Stand stand;
        QSignalSpy wanted(&stand.inspector, &Inspector::entriesRequested);
        stand.inspector.showMade({stand.made(1)});
        QVERIFY(stand.says(u"hero pot"_s));
        QVERIFY(stand.says(u"A pot"_s));
        QVERIFY(stand.says(u"product: pot"_s));
        QVERIFY(stand.says(u"made by hero"_s));
        QVERIFY(!stand.row(u"prompt"_s));
        QTest::mouseClick(stand.named<QPushButton>(u"Edit hero"_s), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QVERIFY(stand.row(u"prompt"_s));
        QVERIFY(!stand.says(u"made by hero"_s));
        stand.inspector.showMade({stand.made(0), stand.made(1)});
        QVERIFY(stand.says(u"2 jobs"_s));
        QVERIFY(stand.says(u"These jobs are made by hero. They are edited there."_s));
    }

    /// One of several jobs may have the id of the entry itself.
    void aMadeJobIsNotTakenForItsEntry()
    {
        Stand stand;
        stand.inspector.showMade({stand.entry().id()});
        QVERIFY(!stand.row(u"prompt"_s));
    }

    void jobsOfDifferentEntriesAreEditedTogether()
    {
        Stand stand;
        batch::JobSource other = stand.entry();
        other.job.id = batch::newJobId();
        other.job.name = u"side"_s;
        stand.document.insertEntries(1, {other}, u"Add"_s);
        stand.inspector.showMade({stand.made(0), stand.document.madeIds(1).at(0)});
        QVERIFY(stand.says(u"2 jobs"_s));
        QVERIFY(stand.says(u"made in different places: hero, side"_s));
        QSignalSpy wanted(&stand.inspector, &Inspector::entriesRequested);
        QTest::mouseClick(stand.named<QPushButton>(u"Edit these 2 entries"_s), Qt::LeftButton);
        QCOMPARE(wanted.constFirst().constFirst().value<QList<batch::JobId>>(),
                 (QList{stand.entry().id(), other.id()}));
        QVERIFY(stand.row(u"prompt"_s));
    }

    void jobsOfIncludedFilesLeadToThem()
    {
        Stand stand;
        batch::Included house;
        house.path = u"/somewhere/house.yaml"_s;
        house.jobs = {stand.document.job(0), stand.document.job(0)};
        for (batch::JobSource &job : house.jobs)
            job.job.id = batch::newJobId();
        house.jobs[1].job.name = u"logo"_s;
        config::BatchFile file;
        file.source = stand.document.source();
        file.source.included = {house};
        stand.document.reset(file);
        const auto &jobs = stand.document.batch().jobs;
        stand.inspector.showMade({jobs.at(0).id});
        QVERIFY(stand.says(u"This job comes from house.yaml. It is edited there."_s));
        stand.inspector.showMade({jobs.at(0).id, jobs.at(1).id});
        QVERIFY(stand.says(u"These jobs come from house.yaml. They are edited there."_s));
        QSignalSpy wanted(&stand.inspector, &Inspector::openFileRequested);
        QTest::mouseClick(stand.named<QPushButton>(u"Open house.yaml"_s), Qt::LeftButton);
        QCOMPARE(wanted.constFirst().constFirst().toString(), house.path);
        // Some here and some there: nothing leads to both.
        stand.inspector.showMade({jobs.at(0).id, stand.made(0)});
        QVERIFY(stand.says(u"different places: house.yaml, hero"_s));
        QVERIFY(!stand.named<QPushButton>(u"Open house.yaml"_s));
    }

    void goesToNothingWithItsJob()
    {
        Stand stand;
        stand.inspector.showMade({stand.made(1)});
        stand.document.removeJobs({0});
        QVERIFY(stand.says(u"Choose a job"_s));
    }

    /// The browser is for jobs, and the list follows what is there.
    void modelsForAllJobs()
    {
        Stand stand;
        stand.inspector.showEntries({});
        auto *editor = stand.named<ModelEditor>(u"Model"_s);
        QVERIFY(editor);
        const auto isOffered = [editor](const QVariant &value, int role) {
            return editor->findData(value, role) >= 0;
        };
        QVERIFY(isOffered(QString::fromLatin1(trial::flux), ModelChoices::ModelIdRole));
        QVERIFY(
            !isOffered(static_cast<int>(ModelChoices::Kind::AllModels), ModelChoices::KindRole));
        const QString other = u"acme/dreamer"_s;
        batch::BatchSource source = stand.document.source();
        source.jobs[1].job.model = other;
        config::BatchFile file;
        file.source = source;
        stand.document.reload(file);
        stand.inspector.showEntries({});
        QVERIFY(isOffered(other, ModelChoices::ModelIdRole));
        type(editor, QString::fromLatin1(trial::veo));
        QCOMPARE(stand.document.source().defaults.all.job.model, QString::fromLatin1(trial::veo));
    }

    void valuesForAllJobs()
    {
        Stand stand;
        stand.inspector.showEntries({});
        QVERIFY(stand.says(u"Choose a job"_s));
        auto *width = stand.named<QLineEdit>(u"Width"_s);
        QVERIFY(width);
        type(width, u"512"_s);
        QCOMPARE(stand.document.source().defaults.all.job.width, 512);
        QCOMPARE(stand.steps(), 1);
        type(width, u"wide"_s);
        QCOMPARE(stand.steps(), 1);
        QCOMPARE(width->text(), u"512"_s);
        type(stand.named<QLineEdit>(u"Resolution"_s), u"720p"_s);
        type(stand.named<QLineEdit>(u"Length"_s), u"2.5"_s);
        QCOMPARE(stand.document.source().defaults.all.job.duration, 2.5);
        QCOMPARE(stand.steps(), 3);
        QTest::keySequence(width, QKeySequence::SelectAll);
        QTest::keyClick(width, Qt::Key_Delete);
        QTest::keyClick(width, Qt::Key_Return);
        QVERIFY(!stand.document.source().defaults.all.job.width);
        while (stand.document.undoStack()->canUndo())
            stand.document.undoStack()->undo();
        QVERIFY(stand.document.source().defaults.isEmpty());
        QCOMPARE(width->text(), QString());
    }

    void anUndoReachesAFieldThatHasTheFocus()
    {
        Stand stand;
        stand.inspector.showEntries({});
        auto *width = stand.named<QLineEdit>(u"Width"_s);
        auto *prompt = stand.named<QPlainTextEdit>(u"Prompt"_s);
        auto *resolution = stand.named<QLineEdit>(u"Resolution"_s);
        QVERIFY(width && prompt && resolution);
        type(width, u"512"_s);
        prompt->setFocus();
        QTest::keyClicks(prompt, u"A dog"_s);
        resolution->setFocus();
        QCOMPARE(stand.document.source().defaults.all.job.prompt, u"A dog"_s);
        QCOMPARE(stand.steps(), 2);
        // The field that has the focus shows what an undo brings, and leaving it takes nothing
        // back.
        prompt->setFocus();
        QTest::keySequence(prompt, QKeySequence::Undo);
        QCOMPARE(prompt->toPlainText(), QString());
        width->setFocus();
        QTest::keySequence(width, QKeySequence::Undo);
        QCOMPARE(width->text(), QString());
        resolution->setFocus();
        QVERIFY(stand.document.source().defaults.isEmpty());
        QCOMPARE(stand.document.undoStack()->index(), 0);
        // What is typed goes first.
        prompt->setFocus();
        QTest::keyClicks(prompt, u"A fox"_s);
        stand.document.undoStack()->redo();
        QCOMPARE(prompt->toPlainText(), u"A fox"_s);
        QTest::keySequence(prompt, QKeySequence::Undo);
        QCOMPARE(prompt->toPlainText(), QString());
        QCOMPARE(stand.document.undoStack()->index(), 1);
        QTest::keySequence(width, QKeySequence::SelectAll);
        QTest::keyClicks(width, u"640"_s);
        QTest::keySequence(width, QKeySequence::Undo);
        QCOMPARE(stand.document.undoStack()->index(), 1);
    }

    void whatIsTypedForAllJobsOutlivesAReload()
    {
        Stand stand;
        stand.inspector.showEntries({});
        auto *width = stand.named<QLineEdit>(u"Width"_s);
        auto *ratio = stand.named<QLineEdit>(u"Aspect ratio"_s);
        width->setFocus();
        QTest::keyClicks(width, u"51"_s);
        config::BatchFile file;
        file.source = stand.document.source();
        file.source.defaults.all.job.height = 300;
        file.source.defaults.all.job.width = 100;
        stand.document.reload(file);
        QCOMPARE(width->text(), u"51"_s);
        QCOMPARE(stand.named<QLineEdit>(u"Height"_s)->text(), u"300"_s);
        ratio->setFocus();
        QCOMPARE(stand.document.source().defaults.all.job.width, 51);
        QCOMPARE(stand.document.source().defaults.all.job.height, 300);
        // Another document takes nothing of what was typed for this one.
        width->setFocus();
        QTest::keyClicks(width, u"2"_s);
        stand.document.reset();
        QCOMPARE(width->text(), QString());
        ratio->setFocus();
        QVERIFY(stand.document.source().defaults.isEmpty());
        QVERIFY(!stand.document.isModified());
    }

    void whatOnlyTheDefaultsSayIsNotToBeRemovedHere()
    {
        Stand stand;
        Premises premises = Premises::of(stand.document.source());
        premises.defaults.all.job.params = {{u"mood"_s, u"calm"_s}};
        stand.document.changePremises(premises, u"Defaults"_s);
        stand.show({1});
        QVERIFY(stand.says(u"mood"_s));
        QVERIFY(stand.says(u"From the values for all jobs"_s));
        QVERIFY(!stand.named<QAbstractButton>(u"Remove mood"_s));
        batch::JobSource entry = stand.document.entry(1);
        entry.job.params = {{u"mood"_s, u"wild"_s}};
        stand.document.changeEntries({{1, entry}}, u"Change"_s);
        auto *remove = stand.named<QAbstractButton>(u"Remove mood"_s);
        QVERIFY(remove);
        QTest::mouseClick(remove, Qt::LeftButton);
        QVERIFY(stand.document.entry(1).job.params.isEmpty());
        QCOMPARE(stand.document.job(1).params.value(u"mood"_s), u"calm"_s);
        QVERIFY(!stand.named<QAbstractButton>(u"Remove mood"_s));
    }

    void aDefaultShowsAsOneUntilItIsSaid()
    {
        Stand stand;
        Premises premises = Premises::of(stand.document.source());
        premises.defaults.all.job.width = 512;
        stand.document.changePremises(premises, u"Defaults"_s);
        stand.show({1});
        QVERIFY(stand.row(u"width"_s));
        QVERIFY(stand.says(u"From the values for all jobs"_s));
        QVERIFY(!stand.resetButton(u"width"_s));
        batch::Job job = stand.document.job(1);
        job.width = 768;
        stand.document.changeJob(1, job, u"Width"_s);
        QAbstractButton *reset = stand.resetButton(u"width"_s);
        QVERIFY(reset);
        QTest::mouseClick(reset, Qt::LeftButton);
        QVERIFY(!stand.document.entry(1).job.width);
        QCOMPARE(stand.document.job(1).width, 512);
    }

    void theModelsOwnDefaultIsSaidWhereTheFileHasAnother()
    {
        Stand stand;
        Premises premises = Premises::of(stand.document.source());
        premises.defaults.all.job.width = 512;
        stand.document.changePremises(premises, u"Defaults"_s);
        stand.show({1});
        const auto type = [&stand](const QString &parameter, const QString &text) {
            auto *field = stand.control<ui::NumberEdit>(parameter);
            field->setFocus();
            QTest::keySequence(field, QKeySequence::SelectAll);
            QTest::keyClicks(field, text);
        };
        type(u"width"_s, u"1024"_s);
        QCOMPARE(stand.document.entry(1).job.width, 1024);
        QCOMPARE(stand.document.job(1).width, 1024);
        // What the file's defaults say needs not be said twice.
        type(u"width"_s, u"512"_s);
        QVERIFY(!stand.document.entry(1).job.width);
        QCOMPARE(stand.document.job(1).width, 512);
    }

    void patienceIsSaidWhereTheFileHasAnother()
    {
        const QList<ui::Binding> bindings = ui::runBindings(batch::MediaType::Video);
        const batch::Job job;
        QCOMPARE(bindings.at(0).changed(job, 600, catalog::Saying::Always).maxWait, 600);
        QVERIFY(!bindings.at(0).changed(job, 600, catalog::Saying::AsNeeded).maxWait);
        QCOMPARE(bindings.at(1).changed(job, 2, catalog::Saying::Always).maxRetries, 2);
        QVERIFY(!bindings.at(1).changed(job, 2, catalog::Saying::AsNeeded).maxRetries);
    }
};

QTEST_MAIN(TestVariations)
#include "test_variations.moc"
