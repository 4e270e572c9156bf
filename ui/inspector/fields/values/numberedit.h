// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSpinBox>
#include <QJsonValue>

#include <optional>

namespace ui {

/// A number to type or to step. Unlike a spin box it can be empty, and it takes a number outside
/// its bounds, so that what a file says is seen as it is and can be marked; steps stay within.
class NumberEdit : public QAbstractSpinBox
{
    Q_OBJECT
public:
    /// `whole`: without a fraction.
    explicit NumberEdit(bool whole, QWidget *parent = nullptr);

    void setBounds(std::optional<double> least, std::optional<double> most);
    void setStep(double step) { m_step = step; }
    /// Where steps begin while nothing is given.
    void setStart(double start) { m_start = start; }
    void setPlaceholder(const QString &text);

    /// Undefined: empty. What is no number is shown as it is. A text that says that number
    /// already stays.
    void setValue(const QJsonValue &value);
    /// Undefined where it is empty or what it says is no number (yet).
    QJsonValue value() const { return read(text()); }
    bool isEmpty() const { return text().isEmpty(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    void stepBy(int steps) override;

signals:
    /// A person changed it; undefined: there is no number now.
    void edited(const QJsonValue &value);

protected:
    StepEnabled stepEnabled() const override;
    QValidator::State validate(QString &text, int &position) const override;

private:
    QJsonValue read(const QString &text) const;

    const bool m_whole;
    std::optional<double> m_least;
    std::optional<double> m_most;
    double m_step = 1;
    double m_start = 0;
};

} // namespace ui
