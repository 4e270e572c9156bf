// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job/delivery.h"

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
        take();
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

void Delivery::take()
{
    QString extension;
    const QString flaw = flawOf(current().partPath(), extension);
    if (!flaw.isEmpty()) {
        current().removePart();
        retry(flaw);
        return;
    }
    if (const QString same = mayBeThere ? current().sameFile(extension) : QString();
        !same.isEmpty()) {
        current().removePart();
        kept(same);
        return;
    }
    m_extension = extension;
    m_planned = current().freePath(extension);
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
    const auto named = current().keep(m_planned);
    if (!named) {
        giveUp(named.error(), true);
        return;
    }
    if (!*named) {
        m_planned = current().freePath(m_extension);
        emit aboutToKeep();
        return;
    }
    kept(std::exchange(m_planned, {}));
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
