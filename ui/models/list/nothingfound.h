// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/modelsearch.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

/// What stands in place of the list where no model is found: why, and the way back.
class NothingFound : public QWidget
{
    Q_OBJECT
public:
    explicit NothingFound(QWidget *parent = nullptr);

    void explain(const ModelSearch &search);

signals:
    void clearWanted();

private:
    QLabel *m_title;
    QLabel *m_words;
    QPushButton *m_clear;
};

} // namespace ui
