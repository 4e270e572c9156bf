// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace ui {

/// What stands beside the job table: what the jobs made, or what they ask for. Which of both a
/// person looked at last is remembered.
class SidePane : public QWidget
{
    Q_OBJECT
public:
    enum class Page { Results, Parameters };

    /// Takes both over.
    SidePane(QWidget *results, QWidget *parameters, QWidget *parent = nullptr);

    Page page() const;
    void show(Page page);

signals:
    void pageChanged(ui::SidePane::Page page);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
};

} // namespace ui
