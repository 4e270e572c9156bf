// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/liststatus.h"

#include "look/icons.h"
#include "look/mutedlabel.h"
#include "models/modeltext.h"
#include "session/document/batchdocument.h"
#include "session/document/modelnews.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

ListStatus::ListStatus(BatchDocument *document, ModelNews *news, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_news(news)
    , m_words(new MutedLabel)
    , m_problem(new QLabel)
    , m_refresh(new QPushButton(icon(u"refresh"_s), tr("Refresh")))
{
    m_refresh->setAutoDefault(false);
    m_refresh->setAccessibleName(tr("Fetch the list of models anew"));
    m_refresh->setToolTip(m_refresh->accessibleName());
    if (!news)
        m_refresh->hide();
    m_problem->setTextFormat(Qt::PlainText);
    for (QLabel *label : {m_words, m_problem})
        label->setWordWrap(true);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(2);
    lines->addWidget(m_words);
    lines->addWidget(m_problem);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_refresh);
    row->addLayout(lines, 1);
    connect(m_refresh, &QPushButton::clicked, this, &ListStatus::refreshWanted);
    connect(document, &BatchDocument::catalogChanged, this, &ListStatus::refresh);
    if (news)
        connect(news, &ModelNews::changed, this, &ListStatus::refresh);
    refresh();
}

void ListStatus::setCounts(int shown, int all)
{
    m_shown = shown;
    m_all = all;
    refresh();
}

void ListStatus::refresh()
{
    const bool fetching = m_news && m_news->isRefreshing();
    const QString problem = m_news && !fetching ? m_news->problem() : QString();
    const QString counts = m_shown < m_all
        //: How many models are shown, of how many.
        ? tr("%1 of %n models", nullptr, m_all).arg(m_shown)
        : tr("%n models", nullptr, m_shown);
    const QString origin = fetching
        ? tr("fetching the list…")
        : modeltext::listOrigin(m_document->catalog(), QDateTime::currentDateTimeUtc());
    m_words->setText(u"%1 · %2"_s.arg(counts, origin));
    m_words->setAccessibleName(m_words->text());
    m_problem->setText(problem);
    m_problem->setAccessibleName(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_refresh->setEnabled(!fetching);
}

} // namespace ui
