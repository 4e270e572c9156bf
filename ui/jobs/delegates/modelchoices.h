// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "catalog/catalog.h"

#include <QAbstractListModel>
#include <QList>
#include <QStringList>
#include <QStyledItemDelegate>

namespace ui {

/// A short list of models to choose from, with headings: never all of some hundred. Either those
/// that a batch is likely to use, or those that match what a person types.
class ModelChoices : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Kind {
        Heading, ///< cannot be chosen
        Model,
        AllModels, ///< the way to the list of all
        Effect,    ///< what the choice would do; cannot be chosen
    };
    enum Role {
        ModelIdRole = Qt::UserRole, ///< empty unless the row is a model
        KindRole,                   ///< int, a Kind
        FactsRole,                  ///< QString: price and typical time; how many models there are
    };

    using QAbstractListModel::QAbstractListModel;

    /// Whether the usual ones end with the way to all; they do unless it is said.
    void setEndsInAll(bool ends) { m_endsInAll = ends; }
    /// The models of these jobs, then images and videos, all where they are few, else those that
    /// Rushes is shipped with; then the way to all.
    void showUsual(const catalog::Catalog &catalog, const QList<batch::Job> &jobs);
    /// The models that the words are best found in.
    void showFound(const catalog::Catalog &catalog, const QString &words);
    /// What choosing the model would do that a person is on, in words, below the models that are
    /// shown from now on; empty: nothing is said. Whoever shows the list paints it anew:
    /// dataChanged is not emitted, as a completer starts from the top at that.
    void setEffect(const QString &words);

    /// The first row with that model; -1 where there is none.
    int rowOf(const QString &modelId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        Kind kind = Kind::Model;
        QString text;
        QString id;
        QString facts;
        QString details; ///< the description
    };

    static Row modelRow(const catalog::Model &model);
    static void nameApart(QList<Row> *rows);
    void show(QList<Row> rows);

    QList<Row> m_rows;
    QString m_effect;
    bool m_endsInAll = true;
};

/// Draws such a list: the name, and at the right what it costs and how long it takes.
class ModelChoiceDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace ui
