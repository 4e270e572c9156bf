// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace ui {

class RunSession;

/// The status line: how far the run is, in words and as a thin bar, and how long it will take.
class RunStatus : public QWidget
{
    Q_OBJECT
public:
    explicit RunStatus(RunSession *session, QWidget *parent = nullptr);

private:
    QString text() const;
    void update();

    RunSession *m_session;
    QLabel *m_text;
    QProgressBar *m_bar;
};

} // namespace ui
