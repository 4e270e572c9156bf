// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/latesttask.h"

#include <QAbstractButton>
#include <QImage>
#include <QStringList>

#include <functional>

namespace ui {

/// Where a picture is dropped and seen: its thumbnail where it is a file of this computer. To
/// press it chooses a file. Decoding happens in the thread pool.
class ImageWell : public QAbstractButton
{
    Q_OBJECT
public:
    /// `folder` is what relative paths count from. A `small` one stands in a line of a list.
    ImageWell(std::function<QString()> folder, bool small, QWidget *parent = nullptr);

    /// Empty: nothing is chosen. `hint` stands there instead of the picture then.
    void setAddress(const QString &address, const QString &hint);

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

    const std::function<QString()> m_folder;
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
