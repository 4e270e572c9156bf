// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/preview/previewpane.h"

#include "look/icons.h"
#include "look/theme.h"
#include "results/preview/clocktext.h"
#include "results/preview/elidedlabel.h"
#include "results/preview/fileactions.h"
#include "results/preview/imagepreview.h"
#include "results/preview/jobcard.h"
#include "results/preview/videopreview.h"
#include "results/preview/zoombar.h"

#include <QAction>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// From this height on, px, there is room for the prompt below the picture.
constexpr int roomyHeight = 540;

QPlainTextEdit *buildPrompt()
{
    auto *prompt = new QPlainTextEdit;
    prompt->setReadOnly(true);
    prompt->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    prompt->setFrameShape(QFrame::NoFrame);
    prompt->viewport()->setAutoFillBackground(false);
    prompt->setTabChangesFocus(true);
    prompt->document()->setDocumentMargin(0);
    prompt->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    prompt->setAccessibleName(PreviewPane::tr("Prompt"));
    return prompt;
}

} // namespace

PreviewPane::PreviewPane(QWidget *parent)
    : QWidget(parent)
    , m_files(new FileActions(this))
    , m_name(new ElidedLabel)
    , m_model(new ElidedLabel)
    , m_factsLine(new ElidedLabel)
    , m_prompt(buildPrompt())
{
    setAccessibleName(tr("Preview"));
    QFont bold = font();
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    bold.setWeight(QFont::DemiBold);
    m_name->setFont(bold);
    m_name->setAccessibleName(tr("Job"));
    m_model->setMuted(true);
    m_model->setAccessibleName(tr("Model"));
    m_factsLine->setMuted(true);
    m_factsLine->setAccessibleName(tr("Size, cost and time"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 8);
    layout->setSpacing(2);
    auto *header = new QHBoxLayout;
    header->setSpacing(4);
    header->addWidget(m_name, 1);
    addActionButtons(header);
    layout->addLayout(header);
    layout->addWidget(m_model);
    layout->addWidget(m_factsLine);
    layout->addSpacing(6);
    layout->addWidget(buildPages(), 1);
    layout->addSpacing(6);
    layout->addWidget(m_prompt);

    connect(m_image, &ImagePreview::failed, this, &PreviewPane::showFileProblem);
    connect(m_video, &VideoPreview::failed, this, &PreviewPane::showFileProblem);
    connect(m_files, &FileActions::problem, this, &PreviewPane::problem);
    clear();
}

PreviewPane::~PreviewPane() = default;

QWidget *PreviewPane::buildPages()
{
    m_pages = new QStackedWidget;
    m_image = new ImagePreview;
    m_video = new VideoPreview;
    m_card = new JobCard;
    m_imagePage = new QWidget;
    auto *layout = new QVBoxLayout(m_imagePage);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    layout->addWidget(m_image, 1);
    layout->addWidget(new ZoomBar(m_image));
    for (QWidget *page :
         {m_imagePage, static_cast<QWidget *>(m_video), static_cast<QWidget *>(m_card)})
        m_pages->addWidget(page);
    return m_pages;
}

QAction *PreviewPane::addFileAction(const QString &name, const QString &text,
                                    const QString &toolTip, const QKeySequence &shortcut)
{
    auto *action = new QAction(icon(name), text, this);
    action->setShortcut(shortcut);
    // Within the results only: Ctrl+C means something else in the table.
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(tr("%1 (%2)", "tool tip and shortcut")
                           .arg(toolTip, shortcut.toString(QKeySequence::NativeText)));
    addAction(action);
    return action;
}

QToolButton *PreviewPane::addButton(QAction *action, QHBoxLayout *row)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setAccessibleName(action->text());
    row->addWidget(button);
    return button;
}

