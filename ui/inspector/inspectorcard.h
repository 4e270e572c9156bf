// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVBoxLayout>
#include <QWidget>

class QToolButton;

namespace ui {

/// A part of the inspector: a card, with a title where it has one, and rows below.
class InspectorCard : public QWidget
{
    Q_OBJECT
public:
    /// Without a title where it is empty. A card that folds is folded at first.
    explicit InspectorCard(const QString &title = {}, bool folds = false,
                           QWidget *parent = nullptr);

    QVBoxLayout *rows() { return m_rows; }
    bool isFolded() const;
    void setFolded(bool folded);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *m_fold = nullptr;
    QWidget *m_content;
    QVBoxLayout *m_rows;
};

} // namespace ui
