// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/importdialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QTableView>
#include <QTest>

/// The import dialog as a person has it before them.
struct ImportDriver
{
    ImportDriver(const QByteArray &bytes, const QString &name, const ui::ImportContext &context)
        : dialog(bytes, name, context)
    {
    }

    bool open()
    {
        dialog.open();
        return QTest::qWaitForWindowExposed(&dialog) && settled();
    }
    /// The answer to what was last asked is there.
    bool settled()
    {
        QTest::qWait(0);
        return QTest::qWaitFor([this] { return add()->isEnabled() || !summaryIsReading(); },
                               20'000);
    }

    template <typename Widget>
    Widget *named(const QString &accessibleName) const
    {
        for (Widget *widget : dialog.findChildren<Widget *>()) {
            if (widget->accessibleName() == accessibleName)
                return widget;
        }
        return nullptr;
    }
    QPushButton *add() const
    {
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->isDefault())
                return button;
        }
        return nullptr;
    }
    /// As a person does it in the list of that field.
    void choose(const QString &field, const QVariant &value)
    {
        auto *box = named<QComboBox>(field);
        box->setCurrentIndex(box->findData(value));
        emit box->activated(box->currentIndex());
    }
    QTableView *columns() const { return named<QTableView>(QStringLiteral("Columns")); }
    QTableView *preview() const { return named<QTableView>(QStringLiteral("The first jobs")); }
    QPlainTextEdit *prompt() const { return named<QPlainTextEdit>(QStringLiteral("Prompt")); }
    QLineEdit *name() const { return named<QLineEdit>(QStringLiteral("Name")); }
    QStringList problems() const
    {
        return qobject_cast<QStringListModel *>(
                   named<QListView>(QStringLiteral("Problems"))->model())
            ->stringList();
    }
    QString cell(int row, int column) const
    {
        return preview()->model()->index(row, column).data().toString();
    }
    bool says(const QString &text) const
    {
        for (const QLabel *label : dialog.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

    ui::ImportDialog dialog;

private:
    bool summaryIsReading() const { return says(QStringLiteral("Reading…")); }
};
