// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list/nothingfound.h"
#include "look/mutedlabel.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

NothingFound::NothingFound(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_words(new MutedLabel)
    , m_clear(new QPushButton)
{
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.15);
    title.setWeight(QFont::DemiBold);
    m_title->setFont(title);
    m_clear->setAutoDefault(false);
    for (QLabel *label : {m_title, m_words}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addSpacing(8);
    column->addWidget(m_clear, 0, Qt::AlignCenter);
    column->addStretch(3);
    connect(m_clear, &QPushButton::clicked, this, &NothingFound::clearWanted);
}

void NothingFound::explain(const ModelSearch &search)
{
    if (search.isFiltered()) {
        m_title->setText(tr("No model fits"));
        m_words->setText(
            search.query.words.isEmpty()
                ? tr("None has this kind, provider and price together.")
                : tr("None fits “%1” and what is chosen above.").arg(search.query.words));
    } else if (search.scope == ModelScope::Favourites) {
        m_title->setText(tr("No favourites yet"));
        m_words->setText(tr("The star beside a model keeps it here."));
    } else if (search.scope == ModelScope::Recent) {
        m_title->setText(tr("No model was used yet"));
        m_words->setText(tr("Models that you choose for jobs are kept here."));
    } else {
        m_title->setText(tr("No models are known"));
        m_words->setText(tr("Refresh fetches the list."));
    }
    m_clear->setText(search.isFiltered() ? tr("Clear filters") : tr("Show all models"));
    m_clear->setAccessibleName(m_clear->text());
    m_clear->setVisible(search.isFiltered() || search.scope != ModelScope::All);
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_words->text());
}

} // namespace ui
