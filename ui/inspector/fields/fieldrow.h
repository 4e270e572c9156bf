// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"
#include "inspector/fields/field.h"
#include "look/icons.h"

class QLabel;
class QToolButton;

namespace ui {

class ToneLabel;

/// A parameter in the form: its title, its control, its help or what is wrong with it, and the
/// way back to its default, which keeps its place while there is nothing to go back from.
class FieldRow : public QWidget
{
    Q_OBJECT
public:
    FieldRow(const catalog::Parameter &parameter, const FieldContext &context,
             QWidget *parent = nullptr);
    ~FieldRow() override;

    const QString &name() const { return m_name; }
    Field *field() const { return m_field; }
    void setState(const FieldState &state);
    /// What is wrong stands in the help's place; empty: nothing.
    void setProblem(const QString &words, Tone tone);
    /// The row is about another job now: what was typed and can't be read is dropped.
    void forget();

signals:
    void edited(const QJsonValue &value, bool continuing);
    void editingEnded();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeTitleLine();
    void writeTitle();
    void writeNote();
    void writeReset();

    const QString m_name;
    const QString m_title;
    const QString m_help;
    const bool m_required;
    Field *m_field;
    QLabel *m_titleLabel;
    QToolButton *m_info = nullptr; ///< null where the help is short
    ToneLabel *m_aside;
    QToolButton *m_reset;
    ToneLabel *m_note;
    bool m_fromAll = false; ///< what holds is said for all jobs of the file
    QString m_unreadable;
    QString m_problem;
    Tone m_problemTone = Tone::Error;
};

} // namespace ui
