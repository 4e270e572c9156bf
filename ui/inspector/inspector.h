// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"

#include <QList>
#include <QWidget>

#include <memory>

namespace ui {

class BatchDocument;

/// The form for one job, or for several at once: its model, its prompt, and every parameter that
/// the model's schema has, in the schema's order, each with the control that fits it, its title,
/// its help, and the way back to its default. What is wrong is said below the field. Edits go to
/// the document as they are made, one step of undo each; for several jobs, one step for all.
///
/// Only what differs from the default is written. Of several jobs' values that differ, the field
/// says so and changes none until it is touched. A model without a schema gets the common fields.
class Inspector : public QWidget
{
    Q_OBJECT
public:
    /// The document must outlive the widget.
    explicit Inspector(BatchDocument *document, QWidget *parent = nullptr);
    ~Inspector() override;

    /// Those that no longer exist are left out; none: a few words stand there.
    void showJobs(const QList<batch::JobId> &jobs);

signals:
    /// A person wants another model for the jobs that are shown.
    void modelRequested(const QList<batch::JobId> &jobs);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
