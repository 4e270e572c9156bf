// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QVBoxLayout>
#include <QWidget>

namespace ui {

/// A part of the preferences: a card with its title, and rows below it.
class Section : public QWidget
{
    Q_OBJECT
public:
    explicit Section(const QString &title, QWidget *parent = nullptr);

protected:
    QVBoxLayout *rows() { return m_rows; }
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_rows;
};

/// Words below a control: muted, or in the warning's colour where something went wrong. Its
/// accessible name follows the text.
class Hint : public QLabel
{
    Q_OBJECT
public:
    explicit Hint(const QString &text = {}, QWidget *parent = nullptr);

    void say(const QString &text);
    void warn(const QString &text);
    bool isWarning() const { return m_warning; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void tell(const QString &text, bool warning);
    void takeColor();

    bool m_warning = false;
};

} // namespace ui
