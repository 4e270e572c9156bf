// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "inspector/inspectorcard.h"
#include "session/document/premises.h"

#include <functional>
#include <optional>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace ui {

class BatchDocument;
class GrowingTextEdit;
class ModelEditor;
class ToneLabel;
class VariablesEdit;

/// What a batch file says for all of its jobs: its variables, and what holds where an entry says
/// nothing itself. A change is one step of undo, when its field is left: what was typed there, and
/// nothing else. Until then it stands there, whatever becomes of the document.
class SharedValues : public InspectorCard
{
    Q_OBJECT
public:
    /// The document must outlive the card. One that folds is folded at first.
    SharedValues(BatchDocument *document, bool folds, QWidget *parent = nullptr);

    void refresh();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Change = std::function<void(Premises *)>;

    void makeRows();
    QLineEdit *addLine(QFormLayout *form, const QString &title, const QString &hint);
    void connectEdits();
    void change(const Change &change, const QString &text);
    void forgetTyped();
    /// Whether something was typed since the last time; from now on it counts as shown.
    static bool takeTyped(QLineEdit *line);
    bool isTyped(const QObject *field) const;
    bool undoTyped(const QObject *field, QEvent *event);
    void takeNumber(QLineEdit *line, std::optional<int> batch::Job::*field, const QString &text);
    void takeText(QLineEdit *line, std::optional<QString> batch::Job::*field, const QString &text);
    void takeType(int choice);
    void takeModel();
    void takePrompt();
    void takeLength();

    BatchDocument *m_document;
    VariablesEdit *m_variables;
    QPushButton *m_addVariable;
    QComboBox *m_type;
    ModelEditor *m_model = nullptr;
    GrowingTextEdit *m_prompt;
    bool m_promptIsTyped = false;
    QList<QLineEdit *> m_lines;
    QLineEdit *m_width = nullptr;
    QLineEdit *m_height = nullptr;
    QLineEdit *m_ratio = nullptr;
    QLineEdit *m_length = nullptr;
    QLineEdit *m_resolution = nullptr;
    ToneLabel *m_further;
};

} // namespace ui
