// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/source.h"
#include "session/document/entriescommand.h"
#include "session/document/premises.h"

#include <QList>
#include <QString>
#include <QUndoCommand>

/// The steps of BatchDocument's undo stack. Each holds what it needs to go both ways.
namespace ui {

class BatchDocument;

/// Another entry in a row that stays where it is.
struct EntryChange
{
    int row = 0;
    batch::JobSource before;
    batch::JobSource after;
    /// Nobody edited it: it refers to a job that got another name.
    bool follows = false;
};

class ChangeEntriesCommand : public EntriesCommand
{
public:
    ChangeEntriesCommand(BatchDocument *document, QList<EntryChange> changes, const QString &text,
                         int mergeKey);

    const QList<EntryChange> &changes() const { return m_changes; }
    /// Whether they change what this changed, the entries that follow aside.
    bool changesSameRows(const QList<EntryChange> &changes) const;

    int id() const override { return m_mergeKey; }
    /// Consecutive changes of the same entries under the same key are one step; where they lead
    /// back to the beginning, none.
    bool mergeWith(const QUndoCommand *other) override;

protected:
    void goBack() override;
    void goForth() override;

private:
    void put(batch::JobSource EntryChange::*side);

    QList<EntryChange> m_changes;
    int m_mergeKey;
};

class InsertEntriesCommand : public EntriesCommand
{
public:
    InsertEntriesCommand(BatchDocument *document, int row, QList<batch::JobSource> entries,
                         const QString &text);

protected:
    void goBack() override;
    void goForth() override;

private:
    int m_row;
    QList<batch::JobSource> m_entries;
};

/// Rows that need not be neighbours: they are gathered first and then go in one piece, so that
/// views see two changes however many gaps there were.
class RemoveEntriesCommand : public EntriesCommand
{
public:
    /// `rows` ascending, without repeats, not empty.
    RemoveEntriesCommand(BatchDocument *document, const QList<int> &rows, int jobCount,
                         const QString &text);

protected:
    void goBack() override;
    void goForth() override;

private:
    QList<int> m_gather; ///< empty where the rows are neighbours
    int m_row;
    int m_count;
    QList<batch::JobSource> m_entries; ///< while done: what was there
};

class ReorderEntriesCommand : public EntriesCommand
{
public:
    ReorderEntriesCommand(BatchDocument *document, QList<int> order, const QString &text);

protected:
    void goBack() override;
    void goForth() override;

private:
    QList<int> m_order;
};

class SettingsCommand : public QUndoCommand
{
public:
    SettingsCommand(BatchDocument *document, batch::BatchSettings settings, const QString &text);

    void undo() override { exchange(); }
    void redo() override { exchange(); }

private:
    void exchange();

    BatchDocument *m_document;
    batch::BatchSettings m_settings; ///< those on the other side of the step
};

class PremisesCommand : public QUndoCommand
{
public:
    PremisesCommand(BatchDocument *document, Premises premises, const QString &text);

    void undo() override { take(m_before); }
    void redo() override { take(m_after); }

private:
    void take(const Premises &premises);

    BatchDocument *m_document;
    Premises m_before;
    Premises m_after;
};

/// Another source in place of the whole.
class SourceCommand : public QUndoCommand
{
public:
    SourceCommand(BatchDocument *document, batch::BatchSource source, const QString &text);

    void undo() override { exchange(); }
    void redo() override { exchange(); }

private:
    void exchange();

    BatchDocument *m_document;
    batch::BatchSource m_source; ///< that on the other side of the step
};

} // namespace ui
