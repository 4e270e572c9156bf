// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace ui {

/// Prose to type: as high as its text, between a few lines and many. Tab goes to the next control.
/// It keeps no undo steps of its own.
class GrowingTextEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    GrowingTextEdit(int leastLines, int mostLines, QWidget *parent = nullptr);

    /// Shows the text, but for line breaks at its end (a block in a batch file ends with one);
    /// the cursor stays as far as it can. Says nothing of it.
    void setText(const QString &text);

signals:
    void edited(const QString &text);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();
    int textLines() const;

    const int m_leastLines;
    const int m_mostLines;
    bool m_setting = false;
    QString m_said;
};

} // namespace ui
