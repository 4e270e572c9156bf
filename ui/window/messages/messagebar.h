// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QMap>
#include <QStringList>

#include <functional>

class QVBoxLayout;

namespace ui {

/// Calm lines between the tool bar and the table, for what concerns the batch as a whole: where
/// jobs go, why a run pauses, what a file has wrong. A line stays until it is closed or no longer
/// true, and never stands in the way of a run.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Information, Warning, Error };

    /// A button in the line.
    struct Action
    {
        QString text;
        std::function<void()> trigger;
    };

    struct Message
    {
        Kind kind = Kind::Information;
        QString text;
        QStringList details; ///< more lines, shown on demand
        QList<Action> actions;
        bool closable = true;
    };

    explicit MessageBar(QWidget *parent = nullptr);

    /// `topic` names what the line is about; another message of the same topic replaces it, and
    /// one that says the same leaves the line alone.
    void tell(const QString &topic, const Message &message);
    void dismiss(const QString &topic);
    /// False, too, when the person has closed the line.
    bool shows(const QString &topic) const { return m_lines.contains(topic); }

private:
    void remove(const QString &topic);

    QVBoxLayout *m_layout;
    struct Shown
    {
        QWidget *line = nullptr;
        Kind kind = Kind::Information;
        QString text;
        QStringList details;
    };
    QMap<QString, Shown> m_lines;
};

} // namespace ui
