// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/delegates/prompteditor.h"
#include "jobs/delegates/sizeeditor.h"
#include "jobs/models.h"
#include "jobs/table/jobtable.h"
#include "jobs/table/jobtablemodel.h"
#include "jobs/table/jobtableview.h"
#include "session/document/batchdocument.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;
using batch::Job;
using batch::MediaType;
using ui::JobTableModel;

namespace {

const QString flux = u"black-forest-labs/flux-2-pro/text-to-image"_s;
const QString veo = u"google/veo3.1/text-to-video"_s;

} // namespace

/// Each editor, opened in its cell and used from the keyboard.
class TestJobTableEditors : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ui::BatchDocument> m_document;
    std::unique_ptr<ui::JobTable> m_table;

    ui::JobTableView *view() const { return m_table->view(); }
    Job job(int row) const { return m_document->job(row); }
    int steps() const { return m_document->undoStack()->count(); }

    /// Opens the cell's editor with F2; the keyboard goes to the widget that comes back.
    QWidget *open(int row, int column)
    {
        view()->setFocus();
        view()->setCurrentIndex(m_table->model()->index(row, column));
        QTest::keyClick(view(), Qt::Key_F2);
        return QApplication::focusWidget();
    }

    QWidget *editorAt(int row, int column) const
    {
        return view()->indexWidget(m_table->model()->index(row, column));
    }

