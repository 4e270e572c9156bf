// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

#include <memory>
#include <vector>

namespace ui {

/// Buttons in columns of one width, as many in a line as there is room for.
class ChoiceLayout : public QLayout
{
    Q_OBJECT
public:
    explicit ChoiceLayout(QWidget *parent);
    ~ChoiceLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    QSize cellSize() const;
    int columnsFor(int width) const;
    int shownCount() const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace ui
