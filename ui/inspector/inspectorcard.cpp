// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/inspectorcard.h"

#include "look/icons.h"
#include "look/painting.h"
#include "look/theme.h"

#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

InspectorCard::InspectorCard(const QString &title, bool folds, QWidget *parent)
    : QWidget(parent)
    , m_content(new QWidget)
    , m_rows(new QVBoxLayout(m_content))
{
    setAccessibleName(title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(folds ? 6 : 16, folds ? 6 : 12, 12, folds ? 6 : 16);
    layout->setSpacing(8);
    m_rows->setContentsMargins(folds ? 10 : 0, 0, 0, folds ? 10 : 0);
    m_rows->setSpacing(16);

    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    if (folds) {
        m_fold = new QToolButton;
        m_fold->setText(title);
        m_fold->setAccessibleName(title);
        m_fold->setFont(strong);
        m_fold->setCheckable(true);
        m_fold->setAutoRaise(true);
        m_fold->setFocusPolicy(Qt::StrongFocus);
        m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_fold->setIconSize(QSize(16, 16));
        auto *line = new QHBoxLayout;
        line->setContentsMargins({});
        line->addWidget(m_fold);
        line->addStretch(1);
        layout->addLayout(line);
        connect(m_fold, &QToolButton::toggled, this, [this](bool open) { setFolded(!open); });
    } else if (!title.isEmpty()) {
        auto *heading = new QLabel(title);
        heading->setFont(strong);
        heading->setWordWrap(true);
        layout->addWidget(heading);
    }
    layout->addWidget(m_content);
    if (folds)
        setFolded(true);
}

bool InspectorCard::isFolded() const
{
    return m_fold && !m_fold->isChecked();
}

void InspectorCard::setFolded(bool folded)
{
    if (!m_fold)
        return;
    m_fold->setChecked(!folded);
    m_fold->setIcon(icon(folded ? u"next"_s : u"down"_s, Tone::Muted));
    m_fold->setAccessibleDescription(folded ? tr("Folded") : tr("Unfolded"));
    m_content->setVisible(!folded);
}

void InspectorCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    painting::rounded(&painter, rect(), theme.surface, theme.border);
}

} // namespace ui
