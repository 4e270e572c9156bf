// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/models/catalogrefresh.h"

#include "atlas/client.h"
#include "catalog/cache.h"
#include "engine/clock.h"
#include "engine/models/inpool.h"
#include "engine/models/modelfetch.h"

#include <QCoreApplication>

#include <atomic>
#include <optional>
#include <utility>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

constexpr int schemasAtOnce = 4;
/// So many schemas in a row without an answer: nobody is there any more.
constexpr int patience = 4;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(engine::CatalogRefresh)
};

QString sentence(const QString &words)
{
    const bool ends = words.isEmpty() || u".!?。！？…"_s.contains(words.back());
    return ends ? words : words + u'.';
}

QString notFetched(const QString &why)
{
    return Words::tr("The list of models could not be fetched: %1 The models stay as they were.")
        .arg(sentence(why));
}

QString notKept(const QString &why)
{
    return Words::tr("The list of models could not be kept: %1 The models stay as they were.")
        .arg(sentence(why));
}

QString reasonOf(const atlas::Error &error)
{
    // A wrong path answers 401, too, and no key is of any help here.
    if (error.httpStatus == 401 || error.httpStatus == 403 || error.httpStatus == 404)
        return Words::tr("the server has none under its base URL (%1).").arg(error.httpStatus);
    return error.message;
}

} // namespace

class CatalogRefresh::Private
{
public:
    Private(CatalogRefresh &owner, Clock &time)
        : refresh(owner)
        , clock(time)
    {
    }

    /// One refresh: what belongs to it dies with it, and can't answer any more.
    struct Round : QObject
    {
        ~Round() override { *givenUp = true; }

        atlas::Client *client = nullptr;
        ModelFetch fetch;
        QList<QUrl> toFetch;
        QHash<QUrl, QByteArray> fetched;
        int underWay = 0;
        int unanswered = 0; ///< the last so many
        std::shared_ptr<std::atomic_bool> givenUp = std::make_shared<std::atomic_bool>(false);
    };

    void begin(const QUrl &baseUrl, const QStringList &inUse);
    void fetchList();
    void readList();
    void takeKeptList();
    void fetchSchemas();
    void take(const QUrl &schema, const tl::expected<QByteArray, atlas::Error> &answer);
    void keepAll();
    void fail(const QString &message);
    /// The round is over; its last act may still be on the stack.
    void end() { round.release()->deleteLater(); }

    CatalogRefresh &refresh;
    std::unique_ptr<Clock> ownClock;
    Clock &clock;
    std::unique_ptr<Round> round;
};

void CatalogRefresh::Private::begin(const QUrl &baseUrl, const QStringList &inUse)
{
    round = std::make_unique<Round>();
    round->fetch.baseUrl = baseUrl;
    round->fetch.inUse = inUse;
    atlas::Connection connection;
    connection.baseUrl = baseUrl;
    round->client = new atlas::Client(connection, round.get());
}

void CatalogRefresh::Private::fetchList()
{
    QObject::connect(round->client->fetchModels(catalog::largestList), &atlas::FetchCall::finished,
                     round.get(), [this](const tl::expected<QByteArray, atlas::Error> &answer) {
                         if (!answer) {
                             fail(notFetched(reasonOf(answer.error())));
                             return;
                         }
                         round->fetch.list = *answer;
                         readList();
                     });
}

void CatalogRefresh::Private::readList()
{
    using Read = tl::expected<ModelFetch, QString>;
    round->fetch.now = clock.now();
    inPool<Read>(
        round.get(), [fetch = round->fetch] { return read(fetch); },
        [this](const Read &result) {
            if (!result) {
                fail(notFetched(result.error()));
                return;
            }
            round->fetch = *result;
            round->toFetch = schemasToFetch(round->fetch);
            fetchSchemas();
        });
}

void CatalogRefresh::Private::takeKeptList()
{
    using Kept = std::optional<ModelFetch>;
    round->fetch.now = clock.now();
    inPool<Kept>(
        round.get(),
        [fetch = round->fetch]() mutable { return takeKept(fetch) ? Kept(fetch) : std::nullopt; },
        [this](const Kept &kept) {
            if (!kept) {
                fetchList();
                return;
            }
            round->fetch = *kept;
            round->toFetch = schemasToFetch(round->fetch);
            fetchSchemas();
        });
}

void CatalogRefresh::Private::fetchSchemas()
{
    if (round->unanswered >= patience)
        round->toFetch.clear();
    while (round->underWay < schemasAtOnce && !round->toFetch.isEmpty()) {
        const QUrl url = round->toFetch.takeFirst();
        ++round->underWay;
        QObject::connect(round->client->fetchSchema(url, catalog::largestSchema),
                         &atlas::FetchCall::finished, round.get(),
                         [this, url](const tl::expected<QByteArray, atlas::Error> &answer) {
                             take(url, answer);
                         });
    }
    if (round->underWay == 0)
        keepAll();
}

void CatalogRefresh::Private::take(const QUrl &schema,
                                   const tl::expected<QByteArray, atlas::Error> &answer)
{
    --round->underWay;
    const bool unanswered = !answer && answer.error().kind == atlas::ErrorKind::Network;
    round->unanswered = unanswered ? round->unanswered + 1 : 0;
    if (answer)
        round->fetched.insert(schema, *answer);
    fetchSchemas();
}

void CatalogRefresh::Private::keepAll()
{
    using Kept = tl::expected<KeptModels, QString>;
    inPool<Kept>(
        round.get(),
        [fetch = round->fetch, fetched = round->fetched, givenUp = round->givenUp]() -> Kept {
            // Another refresh may have begun, and must not be overtaken by this one's file.
            if (*givenUp)
                return tl::unexpected(QString());
            return keep(fetch, fetched);
        },
        [this](const Kept &kept) {
            if (!kept) {
                fail(notKept(kept.error()));
                return;
            }
            end();
            emit refresh.finished(kept->known, kept->missingSchemas);
        });
}

void CatalogRefresh::Private::fail(const QString &message)
{
    end();
    emit refresh.failed(message);
}

CatalogRefresh::CatalogRefresh(QObject *parent)
    : QObject(parent)
{
    auto clock = std::make_unique<SystemClock>();
    d = std::make_unique<Private>(*this, *clock);
    d->ownClock = std::move(clock);
}

CatalogRefresh::CatalogRefresh(Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, clock))
{
}

CatalogRefresh::~CatalogRefresh() = default;

bool CatalogRefresh::isRunning() const
{
    return d->round != nullptr;
}

void CatalogRefresh::start(const QUrl &baseUrl, const QStringList &inUse)
{
    d->begin(baseUrl, inUse);
    d->fetchList();
}

void CatalogRefresh::startSchemas(const QUrl &baseUrl, const QStringList &models)
{
    d->begin(baseUrl, models);
    d->takeKeptList();
}

void CatalogRefresh::abort()
{
    d->round.reset();
}

} // namespace engine
