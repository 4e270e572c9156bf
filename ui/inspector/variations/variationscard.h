// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"
#include "inspector/inspectorcard.h"

#include <functional>

class QPushButton;
class QSpinBox;

namespace ui {

class AxesEdit;
class BatchDocument;
class ToneLabel;
class VariablesEdit;

/// How many jobs an entry makes: its lists of values, its takes, what it is switched off of, and
/// the variables that are its own; how many jobs that is and what they cost together, before
/// anything runs, and what is wrong with it.
class VariationsCard : public InspectorCard
{
    Q_OBJECT
public:
    /// The document must outlive the card.
    explicit VariationsCard(BatchDocument *document, QWidget *parent = nullptr);

    /// That entry is shown; none: the card is hidden. What was being typed goes to the entry that
    /// was shown.
    void showEntry(batch::JobId entry);
    void refresh();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Change = std::function<batch::JobSource(const batch::JobSource &)>;

    void change(const Change &change, const QString &text);
    void takeTyped();
    void changeLater(const Change &change, const QString &text);
    void makeRows();
    void connectEdits();
    int switchedOff(int row) const;
    QString totalText(int row) const;
    QString problemText(int row) const;

    BatchDocument *m_document;
    batch::JobId m_entry{};
    bool m_isLeaving = false; ///< another entry is about to be shown
    AxesEdit *m_axes;
    QPushButton *m_addAxis;
    QSpinBox *m_takes;
    ToneLabel *m_total;
    ToneLabel *m_off;
    QPushButton *m_allOn;
    ToneLabel *m_problem;
    VariablesEdit *m_variables;
    QPushButton *m_addVariable;
};

} // namespace ui
