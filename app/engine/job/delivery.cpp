// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job/delivery.h"

#include "engine/models/inpool.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace engine {

using namespace std::chrono_literals;

Delivery::Delivery(DownloadLine &line, Clock &clock, ResultFile place, QList<batch::Output> outputs,
                   std::chrono::milliseconds timeout, QObject *parent)
    : QObject(parent)
    , m_line(line)
    , m_place(std::move(place))
    , m_outputs(std::move(outputs))
    , m_timeout(timeout)
    , m_backoff(1s, 60s)
    , m_timer(clock.createTimer(this))
{
    connect(m_timer, &Timer::timeout, this, &Delivery::next);
}

Delivery::~Delivery()
{
    halt();
}

ResultFile Delivery::current() const
{
    ResultFile file = m_place;
    file.output = static_cast<int>(m_index);
    return file;
}

void Delivery::start()
{
    // It was there when the run began. Made again here, it might be on another disk than the one
    // that a person has just taken away.
    if (!QFileInfo(m_place.folder).isDir()) {
        giveUp(tr("The folder %1 is gone. When it is back, the result can be fetched.")
                   .arg(QDir::toNativeSeparators(m_place.folder)),
               true);
        return;
    }
    next();
}

void Delivery::next()
{
    while (m_index < m_outputs.size() && !m_outputs.at(m_index).path.isEmpty())
        ++m_index;
    if (m_index == m_outputs.size())
        emit delivered();
    else if (mayBeThere && QFileInfo::exists(current().fetchedPath()))
        take();
    else
        m_line.enter(this, [this] { download(); });
}

void Delivery::download()
{
    m_download = new atlas::Download(m_line.network(), m_outputs.at(m_index).url,
                                     current().partPath(), m_timeout, this);
    connect(m_download, &atlas::Download::progress, this, &Delivery::progress);
    connect(m_download, &atlas::Download::finished, this, &Delivery::downloaded);
    m_download->start();
}

void Delivery::downloaded(const tl::expected<qint64, atlas::DownloadError> &bytes)
{
    m_download.clear();
    m_line.leave(this);
    if (bytes) {
        if (const auto fetched = current().partIsFetched(); fetched)
            take();
        else
            giveUp(fetched.error(), true);
        return;
    }
    const atlas::DownloadError &error = bytes.error();
    // A part that is no picture's beginning would spoil every later try.
    if (!current().partIsSound())
        current().removePart();
    switch (error.kind) {
    case atlas::DownloadError::Kind::Expired:
        if (++m_renewals > maxRenewals)
            giveUp(error.message);
        else
            emit linkExpired();
        break;
    case atlas::DownloadError::Kind::Disk:
        giveUp(error.message, true);
        break;
    case atlas::DownloadError::Kind::Network:
        emit unreached(error.message);
        retry(error.message, countsTries());
        break;
    case atlas::DownloadError::Kind::Server:
    case atlas::DownloadError::Kind::Incomplete:
    case atlas::DownloadError::Kind::Tls:
        retry(error.message);
        break;
    }
}

Delivery::Finish Delivery::finished(const ResultFile &file, const media::Recipe &recipe,
                                    bool mayBeThere)
{
    const QString fetched = file.fetchedPath();
    Finish finish;
    finish.flaw = flawOf(fetched, finish.extension);
    if (!finish.flaw.isEmpty())
        return finish;
    QStringList contents{fetched};
    if (!recipe.document.isEmpty()) {
        if (mayBeThere)
            removeRecipeCopies(fetched);
        finish.recipe = writeRecipeOf(fetched, forOutput(recipe, file.output));
        if (finish.recipe.copy)
            contents.prepend(finish.recipe.copy->path());
    }
    if (mayBeThere)
        finish.same = file.sameFile(finish.extension, contents);
    // Before anybody hears that it is there. A copy is on the disk already.
    const bool isKept = finish.same.isEmpty() && !finish.recipe.copy;
    if (const auto synced = isKept ? file.syncFetched() : tl::expected<void, QString>(); !synced)
        finish.diskFault = synced.error();
    return finish;
}

