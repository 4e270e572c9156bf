// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheet/dialect.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace ui {

/// How a sheet is read: found out, shown, and changeable.
class DialectBar : public QWidget
{
    Q_OBJECT
public:
    explicit DialectBar(QWidget *parent = nullptr);

    void show(const sheet::Dialect &dialect);
    using QWidget::show;
    const sheet::Dialect &dialect() const { return m_dialect; }

signals:
    /// A person changed it.
    void changed(const sheet::Dialect &dialect);

private:
    void read();

    QComboBox *m_encoding;
    QComboBox *m_separator;
    QComboBox *m_quote;
    QCheckBox *m_header;
    sheet::Dialect m_dialect;
};

} // namespace ui
