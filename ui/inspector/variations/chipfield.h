// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace ui {

class FlowLayout;

/// Some short texts, each a chip that can be taken away, and a line at their end to add more:
/// Enter or a comma adds what is typed (valuesIn()), and a pasted column adds all its lines.
/// Backspace in the empty line takes the last one away. Of very many the first are shown, and how
/// many more.
class ChipField : public QWidget
{
    Q_OBJECT
public:
    explicit ChipField(QWidget *parent = nullptr);
    ~ChipField() override;

    /// `what` the texts are, for assistive technology: "Values of product".
    void setWords(const QString &what);
    void setTexts(const QStringList &texts);
    const QStringList &texts() const { return m_texts; }
    /// What is typed and not added yet is added.
    void takeTyped();
    /// What is typed and not added yet is dropped.
    void forgetTyped();
    QLineEdit *line() const { return m_line; }

signals:
    /// A person changed them.
    void edited(const QStringList &texts);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *addChip();
    void add(const QString &typed);
    void removeAt(qsizetype number);
    void give(const QStringList &texts);

    QStringList m_texts;
    QString m_what;
    QList<QToolButton *> m_chips;
    QLabel *m_more;
    QLineEdit *m_line;
    FlowLayout *m_layout;
};

} // namespace ui
