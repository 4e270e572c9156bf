// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model.h"

#include <QDateTime>
#include <QString>

namespace catalog {
class Catalog;
}

/// How a model reads, in the interface language.
namespace ui::modeltext {

/// "Text to video".
QString kind(catalog::ModelKind kind);
/// "Google · Text to video".
QString providerAndKind(const catalog::Model &model);
/// "$0.03 / s"; where the price isn't known, words that say so.
QString price(const catalog::Model &model);
/// What the price is made of: "$0.03 for a second of video", with a line for each resolution that
/// has one of its own, and what a usual result costs; empty where the price isn't known.
QString priceInFull(const catalog::Model &model);
/// Where its price comes from and how old it is; where it isn't known, that what is reckoned by is
/// a guess.
QString priceOrigin(const catalog::Model &model, const QDateTime &now);
/// Where the list of models comes from and how old it is.
QString listOrigin(const catalog::Catalog &catalog, const QDateTime &now);
/// What a value of the parameter may be: "whole number, 1–10, default 5".
QString limits(const catalog::Parameter &parameter);
/// "$9.60 → $0.88".
QString change(const QString &before, const QString &after);

} // namespace ui::modeltext
