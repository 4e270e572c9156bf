// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"

#include <QJsonValue>
#include <QList>
#include <QPointer>
#include <QString>
#include <QWidget>

#include <functional>

class QUndoStack;

namespace ui {

/// What a field shows.
struct FieldState
{
    QJsonValue value = QJsonValue::Undefined;    ///< undefined: the jobs say nothing
    QJsonValue fallback = QJsonValue::Undefined; ///< what holds then; undefined: nobody knows
    bool several = false;                        ///< the jobs' values differ
    bool shared = false; ///< the fallback is what the batch file says for all jobs

    bool isSaid() const { return several || !value.isUndefined(); }
    /// The value that holds; undefined where the jobs differ or nobody knows.
    QJsonValue effective() const;

    friend bool operator==(const FieldState &, const FieldState &) = default;
};

/// A job whose result another may use.
struct JobChoice
{
    QString name;
    batch::MediaType type = batch::MediaType::Image;
    QString picture; ///< the file that it made; empty: none yet

    friend bool operator==(const JobChoice &, const JobChoice &) = default;
};

/// What the fields know of their surroundings.
struct FieldContext
{
    QUndoStack *undoStack = nullptr; ///< for Ctrl+Z within a field; outlives it
    /// The folder that relative paths count from; empty: there is none yet.
    std::function<QString()> folder;
    /// The batch's jobs, but for those that are shown; may be empty.
    std::function<QList<JobChoice>()> jobs = {};
    /// The file that the job of that name made; empty: none yet.
    std::function<QString(const QString &name)> resultOf = {};
};

/// The control for one value, of any of the kinds below. It shows what it is told and says what a
/// person enters; it keeps nothing of its own but a text that can't be read yet. To show what it
/// shows already disturbs neither text nor cursor.
///
/// What holds by default is shown in muted text.
class Field : public QWidget
{
    Q_OBJECT
public:
    explicit Field(const FieldContext &context, QWidget *parent = nullptr);

    void setState(const FieldState &state);
    const FieldState &state() const { return m_state; }
    /// Drops a text that can't be read yet: the field is about something else now.
    virtual void forget();
    /// What assistive technology says of it.
    virtual void setWords(const QString &name, const QString &description);
    /// Small enough to stand beside its title.
    virtual bool standsBesideTitle() const { return false; }

signals:
    /// A person gave another value; undefined: none. `continuing`: more of it may follow, as with
    /// letters that are typed.
    void edited(const QJsonValue &value, bool continuing);
    /// The field was left: what follows is another edit.
    void editingEnded();
    /// What was typed is no value; empty: it is one (again).
    void unreadable(const QString &why);
    /// A few words to stand beside the title, such as how long the text is.
    void asideChanged(const QString &text, bool tooMuch);

protected:
    /// Makes the controls say what state() says.
    virtual void display() = 0;
    /// Every control within must be introduced: undo keys are the document's, the wheel scrolls
    /// the form. The first is the one that takes the focus and the field's name.
    void introduce(QWidget *control);
    void give(const QJsonValue &value, bool continuing = false);
    /// Whether this control's text is secondary.
    void setMuted(QWidget *control, bool muted);
    const FieldContext &context() const { return m_context; }
    static QString severalValues();

    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void colour(QWidget *control, bool muted);

    const FieldContext m_context;
    FieldState m_state;
    QList<QPointer<QWidget>> m_controls;
    QList<QPointer<QWidget>> m_muted;
};

/// Gives Ctrl+Z and the like within `editor` to the document: it watches the editor's events.
bool handleUndoKeys(QEvent *event, QUndoStack *undoStack);

/// How a value reads: texts as they are, numbers in the interface language, the rest as JSON.
QString valueText(const QJsonValue &value);

} // namespace ui
