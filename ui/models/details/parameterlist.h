// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"

#include <QLabel>

namespace ui {

/// What a model takes, to read: each parameter with what it may be and its default.
class ParameterList : public QLabel
{
    Q_OBJECT
public:
    explicit ParameterList(QWidget *parent = nullptr);

    void showParameters(const QList<catalog::Parameter> &parameters);

protected:
    void changeEvent(QEvent *event) override;

private:
    void write();

    QList<catalog::Parameter> m_parameters;
};

} // namespace ui
