// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace ui {

/// A prompt being written, over its cell: as wide as reads well, and as high as its text, as far
/// as the table has room.
class PromptEditor : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit PromptEditor(QWidget *parent);

    /// Stands at this cell of the parent from now on.
    void standAt(const QRect &cell);

private:
    void place();

    QRect m_cell;
};

} // namespace ui
