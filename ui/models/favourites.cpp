// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/favourites.h"

#include <QSettings>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto favouritesKey = "models/favourites"_L1;
constexpr auto recentKey = "models/recent"_L1;

QStringList idsAt(QLatin1StringView key)
{
    QStringList ids = QSettings().value(key).toStringList();
    ids.removeAll(QString());
    ids.removeDuplicates();
    return ids;
}

} // namespace

Favourites::Favourites(QObject *parent)
    : QObject(parent)
    , m_models(idsAt(favouritesKey))
{
}

QStringList Favourites::recent() const
{
    return idsAt(recentKey).mid(0, mostRecent);
}

void Favourites::set(const QString &model, bool favourite)
{
    if (model.isEmpty() || contains(model) == favourite)
        return;
    if (favourite)
        m_models.append(model);
    else
        m_models.removeAll(model);
    QSettings().setValue(favouritesKey, m_models);
    emit favouriteChanged(model);
}

void Favourites::addRecent(const QString &model)
{
    QStringList models = recent();
    if (model.isEmpty() || models.value(0) == model)
        return;
    models.removeAll(model);
    models.prepend(model);
    QSettings().setValue(recentKey, models.mid(0, mostRecent));
}

} // namespace ui
