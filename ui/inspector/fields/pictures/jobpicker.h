// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/fields/field.h"
#include "session/latesttask.h"

#include <QFrame>
#include <QImage>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace ui {

/// A short window to choose a job of the batch by its name, with what it made where that is there:
/// its result is to be used. A few letters of the name find it. Closes itself.
class JobPicker : public QFrame
{
    Q_OBJECT
public:
    explicit JobPicker(QWidget *parent);

    /// Below that control.
    void choose(const QList<JobChoice> &jobs, const QWidget *below);

signals:
    /// As a batch file writes it: `job:NAME`.
    void chosen(const QString &address);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(const QList<JobChoice> &jobs);
    void filter(const QString &words);
    void take(const QListWidgetItem *item);
    void loadPictures();

    QList<JobChoice> m_jobs;
    QLineEdit *m_search;
    QListWidget *m_list;
    LatestTask<QList<QImage>> m_loading;
};

} // namespace ui