private slots:
    void init()
    {
        m_document = std::make_unique<ui::BatchDocument>(catalog::Catalog::builtIn());
        Job image;
        image.name = u"a"_s;
        image.model = flux;
        image.prompt = u"A cat"_s;
        Job video = image;
        video.id = batch::newJobId();
        video.name = u"b"_s;
        video.type = MediaType::Video;
        video.model = veo;
        config::BatchFile file;
        file.source.jobs = {image, video};
        m_document->reset(file);
        m_table = std::make_unique<ui::JobTable>(m_document.get(), nullptr);
        m_table->resize(704, 420);
        m_table->show();
        QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
    }

    void cleanup()
    {
        m_table.reset();
        m_document.reset();
    }

    void renames()
    {
        auto *line = qobject_cast<QLineEdit *>(open(0, JobTableModel::NameColumn));
        QVERIFY(line);
        QTest::keyClicks(line, u"Opening"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(job(0).name, u"Opening"_s);
        QTRY_VERIFY(view()->hasFocus());
        QCOMPARE(steps(), 1);
    }

    void escapeLeavesAllAsItWas_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        QTest::newRow("name") << 0 << int(JobTableModel::NameColumn);
        QTest::newRow("model") << 0 << int(JobTableModel::ModelColumn);
        QTest::newRow("prompt") << 0 << int(JobTableModel::PromptColumn);
        QTest::newRow("size") << 0 << int(JobTableModel::SizeColumn);
        QTest::newRow("length") << 1 << int(JobTableModel::SizeColumn);
    }

    void escapeLeavesAllAsItWas()
    {
        QFETCH(int, row);
        QFETCH(int, column);
        QWidget *editor = open(row, column);
        QVERIFY(editorAt(row, column));
        QTest::keyClicks(editor, u"7"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!editorAt(row, column));
        QTRY_VERIFY(view()->hasFocus());
        QCOMPARE(steps(), 0);
    }

    void openingAndLeavingChangesNothing()
    {
        for (int row = 0; row < 2; ++row) {
            for (int column = JobTableModel::NameColumn; column <= JobTableModel::SizeColumn;
                 ++column) {
                open(row, column);
                QVERIFY(editorAt(row, column));
                view()->setFocus();
                QTRY_VERIFY(!editorAt(row, column));
            }
        }
        QCOMPARE(steps(), 0);
    }

    void choosesAType()
    {
        auto *combo = qobject_cast<QComboBox *>(open(0, JobTableModel::TypeColumn));
        QVERIFY(combo);
        QTest::keyClick(combo, Qt::Key_Down);
        QTRY_COMPARE(job(0).type, MediaType::Video);
        QTRY_VERIFY(!editorAt(0, JobTableModel::TypeColumn));
        QCOMPARE(job(0).model, u"bytedance/seedance-v1.5-pro/text-to-video"_s);
        QCOMPARE(steps(), 1);
    }

    void choosesAModelByTyping_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("model");
        QTest::addColumn<MediaType>("type");
        QTest::newRow("name") << u"Veo 3.1"_s << veo << MediaType::Video;
        QTest::newRow("name in small letters") << u"veo 3.1"_s << veo << MediaType::Video;
        QTest::newRow("id") << u"google/veo3.1/text-to-video"_s << veo << MediaType::Video;
        QTest::newRow("unknown id") << u"acme/dreamer"_s << u"acme/dreamer"_s << MediaType::Image;
        QTest::newRow("a heading is no model") << u"Images"_s << u"Images"_s << MediaType::Image;
    }

    void choosesAModelByTyping()
    {
        QFETCH(QString, typed);
        QFETCH(QString, model);
        QFETCH(MediaType, type);
        QWidget *line = open(0, JobTableModel::ModelColumn);
        QVERIFY(line);
        QTest::keyClicks(line, typed);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(job(0).model, model);
        QCOMPARE(job(0).type, type);
        QTRY_VERIFY(!editorAt(0, JobTableModel::ModelColumn));
        QCOMPARE(steps(), 1);
    }

    void writesAPromptOfSeveralLines()
    {
        auto *prompt = qobject_cast<ui::PromptEditor *>(open(0, JobTableModel::PromptColumn));
        QVERIFY(prompt);
        const int before = prompt->height();
        QVERIFY(prompt->width() > view()->columnWidth(JobTableModel::PromptColumn));
        for (int line = 0; line < 5; ++line) {
            QTest::keyClick(prompt, Qt::Key_Return);
            QTest::keyClicks(prompt, u"on a roof"_s);
        }
        QVERIFY(prompt->height() > before);
        QVERIFY(view()->viewport()->rect().contains(prompt->geometry()));
        QCOMPARE(steps(), 0);
        QTest::keyClick(prompt, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(job(0).prompt.count(u'\n'), 5);
        QVERIFY(job(0).prompt.startsWith(u"A cat\non a roof"_s));
        QTRY_VERIFY(view()->hasFocus());
        QCOMPARE(steps(), 1);
    }

    void tabKeepsThePromptAndGoesOn()
    {
        QWidget *prompt = open(0, JobTableModel::PromptColumn);
        QTest::keyClicks(prompt, u" asleep"_s);
        QTest::keyClick(prompt, Qt::Key_Tab);
        QCOMPARE(job(0).prompt, u"A cat asleep"_s);
        QTRY_VERIFY(editorAt(0, JobTableModel::SizeColumn));
    }

    void leavingThePromptKeepsIt()
    {
        QWidget *prompt = open(0, JobTableModel::PromptColumn);
        QTest::keyClicks(prompt, u" asleep"_s);
        view()->setFocus();
        QTRY_COMPARE(job(0).prompt, u"A cat asleep"_s);
        QTRY_VERIFY(!editorAt(0, JobTableModel::PromptColumn));
    }

    void setsWidthAndHeight()
    {
        QWidget *width = open(0, JobTableModel::SizeColumn);
        QTest::keyClicks(width, u"1536"_s);
        QTest::keyClick(width, Qt::Key_Tab);
        QWidget *height = QApplication::focusWidget();
        QVERIFY(height != width);
        QTest::keyClicks(height, u"640"_s);
        QTest::keyClick(height, Qt::Key_Return);
        QTRY_COMPARE(job(0).width, std::optional(1536));
        QCOMPARE(job(0).height, std::optional(640));
        QTRY_VERIFY(!editorAt(0, JobTableModel::SizeColumn));
        QTRY_VERIFY(view()->hasFocus());
        QCOMPARE(steps(), 1);
    }

    void offersShapes()
    {
        open(0, JobTableModel::SizeColumn);
        auto *editor = qobject_cast<ui::SizeEditor *>(editorAt(0, JobTableModel::SizeColumn));
        QVERIFY(editor);
        for (QToolButton *button : editor->findChildren<QToolButton *>()) {
            if (button->text() == u"9:16"_s)
                button->click();
        }
        QCOMPARE(editor->size().width, 576);
        QCOMPARE(editor->size().height, 1024);
        view()->setFocus();
        QTRY_COMPARE(job(0).width, std::optional(576));
        QCOMPARE(steps(), 1);
    }

    void setsLengthAndResolutionWithinTheModelsLimits()
    {
        open(1, JobTableModel::SizeColumn);
        QWidget *editor = editorAt(1, JobTableModel::SizeColumn);
        QVERIFY(editor);
        auto *length = editor->findChild<QDoubleSpinBox *>();
        auto *resolution = editor->findChild<QComboBox *>();
        QCOMPARE(length->maximum(), 8.0);
        QCOMPARE(resolution->count(), 2);
        length->selectAll();
        QTest::keyClicks(length, u"7"_s);
        QTest::keyClick(length, Qt::Key_Tab);
        QVERIFY(resolution->hasFocus());
        QTest::keyClick(resolution, Qt::Key_Up);
        // Past the last of its fields.
        for (int field = 1; field < 4 && editor->isAncestorOf(QApplication::focusWidget()); ++field)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTRY_COMPARE(job(1).duration, std::optional(7.0));
        QCOMPARE(job(1).resolution, std::optional(u"720p"_s));
        QTRY_VERIFY(!editorAt(1, JobTableModel::SizeColumn));
        QCOMPARE(steps(), 1);
    }

    void keepsALengthThatTheModelDoesNotMakeUntilItIsChanged()
    {
        Job tooLong = job(1);
        tooLong.duration = 12.5;
        m_document->changeJob(1, tooLong, u"Longer"_s);
        open(1, JobTableModel::SizeColumn);
        view()->setFocus();
        QTRY_VERIFY(!editorAt(1, JobTableModel::SizeColumn));
        QCOMPARE(job(1).duration, std::optional(12.5));
        QCOMPARE(steps(), 1);
    }

    void offersTheSizesOfTheModel()
    {
        m_document->setCatalog(models::catalogOf({models::sized()}));
        Job sized = job(0);
        sized.model = models::sized().id;
        m_document->changeJob(0, sized, u"Model"_s);
        auto *sizes = qobject_cast<QComboBox *>(open(0, JobTableModel::SizeColumn));
        QVERIFY(sizes);
        QCOMPARE(sizes->count(), 3);
        QCOMPARE(sizes->currentText(), u"1536 × 1024"_s);
        QTest::keyClick(sizes, Qt::Key_End);
        QTest::keyClick(sizes, Qt::Key_Return);
        QTRY_COMPARE(job(0).width, std::optional(2048));
        QCOMPARE(job(0).height, std::optional(2048));
        QCOMPARE(steps(), 2);
    }

    void offersTheRatiosAndLengthsOfTheModel()
    {
        m_document->setCatalog(models::catalogOf({models::clips()}));
        Job clip = job(1);
        clip.model = models::clips().id;
        m_document->changeJob(1, clip, u"Model"_s);
        auto *length = qobject_cast<QComboBox *>(open(1, JobTableModel::SizeColumn));
        QVERIFY(length);
        QCOMPARE(length->currentText(), u"4 s"_s);
        QTest::keyClick(length, Qt::Key_End);
        QTest::keyClick(length, Qt::Key_Tab);
        auto *resolution = qobject_cast<QComboBox *>(QApplication::focusWidget());
        QVERIFY(resolution);
        QCOMPARE(resolution->currentText(), u"720p"_s);
        QTest::keyClick(resolution, Qt::Key_Tab);
        auto *ratio = qobject_cast<QComboBox *>(QApplication::focusWidget());
        QVERIFY(ratio);
        QTest::keyClick(ratio, Qt::Key_End);
        QTest::keyClick(ratio, Qt::Key_Return);
        QTRY_COMPARE(job(1).duration, std::optional(12.0));
        QCOMPARE(job(1).resolution, std::nullopt);
        QCOMPARE(job(1).aspectRatio, std::optional(u"9:16"_s));
        QCOMPARE(steps(), 2);
    }

    /// The table has shortcuts for these keys, which an editor has its own use for, or none.
    void keysOfAnEditorAreNoShortcuts_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        QTest::newRow("type") << 0 << int(JobTableModel::TypeColumn);
        QTest::newRow("model") << 0 << int(JobTableModel::ModelColumn);
        QTest::newRow("prompt") << 0 << int(JobTableModel::PromptColumn);
        QTest::newRow("size") << 0 << int(JobTableModel::SizeColumn);
        QTest::newRow("length") << 1 << int(JobTableModel::SizeColumn);
    }

    void keysOfAnEditorAreNoShortcuts()
    {
        QFETCH(int, row);
        QFETCH(int, column);
        open(row, column);
        QWidgetList fields = editorAt(row, column)->findChildren<QWidget *>();
        fields.prepend(editorAt(row, column));
        int tried = 0;
        for (QWidget *field : std::as_const(fields)) {
            if (field->focusPolicy() == Qt::NoFocus || field->focusProxy()
                || field->window() != m_table.get()) {
                continue;
            }
            field->setFocus();
            QTest::keyClick(field, Qt::Key_Delete);
            QTest::keyClick(field, Qt::Key_Up, Qt::AltModifier);
            if (!qobject_cast<QComboBox *>(field))
                QTest::keyClick(field, Qt::Key_Down, Qt::AltModifier);
            ++tried;
            QCOMPARE(m_document->jobCount(), 2);
            QCOMPARE(job(0).name, u"a"_s);
        }
        QVERIFY(tried > 0);
    }

    void altAndDownOpensTheList()
    {
        auto *combo = qobject_cast<QComboBox *>(open(0, JobTableModel::TypeColumn));
        QVERIFY(combo);
        QTest::keyClick(combo, Qt::Key_Down, Qt::AltModifier);
        QTRY_VERIFY(combo->view()->isVisible());
        QTest::keyClick(combo->view(), Qt::Key_Escape);
        QCOMPARE(steps(), 0);
        QCOMPARE(job(0).name, u"a"_s);
    }

    void whatIsTypedIsTakenWhenItIsWanted_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("typed");
        QTest::newRow("name") << int(JobTableModel::NameColumn) << u"dawn"_s;
        QTest::newRow("model") << int(JobTableModel::ModelColumn) << u"acme/dreamer"_s;
        QTest::newRow("prompt") << int(JobTableModel::PromptColumn) << u"A dog"_s;
        QTest::newRow("size") << int(JobTableModel::SizeColumn) << u"512"_s;
    }

    void whatIsTypedIsTakenWhenItIsWanted()
    {
        QFETCH(int, column);
        QFETCH(QString, typed);
        m_table->finishEditing(); // there is nothing
        QWidget *field = open(0, column);
        QTest::keySequence(field, QKeySequence::SelectAll);
        QTest::keyClicks(field, typed);
        QCOMPARE(steps(), 0);
        m_table->finishEditing();
        QVERIFY(!editorAt(0, column));
        QVERIFY(view()->hasFocus());
        QCOMPARE(steps(), 1);
        const QStringList says{job(0).name, job(0).model, job(0).prompt,
                               QString::number(job(0).width.value_or(0))};
        QVERIFY2(says.contains(typed), qPrintable(says.join(u' ')));
    }

    void anyResolutionMayBeTypedForAnUnknownModel()
    {
        Job unknown = job(1);
        unknown.model = u"acme/dreamer"_s;
        m_document->changeJob(1, unknown, u"Model"_s);
        open(1, JobTableModel::SizeColumn);
        QWidget *editor = editorAt(1, JobTableModel::SizeColumn);
        auto *resolution = editor->findChild<QComboBox *>();
        QVERIFY(resolution->isEditable());
        resolution->setFocus();
        resolution->lineEdit()->selectAll();
        QTest::keyClicks(resolution, u"1440p"_s);
        QTest::keyClick(resolution, Qt::Key_Return);
        QTRY_COMPARE(job(1).resolution, std::optional(u"1440p"_s));
    }

    void aDoubleClickOpensTheListOfModels()
    {
        const QPoint cell =
            view()->visualRect(m_table->model()->index(0, JobTableModel::ModelColumn)).center();
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, cell);
        QTest::mouseDClick(view()->viewport(), Qt::LeftButton, {}, cell);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        QCOMPARE(steps(), 0);
    }
};

QTEST_MAIN(TestJobTableEditors)
#include "test_jobtableeditors.moc"
