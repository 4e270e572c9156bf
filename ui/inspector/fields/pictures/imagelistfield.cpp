// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/pictures/imagelistfield.h"

#include "inspector/fields/pictures/imagefield.h"
#include "inspector/fields/pictures/imagelistrow.h"
#include "inspector/fields/pictures/imagewell.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QStringList texts(const QJsonValue &value)
{
    QStringList all;
    if (value.isArray()) {
        for (const QJsonValue &element : value.toArray())
            all.append(valueText(element));
    } else if (!value.isUndefined() && !value.isNull()) {
        all.append(valueText(value));
    }
    return all;
}

} // namespace

ImageListField::ImageListField(const catalog::Parameter &parameter, const FieldContext &context,
                               QWidget *parent)
    : Field(context, parent)
    , m_most(parameter.maxItems)
    , m_lines(new QVBoxLayout)
    , m_well(new ImageWell(context, false))
{
    introduce(m_well);
    m_lines->setContentsMargins({});
    m_lines->setSpacing(6);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    layout->addLayout(m_lines);
    m_well->setFixedHeight(76);
    QToolButton *fromJob = imageButton(u"from-job"_s, tr("Add what another job makes"));
    introduce(fromJob);
    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_well, 1);
    line->addWidget(fromJob, 0, Qt::AlignTop);
    layout->addLayout(line);
    connect(fromJob, &QToolButton::clicked, this, [this, fromJob] {
        browseForJobs(this->context(), fromJob, [this](const QString &address) { add({address}); });
    });
    connect(m_well, &ImageWell::dropped, this, &ImageListField::add);
    connect(m_well, &ImageWell::clicked, this, [this] {
        browseForImages(this, this->context().folder(), true,
                        [this](const QStringList &addresses) { add(addresses); });
    });
}

ImageListRow *ImageListField::addRow()
{
    auto *row = new ImageListRow(context());
    for (QWidget *control : row->controls())
        introduce(control);
    m_lines->addWidget(row);
    m_rows.append(row);
    const auto number = [this, row] { return m_rows.indexOf(row); };
    connect(row, &ImageListRow::addressEdited, this, [this] { giveAddresses(addresses(), true); });
    connect(row, &ImageListRow::dropped, this, [this, number](const QStringList &dropped) {
        QStringList all = addresses();
        all[number()] = dropped.constFirst();
        giveAddresses(all + dropped.mid(1));
    });
    connect(row, &ImageListRow::upRequested, this,
            [this, number] { move(number(), number() - 1); });
    connect(row, &ImageListRow::downRequested, this,
            [this, number] { move(number(), number() + 1); });
    connect(row, &ImageListRow::removeRequested, this, [this, number] {
        QStringList all = addresses();
        all.removeAt(number());
        giveAddresses(all);
    });
    return row;
}

QStringList ImageListField::addresses() const
{
    QStringList all;
    for (const ImageListRow *row : m_rows)
        all.append(row->text());
    return all;
}

void ImageListField::giveAddresses(const QStringList &addresses, bool continuing)
{
    give(addresses.isEmpty() ? QJsonValue(QJsonValue::Undefined)
                             : QJsonValue(QJsonArray::fromStringList(addresses)),
         continuing);
}

void ImageListField::add(const QStringList &more)
{
    giveAddresses(addresses() + more);
}

void ImageListField::move(qsizetype from, qsizetype to)
{
    QStringList all = addresses();
    if (to < 0 || to >= all.size())
        return;
    all.move(from, to);
    giveAddresses(all);
}

void ImageListField::display()
{
    const QStringList all = texts(state().effective());
    while (m_rows.size() > all.size()) {
        // It may be the one whose button was pressed.
        ImageListRow *gone = m_rows.takeLast();
        m_lines->removeWidget(gone);
        gone->hide();
        gone->deleteLater();
    }
    while (m_rows.size() < all.size())
        addRow();
    for (qsizetype i = 0; i < all.size(); ++i) {
        m_rows.at(i)->present(all.at(i), i + 1, all.size());
        setMuted(m_rows.at(i)->address(), !state().isSaid());
    }
    m_well->setAddress(
        {}, state().several ? severalValues() : tr("Drop pictures here, or choose some"));
    if (m_most)
        emit asideChanged(tr("%1 / %2").arg(all.size()).arg(*m_most), all.size() > *m_most);
}

} // namespace ui
