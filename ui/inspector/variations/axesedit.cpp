// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/variations/axesedit.h"

#include "inspector/variations/chipfield.h"
#include "inspector/variations/namedrows.h"
#include "look/icons.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

AxesEdit::AxesEdit(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    hide();
    m_layout->setSpacing(8);
}

AxesEdit::Row AxesEdit::makeRow()
{
    Row row{new QWidget, new QLineEdit, new ChipField, new QToolButton};
    row.name->setPlaceholderText(tr("Name"));
    row.name->setAccessibleName(tr("Name of the list"));
    row.name->setToolTip(tr("Stands in the texts as {name}, and a value in its place"));
    row.remove->setIcon(icon(u"close"_s, Tone::Muted));
    row.remove->setIconSize(QSize(16, 16));
    row.remove->setFixedSize(24, 24);
    row.remove->setAutoRaise(true);
    row.remove->setFocusPolicy(Qt::StrongFocus);
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(row.name, 1);
    head->addWidget(row.remove);
    auto *layout = new QVBoxLayout(row.widget);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addLayout(head);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 28, 0);
    line->addWidget(row.values);
    layout->addLayout(line);
    QWidget *widget = row.widget;
    connect(row.name, &QLineEdit::editingFinished, this,
            [this, widget] { onNamed(numberOf(widget)); });
    connect(row.values, &ChipField::edited, this,
            [this, widget](const QStringList &values) { onValues(numberOf(widget), values); });
    connect(row.remove, &QToolButton::clicked, this,
            [this, widget] { onRemoved(numberOf(widget)); });
    return row;
}

qsizetype AxesEdit::numberOf(const QWidget *widget) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).widget == widget)
            return i;
    }
    return -1;
}

void AxesEdit::remove(const Row &row)
{
    // It may be the one whose button was pressed.
    m_layout->removeWidget(row.widget);
    row.widget->hide();
    row.widget->deleteLater();
}

void AxesEdit::removeDraft()
{
    if (hasDraft())
        remove(m_rows.takeLast());
    setVisible(!m_rows.isEmpty());
}

void AxesEdit::show(const Row &row, const batch::Axis &axis)
{
    showUntyped(row.name, axis.name);
    row.values->setTexts(axis.values);
    row.values->setWords(tr("Values of %1").arg(axis.name));
    row.remove->setToolTip(axis.name.isEmpty() ? tr("Remove") : tr("Remove %1").arg(axis.name));
    row.remove->setAccessibleName(row.remove->toolTip());
}

QStringList AxesEdit::namesOf(const QList<batch::Axis> &axes)
{
    QStringList names;
    for (const batch::Axis &axis : axes)
        names.append(axis.name);
    return names;
}

void AxesEdit::setAxes(const QList<batch::Axis> &axes)
{
    QStringList before = namesOf(m_axes);
    QList<Row> rows = m_rows;
    QList<Row> draft;
    // One that was being filled in and is there now is that row.
    const QStringList names = namesOf(axes);
    const QString begun = hasDraft() ? m_rows.constLast().name->text().simplified() : QString();
    if (names.contains(begun))
        before.append(begun);
    else if (hasDraft())
        draft.append(rows.takeLast());
    m_axes = axes;
    m_rows.clear();
    const QList<qsizetype> places = followedRows(before, names);
    for (qsizetype i = 0; i < axes.size(); ++i) {
        const qsizetype place = places.at(i);
        m_rows.append(place >= 0 ? rows.at(place) : makeRow());
        if (place >= 0 && before.at(place) != axes.at(i).name)
            forgetTyped(m_rows.constLast());
        placeRow(m_layout, static_cast<int>(i), m_rows.constLast().widget);
        show(m_rows.constLast(), axes.at(i));
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (!places.contains(i))
            remove(rows.at(i));
    }
    m_rows += draft;
    setVisible(!m_rows.isEmpty());
}

void AxesEdit::addRow()
{
    if (!hasDraft()) {
        m_rows.append(makeRow());
        placeRow(m_layout, m_layout->count(), m_rows.constLast().widget);
        show(m_rows.constLast(), {});
        setVisible(true);
    }
    m_rows.constLast().name->setFocus();
}

void AxesEdit::takeTyped()
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Row row = m_rows.at(i);
        if (row.name->hasFocus())
            return onNamed(i);
        if (row.values->line()->hasFocus())
            return row.values->takeTyped();
    }
}

void AxesEdit::forget()
{
    removeDraft();
    for (const Row &row : std::as_const(m_rows)) {
        forgetTyped(row);
        row.values->forgetTyped();
    }
}

void AxesEdit::forgetTyped(const Row &row)
{
    row.name->setModified(false);
}

void AxesEdit::onNamed(qsizetype row)
{
    if (row < 0)
        return;
    const QString name = m_rows.at(row).name->text().simplified();
    if (isDraft(row)) {
        if (!name.isEmpty() && !m_rows.at(row).values->texts().isEmpty())
            emit added(name, m_rows.at(row).values->texts());
        return;
    }
    // What was not typed is not written: it may be another by now.
    const bool typed = m_rows.at(row).name->isModified();
    forgetTyped(m_rows.at(row));
    if (typed && !name.isEmpty() && name != m_axes.at(row).name)
        emit renamed(row, name);
    // Without a name of its own it can't be: it keeps the one that it had.
    if (row < m_axes.size())
        showUntyped(m_rows.at(row).name, m_axes.at(row).name);
}

void AxesEdit::onValues(qsizetype row, const QStringList &values)
{
    if (row < 0)
        return;
    if (!isDraft(row)) {
        emit valuesEdited(row, values);
        return;
    }
    m_rows.at(row).values->setTexts(values);
    onNamed(row);
}

void AxesEdit::onRemoved(qsizetype row)
{
    if (row < 0)
        return;
    if (isDraft(row))
        removeDraft();
    else
        emit valuesEdited(row, {});
}

} // namespace ui
