// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"

#include <QList>
#include <QUndoCommand>

#include <utility>

namespace ui {

class BatchDocument;

/// What the steps that edit a document's entries have in common: the ways in which the list can
/// change, each with the signals that belong to it. Entries keep their ids through all.
class EntriesCommand : public QUndoCommand
{
public:
    void undo() final;
    void redo() final;

protected:
    EntriesCommand(BatchDocument *document, const QString &text);

    virtual void goBack() = 0;
    virtual void goForth() = 0;

    /// Other entries in these rows, which stay where they are.
    void replace(const QList<std::pair<int, const batch::JobSource *>> &entries);
    void insert(int row, const QList<batch::JobSource> &entries);
    QList<batch::JobSource> remove(int row, int count);
    /// Afterwards row i holds what was in row `order[i]`.
    void reorder(const QList<int> &order);

private:
    BatchDocument *m_document;
};

/// The order that brings `rows` (ascending) together before what is now row `before`, and leaves
/// the others as they are.
QList<int> orderWithRowsBefore(const QList<int> &rows, int before, int jobCount);

} // namespace ui
