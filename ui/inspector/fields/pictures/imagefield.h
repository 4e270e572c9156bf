// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/fields/field.h"

class QLineEdit;
class QToolButton;

namespace ui {

class ImageWell;

/// A picture to start from: dropped, chosen from the disk, what another job makes, or by its
/// address.
class ImageField : public Field
{
    Q_OBJECT
public:
    explicit ImageField(const FieldContext &context, QWidget *parent = nullptr);

protected:
    void display() override;

private:
    ImageWell *m_well;
    QLineEdit *m_address;
    QToolButton *m_browse;
    QToolButton *m_fromJob;
};

/// A button beside an image field.
QToolButton *imageButton(const QString &symbol, const QString &words);
/// Lets a person choose one of the batch's jobs below `button`; `chosen` gets its address.
void browseForJobs(const FieldContext &context, QToolButton *button,
                   const std::function<void(const QString &)> &chosen);
/// Lets a person choose pictures on the disk, beside `parent`; `chosen` gets their addresses.
void browseForImages(QWidget *parent, const QString &folder, bool several,
                     const std::function<void(const QStringList &)> &chosen);

} // namespace ui
