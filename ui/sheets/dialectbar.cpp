// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/dialectbar.h"

#include "look/mutedlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// A field with its name above it.
QVBoxLayout *named(const QString &name, QComboBox *box)
{
    auto *label = new MutedLabel(name);
    label->setBuddy(box);
    box->setAccessibleName(name);
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    column->addWidget(label);
    column->addWidget(box);
    return column;
}

void select(QComboBox *box, const QVariant &value, const QString &text)
{
    const QSignalBlocker blocker(box);
    if (box->findData(value) < 0)
        box->addItem(text, value);
    box->setCurrentIndex(box->findData(value));
}

} // namespace

DialectBar::DialectBar(QWidget *parent)
    : QWidget(parent)
    , m_encoding(new QComboBox)
    , m_separator(new QComboBox)
    , m_quote(new QComboBox)
    , m_header(new QCheckBox(tr("The first row names the columns")))
{
    for (const sheet::Encoding encoding : sheet::encodings()) {
        if (sheet::isSupported(encoding))
            m_encoding->addItem(sheet::displayName(encoding), int(encoding));
    }
    for (const QChar separator : sheet::separators())
        m_separator->addItem(sheet::displayName(separator), separator);
    m_quote->addItem(tr("Double  \""), QChar(u'"'));
    m_quote->addItem(tr("Single  '"), QChar(u'\''));
    m_quote->addItem(tr("Plain text"), QChar());
    m_header->setAccessibleName(m_header->text());

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(16);
    row->addLayout(named(tr("Encoding"), m_encoding));
    row->addLayout(named(tr("Separator"), m_separator));
    row->addLayout(named(tr("Quotes"), m_quote));
    auto *header = new QVBoxLayout;
    header->addStretch(1);
    header->addWidget(m_header);
    m_header->setMinimumHeight(m_encoding->sizeHint().height()); // on one line with the fields
    row->addLayout(header);
    row->addStretch(1);

    for (QComboBox *box : {m_encoding, m_separator, m_quote})
        connect(box, &QComboBox::activated, this, &DialectBar::read);
    connect(m_header, &QCheckBox::toggled, this, &DialectBar::read);
}

void DialectBar::show(const sheet::Dialect &dialect)
{
    m_dialect = dialect;
    select(m_encoding, int(dialect.encoding), sheet::displayName(dialect.encoding));
    select(m_separator, dialect.separator, sheet::displayName(dialect.separator));
    select(m_quote, dialect.quote, QString(dialect.quote));
    const QSignalBlocker blocker(m_header);
    m_header->setChecked(dialect.hasHeader);
}

void DialectBar::read()
{
    const sheet::Dialect chosen{
        .encoding = static_cast<sheet::Encoding>(m_encoding->currentData().toInt()),
        .separator = m_separator->currentData().toChar(),
        .hasHeader = m_header->isChecked(),
        .quote = m_quote->currentData().toChar(),
    };
    if (chosen == m_dialect)
        return;
    m_dialect = chosen;
    emit changed(chosen);
}

} // namespace ui
