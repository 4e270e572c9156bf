// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/pictures/imagewell.h"

#include "batch/expansion/texts.h"
#include "batch/references/references.h"
#include "inspector/fields/pictures/imageaddress.h"
#include "look/icons.h"
#include "look/painting.h"
#include "look/theme.h"
#include "media/picture.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QPainter>
#include <QPainterPath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize box(640, 240); ///< px of the screen: twice the largest well

/// Whatever the sender proposes: one that is told of a move deletes its file.
void acceptCopy(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

} // namespace

ImageWell::ImageWell(const FieldContext &context, bool small, QWidget *parent)
    : QAbstractButton(parent)
    , m_context(context)
    , m_small(small)
{
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(small ? QSizePolicy::Fixed : QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ImageWell::sizeHint() const
{
    return m_small ? QSize(44, 44) : QSize(200, 112);
}

QSize ImageWell::minimumSizeHint() const
{
    return m_small ? sizeHint() : QSize(100, 112);
}

void ImageWell::setAddress(const QString &written, const QString &hint)
{
    const QString address = batch::BracedText(written, batch::Braces::Names).with({});
    if (m_hint != hint) {
        m_hint = hint;
        update();
    }
    const QString file = fileOf(address);
    if (m_address == address && m_file == file)
        return;
    m_address = address;
    m_file = file;
    m_missing = false;
    m_image = QImage();
    m_decoding.cancel();
    if (!file.isEmpty())
        m_decoding.start([file] { return media::thumbnail(file, box); },
                         [this](const QImage &image) { take(image); });
    update();
}

QString ImageWell::fileOf(const QString &address) const
{
    const std::optional<QString> job = batch::referredJob(address);
    if (job)
        return m_context.resultOf ? m_context.resultOf(*job) : QString();
    return localImage(address, m_context.folder());
}

void ImageWell::take(const QImage &image)
{
    m_image = image;
    m_missing = image.isNull();
    update();
}

void ImageWell::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    const QColor text = palette().color(QPalette::Active, QPalette::Text);
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF ground = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool strong =
        m_dragged || (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange));
    QPen pen(strong ? theme.accent : mixed(theme.border, text, underMouse() ? 0.3 : 0.12),
             strong ? 2 : 1);
    if (m_image.isNull() && !m_dragged)
        pen.setDashPattern({4, 3});
    painter.setPen(pen);
    const QColor base = mixed(theme.surface, text, 0.03);
    painter.setBrush(m_dragged ? mixed(base, theme.accent, 0.12) : base);
    painter.drawRoundedRect(ground, painting::radius, painting::radius);
    const int margin = m_small ? 3 : 6;
    const QRect room = rect().adjusted(margin, margin, -margin, -margin);
    if (m_image.isNull()) {
        drawHint(&painter, room);
        return;
    }
    const QSizeF size = QSizeF(m_image.size()).scaled(room.size(), Qt::KeepAspectRatio);
    const QRectF place(QPointF(room.center()) - QPointF(size.width() / 2, size.height() / 2)
                           + QPointF(0.5, 0.5),
                       size);
    QPainterPath clip;
    clip.addRoundedRect(place, 3, 3);
    painter.setClipPath(clip);
    painter.drawImage(place, m_image);
}

QString ImageWell::wordsForNoPicture() const
{
    if (m_missing)
        return tr("This file can't be shown as a picture");
    if (m_address.isEmpty())
        return m_hint;
    if (!m_file.isEmpty())
        return {};
    if (const std::optional<QString> job = batch::referredJob(m_address))
        return tr("What %1 makes").arg(*job);
    if (m_address.startsWith("data:"_L1))
        return tr("A picture within the batch file");
    return m_address.contains("://"_L1) ? tr("A picture on the web")
                                        : tr("Counts from the batch file, once it is saved");
}

void ImageWell::drawHint(QPainter *painter, const QRect &room) const
{
    const Theme &theme = Theme::of(palette());
    const QIcon symbol =
        ui::icon(m_missing ? u"warning"_s : u"image"_s, m_missing ? Tone::Warning : Tone::Muted);
    const int side = 22;
    const QString words = wordsForNoPicture();
    if (m_small || words.isEmpty()) {
        const QRect place(room.center().x() - side / 2, room.center().y() - side / 2, side, side);
        symbol.paint(painter, place);
        return;
    }
    const QRect wanted = painter->boundingRect(room.adjusted(8, 0, -8, 0),
                                               Qt::AlignHCenter | Qt::TextWordWrap, words);
    const int height = side + 6 + wanted.height();
    const int top = room.top() + (room.height() - height) / 2;
    symbol.paint(painter, QRect(room.center().x() - side / 2, top, side, side));
    painter->setPen(m_missing ? theme.warning : theme.mutedText);
    painter->drawText(QRect(room.left() + 8, top + side + 6, room.width() - 16, wanted.height()),
                      Qt::AlignHCenter | Qt::TextWordWrap, words);
}

void ImageWell::dragEnterEvent(QDragEnterEvent *event)
{
    if (imagesIn(event->mimeData(), m_context.folder()).isEmpty())
        return;
    acceptCopy(event);
    m_dragged = true;
    update();
}

void ImageWell::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dragged = false;
    update();
}

void ImageWell::dropEvent(QDropEvent *event)
{
    m_dragged = false;
    update();
    const QStringList addresses = imagesIn(event->mimeData(), m_context.folder());
    if (addresses.isEmpty())
        return;
    acceptCopy(event);
    emit dropped(addresses);
}

} // namespace ui
