// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace ui {

class RunSession;
class BatchDocument;
struct BillView;

/// The live bill: the estimate before a run, then what is committed, spent and left to come, by
/// model, with the batch's budget as a line. The budget can be changed here.
///
/// Every figure is a label whose accessible name says what it is and how much: "Total: $0.52".
class CostMeter : public QWidget
{
    Q_OBJECT
public:
    CostMeter(BatchDocument *document, RunSession *session, QWidget *parent = nullptr);
    ~CostMeter() override;

    /// Shows this bill until the document or the session has news.
    void showBill(const BillView &view);
    /// What is left in the account, or why that isn't known; neither where there is no account to
    /// ask: then nothing of it is shown.
    void showBalance(std::optional<batch::Cost> balance, const QString &problem);
    /// Opens the budget's field, with the keyboard in it.
    void editBudget();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
