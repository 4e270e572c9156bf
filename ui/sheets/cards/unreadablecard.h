// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/cards/card.h"

class QLabel;

namespace ui {

/// What stands in place of all else where a sheet can't be read: why, and what to do.
class UnreadableCard : public Card
{
    Q_OBJECT
public:
    explicit UnreadableCard(QWidget *parent = nullptr);

    void explain(const QString &fault);

private:
    QLabel *m_words;
};

} // namespace ui
