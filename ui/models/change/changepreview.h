// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/change/changeeffect.h"

#include <QWidget>

class QLabel;

namespace ui {

/// A card that says what choosing a model would do, before anything happens: to the batch's cost
/// and that of the jobs at hand, to their time, what would be dropped, and which jobs would have
/// errors.
class ChangePreview : public QWidget
{
    Q_OBJECT
public:
    explicit ChangePreview(QWidget *parent = nullptr);

    /// `batch`: what all jobs of the batch that a run takes cost now. `model`: what the model is
    /// called.
    void showEffect(const ChangeEffect &effect, batch::Cost batch, const QString &model);
    /// No model is selected.
    void clear();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Note;

    void showCosts(const ChangeEffect &effect, batch::Cost batch);
    void showTimes(const ChangeEffect &effect);
    void showNotes(const ChangeEffect &effect);
    void speak();

    QLabel *m_title;
    QLabel *m_batch;
    QLabel *m_share;
    QLabel *m_jobs;
    QLabel *m_time;
    Note *m_type;
    Note *m_dropped;
    Note *m_errors;
};

} // namespace ui