void Delivery::take()
{
    m_finishing = std::make_unique<QObject>();
    inPool<Finish>(
        m_finishing.get(),
        [file = current(), recipe = recipe, mayBeThere = mayBeThere] {
            return finished(file, recipe, mayBeThere);
        },
        [this](const Finish &finish) {
            m_finishing.release()->deleteLater(); // it is what calls
            taken(finish);
        });
}

void Delivery::taken(const Finish &finish)
{
    if (!finish.flaw.isEmpty()) {
        current().removeFetched();
        retry(finish.flaw);
        return;
    }
    if (!finish.diskFault.isEmpty()) {
        giveUp(finish.diskFault, true);
        return;
    }
    if (!finish.same.isEmpty()) {
        current().removeFetched();
        kept(finish.same);
        return;
    }
    m_recipe = finish.recipe;
    if (m_recipe.copy && !current().replaceFetched(m_recipe.copy->path())) {
        m_recipe.isBeside = true;
        m_recipe.flaw = tr("The file with the recipe could not take the place of the other.");
    }
    m_recipe.copy.reset();
    m_extension = finish.extension;
    m_planned = current().freePath(m_extension);
    emit aboutToKeep();
}

void Delivery::kept(const QString &path)
{
    m_outputs[m_index].path = path;
    m_tries = 0;
    m_renewals = 0;
    m_backoff.reset();
    next();
}

QList<batch::Output> Delivery::plannedOutputs() const
{
    QList<batch::Output> outputs = m_outputs;
    if (!m_planned.isEmpty())
        outputs[m_index].path = m_planned;
    return outputs;
}

void Delivery::keep()
{
    if (m_planned.isEmpty()) // it was left meanwhile
        return;
    // Before the file has its name, so that no file with a name is without.
    const QString lost = m_recipe.isBeside ? writeSidecar() : QString();
    const auto named = current().keep(m_planned);
    if (m_recipe.isBeside && !named.value_or(false))
        media::removeSidecar(m_planned, currentRecipe());
    if (!named) {
        giveUp(named.error(), true);
        return;
    }
    if (!*named) {
        m_planned = current().freePath(m_extension);
        emit aboutToKeep();
        return;
    }
    if (!lost.isEmpty())
        emit recipeFailed(tr("It is kept without its recipe. %1").arg(lost));
    else if (!m_recipe.flaw.isEmpty())
        emit recipeFailed(tr("Its recipe is in a file beside it. %1").arg(m_recipe.flaw));
    kept(std::exchange(m_planned, {}));
}

media::Recipe Delivery::currentRecipe() const
{
    return forOutput(recipe, m_index);
}

QString Delivery::writeSidecar() const
{
    const auto written = media::writeSidecar(m_planned, currentRecipe());
    return written ? QString() : written.error();
}

void Delivery::hurry()
{
    if (m_timer->isActive())
        m_timer->start(0ms);
}

void Delivery::retry(const QString &why, bool counts)
{
    if (counts && ++m_tries >= maxTries) {
        giveUp(why);
        return;
    }
    const auto wait = m_backoff.next(*QRandomGenerator::global());
    m_timer->start(wait);
    emit retrying(why, wait);
}

void Delivery::giveUp(const QString &why, bool disk)
{
    leave();
    emit gaveUp(why, disk);
}

void Delivery::renew(const QList<batch::Output> &fresh)
{
    for (qsizetype i = 0; i < m_outputs.size() && i < fresh.size(); ++i) {
        if (m_outputs.at(i).path.isEmpty())
            m_outputs[i].url = fresh.at(i).url;
    }
    next();
}

void Delivery::halt()
{
    m_timer->stop();
    m_planned.clear();
    m_finishing.reset();
    if (m_download) {
        m_download->disconnect(this);
        m_download->abort();
        m_download.clear();
    }
    m_line.leave(this);
}

void Delivery::leave()
{
    halt();
    if (m_index < m_outputs.size() && !current().partIsSound())
        current().removePart();
}

void Delivery::discard()
{
    halt();
    if (m_index < m_outputs.size())
        current().removePart();
}

} // namespace engine
