// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/table/rowhint.h"

#include "jobs/delegates/celldelegate.h"
#include "look/painting.h"
#include "look/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <chrono>

namespace ui {

RowHint::RowHint(QWidget *parent)
    : QFrame(parent)
    , m_words(new QLabel)
    , m_action(new QToolButton)
{
    m_words->setTextFormat(Qt::PlainText);
    m_action->setFocusPolicy(Qt::TabFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 6, 6);
    layout->setSpacing(12);
    layout->addWidget(m_words);
    layout->addWidget(m_action);
    m_end.setSingleShot(true);
    m_end.setInterval(std::chrono::seconds(8));
    connect(&m_end, &QTimer::timeout, this, &QWidget::hide);
    connect(m_action, &QToolButton::clicked, this, [this] {
        hide();
        emit wanted();
    });
    hide();
}

void RowHint::say(const QRect &cell, const QString &words, const QString &action)
{
    m_words->setText(words);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setAccessibleDescription(words);
    setAccessibleName(words);
    adjustSize();
    const QRect below = cell.translated(0, cell.height() - 4);
    setGeometry(placedOver(below, sizeHint(), parentWidget()->rect()));
    show();
    raise();
    m_end.start();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void RowHint::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    const QColor line = mixed(theme.border, palette().color(QPalette::Text), 0.2);
    painting::rounded(&painter, rect(), palette().color(QPalette::Base), line);
}

} // namespace ui
