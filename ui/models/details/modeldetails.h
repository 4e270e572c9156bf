// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"

#include <QDateTime>
#include <QScrollArea>

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace ui {

class ParameterList;

/// What a model is, costs and takes, and where its price comes from; or calm words where none is
/// selected.
class ModelDetails : public QScrollArea
{
    Q_OBJECT
public:
    /// How it stands with parameters that aren't known.
    enum class Fetching { Impossible, Possible, UnderWay };

    explicit ModelDetails(QWidget *parent = nullptr);

    void showModel(const catalog::Model &model, bool favourite, Fetching fetching,
                   const QDateTime &now);
    void clear();

signals:
    void favouriteToggled(bool favourite);
    /// The person wants the parameters that aren't known.
    void fetchWanted();

private:
    QLayout *heading();
    QWidget *newFacts();
    void showFact(QLabel *value, const QString &text);
    void showPrice(const catalog::Model &model, const QDateTime &now);
    void showParameters(const catalog::Model &model, Fetching fetching);

    QWidget *m_page;
    QLabel *m_nothing;
    QLabel *m_name;
    QToolButton *m_star;
    QLabel *m_id;
    QLabel *m_provider;
    QLabel *m_kind;
    QLabel *m_price;
    QLabel *m_priceOrigin;
    QLabel *m_time;
    QLabel *m_profile;
    QGridLayout *m_facts = nullptr;
    QLabel *m_takes;
    ParameterList *m_parameters;
    QLabel *m_unknown;
    QPushButton *m_fetch;
};

} // namespace ui
