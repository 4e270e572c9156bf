// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/cards/unreadablecard.h"

#include "look/icons.h"
#include "look/mutedlabel.h"

#include <QPainter>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int symbolSize = 28; ///< px
constexpr int textWidth = 460; ///< px, a comfortable line

/// A symbol that follows a change of appearance and scale.
class Symbol : public QWidget
{
public:
    Symbol() { setFixedSize(symbolSize, symbolSize); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        icon(u"warning"_s, Tone::Warning).paint(&painter, rect());
    }
};

} // namespace

UnreadableCard::UnreadableCard(QWidget *parent)
    : Card({}, parent)
    , m_words(new MutedLabel)
{
    auto *title = new QLabel(tr("This can't be read as a table"));
    QFont strong = title->font();
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_words->setFixedWidth(textWidth);
    rows()->addStretch(2);
    rows()->addWidget(new Symbol, 0, Qt::AlignHCenter);
    rows()->addWidget(title, 0, Qt::AlignHCenter);
    rows()->addWidget(m_words, 0, Qt::AlignHCenter);
    rows()->addStretch(3);
}

void UnreadableCard::explain(const QString &fault)
{
    m_words->setText(fault);
    // A layout alone gives wrapped words the height of one line.
    m_words->setMinimumHeight(m_words->heightForWidth(textWidth));
    m_words->setAccessibleName(fault);
    setAccessibleName(fault);
}

} // namespace ui
