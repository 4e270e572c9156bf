// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/variations/variablesedit.h"

#include "inspector/variations/namedrows.h"
#include "look/icons.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

VariablesEdit::VariablesEdit(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    hide();
    m_layout->setSpacing(6);
}

VariablesEdit::Row VariablesEdit::makeRow()
{
    Row row{new QWidget, new QLineEdit, new QLineEdit, new QToolButton};
    row.name->setPlaceholderText(tr("Name"));
    row.name->setAccessibleName(tr("Name of the variable"));
    row.name->setToolTip(tr("Stands in the texts as {name}"));
    row.value->setPlaceholderText(tr("Value"));
    row.remove->setIcon(icon(u"close"_s, Tone::Muted));
    row.remove->setIconSize(QSize(16, 16));
    row.remove->setFixedSize(24, 24);
    row.remove->setAutoRaise(true);
    row.remove->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QHBoxLayout(row.widget);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(row.name, 2);
    layout->addWidget(row.value, 3);
    layout->addWidget(row.remove);
    QWidget *widget = row.widget;
    for (QLineEdit *line : {row.name, row.value}) {
        line->setMinimumWidth(60);
        connect(line, &QLineEdit::editingFinished, this,
                [this, widget] { onLeft(numberOf(widget)); });
    }
    connect(row.remove, &QToolButton::clicked, this,
            [this, widget] { onRemoved(numberOf(widget)); });
    return row;
}

qsizetype VariablesEdit::numberOf(const QWidget *widget) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).widget == widget)
            return i;
    }
    return -1;
}

void VariablesEdit::remove(const Row &row)
{
    // It may be the one whose button was pressed.
    m_layout->removeWidget(row.widget);
    row.widget->hide();
    row.widget->deleteLater();
}

void VariablesEdit::removeDraft()
{
    if (hasDraft())
        remove(m_rows.takeLast());
    setVisible(!m_rows.isEmpty());
}

void VariablesEdit::show(const Row &row, const QString &name, const QString &value)
{
    showUntyped(row.name, name);
    showUntyped(row.value, value);
    row.value->setAccessibleName(tr("Value of %1").arg(name));
    row.remove->setToolTip(name.isEmpty() ? tr("Remove") : tr("Remove %1").arg(name));
    row.remove->setAccessibleName(row.remove->toolTip());
}

void VariablesEdit::setVariables(const batch::Variables &variables)
{
    const QStringList names = variables.keys();
    QStringList before = m_names;
    QList<Row> rows = m_rows;
    QList<Row> draft;
    // One that was being filled in and is there now is that row.
    const QString begun = hasDraft() ? m_rows.constLast().name->text().simplified() : QString();
    if (names.contains(begun))
        before.append(begun);
    else if (hasDraft())
        draft.append(rows.takeLast());
    m_variables = variables;
    m_names = names;
    m_rows.clear();
    const QList<qsizetype> places = followedRows(before, names);
    for (qsizetype i = 0; i < names.size(); ++i) {
        const qsizetype place = places.at(i);
        m_rows.append(place >= 0 ? rows.at(place) : makeRow());
        if (place >= 0 && before.at(place) != names.at(i))
            forgetTyped(m_rows.constLast());
        placeRow(m_layout, static_cast<int>(i), m_rows.constLast().widget);
        show(m_rows.constLast(), names.at(i), variables.value(names.at(i)));
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (!places.contains(i))
            remove(rows.at(i));
    }
    m_rows += draft;
    setVisible(!m_rows.isEmpty());
}

void VariablesEdit::addRow()
{
    if (!hasDraft()) {
        m_rows.append(makeRow());
        placeRow(m_layout, m_layout->count(), m_rows.constLast().widget);
        show(m_rows.constLast(), {}, {});
        setVisible(true);
    }
    m_rows.constLast().name->setFocus();
}

void VariablesEdit::takeTyped()
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).name->hasFocus() || m_rows.at(i).value->hasFocus())
            return onLeft(i);
    }
}

void VariablesEdit::forget()
{
    removeDraft();
    for (const Row &row : std::as_const(m_rows))
        forgetTyped(row);
}

void VariablesEdit::forgetTyped(const Row &row)
{
    row.name->setModified(false);
    row.value->setModified(false);
}

void VariablesEdit::onLeft(qsizetype row)
{
    if (row < 0)
        return;
    const QString name = m_rows.at(row).name->text().simplified();
    const QString value = m_rows.at(row).value->text();
    const QString before = m_names.value(row);
    // What was not typed is not written: it may be another by now.
    const bool typed = m_rows.at(row).name->isModified() || m_rows.at(row).value->isModified();
    if (!before.isEmpty() && !typed)
        return;
    const bool taken = name != before && m_variables.contains(name);
    batch::Variables changed = m_variables;
    if (!name.isEmpty() && !taken) {
        changed.remove(before);
        changed.insert(name, value);
    }
    if (!name.isEmpty() || !before.isEmpty())
        forgetTyped(m_rows.at(row));
    if (changed != m_variables) {
        emit edited(changed, before.isEmpty() ? tr("Add variable") : tr("Change variable"));
    } else if (!before.isEmpty()) {
        // Without a name of its own it can't be: it keeps the one that it had.
        show(m_rows.at(row), before, m_variables.value(before));
    }
}

void VariablesEdit::onRemoved(qsizetype row)
{
    if (row < 0)
        return;
    if (row >= m_names.size()) {
        removeDraft();
        return;
    }
    batch::Variables changed = m_variables;
    changed.remove(m_names.at(row));
    emit edited(changed, tr("Remove variable"));
}

} // namespace ui
