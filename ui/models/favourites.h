// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace ui {

/// The models, by id, that a person marked with a star, and those chosen lately. Kept in the
/// user's settings; what one of these notes as chosen all others know. Window's thread.
class Favourites : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostRecent = 24; ///< how many of those chosen lately are kept

    explicit Favourites(QObject *parent = nullptr);

    const QStringList &models() const { return m_models; }
    bool contains(const QString &model) const { return m_models.contains(model); }
    void set(const QString &model, bool favourite);

    /// The latest first.
    QStringList recent() const;
    /// The model was chosen just now.
    void addRecent(const QString &model);

signals:
    void favouriteChanged(const QString &model);

private:
    QStringList m_models;
};

} // namespace ui
