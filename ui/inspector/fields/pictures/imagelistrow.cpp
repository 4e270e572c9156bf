// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/pictures/imagelistrow.h"

#include "inspector/fields/pictures/imagewell.h"
#include "look/icons.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QToolButton *smallButton(const QString &symbol, const QString &words)
{
    auto *button = new QToolButton;
    button->setIcon(icon(symbol, Tone::Muted));
    button->setIconSize(QSize(16, 16));
    button->setAutoRaise(true);
    button->setFixedSize(26, 30);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(words);
    return button;
}

} // namespace

ImageListRow::ImageListRow(const FieldContext &context, QWidget *parent)
    : QWidget(parent)
    , m_well(new ImageWell(context, true))
    , m_address(new QLineEdit)
    , m_up(smallButton(u"up"_s, tr("Move up")))
    , m_down(smallButton(u"down"_s, tr("Move down")))
    , m_remove(smallButton(u"close"_s, tr("Remove this picture")))
{
    // It shows and takes drops; what it would choose, the address line says.
    m_well->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(m_well);
    layout->addSpacing(4);
    layout->addWidget(m_address, 1);
    layout->addWidget(m_up);
    layout->addWidget(m_down);
    layout->addWidget(m_remove);
    connect(m_address, &QLineEdit::textEdited, this, &ImageListRow::addressEdited);
    connect(m_well, &ImageWell::dropped, this, &ImageListRow::dropped);
    connect(m_well, &ImageWell::clicked, m_address, [this] { m_address->setFocus(); });
    connect(m_up, &QToolButton::clicked, this, &ImageListRow::upRequested);
    connect(m_down, &QToolButton::clicked, this, &ImageListRow::downRequested);
    connect(m_remove, &QToolButton::clicked, this, &ImageListRow::removeRequested);
}

QString ImageListRow::text() const
{
    return m_address->text();
}

QList<QWidget *> ImageListRow::controls() const
{
    return {m_address, m_well, m_up, m_down, m_remove};
}

void ImageListRow::present(const QString &address, qsizetype number, qsizetype count)
{
    if (m_address->text() != address)
        m_address->setText(address);
    m_address->setToolTip(address.left(300));
    m_well->setAddress(address, {});
    const QString picture = tr("Picture %1 of %2").arg(number).arg(count);
    m_address->setAccessibleName(picture);
    m_well->setAccessibleName(picture);
    m_up->setAccessibleName(tr("Move picture %1 up").arg(number));
    m_down->setAccessibleName(tr("Move picture %1 down").arg(number));
    m_remove->setAccessibleName(tr("Remove picture %1").arg(number));
    m_up->setEnabled(number > 1);
    m_down->setEnabled(number < count);
}

} // namespace ui
