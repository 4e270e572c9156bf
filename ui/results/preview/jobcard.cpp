// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/preview/jobcard.h"

#include "look/theme.h"
#include "results/preview/stage.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

namespace {

/// "About 45 to 90 s" for what a model usually takes; empty where nobody knows.
QString typicalText(const catalog::TypicalTime &time)
{
    if (time.most <= 0)
        return {};
    const int least = qRound(time.least);
    const int most = qRound(time.most);
    if (least <= 0 || least == most)
        return JobCard::tr("This model usually takes about %1 s.").arg(most);
    return JobCard::tr("This model usually takes %1 to %2 s.").arg(least).arg(most);
}

QString wordsOf(const Subject &subject)
{
    if (!subject.words.isEmpty())
        return subject.words;
    switch (subject.tile.state) {
    case batch::JobState::Draft:
        return JobCard::tr("Not made yet. Run makes it.");
    case batch::JobState::Waiting:
        return JobCard::tr("It begins as soon as a slot is free.");
    case batch::JobState::Cancelled:
        return JobCard::tr("It was stopped before it began, and cost nothing.");
    case batch::JobState::Unresolved:
        return JobCard::tr("Nobody knows whether it was accepted. Look into your account's history "
                           "before you run it again.");
    case batch::JobState::Failed:
        return JobCard::tr("The server gave no reason.");
    case batch::JobState::Submitting:
    case batch::JobState::Generating:
        return typicalText(subject.typical);
    case batch::JobState::Downloading:
    case batch::JobState::Succeeded:
        return {};
    }
    return {};
}

} // namespace

JobCard::JobCard(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_words(new QLabel)
    , m_bar(new QProgressBar)
{
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setTextFormat(Qt::PlainText);
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_title->setAccessibleName(tr("State"));

    m_words->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_words->setCursor(Qt::IBeamCursor);

    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_bar->setMaximumWidth(240);
    m_bar->setMinimumWidth(160);
    m_bar->setAccessibleName(tr("Progress"));

    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(10);
    layout->addStretch(1);
    layout->addWidget(m_title);
    layout->addWidget(m_bar, 0, Qt::AlignHCenter);
    layout->addWidget(m_words);
    layout->addStretch(1);

    // A server's reason may be longer than the card.
    auto *area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setAccessibleName(tr("State in words"));
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(area);
}

void JobCard::show(const Subject &subject)
{
    fill(batch::toDisplay(subject.tile.state), wordsOf(subject), subject.tile.state);
    m_bar->setVisible(batch::isActive(subject.tile.state));
    m_bar->setValue(qRound(subject.fraction * 1000));
}

void JobCard::showFileProblem(const QString &words)
{
    fill(tr("No picture"), words, batch::JobState::Unresolved);
    m_bar->hide();
}

void JobCard::fill(const QString &title, const QString &words, batch::JobState state)
{
    m_state = state;
    m_title->setText(title);
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    colourTitle();
}

void JobCard::colourTitle()
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, Theme::of(colours).stateColor(m_state));
    m_title->setPalette(colours);
}

void JobCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStage(painter, rect(), palette());
}

void JobCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colourTitle();
}

} // namespace ui
