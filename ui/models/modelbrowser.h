// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"

#include <QDialog>
#include <QList>

#include <memory>

namespace ui {

class BatchDocument;
class ModelNews;

/// All models, to search and to choose from: by words in any order, kind, provider and price;
/// sorted by relevance, name, price or typical time; favourites and those used recently first
/// where a person wants it. Beside the list, what a model is, takes, costs and where that figure
/// comes from.
///
/// Opened for jobs, it shows before anything happens what the change would do: the batch's cost
/// before and after, the parameters that would be dropped, the jobs that would have errors. To
/// choose changes all of them in one step of undo.
class ModelBrowser : public QDialog
{
    Q_OBJECT
public:
    /// `news` fetches the list anew, and may be null. Both must outlive the dialog.
    ModelBrowser(BatchDocument *document, ModelNews *news, QWidget *parent = nullptr);
    ~ModelBrowser() override;

    /// Shows the dialog to choose a model for these jobs; none: to look around.
    void openFor(const QList<batch::JobId> &jobs);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
