// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/sidepane.h"

#include "look/theme.h"

#include <QPainter>
#include <QSettings>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString pageKey()
{
    return u"window/side"_s;
}

} // namespace

SidePane::SidePane(QWidget *results, QWidget *parameters, QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabBar)
    , m_pages(new QStackedWidget)
{
    m_tabs->addTab(tr("Results"));
    m_tabs->addTab(tr("Parameters"));
    m_tabs->setAccessibleName(tr("Results or parameters"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_pages->addWidget(results);
    m_pages->addWidget(parameters);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 4, 8, 0);
    head->addWidget(m_tabs);
    head->addStretch();
    column->addLayout(head);
    column->addWidget(m_pages, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int page) {
        m_pages->setCurrentIndex(page);
        QSettings().setValue(pageKey(), page);
        emit pageChanged(this->page());
    });
    m_tabs->setCurrentIndex(QSettings().value(pageKey()).toInt() == 1 ? 1 : 0);
}

SidePane::Page SidePane::page() const
{
    return static_cast<Page>(m_pages->currentIndex());
}

void SidePane::show(Page page)
{
    m_tabs->setCurrentIndex(static_cast<int>(page));
}

void SidePane::paintEvent(QPaintEvent *)
{
    // The tabs stand on the pages' own ground.
    QPainter(this).fillRect(rect(), Theme::of(palette()).surface);
}

} // namespace ui
