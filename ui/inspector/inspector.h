// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"

#include <QList>
#include <QWidget>

#include <memory>

namespace ui {

class BatchDocument;
class RunSession;

/// The form for one entry, or for several at once: its model, its prompt, and every parameter that
/// the model's schema has, in the schema's order, each with the control that fits it, its title,
/// its help, and the way back to its default. What is wrong is said below the field. Edits go to
/// the document as they are made, one step of undo each; for several jobs, one step for all.
///
/// Only what differs from the default is written. Of several jobs' values that differ, the field
/// says so and changes none until it is touched. A model without a schema gets the common fields.
///
/// Of one entry it shows the variations, too: the lists and takes that make several jobs of it.
/// Jobs that an entry of several makes are shown to be read. What holds for all jobs of the file
/// stands below, or alone where nothing is selected.
class Inspector : public QWidget
{
    Q_OBJECT
public:
    /// The document must outlive the widget.
    explicit Inspector(BatchDocument *document, QWidget *parent = nullptr);
    ~Inspector() override;

    /// Where the pictures of jobs come from that others are to use; without one there are none.
    /// Must outlive the widget.
    void setSession(const RunSession *session);
    /// Entries, to be edited. Those that no longer exist are left out; none: what holds for all
    /// jobs.
    void showEntries(const QList<batch::JobId> &entries);
    /// Jobs that entries of several or included files make, to be read.
    void showMade(const QList<batch::JobId> &jobs);

signals:
    /// A person wants to edit the entries that make the jobs shown.
    void entriesRequested(const QList<batch::JobId> &entries);
    /// A person wants to see the included file that they come from.
    void openFileRequested(const QString &path);
    /// A person wants another model for the jobs that are shown.
    void modelRequested(const QList<batch::JobId> &jobs);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
