// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog.h"
#include "sheets/cards/card.h"
#include "sheets/cards/rowtemplate.h"

#include <QPointer>
#include <QStringList>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace ui {

class ModelField;

/// What all rows of a sheet share: type, model, a prompt and a name with the columns' variables,
/// which stand below as buttons that put them into the text.
class TemplateCard : public Card
{
    Q_OBJECT
public:
    TemplateCard(const catalog::Catalog &catalog, const QList<batch::Job> &jobs,
                 QWidget *parent = nullptr);

    void setValues(const RowTemplate &values);
    void setName(const QString &name);
    RowTemplate values() const;
    /// The variables that can be put in.
    void offer(const QStringList &variables);
    /// What the fields say while they are empty: what holds then.
    void setPlaceholders(const QString &prompt, const QString &name);

signals:
    /// A person changed something.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void takeType();
    void takeModel(const QString &id);
    void insert(const QString &variable);
    /// A model for that kind of job, such as most people start with.
    QString usualModel(batch::MediaType type) const;

    const catalog::Catalog m_catalog;
    QComboBox *m_type;
    ModelField *m_model;
    QPlainTextEdit *m_prompt;
    QLineEdit *m_name;
    QWidget *m_chips;
    QStringList m_offered;
    QPointer<QWidget> m_lastText; ///< where a variable goes
};

} // namespace ui
