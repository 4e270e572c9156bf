// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"
#include "inspector/fields/field.h"

#include <QStringList>

#include <optional>

class QVBoxLayout;

namespace ui {

class ImageListRow;
class ImageWell;

/// Several pictures, in order: each can be moved, changed and removed; more are dropped or chosen
/// below them.
class ImageListField : public Field
{
    Q_OBJECT
public:
    ImageListField(const catalog::Parameter &parameter, const FieldContext &context,
                   QWidget *parent = nullptr);

protected:
    void display() override;

private:
    ImageListRow *addRow();
    QStringList addresses() const;
    void giveAddresses(const QStringList &addresses, bool continuing = false);
    void add(const QStringList &more);
    void move(qsizetype from, qsizetype to);

    const std::optional<int> m_most;
    QVBoxLayout *m_lines;
    QList<ImageListRow *> m_rows;
    ImageWell *m_well;
};

} // namespace ui
