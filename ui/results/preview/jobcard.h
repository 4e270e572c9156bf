// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "results/gallery/tile.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace ui {

/// Stands in the place of a picture that isn't there: the job's state, and in words that can be
/// copied why it failed or what it waits for; while it is made, how far along it is.
class JobCard : public QWidget
{
    Q_OBJECT
public:
    explicit JobCard(QWidget *parent = nullptr);

    void show(const Subject &subject);
    /// A file that is there in name only: gone, or not to be read.
    void showFileProblem(const QString &words);
    using QWidget::show;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill(const QString &title, const QString &words, batch::JobState state);
    void colourTitle();

    QLabel *m_title = nullptr;
    QLabel *m_words = nullptr;
    QProgressBar *m_bar = nullptr;
    batch::JobState m_state = batch::JobState::Draft;
};

} // namespace ui
