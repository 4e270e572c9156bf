// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/request/changeeffect.h"

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

    /// `batch`: what all jobs of the batch that a run takes cost now; `now`: for how old the
    /// model's price is.
    void showEffect(const catalog::ChangeEffect &effect, batch::Cost batch,
                    const catalog::Model &model, const QDateTime &now);
    /// No model is selected.
    void clear();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Note;

    void showCosts(const catalog::ChangeEffect &effect, batch::Cost batch);
    void showFacts(const catalog::ChangeEffect &effect, batch::Cost batch);
    void showNotes(const catalog::ChangeEffect &effect);
    void speak();

    QLabel *m_title;
    QLabel *m_batch;
    QLabel *m_share;
    QLabel *m_facts;
    QLabel *m_origin;
    Note *m_type;
    Note *m_dropped;
    Note *m_errors;
};

} // namespace ui
