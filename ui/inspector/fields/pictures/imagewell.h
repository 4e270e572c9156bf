// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/fields/field.h"
#include "session/latesttask.h"

#include <QAbstractButton>
#include <QImage>
#include <QStringList>

namespace ui {

/// Where a picture is dropped and seen: its thumbnail where it is a file of this computer. To
/// press it chooses a file. Decoding happens in the thread pool.
class ImageWell : public QAbstractButton
{
    Q_OBJECT
public:
    /// A `small` one stands in a line of a list.
    ImageWell(const FieldContext &context, bool small, QWidget *parent = nullptr);

    /// As an entry writes it; empty: nothing is chosen. `hint` stands there instead of the picture
    /// then.
    void setAddress(const QString &written, const QString &hint);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void dropped(const QStringList &addresses);

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void take(const QImage &image);
    void drawHint(QPainter *painter, const QRect &room) const;
    QString wordsForNoPicture() const;
    QString fileOf(const QString &address) const;

    const FieldContext m_context;
    const bool m_small;
    QString m_address;
    QString m_file; ///< that the address names; empty: none of this computer
    QString m_hint;
    QImage m_image;
    bool m_missing = false; ///< the file can't be read as a picture
    bool m_dragged = false; ///< a picture is held over it
    LatestTask<QImage> m_decoding;
};

} // namespace ui