void PreviewPane::addActionButtons(QHBoxLayout *row)
{
    m_makeVideo = new QAction(icon(u"make-video"_s), tr("Make a video from this"), this);
    m_makeVideo->setToolTip(tr("Add a video job that begins with this picture"));
    connect(m_makeVideo, &QAction::triggered, this, &PreviewPane::videoWanted);
    m_open = addFileAction(u"open-file"_s, tr("Open file"), tr("Open it in its own program"),
                           QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_folder = addFileAction(u"folder"_s, tr("Show in folder"), tr("Show it in the file manager"),
                             QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    m_copy =
        addFileAction(u"copy"_s, tr("Copy"), tr("Copy it to the clipboard"), QKeySequence::Copy);
    connect(m_open, &QAction::triggered, this, [this] { m_files->open(path()); });
    connect(m_folder, &QAction::triggered, this, [this] { m_files->showInFolder(path()); });
    connect(m_copy, &QAction::triggered, this, [this] {
        const bool image = m_pages->currentWidget() == m_imagePage;
        m_files->copy(path(), image ? m_image->image() : QImage());
    });

    m_videoButton = addButton(m_makeVideo, row);
    for (QAction *action : {m_open, m_folder, m_copy})
        addButton(action, row);
}

void PreviewPane::showActions()
{
    const bool hasFile = !path().isEmpty();
    for (QAction *action : {m_open, m_folder, m_copy})
        action->setEnabled(hasFile);
    const bool isPicture = hasFile && m_subject->type == batch::MediaType::Image;
    m_makeVideo->setEnabled(isPicture);
    m_videoButton->setVisible(isPicture);
}

void PreviewPane::show(const Subject &subject)
{
    if (m_subject == subject)
        return;
    const bool sameFile = m_subject && m_subject->tile.path == subject.tile.path
        && m_subject->tile.job == subject.tile.job;
    m_subject = subject;
    m_name->setText(subject.name);
    m_model->setText(subject.model);
    if (m_prompt->toPlainText() != subject.prompt)
        m_prompt->setPlainText(subject.prompt);
    showActions();
    if (subject.tile.path.isEmpty()) {
        m_image->clear();
        m_video->clear();
        m_reading.cancel();
        m_facts.reset();
        m_card->show(subject);
        m_pages->setCurrentWidget(m_card);
    } else if (!sameFile) {
        openFile();
    }
    showFacts();
}

void PreviewPane::openFile()
{
    m_fileProblem = false;
    m_facts.reset();
    if (m_subject->type == batch::MediaType::Video) {
        m_image->clear();
        m_video->open(path());
        m_pages->setCurrentWidget(m_video);
    } else {
        m_video->clear();
        m_image->open(path());
        m_pages->setCurrentWidget(m_imagePage);
    }
    readFacts();
}

void PreviewPane::clear()
{
    m_subject.reset();
    m_facts.reset();
    m_reading.cancel();
    m_image->clear();
    m_video->clear();
    m_name->setText({});
    m_model->setText({});
    m_prompt->clear();
    showActions();
    showFacts();
}

void PreviewPane::recheck()
{
    if (!path().isEmpty())
        readFacts();
}

void PreviewPane::readFacts()
{
    m_reading.start(
        [path = path()] {
            const QDateTime modified = QFileInfo(path).lastModified();
            return Look{media::probe(path), modified};
        },
        [this](const Look &look) { takeFacts(look); });
}

void PreviewPane::takeFacts(const Look &look)
{
    if (!look.facts)
        return showFileProblem(look.facts.error());
    // A picture that is made anew may have as many bytes as before.
    const bool another = m_fileProblem
        || (m_facts && (m_facts->bytes != look.facts->bytes || m_modified != look.modified));
    m_facts = *look.facts;
    m_modified = look.modified;
    if (another)
        openFile();
    showFacts();
}

void PreviewPane::showFileProblem(const QString &message)
{
    if (std::exchange(m_fileProblem, true))
        return;
    m_image->clear();
    m_video->clear();
    m_card->showFileProblem(message);
    m_pages->setCurrentWidget(m_card);
    emit problem(message);
}

void PreviewPane::showFacts()
{
    QStringList facts;
    if (m_facts) {
        facts += tr("%1 × %2", "width and height, px")
                     .arg(m_facts->size.width())
                     .arg(m_facts->size.height());
        if (m_facts->duration > 0)
            facts += clockText(qRound64(m_facts->duration * 1000));
        facts += locale().formattedDataSize(m_facts->bytes, 1, QLocale::DataSizeTraditionalFormat);
    }
    if (m_subject && !m_subject->cost.isZero()) {
        const QString cost = m_subject->cost.toDisplay();
        facts += m_subject->costIsGuess ? tr("about %1", "cost").arg(cost) : cost;
    }
    if (m_subject && m_subject->generationTime > 0)
        facts += tr("made in %1 s").arg(locale().toString(m_subject->generationTime, 'f', 0));
    m_factsLine->setText(facts.join(u"  ·  "_s));
}

void PreviewPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left)
        emit stepWanted(-1);
    else if (event->key() == Qt::Key_Right)
        emit stepWanted(1);
    else
        QWidget::keyPressEvent(event);
}

void PreviewPane::resizeEvent(QResizeEvent *event)
{
    // In a low window the picture has the room; the table shows the prompt as well.
    m_prompt->setVisible(height() >= roomyHeight);
    m_prompt->setFixedHeight(m_prompt->fontMetrics().lineSpacing() * 3 + 2);
    QWidget::resizeEvent(event);
}

} // namespace ui
