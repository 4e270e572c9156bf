// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/fields/fieldrow.h"
#include "inspector/inspector.h"
#include "inspector/trialcatalog.h"
#include "session/document/batchdocument.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QWidget>

namespace trial {

inline batch::Job jobOf(const char *model, const QString &name,
                        batch::MediaType type = batch::MediaType::Image)
{
    batch::Job job;
    job.name = name;
    job.model = QString::fromLatin1(model);
    job.type = type;
    job.prompt = QStringLiteral("A cat in the morning light");
    return job;
}

/// A document and an inspector of it, in a window that has the focus.
struct InspectorStand
{
    explicit InspectorStand(const QList<batch::Job> &jobs)
    {
        config::BatchFile file;
        file.source = batch::Batch{{}, jobs};
        document.reset(file);
        inspector.resize(400, 800);
        inspector.show();
        QApplication::setActiveWindow(&inspector);
    }

    void show(const QList<int> &rows)
    {
        QList<batch::JobId> ids;
        for (const int row : rows)
            ids.append(document.job(row).id);
        inspector.showEntries(ids);
        QCoreApplication::processEvents();
    }

    /// The row of that parameter; null where the form has none.
    ui::FieldRow *row(const QString &name) const
    {
        for (ui::FieldRow *row : inspector.findChildren<ui::FieldRow *>(name)) {
            if (row->isVisibleTo(&inspector))
                return row;
        }
        return nullptr;
    }

    template <typename Widget>
    Widget *control(const QString &name) const
    {
        ui::FieldRow *found = row(name);
        return found ? found->findChild<Widget *>() : nullptr;
    }

    /// By its accessible name.
    template <typename Widget>
    Widget *named(const QString &name) const
    {
        for (Widget *widget : inspector.findChildren<Widget *>()) {
            if (widget->accessibleName() == name && widget->isVisibleTo(&inspector))
                return widget;
        }
        return nullptr;
    }

    QAbstractButton *resetButton(const QString &name) const
    {
        ui::FieldRow *found = row(name);
        for (QAbstractButton *button : found->findChildren<QAbstractButton *>()) {
            if (button->accessibleName().contains(QLatin1String(": "))
                && button->isVisibleTo(&inspector))
                return button;
        }
        return nullptr;
    }

    /// Whether a label in sight says that.
    bool says(const QString &words) const
    {
        for (const QLabel *label : inspector.findChildren<QLabel *>()) {
            if (label->isVisibleTo(&inspector) && label->text().contains(words))
                return true;
        }
        return false;
    }

    ui::BatchDocument document{catalogWithAll()};
    ui::Inspector inspector{&document};
};

} // namespace trial
