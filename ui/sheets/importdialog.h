// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/importcontext.h"

#include <QByteArray>
#include <QDialog>
#include <QList>
#include <QString>

#include <memory>

namespace ui {

/// From a spreadsheet to jobs: how the text is read (encoding, separator, header), what each
/// column becomes, what all rows share, the first jobs as they will be, the rows that make none,
/// and what all of it costs, before it is taken. Reading and estimating happen in the thread
/// pool; the window never waits.
///
/// Open it with open(); when `accepted`, jobs() is to be inserted as one undo step.
class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    /// `sourceName` is the file's name; empty: the clipboard.
    ImportDialog(const QByteArray &bytes, const QString &sourceName, const ImportContext &context,
                 QWidget *parent = nullptr);
    ~ImportDialog() override;

    /// The batch has changed: what the sheet brings is worked out anew, and can't be taken before.
    void setContext(const ImportContext &context);

    /// The jobs to insert, as written: texts with variables, for the batch file's language.
    QList<batch::JobSource> jobs() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
