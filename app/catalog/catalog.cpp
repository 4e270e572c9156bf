// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog.h"

#include "catalog/cache.h"
#include "catalog/reading/entryreader.h"
#include "catalog/reading/listanswer.h"
#include "catalog/search.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace catalog {

using namespace Qt::StringLiterals;

namespace {

/// A day, or a moment (ISO 8601), UTC.
QDateTime toMoment(const QString &text)
{
    if (text.contains(u'T')) {
        const QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
        return moment.isValid() ? moment.toUTC() : QDateTime();
    }
    const QDate day = QDate::fromString(text, Qt::ISODate);
    return day.isValid() ? QDateTime(day, QTime(0, 0), Qt::UTC) : QDateTime();
}

/// The service says of every entry which model it is and what that makes.
bool isReadable(const QJsonValue &entry)
{
    return !entry["model"_L1].toString().trimmed().isEmpty() && entry["type"_L1].isString();
}

/// A few entries of a wrong shape are the service's oddities; many are another form of list, or
/// half an answer.
bool areTooManyUnreadable(const QJsonArray &entries)
{
    constexpr qsizetype few = 3;
    const auto unreadable =
        entries.size() - std::count_if(entries.begin(), entries.end(), isReadable);
    return unreadable > std::max(few, entries.size() / 4);
}

/// The models of a list; `schemaOf` gives the schema by the entry's address for it.
template <typename SchemaOf>
tl::expected<QList<Model>, QString> readModels(const QJsonArray &entries,
                                               const Catalog::Origin &origin, SchemaOf schemaOf)
{
    QList<Model> models;
    for (const QJsonValue &entry : entries) {
        const QString address = entry["schema"_L1].toString();
        const QJsonObject schema = address.isEmpty() ? QJsonObject() : schemaOf(address);
        if (const auto model = readEntry(entry.toObject(), schema, origin))
            models.append(*model);
    }
    if (models.isEmpty()) {
        return tl::unexpected(QCoreApplication::translate(
            "catalog::Catalog", "The list of models has none that makes images or videos."));
    }
    return models;
}

} // namespace

tl::expected<Catalog, QString> Catalog::read(const QByteArray &models,
                                             const QHash<QUrl, QByteArray> &schemas,
                                             const Origin &origin)
{
    if (models.size() > largestList) {
        return tl::unexpected(QCoreApplication::translate(
                                  "catalog::Catalog", "The list of models is larger than %1 MB.")
                                  .arg(largestList / (1024 * 1024)));
    }
    const auto answer = readListAnswer(models);
    if (!answer)
        return tl::unexpected(answer.error());
    const QJsonArray entries = (*answer)["data"_L1].toArray();
    const auto read = readModels(entries, origin, [&schemas](const QString &address) {
        const QByteArray schema = schemas.value(QUrl(address));
        return schema.size() > largestSchema ? QJsonObject()
                                             : QJsonDocument::fromJson(schema).object();
    });
    if (!read)
        return tl::unexpected(read.error());
    if (areTooManyUnreadable(entries)) {
        return tl::unexpected(QCoreApplication::translate(
            "catalog::Catalog", "Too many entries of the list of models can't be read."));
    }
    return Catalog(*read, origin);
}

tl::expected<Catalog, QString> Catalog::readSnapshot(const QByteArray &snapshot, PriceSource source)
{
    const auto answer = readListAnswer(snapshot);
    if (!answer)
        return tl::unexpected(answer.error());
    const Origin origin{source, toMoment((*answer)["as_of"_L1].toString())};
    const QJsonObject schemas = (*answer)["schemas"_L1].toObject();
    const auto read =
        readModels((*answer)["data"_L1].toArray(), origin,
                   [&schemas](const QString &address) { return schemas[address].toObject(); });
    if (!read)
        return tl::unexpected(read.error());
    return Catalog(*read, origin);
}

QByteArray Catalog::toSnapshot() const
{
    QJsonArray entries;
    QJsonObject schemas;
    for (const Model &model : m_models) {
        QJsonObject entry = model.entry;
        if (!model.listed)
            entry[u"listed"_s] = false;
        if (model.price && model.price->asOf.isValid() && model.price->asOf != m_origin.asOf) {
            QJsonObject price = entry["price"_L1].toObject();
            price[u"as_of"_s] = model.price->asOf.toString(Qt::ISODateWithMs);
            entry[u"price"_s] = price;
        }
        entries.append(entry);
        const QString address = model.entry["schema"_L1].toString();
        if (model.hasSchema && !address.isEmpty())
            schemas[address] = model.schema;
    }
    QJsonObject snapshot{{u"code"_s, u"200"_s}, {u"data"_s, entries}, {u"schemas"_s, schemas}};
    if (m_origin.asOf.isValid())
        snapshot[u"as_of"_s] = m_origin.asOf.toString(Qt::ISODateWithMs);
    return QJsonDocument(snapshot).toJson(QJsonDocument::Compact);
}

const Catalog &Catalog::builtIn()
{
    static const Catalog catalog = [] {
        QFile file(u":/catalog.json"_s);
        // Compiled into the program, and checked by the tests.
        [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        auto read = readSnapshot(file.readAll(), PriceSource::BuiltIn);
        Q_ASSERT(read.has_value());
        return *read;
    }();
    return catalog;
}

const Model *Catalog::find(const QString &id) const
{
    const auto it = m_index.constFind(id);
    return it == m_index.constEnd() ? nullptr : &m_models.at(*it);
}

batch::Usual Catalog::usualOf(const QString &id) const
{
    const Model *model = find(id);
    return model ? model->usual : batch::Usual();
}

QDateTime Catalog::fetchedAt() const
{
    return m_origin.source == PriceSource::Live ? m_origin.asOf : QDateTime();
}

Catalog::Catalog(const QList<Model> &models, Origin origin)
    : m_origin(std::move(origin))
{
    m_models.reserve(models.size());
    for (const Model &model : models)
        add(model);
}

void Catalog::add(Model model)
{
    if (m_index.contains(model.id))
        return;
    model.searchText = searchTextOf(model);
    m_index.insert(model.id, m_models.size());
    m_models.append(std::move(model));
}

} // namespace catalog
