// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/modelsearch.h"

#include <QWidget>

#include <optional>

class QButtonGroup;
class QComboBox;
class QLineEdit;

namespace ui {

/// Where a person says which models are wanted: words, a part of the list (all, favourites, used
/// lately), kind, provider, price, and the order. Until they choose an order themself, it goes by
/// relevance as long as there are words, else by name.
class QueryBar : public QWidget
{
    Q_OBJECT
public:
    explicit QueryBar(QWidget *parent = nullptr);

    ModelSearch search() const;
    /// Back to everything; with a type, to the models of that type.
    void clear(std::optional<batch::MediaType> type = {});
    /// The providers to choose from. The chosen one stays where it is still among them.
    void setProviders(const QStringList &providers);
    /// Where the words are typed.
    QLineEdit *field() const { return m_field; }
    /// Arrows and page keys that are pressed there move in `list`.
    void setMovesIn(QWidget *list) { m_list = list; }

signals:
    void searchChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *newScopes();
    QComboBox *newCombo(const QString &name);
    void fillKinds();
    void fillPrices();
    void fillOrders();
    ModelScope scope() const;
    catalog::ModelOrder impliedOrder() const;
    void queryChanged();

    QLineEdit *m_field;
    QWidget *m_list = nullptr;
    QButtonGroup *m_scopes;
    QComboBox *m_kind;
    QComboBox *m_provider;
    QComboBox *m_price;
    QComboBox *m_order;
    bool m_orderChosen = false;
};

} // namespace ui
